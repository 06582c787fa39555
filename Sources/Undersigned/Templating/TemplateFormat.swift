/// What a file is that a template gives: it decides how text that others wrote goes in without doing anything there.
public enum TemplateFormat: Hashable, Sendable {
  /// HTML: in elements and in quoted attributes, never in `<script>` or `<style>`.
  case html
  /// GitHub Flavored Markdown, within a line.
  case markdown
  /// Plain text: on one line, without controls and invisible marks that reorder it.
  case plain

  /// The format of a file by its name's ending.
  public init(ofFile name: String) {
    let ending = name.split(separator: ".", omittingEmptySubsequences: false).last.map { $0.lowercased() } ?? ""
    switch ending {
    case "html", "htm", "xhtml", "svg", "xml": self = .html
    case "md", "markdown": self = .markdown
    default: self = .plain
    }
  }

  /// Adds a text, shortened where it is very long.
  ///
  /// - Parameter isolated: Whether the lines around it run from right to left: then a text with Latin letters stands
  ///   between marks that keep it and what is around it in order. In HTML that is for the template to do, by `<bdi>`.
  func add(_ text: String, isolated: Bool = false, to bytes: inout [UInt8]) {
    switch self {
    case .html: HTMLText.add(text, to: &bytes)
    case .markdown: bytes += TemplateFormat.line(MarkdownText.inert(text), isolated: isolated).utf8
    case .plain: bytes += TemplateFormat.line(VisibleText.oneLine(text), isolated: isolated).utf8
    }
  }

  private static func line(_ text: String, isolated: Bool) -> String {
    let hasLatin = text.utf8.contains { (0x41...0x5A).contains($0 & 0xDF) }
    return isolated && hasLatin ? "\u{2068}\(text)\u{2069}" : text
  }

  /// Adds a text as long as it is.
  func addWhole(_ text: String, to bytes: inout [UInt8]) {
    switch self {
    case .html: HTMLText.addWhole(VisibleText.oneLine(text), to: &bytes)
    case .markdown: bytes += MarkdownText.inert(text, limit: .max).utf8
    case .plain: bytes += VisibleText.oneLine(text).utf8
    }
  }

  /// Adds the program's own words, in which emphasis and code are marked as in Markdown.
  func addWording(_ text: String, to bytes: inout [UInt8]) {
    switch self {
    case .html: HTMLText.addWording(text, to: &bytes)
    case .markdown: bytes += text.utf8
    case .plain: bytes += text.utf8.filter { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "`") }
    }
  }

  /// Adds lines of a file as a block of code, or as they are where there is no such thing.
  func addLines(_ lines: [String], in language: String, to bytes: inout [UInt8]) {
    switch self {
    case .html:
      bytes += "<pre><code>".utf8
      for line in lines {
        HTMLText.addWhole(VisibleText.oneLine(line), to: &bytes)
        bytes += "\n".utf8
      }
      bytes += "</code></pre>".utf8
    case .markdown:
      if let last = bytes.last, last != UInt8(ascii: "\n") { bytes += "\n\n".utf8 }
      bytes += MarkdownText.block(lines, in: language).utf8
    case .plain: bytes += lines.map(VisibleText.oneLine).joined(separator: "\n").utf8
    }
  }
}
