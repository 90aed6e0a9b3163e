// Contact points from forms; the kind of each form is told in find/forms/kind.cpp.

#include "find/forms/forms.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/domain.h"
#include "base/text.h"
#include "base/url.h"
#include "find/forms/fields.h"
#include "find/forms/kind.h"
#include "find/phone/words.h"
#include "model/page_roles.h"
#include "model/signals.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxLinkLabel = 80;
constexpr int kMaxLinked = 20;  // forms of other services that one page links to

std::string PageForm(const Page& page) {
  std::optional<Url> url = Url::Parse(page.canonical.empty() ? page.url : page.canonical);
  return (url ? url->WithoutFragment() : page.url) + "#form";
}

// Forms of one receiver are one contact, whatever page they stand on.
std::string ValueOf(const Page& page, const Form& form) {
  std::optional<Url> action = Url::Parse(form.action);
  std::optional<Url> own = Url::Parse(page.url);
  if (!action || !action->IsHttp()) return PageForm(page);
  if (own && own->WithQuery("").WithoutFragment() == action->WithQuery("").WithoutFragment()) {
    return PageForm(page);
  }
  return action->WithoutFragment();
}

ContactPoint PointOf(const Page& page, const Form& form, const FormVerdict& verdict,
                     const Rules& rules) {
  ContactPoint point;
  point.value = ValueOf(page, form);
  point.url = form.action;
  point.label = HeadingText(page, form.heading);
  if (point.label.empty() && !form.submits.empty()) point.label = form.submits.front();
  point.display = point.label;
  std::string purpose = PurposeIn(rules.phones, FoldAccents(point.label));
  if (IsPurposeOfOthers(purpose)) point.purpose = std::move(purpose);
  point.region = form.region;
  point.position = form.position;
  point.is_visible = form.is_visible;
  point.signals.assign(verdict.signs.begin(), verdict.signs.end());
  point.confidence = !verdict.has_message  ? Confidence::kWeak
                     : verdict.lead >= 1.5 ? Confidence::kSure
                                           : Confidence::kLikely;
  point.quote = CutUtf8(form.text, 300);
  point.place = form.place;
  return point;
}

// An address of a service that makes forms for others.
bool IsOfService(const FormWords& words, const std::string& address) {
  std::optional<Url> url = Url::Parse(address);
  if (!url || !url->IsHttp()) return false;
  std::string path = url->PathAndQuery();
  const auto fits = [&](const std::string& embed) {
    std::size_t slash = embed.find('/');
    std::string host = embed.substr(0, slash);
    std::string under = slash == std::string::npos ? "" : embed.substr(slash);
    bool is_host =
        host.find('*') == std::string::npos ? host == url->Host() : GlobMatch(host, url->Host());
    return is_host && GlobMatch(under + "*", path);
  };
  return std::any_of(words.embeds.begin(), words.embeds.end(), fits) &&
         std::none_of(words.not_embeds.begin(), words.not_embeds.end(), fits);
}

bool IsEmbedded(const FormWords& words, const Resource& resource) {
  const bool may_be =
      resource.kind == ResourceKind::kIframe || resource.kind == ResourceKind::kScript;
  return may_be && IsOfService(words, resource.url);
}

void AddNew(ContactPoint point, Findings& findings) {
  const bool is_known = std::any_of(
      findings.contacts.begin(), findings.contacts.end(), [&point](const ContactPoint& known) {
        return known.channel == point.channel && known.value == point.value;
      });
  if (!is_known) findings.contacts.push_back(std::move(point));
}

// The last heading before a node, -1 when there is none.
int HeadingBefore(const Page& page, int node) {
  int heading = -1;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const TextBlock& block = page.blocks[i];
    if (block.node > node) break;
    if (block.kind == TextKind::kHeading) heading = static_cast<int>(i);
  }
  return heading;
}

