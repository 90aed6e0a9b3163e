// An app as a tester walked through it (app.yaml): its screens, what stands on each, and what leads
// where. Made by `brand`; its screens become pages of surface `app`.

#pragma once

#include <string>
#include <vector>

#include "model/words.h"

namespace klikpad {

// What a line of a screen is.
enum class AppItemKind {
  kText,       // words that stand there
  kScreen,     // leads to another screen
  kUnvisited,  // leads to where the tester did not look
  kAddress,    // opens a web address
  kContact,    // a way to reach the brand
  kNote,       // the tester's own words; on no screen
};

struct AppItem {
  AppItemKind kind = AppItemKind::kText;
  std::string label;             // the words on the screen, as written
  int screen = -1;               // index, of kScreen
  std::string url;               // of kAddress
  std::string channel;           // of kContact
  std::string value;             // the contact as written, "" when it needs none (a chat)
  bool is_behind_label = false;  // `label` opens the contact; else the contact itself stands there
  bool is_hidden = false;        // shows only after one tap more
  Use use = Use::kContact;
  Human human = Human::kUnknown;
  std::string purpose;  // service, sales, complaints …
  int line = 0;         // in app.yaml, 1-based
};

struct AppScreen {
  std::string name;
  bool is_visited = true;
  std::vector<AppItem> items;  // in the order of the file
  int line = 0;
};

struct AppNote {
  std::string screen;  // "" when it is about the whole app
  std::string text;
  int line = 0;
};

struct AppWalk {
  std::string file;                       // "app.yaml", without folders
  std::string name;                       // of the app
  std::string platform, version, at, by;  // as written; "" when not given
  std::string language;                   // of the app's words, "" when not given
  std::vector<AppScreen> screens;         // in the order of the file
  int start = -1;                         // index: clicks are counted from here
  std::vector<AppNote> notes;             // in the order of the file
};

}  // namespace klikpad
