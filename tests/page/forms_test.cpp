// Forms, their fields and the names of the fields (HTML §4.10, HTML-AAM §4.1).

#include <doctest/doctest.h>

#include <vector>

#include "read.h"

namespace klikpad {

TEST_CASE("a field's name comes from label, aria, title or placeholder") {
  struct Case {
    std::string html, label;
  };
  const std::vector<Case> cases = {
      {"<label for=e>E-mail</label><input id=e placeholder=no>", "E-mail"},
      {"<label>Your name <input></label>", "Your name"},
      {"<input aria-label='Phone' title=no>", "Phone"},
      {"<span id=q>Question</span><textarea aria-labelledby=q></textarea>", "Question"},
      {"<input placeholder='Search here'>", "Search here"},
      {"<select title=Country><option>NL</select>", "Country"},
      {"<input>", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.html);
    const Page page = ReadBody("<form>" + c.html + "</form>");
    REQUIRE(page.forms.size() == 1);
    REQUIRE(page.forms[0].fields.size() == 1);
    CHECK(page.forms[0].fields[0].label == c.label);
  }
}

TEST_CASE("a form is read with its fields and submits") {
  const Page page = ReadBody(
      "<h2>Ask us</h2><form action='/send' method=POST id=f class='contact big' role=Search>"
      "<p>Write to us</p><input name=n autocomplete=Name required><input type=hidden name=h "
      "value=1>"
      "<input type=checkbox aria-required=true><textarea name=t></textarea><select name=s><option>o"
      "</select><button>Send</button><button type=button>No</button>"
      "<input type=submit value='Go'><input type=image alt='Find'></form>"
      "<input form=f name=outside>");
  REQUIRE(page.forms.size() == 1);
  const Form& form = page.forms[0];
  CHECK(form.action == "https://shop.example/send");
  CHECK(form.method == "post");
  CHECK(form.css_class == "contact big");
  CHECK(form.role == "search");
  REQUIRE(form.fields.size() == 10);
  CHECK(form.fields[0].type == "text");
  CHECK(form.fields[0].is_required);
  CHECK(form.fields[0].autocomplete == "name");
  CHECK(form.fields[1].value == "1");
  CHECK(form.fields[2].is_required);
  CHECK(form.fields[3].tag == "textarea");
  CHECK(form.fields[5].type == "submit");
  CHECK(form.fields[9].name == "outside");
  CHECK(form.submits == std::vector<std::string>{"Send", "Go", "Find"});
  CHECK(form.text == "Write to us\nSend\nNo\nGo\nFind");
  REQUIRE(form.heading >= 0);
  CHECK(page.blocks[static_cast<std::size_t>(form.heading)].text == "Ask us");
}

TEST_CASE("a form without action goes to the page itself, also with a base") {
  const Page page = ReadHtml("<base href='https://cdn.example/'><form><input></form>");
  CHECK(page.forms[0].action == "https://shop.example/a/b");
  CHECK(page.forms[0].method == "get");
}

// HTML §13.2.6.4.9: a form start tag in a table makes an empty form element.
TEST_CASE("a form torn out of a table keeps its fields") {
  const Page page = ReadBody(
      "<table><form action=/a><tr><td>Name<td><input name=n><tr><td><input type=submit value=Send>"
      "</form></table><input name=other>");
  REQUIRE(page.forms.size() == 1);
  REQUIRE(page.forms[0].fields.size() == 2);
  CHECK(page.forms[0].fields[0].name == "n");
  CHECK(page.forms[0].submits == std::vector<std::string>{"Send"});
  CHECK(page.forms[0].text == "Name\nSend");
}

}  // namespace klikpad
