// JSON-LD, microdata and RDFa of a page as items in one shape: an object with "@type", "@id" and
// properties, each a value or a list of values.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/page.h"
#include "page/resolve.h"
#include "page/tree.h"

namespace klikpad {

constexpr std::size_t kMaxDataItems = 1000;
constexpr int kMaxDataDepth = 16;

// In document order.
std::vector<DataItem> FindStructuredData(const Tree& tree, const std::vector<std::uint8_t>& hidden,
                                         const Resolver& resolver);

// <script type="application/ld+json">: lists and @graph become one item each, nested objects stay.
void FindJsonLd(const Tree& tree, std::vector<DataItem>& items);
// Microdata to JSON (HTML §5.5.2), top-level items; @type without the vocabulary's address.
void FindMicrodata(const Tree& tree, const std::vector<std::uint8_t>& hidden,
                   const Resolver& resolver, std::vector<DataItem>& items);
// RDFa Lite 1.1: vocab, typeof, property, resource, prefix; content, href, src and datetime as
// values.
void FindRdfa(const Tree& tree, const std::vector<std::uint8_t>& hidden, const Resolver& resolver,
              std::vector<DataItem>& items);

// "http://schema.org/Organization" → "Organization", "schema:Thing" → "Thing".
std::string ShortType(std::string_view type);
// Adds a property; a second value of that name makes a list.
void AddProperty(Json& object, const std::string& name, Json value);

}  // namespace klikpad
