/// A chart as marks on a plane, with all that it says in words.
struct ChartDrawing: Sendable {
  /// A name for the file and for ids, such as `by-country`.
  var name: String
  /// What the chart shows, in a few words.
  var title: String
  /// Everything that a reader of the picture learns, in words.
  var description: String
  /// What the marks need to be understood, on lines below them.
  var notes: [String] = []
  /// The width of the plane; the text of a chart is 13 units high.
  var width: Double
  /// The height of the marks.
  var height: Double
  /// Whether the marks run with the direction of reading; a map does not.
  var isMirrored = true
  /// What is drawn, the lowest first.
  var marks: [ChartMark] = []

  /// The space around everything in a file.
  private static let margin = 16.0
  private static let noteSize = 11.5
  private static let noteLine = 16.0

  /// The picture by itself, an SVG file: with its title, the letter's and its colours.
  ///
  /// - Parameter letter: The letter's title; may be empty.
  func file(letter: String, words: ChartWords) -> String {
    let margin = ChartDrawing.margin
    let head = letter.isEmpty ? 34.0 : 54.0
    var marks: [ChartMark] = [
      .text(
        TextWidth.cut(title, to: width, size: 17), ChartMark.Point(x: 0, y: 16), style: "head",
        about: TextWidth.of(title, size: 17) > width ? title : "")
    ]
    if !letter.isEmpty {
      let shown = TextWidth.cut(letter, to: width, size: 13)
      marks.append(.text(shown, ChartMark.Point(x: 0, y: 36), style: "quiet", about: shown == letter ? "" : letter))
    }
    let notes = notes(words)
    let size = (width: width + 2 * margin, height: head + height + notes.height + 2 * margin)
    var root = root(words, id: name, letter: letter, size: size, isFile: true)
    root.append(SVGElement("style", text: ChartStyle.file))
    root.append(
      SVGElement(
        "rect", ["class": "paper", "width": SVGElement.number(size.width), "height": SVGElement.number(size.height)]))
    root.append(group(marks, words, x: margin, y: margin))
    root.append(group(self.marks, words, x: margin, y: margin + head, mirrors: isMirrored))
    if !notes.marks.isEmpty { root.append(group(notes.marks, words, x: margin, y: margin + head + height)) }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    root.write(to: &text)
    return text + "\n"
  }

  /// The picture for a page that shows its title and its notes beside it and has `ChartStyle.page` among its styles.
  func inline(letter: String, words: ChartWords) -> String {
    var root = root(words, id: "chart-\(name)", letter: letter, size: (width, height), isFile: false)
    root.append(group(marks, words, x: 0, y: 0, mirrors: isMirrored))
    var text = ""
    root.write(to: &text)
    return text
  }

  /// The `<svg>` with its text alternative.
  private func root(
    _ words: ChartWords, id: String, letter: String, size: (width: Double, height: Double), isFile: Bool
  ) -> SVGElement {
    let (width, height) = (SVGElement.number(size.width), SVGElement.number(size.height))
    return SVGElement(
      "svg",
      [
        "xmlns": isFile ? "http://www.w3.org/2000/svg" : nil, "class": "drawing", "viewBox": "0 0 \(width) \(height)",
        "width": width, "height": height, "role": "img", "aria-labelledby": "\(id)-title \(id)-desc",
        "lang": words.language.rawValue, "xml:lang": isFile ? words.language.rawValue : nil,
        "direction": words.language.isRightToLeft ? "rtl" : nil,
      ],
      children: [
        SVGElement(
          "title", ["id": "\(id)-title"],
          text: letter.isEmpty ? title : words(.ofLetter, ["title": title, "letter": letter])),
        SVGElement("desc", ["id": "\(id)-desc"], text: description),
      ])
  }

  private func group(
    _ marks: [ChartMark], _ words: ChartWords, x: Double, y: Double, mirrors: Bool = true
  ) -> SVGElement {
    let place = x == 0 && y == 0 ? nil : "translate(\(SVGElement.number(x)) \(SVGElement.number(y)))"
    let elements = marks.map { $0.element(mirroredIn: words.language.isRightToLeft && mirrors ? width : nil) }
    return SVGElement("g", ["transform": place], children: elements)
  }

  private func notes(_ words: ChartWords) -> (marks: [ChartMark], height: Double) {
    let lines = notes.flatMap { TextWidth.wrap($0, to: width, size: ChartDrawing.noteSize, lines: 4) }
    guard !lines.isEmpty else { return ([], 0) }
    let marks = lines.enumerated().map { index, line in
      ChartMark.text(
        line, ChartMark.Point(x: 0, y: 20 + Double(index) * ChartDrawing.noteLine), style: "note")
    }
    return (marks, 12 + Double(lines.count) * ChartDrawing.noteLine)
  }
}
