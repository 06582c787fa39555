/// One thing that a chart draws, in a plane whose first axis runs the way that people read.
///
/// Charts are laid out once, from left to right; for a language that reads the other way, `element` mirrors them.
enum ChartMark: Sendable {
  /// Where a text stands by its point, as people read.
  enum Anchor: String, Sendable {
    case start, middle, end
  }

  /// A point of the plane.
  struct Point: Sendable {
    var x: Double
    var y: Double
  }

  /// A rectangle; `about` is what a pointer that rests on it is told.
  case box(x: Double, y: Double, width: Double, height: Double, style: String, about: String = "")
  /// Squares of one size and style, by their corners.
  case squares([Point], size: Double, style: String)
  /// A straight line.
  case line(from: Point, to: Point, style: String)
  /// A line through points.
  case path([Point], style: String)
  /// The area between a line through points and a level below it.
  case area([Point], base: Double, style: String)
  /// A dot.
  case dot(Point, radius: Double, style: String)
  /// Words on one line; `about` is the whole of what is cut short.
  case text(String, Point, anchor: Anchor = .start, style: String, about: String = "")

  /// The mark as SVG.
  ///
  /// - Parameter width: The width in which it is mirrored; nothing to leave it as it is.
  func element(mirroredIn width: Double?) -> SVGElement {
    let number = SVGElement.number
    func across(_ x: Double) -> Double { width.map { $0 - x } ?? x }
    func corner(_ x: Double, _ size: Double) -> Double { width.map { $0 - x - size } ?? x }
    func course(_ points: [Point]) -> String {
      var text = ""
      for (index, point) in points.enumerated() {
        if index > 0, point.y == points[index - 1].y {
          text += "H\(number(across(point.x)))"
        } else if index > 0, point.x == points[index - 1].x {
          text += "V\(number(point.y))"
        } else {
          text += "\(index == 0 ? "M" : "L")\(number(across(point.x))) \(number(point.y))"
        }
      }
      return text
    }
    func told(_ about: String) -> [SVGElement] { about.isEmpty ? [] : [SVGElement("title", text: about)] }

    switch self {
    case .box(let x, let y, let boxWidth, let height, let style, let about):
      return SVGElement(
        "rect",
        [
          "class": style, "x": number(corner(x, boxWidth)), "y": number(y), "width": number(boxWidth),
          "height": number(height),
        ], children: told(about))
    case .squares(let corners, let size, let style):
      let side = number(size)
      let course = corners.map { "M\(number(corner($0.x, size))) \(number($0.y))h\(side)v\(side)h-\(side)z" }
      return SVGElement("path", ["class": style, "d": course.joined()])
    case .line(let from, let to, let style):
      return SVGElement(
        "line",
        [
          "class": style, "x1": number(across(from.x)), "y1": number(from.y), "x2": number(across(to.x)),
          "y2": number(to.y),
        ])
    case .path(let points, let style):
      return SVGElement("path", ["class": style, "d": course(points)])
    case .area(let points, let base, let style):
      guard let first = points.first, let last = points.last else { return SVGElement("g") }
      let closed = points + [Point(x: last.x, y: base), Point(x: first.x, y: base)]
      return SVGElement("path", ["class": style, "d": course(closed) + "z"])
    case .dot(let center, let radius, let style):
      return SVGElement(
        "circle",
        ["class": style, "cx": number(across(center.x)), "cy": number(center.y), "r": number(radius)])
    case .text(let words, let point, let anchor, let style, let about):
      // The direction of the whole picture turns `start` and `end` with it.
      let classes = anchor == .start ? style : "\(style) \(anchor.rawValue)"
      return SVGElement(
        "text", ["class": classes, "x": number(across(point.x)), "y": number(point.y)],
        [.text(words)] + told(about).map(SVGElement.Content.element))
    }
  }
}
