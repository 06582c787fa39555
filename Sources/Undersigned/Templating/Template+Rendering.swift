import Tabular

extension Template {
  /// The most that a template makes unless told otherwise: 256 MiB.
  public static let renderedBytes = 256 << 20

  /// The template with values in its places.
  ///
  /// - Parameters:
  ///   - context: A value for every name that the template was checked against.
  ///   - format: What the file is, which decides how a text that others may have written does nothing there.
  ///   - language: The language of the file, which decides how numbers are written.
  ///   - limit: How many bytes it may make; each turn of a section counts as one as well, so that lists inside lists
  ///     that print nothing come to an end too.
  /// - Returns: UTF-8.
  /// - Throws: `malformedTemplate` at the tag at which there are more.
  /// - Complexity: O(result), and the names of the contexts for each tag.
  public func render(
    _ context: TemplateContext, as format: TemplateFormat, in language: MessageLanguage = .english,
    limit: Int = renderedBytes
  ) throws(PipelineError) -> [UInt8] {
    var rendering = Rendering(format: format, language: language, limit: limit)
    try rendering.render(nodes, [context])
    return rendering.result
  }

  /// What was made so far.
  private struct Rendering {
    let format: TemplateFormat
    let language: MessageLanguage
    let limit: Int
    var result: [UInt8] = []
    private var turns = 0

    init(format: TemplateFormat, language: MessageLanguage, limit: Int) {
      self.format = format
      self.language = language
      self.limit = limit
    }

    mutating func render(_ nodes: [Node], _ stack: [TemplateContext]) throws(PipelineError) {
      for node in nodes {
        switch node {
        case .literal(let bytes): result += bytes
        case .variable(let tag):
          add(value(tag.path, stack))
          try check(tag)
        case .section(let tag, let isInverted, let inner):
          let value = value(tag.path, stack)
          let isThere = value?.isThere ?? false
          if isInverted {
            if !isThere { try turn(tag, inner, stack) }
            continue
          }
          guard isThere, let value else { continue }
          switch value {
          case .list(let contexts):
            for context in contexts { try turn(tag, inner, stack + [context]) }
          case .group(let context): try turn(tag, inner, stack + [context])
          case .text, .wording, .lines, .data, .number, .flag, .markup: try turn(tag, inner, stack)
          }
        }
      }
    }

    private mutating func turn(
      _ tag: TemplateTag, _ inner: [Node], _ stack: [TemplateContext]
    ) throws(PipelineError) {
      turns += 1
      try render(inner, stack)
      try check(tag)
    }

    private func check(_ tag: TemplateTag) throws(PipelineError) {
      guard result.count + turns > limit else { return }
      throw tag.error(
        "here the file passes the limit 'rendered-bytes', \(limit)",
        "look for lists inside lists; if all is meant, raise it: --limit rendered-bytes=<number>")
    }

    private mutating func add(_ value: TemplateValue?) {
      switch value {
      case .text(let text): format.add(text, isolated: language.isRightToLeft, to: &result)
      case .wording(let text): format.addWording(text, to: &result)
      case .lines(let language, let lines): format.addLines(lines, in: language, to: &result)
      case .data(let text): format.addWhole(text, to: &result)
      case .number(let number): result += text(of: number).utf8
      case .markup(let text): result += text.utf8
      case .flag, .list, .group, nil: break
      }
    }

    private func text(of number: Int) -> String {
      number < 0 ? language.decimal("-") + language.text(of: -number) : language.text(of: number)
    }

    private func value(_ path: [String], _ stack: [TemplateContext]) -> TemplateValue? {
      for context in stack.reversed() {
        guard var value = context[path[0]] else { continue }
        for step in path.dropFirst() {
          switch value {
          case .group(let inner):
            guard let next = inner[step] else { return nil }
            value = next
          case .number(let number) where step == "digits": value = .markup(String(number))
          default: return nil
          }
        }
        return value
      }
      return nil
    }
  }
}
