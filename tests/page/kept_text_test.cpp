// Keeping plain text away from the tree builder changes nothing in the tree: each page is read with
// it and without it (a private character in a comment turns it off) and both must agree.

#include "page/kept_text.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "base/files.h"
#include "page/tree.h"
#include "read.h"

namespace klikpad {
namespace {

// In front of a page, which may end amid a tag; both are as long.
const std::string kOff = "<!--\xF3\xB0\x80\x80-->";
const std::string kOn = "<!--aaaa-->";

// Every node with its depth, text and place.
std::string Outline(const std::string& html) {
  const Tree tree = BuildTree(html, {});
  std::string text;
  for (const Node& node : tree.document.nodes) {
    text += std::to_string(node.parent) + " <" + std::string(node.tag) + "> " +
            std::to_string(node.line) + ":" + std::to_string(node.column) + " [" +
            std::string(node.text) + "]";
    for (std::uint32_t i = 0; i < node.attribute_count; ++i) {
      const auto& attribute = tree.document.attributes[node.first_attribute + i];
      text += " " + std::string(attribute.name) + "=[" + std::string(attribute.value) + "]";
    }
    text += "\n";
  }
  return text;
}

// a0=v a1=v …
std::string Attributes(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "a" + std::to_string(i) + "=v ";
  return text;
}

}  // namespace

TEST_CASE("a page reads the same with its plain text and attributes kept away") {
  const std::vector<std::string> pages = {
      "<p>Een gewone zin met woorden.</p>",
      "<p>  Spaties en\n regels aan  \n beide kanten van de zin \t</p>",
      "<p>Caf&eacute; en het gezicht van geïnteresseerde coöperaties &copy2014 Bedrijf&nbsp;BV</p>",
      "<p>&ampersand zonder puntkomma &notit; en &#233;&#xE9; midden in een zin met tekst</p>",
      "<p>1 < 2 en ook <3 voor allen die dit lezen, en </ geen einde hier> verder</p>",
      "<table>tekst die buiten de tabel hoort<tr><td>in de cel staat meer tekst</table>",
      "<table><tr> <td>een</td> losse tekst tussen cellen </tr></table>",
      "<select><option>de eerste keuze hier<option>de tweede keuze hier</select>",
      "<textarea>\nregel een van het veld &amp; meer tekst</textarea><p>tekst achter het veld",
      "<title>De titel van deze pagina &#x2013; voorbeeld</title>tekst direct in de body hier",
      "<pre>\n\n  vormgegeven tekst   met spaties\r\nen regeleinden van Windows\r</pre>",
      "<b><i>vet en cursief tegelijk</b> alleen nog cursief hier</i> en gewoon weer",
      "<p>Lach 😀 en huil 😢 samen, met een lang stuk tekst erachter 😀 einde van de zin",
      "<p>stuur\x01"
      "tekens\x7F en \xC2\x85 daarna nog veel meer letters \xEF\xB7\x90 en \xEF\xBF\xBF.",
      "<svg><title>Een titel in een tekening</title><text>woorden in een tekening</text></svg>",
      "<svg><![CDATA[tekst in een blok & met <tekens> erin]]></svg> en tekst daar weer achter",
      "<noscript>Zonder scripts leest u deze zin <a href=/x>en deze verwijzing</a></noscript>",
      "<colgroup>tekst waar die niet mag staan<col></colgroup>",
      "<script>var zin = 'niet deze lange tekst';</script>maar wel deze lange tekst",
      "<p>" + std::string(5000, 'a') + " " + std::string(5000, 'b') + "</p>",
      "tekst zonder enig element maar wel lang genoeg",
      "<ruby>woord dat uitleg krijgt<rt>de uitleg van het woord</ruby>",
      "<button>Een knop met tekst<p>en een alinea in de knop</button>",
      "<template>tekst in een sjabloon die er niet is</template>",
      "<a href='https://www.voorbeeld.example/contact' class=\"een lange klasse\">x</a>",
      "<a href=https://www.voorbeeld.example/zonder-aanhalingstekens title='lange titel "
      "hier'>x</a>",
      "<a href=\"https://www.voorbeeld.example/?a=1&amp;b=2\" title = 'spaties erom heen'>x</a>",
      "<a href='https://www.een.example/lang' HREF='https://www.twee.example/lang'>tweemaal</a>",
      "<a title=\"regel een\nregel twee\r\nregel drie\" rel=''>regeleinden</a>",
      "<a title='tekens \x01 en \xC2\x85 en \xEF\xB7\x90 erin' data-a='caf\xC3\xA9 de la "
      "gare'>x</a>",
      "<table><input type='hidden' value='een lange waarde'><input type='textuele-waarde'></table>",
      "<math><annotation-xml encoding='application/xhtml+xml'><p>in <b>math</b></annotation-xml>",
      "<b class='een lange klasse'><p>een</b> twee</p><b class='een lange klasse'>drie</b>",
      "<html lang='nl' class='een lange klasse'><body id='a-long-one'><body class='nog een lange'>",
      "<svg class='een lange klasse' xlink:href='#een-lange-verwijzing'><g/></svg>",
      "<table><input type=hidden><tr><td><input type=hidden title='een &amp; twee'></table>",
      "<a href=/een class=k disabled data-x>kort</a><br class=k/><img alt='' src=plaatje.png/>",
      "<svg viewBox='0 0 9 9' class=k><use xlink:href='#een'/><a xlink:title=t xml:lang=nl "
      "href=/x>in</a></svg><p>na",
      "<svg><font color=rood>erin</font></svg><svg><font class=k>eruit?</font></svg>",
      "<svg><use/class=k>blijft open</use></svg><div/class=k>geen einde</div>",
      "<div class=k/ id=a/b>schuine strepen</div><a href=/map/>pad</a><a href=/map//>pad</a>",
      "<div class=k onClick='doe()'>hoofdletter</div><div CLASS=k>ook</div>",
      "<b class=k><p>een</b></p><a class=k><p>twee</a></p><p>drie",
      "<b class=k><b class=k><b class=k><b class=k><p>een<b class=l>twee</p><p>drie",
      "<a href=/een>een<a href=/twee>twee<div>drie<a href=/vier>vier</div>vijf",
      "<body class=a><body class=b id=c><html lang=nl><html lang=en dir=ltr>",
      "<isindex prompt='Zoek hier' action=/zoek><keygen name=k><image src=a.png alt=b>",
      "<select name=k><option value=1 selected>een<option value=2><span class=k>twee</select>",
      "<template id=k><tr class=k><td class=l>cel</td></tr></template><td class=k>los",
      "<a class=a class=b id=a class=c>dubbel</a><a a=1 b=2 a=3>dubbel</a>",
      "<div class=k",
      "<div class='k'",
      "<div class='k' ",
      "<div class=k id",
      "<a href=x</a><p>y",
      "<div " + Attributes(30) + ">veel</div><div " + Attributes(300) + ">te veel</div>",
      "<img src='data:image/png;base64," + std::string(200, 'A') + "' alt=foto><p>na",
      "<title><a href='https://www.voorbeeld.example/geen'></title><textarea><a title='en dit "
      "ook'></textarea>",
      "<a title='nooit gesloten, dus geen einde aan deze waarde>tekst</a><p>en nog meer",
      "<a \"vreemde naam\"='een lange waarde' =naam='nog een lange waarde'/class='en een "
      "derde'>x</a>"};
  for (const std::string& page : pages) {
    CAPTURE(page);
    CHECK(Outline(kOn + page) == Outline(kOff + page));
  }
}

TEST_CASE("every page of the fixtures reads the same with its plain text kept away") {
  namespace fs = std::filesystem;
  int count = 0;
  for (const auto& entry :
       fs::recursive_directory_iterator(std::string(KLIKPAD_ROOT) + "/fixtures/sites")) {
    if (entry.path().extension() != ".html") continue;
    const auto text = ReadFile(entry.path().string());
    REQUIRE(text);
    CAPTURE(entry.path().string());
    const bool is_same = Outline(kOn + *text) == Outline(kOff + *text);
    CHECK(is_same);
    ++count;
  }
  CHECK(count > 50);
}

TEST_CASE("of the spaces beside a tag one stays, but where lines count") {
  const auto texts = [](const std::string& html) {
    std::string all;
    for (const Node& node : BuildTree(html, {}).document.nodes) {
      if (node.IsText()) all += "[" + std::string(node.text) + "]";
    }
    return all;
  };
  struct Case {
    std::string name, html, texts;
  };
  const std::vector<Case> cases = {
      {"indentation", "<body><div>\n    <p>\t\t een   twee \n </p>\r\n\n</div>",
       "[\n][\teen   twee ][\n]"},
      {"one space", "<body><b>a</b> <i> b </i>", "[a][ ][ b ]"},
      {"a comment parts nothing", "<body><p>een  <!-- x -->  twee<!-- y -->   </p>",
       "[een    twee   ]"},
      {"a shape of a drawing neither", "<body><svg><text>a  <path d=M0 />  b</text></svg>",
       "[a    b]"},
      {"pre", "<body><pre>  een\n\n <b>  twee  </b>  \n </pre>\n\n<p>  na",
       "[  een\n\n ][  twee  ][  \n ][\n][ na]"},
      {"pre that never ends", "<body><pre><p>  een  </p>  <p>  twee", "[  een  ][  ][  twee]"},
      {"textarea", "<body><textarea>  een  </textarea>  <p>", "[  een  ][ ]"},
      {"title", "<title>  een  </title>", "[  een  ]"},
      {"script", "<body><script>  x  </script>  <p>  y", "[ ][ y]"},
      {"behind the end", "<body>een  </body>  \n </html>  \n", "[een   ]"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(texts(c.html) == c.texts);
  }
}

TEST_CASE("how a drawing looks is left out, what it is called stays") {
  const std::string outline = Outline(
      "<p width='een breedte'><svg viewBox=\"0 0 9 9\" width=1/ class='icoon van "
      "telefoon'fill=none>"
      "<use xlink:href='#telefoon' x=1></svg><i id=na>");
  CAPTURE(outline);
  CHECK(outline.find("<p> 1:1 [] width=[een breedte]") != std::string::npos);
  CHECK(outline.find("<svg> 1:24 [] class=[icoon van telefoon]\n") != std::string::npos);
  CHECK(outline.find("<use> 1:92 [] xlink:href=[#telefoon]\n") != std::string::npos);
  CHECK(outline.find("id=[na]") != std::string::npos);
}

TEST_CASE("a page that holds private characters itself keeps its text in its place") {
  CHECK_FALSE(MayKeepTextAway("een teken \xF3\xB0\x80\x80 uit vlak 15"));
  CHECK_FALSE(MayKeepTextAway("&#xF0000;"));
  CHECK_FALSE(MayKeepTextAway("&#x00000f0001"));
  CHECK_FALSE(MayKeepTextAway("&#983040;"));
  CHECK_FALSE(MayKeepTextAway("&#99999999999999999999;"));
  CHECK(MayKeepTextAway("&#233; &#xE9; &#x1F600; &# &#x; 😀"));
  const Page page = ReadBody("<p>&#xF0000; en een lange zin met tekst</p>");
  REQUIRE(page.blocks.size() == 1);
  CHECK(page.blocks[0].text == "\xF3\xB0\x80\x80 en een lange zin met tekst");
}

TEST_CASE("a run never begins or ends with a space, in a reference or amid a character") {
  struct Case {
    std::string name, text, run;
  };
  const std::vector<Case> cases = {
      {"spaces", "  een lange zin  ", "een lange zin"},
      {"reference first", "&eacute;&copyeen lange zin", "lange zin"},
      {"after a reference", "&eacute;n lange zin hier", "n lange zin hier"},
      {"until a reference", "een lange zin &amp; meer", "een lange zin"},
      {"too short", "een", ""},
      {"behind an emoji", "😀 een lange zin", "een lange zin"},
      {"accents", "geïnteresseerd zijn", "geïnteresseerd zijn"},
      {"after a control",
       "\xC2\x85"
       "een lange zin",
       "een lange zin"}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const PlainRun run = FindPlainRun(c.text, 0, c.text.size());
    CHECK(c.text.substr(run.begin, run.length) == c.run);
  }
}

}  // namespace klikpad
