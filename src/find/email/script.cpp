// Decodes the strings of a script until addresses show.

#include "find/email/script.h"

#include <algorithm>

#include "base/text.h"
#include "base/url.h"
#include "find/email/address.h"
#include "find/email/codes.h"
#include "find/email/script_strings.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxScript = 64 * 1024;

void AddFrom(const std::string& raw, std::vector<std::string>& found) {
  std::string text = DecodeEntities(raw);
  if (text.find('%') != text.npos) text = DecodeEntities(PercentDecode(text));
  text = ToValidUtf8(text);
  if (text.find("znvygb:") != text.npos) text = Rot13(text);
  if (std::string decoded = DecodeTypo3(text); !decoded.empty()) text = std::move(decoded);
  std::replace(text.begin(), text.end(), '<', ' ');
  for (const SeenEmail& email : FindPlainEmails(text)) {
    if (std::find(found.begin(), found.end(), email.address) == found.end())
      found.push_back(email.address);
  }
}

bool MayHoldEmail(std::string_view script) {
  for (std::string_view mark : {"mailto", "document.write", "fromCharCode", "linkTo_UnCrypt",
                                "znvygb", "innerHTML", "email", "unescape", "decodeURI", "addy"}) {
    if (script.find(mark) != script.npos) return true;
  }
  return false;
}
bool MayHoldAt(std::string_view script) {
  for (std::string_view mark :
       {"@", "&#64", "&#x40", "\\x40", "\\u0040", "%40", "64", "linkTo_UnCrypt"}) {
    if (script.find(mark) != script.npos) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string> ScriptEmails(std::string_view script) {
  std::vector<std::string> found;
  script = script.substr(0, kMaxScript);
  if (!MayHoldAt(script) || !MayHoldEmail(script)) return found;
  for (const std::string& text : JoinedStrings(script)) AddFrom(text, found);
  return found;
}

}  // namespace klikpad
