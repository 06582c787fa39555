/// What saved pages of an interface say about the whole: how many records there are, and whether more pages follow.
///
/// Sources: OSDI (`total_records`, `total_pages`, `page`, `_links.next`), Airtable (`offset`), ActionKit
/// (`meta.total_count`, `meta.next`), Typeform (`total_items`, `page_count`), UK Parliament (`links.next`), KoboToolbox
/// and other Django services (`count`, `next`), SurveyMonkey (`total`, `per_page`, `links.next`); others put the same
/// words into `meta`, `pagination` or `info`.
struct JSONPaging: Sendable {
  /// How many pages were saved.
  var pages: Int
  /// How many records they hold.
  var records: Int
  /// How many records there are, as the pages say.
  var totalRecords: Int?
  var totalPages: Int?
  /// The number of the first saved page, from 1.
  var page: Int?
  /// Whether each saved page says that one more follows.
  var hasNext = false
  /// Where the first page says so.
  var offset = 0

  /// Whether records are missing.
  var isIncomplete: Bool {
    if let totalRecords { return records < totalRecords }
    if let totalPages, totalPages > pages { return true }
    return hasNext
  }

  /// Reads what the units say beside their records; nothing when units are records themselves.
  init?(_ outline: JSONOutline, _ layout: JSONLayout, _ scanner: JSONScanner) {
    let tree = outline.tree
    guard !layout.steps.isEmpty, tree.nodes[0].objects > 0 else { return nil }
    pages = tree.nodes[0].objects
    records = layout.records.reduce(0) { $0 + tree.nodes[$1].values }
    func node(_ path: [StaticString]) -> Int? {
      var node = 0
      for step in path {
        node = tree.child(of: node, named: step)
        if node < 0 { return nil }
      }
      return node
    }
    func number(_ path: [StaticString]) -> (value: Int, offset: Int)? {
      guard let node = node(path), tree.nodes[node].firstScalar >= 0 else { return nil }
      var scanner = scanner
      scanner.offset = tree.nodes[node].firstScalar
      let range = scanner.byte == JSONByte.quote ? scanner.skipString().range : scanner.skipScalar()
      guard let value = Int(String(decoding: scanner.text[range], as: UTF8.self)), value >= 0 else { return nil }
      return (value, tree.nodes[node].firstOffset)
    }
    func first(_ paths: [[StaticString]]) -> (value: Int, offset: Int)? {
      paths.lazy.compactMap { number($0) }.first
    }
    // Services put what they say of pages beside the records, or into an object of its own.
    let holders: [[StaticString]] = [
      [], ["meta"], ["pagination"], ["meta", "pagination"], ["meta", "page"], ["page"], ["paging"], ["info"],
      ["page_info"], ["pageInfo"], ["metadata"], ["metadata", "pagination"], ["_meta"],
    ]
    func anywhere(_ names: [StaticString]) -> [[StaticString]] {
      holders.flatMap { holder in names.map { holder + [$0] } }
    }
    var totals = anywhere([
      "total_records", "total_count", "total_items", "total", "totalCount", "totalItems", "total_results",
      "totalResults", "totalElements", "total_entries", "totalRecords",
    ])
    // A bare `count` may be that of the page, unless it stands beside links to other pages.
    if node(["next"]) != nil || node(["previous"]) != nil { totals.append(["count"]) }
    let total = first(totals)
    totalRecords = total?.value
    let pageTotal = first(
      anywhere(["total_pages", "page_count", "totalPages", "pageCount", "pages", "last_page", "lastPage", "num_pages"]))
    totalPages = pageTotal?.value
    page = first(anywhere(["page", "current_page", "currentPage", "page_number", "number"]))?.value
    if totalPages == nil, let totalRecords,
      let size = first(anywhere(["per_page", "perPage", "page_size", "pageSize", "limit"]))?.value,
      size > 0
    {
      totalPages = (totalRecords + size - 1) / size
    }
    var links: [[StaticString]] = [
      ["next"], ["links", "next"], ["_links", "next"], ["_links", "next", "href"], ["meta", "next"],
      ["meta", "links", "next"], ["paging", "next"], ["pagination", "next"], ["info", "next"],
      ["pagination", "next_url"], ["pagination", "links", "next"], ["response_metadata", "next_cursor"],
    ]
    links += anywhere(["next_page", "next_page_url", "next_page_token", "nextPageToken", "next_cursor", "nextCursor"])
    // Airtable's is text; as a number it is where this page begins.
    links.append(["offset"])
    var nextOffset: Int?
    for link in links {
      guard let node = node(link), tree.nodes[node].strings == pages else { continue }
      hasNext = true
      nextOffset = tree.nodes[node].firstOffset
      break
    }
    let more = anywhere(["has_more", "hasMore", "has_next", "hasNextPage"]).lazy.compactMap { node($0) }.first
    if let more, tree.nodes[more].trues == pages {
      hasNext = true
      nextOffset = nextOffset ?? tree.nodes[more].firstOffset
    }
    offset = total?.offset ?? pageTotal?.offset ?? nextOffset ?? 0
  }

  /// `page 1 of 4: holds 25 of 88 records`.
  var message: String {
    var message: String
    if pages == 1 {
      message = "page \(page.map { $0 > 0 ? $0 : 1 } ?? 1)"
      if let totalPages, totalPages > 1 { message += " of \(totalPages)" }
    } else {
      message = "\(pages) pages"
      if let totalPages, totalPages > pages { message = "\(pages) of \(totalPages) pages" }
    }
    if let totalRecords { return message + ": holds \(records) of \(totalRecords) records" }
    return message + ": holds \(records) records, and more pages follow"
  }
}
