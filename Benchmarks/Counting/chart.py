"""A chart of CPU seconds by records, as SVG."""

from html import escape

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 640, 360, 60, 46, 20
COLORS = ["#0b6e4f", "#b35c00", "#3b4cc0", "#8a1c7c", "#555555"]


def chart(points):
    """Draws a line for each name.

    points: name -> list of (records, seconds).
    """
    most = max(records for line in points.values() for records, _ in line)
    slowest = max(seconds for line in points.values() for _, seconds in line)
    plot = WIDTH - LEFT - 120, HEIGHT - BOTTOM - TOP

    def place(records, seconds):
        return LEFT + plot[0] * records / most, HEIGHT - BOTTOM - plot[1] * seconds / slowest

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" font-family="sans-serif" '
        'font-size="12"><title>CPU seconds by records</title>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<path d="M{LEFT},{TOP}V{HEIGHT - BOTTOM}H{WIDTH - 120}" fill="none" stroke="#333"/>',
    ]
    for step in range(5):
        seconds, records = slowest * step / 4, most * step / 4
        x, y = place(records, seconds)
        parts.append(f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{seconds:.1f}</text>')
        parts.append(
            f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{records / 1e6:.1f} M</text>')
    parts.append(f'<text x="{LEFT}" y="14">CPU seconds</text>')
    parts.append(f'<text x="{WIDTH - 120}" y="{HEIGHT - 8}" text-anchor="end">records</text>')
    for color, (name, line) in zip(COLORS, points.items()):
        places = [place(*point) for point in sorted(line)]
        path = "L".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts.append(f'<path d="M{path}" fill="none" stroke="{color}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{color}"/>' for x, y in places]
        x, y = places[-1]
        parts.append(f'<text x="{x + 8:.1f}" y="{y + 4:.1f}" fill="{color}">{escape(name)}</text>')
    return "\n".join(parts + ["</svg>"]) + "\n"