void FindEmbedded(const Page& page, const FormWords& words, Findings& findings) {
  auto contact = words.kinds.find(FormKind::kContact);
  if (contact == words.kinds.end()) return;
  std::optional<Url> own = Url::Parse(page.url);
  std::vector<std::string> of_page = WordsOfText(CutUtf8(page.title, 150));
  if (own) {
    for (std::string& word : WordsOfName(PercentDecode(own->Path()))) {
      of_page.push_back(std::move(word));
    }
  }
  for (const Resource& resource : page.resources) {
    if (!IsEmbedded(words, resource)) continue;
    int heading = HeadingBefore(page, resource.node);
    std::string above = HeadingText(page, heading);
    std::string frame_title(
        resource.node < 0
            ? std::string_view()
            : page.document.Attr(resource.node, "title").value_or(std::string_view()));
    bool says_contact = contact->second.heading.Fits(WordsOfText(above)) ||
                        contact->second.heading.Fits(WordsOfText(frame_title)) ||
                        contact->second.pages.Fits(of_page);
    bool says_other = false;
    for (FormKind kind : {FormKind::kNewsletter, FormKind::kOther, FormKind::kBooking}) {
      auto other = words.kinds.find(kind);
      says_other = says_other || (other != words.kinds.end() &&
                                  (other->second.heading.Fits(WordsOfText(above)) ||
                                   other->second.heading.Fits(WordsOfText(frame_title))));
    }
    if (!says_contact || says_other) continue;
    ContactPoint point;
    point.channel = "form";
    std::optional<Url> url = Url::Parse(resource.url);
    bool is_frame = resource.kind == ResourceKind::kIframe && url.has_value();
    point.value = is_frame ? url->WithQuery("").WithoutFragment() : PageForm(page);
    point.url = is_frame ? resource.url : "";
    point.label = above.empty() ? frame_title : above;
    point.display = point.label;
    if (heading >= 0) {
      const TextBlock& block = page.blocks[static_cast<std::size_t>(heading)];
      point.region = block.region;
      point.position = block.position;
    }
    point.needs_javascript = !is_frame;
    if (resource.needs_consent)
      point.signals.push_back(Signal(Sign::kWaitsForConsent, url ? url->Host() : ""));
    point.signals.push_back("embeds a form of " + (url ? url->Host() : std::string()));
    point.confidence = Confidence::kLikely;
    point.quote = CutUtf8(resource.url, 300);
    point.place = resource.place;
    AddNew(std::move(point), findings);
  }
}

// "Stel je vraag" on a link to a form of another service. Such services make surveys, too, so the
// words of the link tell, or "form" in them under a heading that says contact.
bool SaysContactForm(const Page& page, const FormWords& words, const FormKindWords& contact,
                     const Link& link, const Vocabulary& vocabulary) {
  if (link.label.empty() || link.label.size() > kMaxLinkLabel) return false;
  const std::vector<std::string> label = WordsOfText(link.label);
  const std::vector<std::string> above = WordsOfText(HeadingText(page, link.heading));
  if (words.surveys.Fits(label)) return false;
  for (FormKind kind : {FormKind::kNewsletter, FormKind::kOther, FormKind::kBooking}) {
    const auto other = words.kinds.find(kind);
    if (other != words.kinds.end() && other->second.heading.Fits(label)) return false;
  }
  if (contact.heading.Fits(label)) return true;
  if (words.surveys.Fits(above) || !contact.heading.Fits(above)) return false;
  const auto named = vocabulary.FindChannels(link.label, page.lang);
  return std::any_of(named.begin(), named.end(),
                     [](const ChannelMatch& match) { return match.name->channel == "form"; });
}

void FindLinked(const Page& page, const Rules& rules, Findings& findings) {
  const auto contact = rules.forms.kinds.find(FormKind::kContact);
  const std::optional<Url> own = Url::Parse(page.url);
  if (contact == rules.forms.kinds.end() || !own) return;
  const std::string domain = RegistrableDomain(own->Host());
  const std::string here = own->Origin() + "/";
  int left = kMaxLinked;
  for (const Link& link : page.links) {
    if (link.label.empty() || link.url.starts_with(here)) continue;
    const std::optional<Url> url = Url::Parse(link.url);
    if (!url || !url->IsHttp() || RegistrableDomain(url->Host()) == domain) continue;
    if (!IsOfService(rules.forms, link.url) ||
        !SaysContactForm(page, rules.forms, contact->second, link, rules.vocabulary)) {
      continue;
    }
    ContactPoint point;
    point.channel = "form";
    point.value = url->WithQuery("").WithoutFragment();
    point.url = link.url;
    point.label = point.display = link.label;
    point.region = link.region;
    point.position = link.position;
    point.is_clickable = true;
    point.is_visible = link.is_visible;
    point.signals.push_back("links to a form of " + url->Host());
    point.confidence = Confidence::kLikely;
    point.quote = link.label;
    point.place = link.place;
    AddNew(std::move(point), findings);
    if (--left == 0) return;
  }
}

}  // namespace

void FindForms(const Page& page, const Rules& rules, const PageContext&, Findings& findings) {
  for (std::size_t i = 0; i < page.forms.size(); ++i) {
    const Form& form = page.forms[i];
    FormVerdict verdict = JudgeForm(page, form, rules.forms);
    FoundForm found;
    found.kind = verdict.kind;
    found.why = Join(verdict.signs, "; ");
    found.form = static_cast<int>(i);
    findings.forms.push_back(std::move(found));
    bool may_call = verdict.kind == FormKind::kOther || verdict.kind == FormKind::kContact;
    if (may_call && verdict.has_phone && verdict.promises_callback) {
      ContactPoint point = PointOf(page, form, verdict, rules);
      point.channel = "callback";
      point.confidence = Confidence::kLikely;
      findings.contacts.push_back(std::move(point));
    }
    if (verdict.kind == FormKind::kContact) {
      ContactPoint point = PointOf(page, form, verdict, rules);
      point.channel = "form";
      findings.contacts.push_back(std::move(point));
    }
  }
  FindEmbedded(page, rules.forms, findings);
  FindLinked(page, rules, findings);
}

}  // namespace klikpad
