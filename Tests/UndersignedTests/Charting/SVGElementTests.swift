import Testing

@testable import Undersigned

@Suite struct SVGElementTests {
  private func written(_ element: SVGElement) -> String {
    var text = ""
    element.write(to: &text)
    return text
  }

  @Test func anElementHoldsAttributesAndContentInOrder() {
    var group = SVGElement("g", ["class": "bar", "transform": nil, "lang": "en"], children: [SVGElement("path")])
    group.append(SVGElement("text", ["x": "1"], text: "Chile"))
    #expect(written(group) == "<g class=\"bar\" lang=\"en\"><path/><text x=\"1\">Chile</text></g>")
  }

  @Test(arguments: [
    ("a < b & \"c\" > 'd'", "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;"),
    ("]]><script>", "]]&gt;&lt;script&gt;"), ("tab\tnul\u{0}esc\u{1B}[31m", "tabnulesc[31m"),
    ("no\u{FFFE}n\u{FFFF}c\u{9F}", "nonc"), ("شيلي, 智利, Ñandú", "شيلي, 智利, Ñandú"), ("", ""),
  ]) func whatOthersWroteEndsNothing(text: String, escaped: String) {
    #expect(written(SVGElement("text", text: text)) == "<text>\(escaped)</text>")
    #expect(written(SVGElement("text", ["id": text])) == "<text id=\"\(escaped)\"/>")
  }

  @Test(arguments: [(0, "0"), (12, "12"), (12.5, "12.5"), (12.04, "12"), (12.96, "13"), (-0.04, "0"), (-7.25, "-7.3")])
  func coordinatesHaveOneDecimalAtMost(value: Double, text: String) {
    #expect(SVGElement.number(value) == text)
  }
}
