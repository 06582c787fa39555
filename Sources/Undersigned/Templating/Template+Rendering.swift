import Tabular

extension Template {
  /// The template with values in its places.
  ///
  /// - Parameters:
  ///   - context: A value for every name that the template was checked against.
  ///   - format: What the file is, which decides how a text that others may have written does nothing there.
  ///   - language: The language of the file, which decides how numbers are written.
  /// - Returns: UTF-8.
  /// - Complexity: O(result), and the names of the contexts for each tag.
  public func render(
    _ context: TemplateContext, as format: TemplateFormat, in language: MessageLanguage = .english
  ) -> [UInt8] {
    var result: [UInt8] = []
    Template.render(nodes, [context], format, language, &result)
    return result
  }

  private static func render(
    _ nodes: [Node], _ stack: [TemplateContext], _ format: TemplateFormat, _ language: MessageLanguage,
    _ result: inout [UInt8]
  ) {
    for node in nodes {
      switch node {
      case .literal(let bytes): result += bytes
      case .variable(let tag):
        switch value(tag.path, stack) {
        case .text(let text): format.add(text, isolated: language.isRightToLeft, to: &result)
        case .wording(let text): format.addWording(text, to: &result)
        case .lines(let language, let lines): format.addLines(lines, in: language, to: &result)
        case .data(let text): format.addWhole(text, to: &result)
        case .number(let number): result += text(of: number, language).utf8
        case .markup(let text): result += text.utf8
        case .flag, .list, .group, nil: break
        }
      case .section(let tag, let isInverted, let inner):
        let value = value(tag.path, stack)
        let isThere = value?.isThere ?? false
        if isInverted {
          if !isThere { render(inner, stack, format, language, &result) }
          continue
        }
        guard isThere, let value else { continue }
        switch value {
        case .list(let contexts):
          for context in contexts { render(inner, stack + [context], format, language, &result) }
        case .group(let context): render(inner, stack + [context], format, language, &result)
        case .text, .wording, .lines, .data, .number, .flag, .markup: render(inner, stack, format, language, &result)
        }
      }
    }
  }

  private static func text(of number: Int, _ language: MessageLanguage) -> String {
    number < 0 ? language.decimal("-") + language.text(of: -number) : language.text(of: number)
  }

  private static func value(_ path: [String], _ stack: [TemplateContext]) -> TemplateValue? {
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
