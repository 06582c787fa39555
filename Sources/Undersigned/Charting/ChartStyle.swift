/// The colours and fonts of charts: one set of rules for files and for the page.
///
/// Text stands out from what is behind it by 4.5 to 1 or more and marks by 3 to 1, in light and in dark; where a shade
/// tells a number, the number is printed on it.
enum ChartStyle {
  /// For a file: the rules and the colour of its paper.
  static let file = page + " .drawing .paper{fill:var(--c-paper)}"

  /// For a page that holds charts.
  static let page = """
    .drawing{\(light);font-family:system-ui,-apple-system,Segoe UI,Noto Sans,Liberation Sans,sans-serif;\
    font-size:13px;font-variant-numeric:tabular-nums} \
    @media screen and (prefers-color-scheme:dark){.drawing{\(dark)}} \
    .drawing text{fill:var(--c-ink)} .drawing .middle{text-anchor:middle} .drawing .end{text-anchor:end} .drawing .head{font-size:17px;font-weight:650} \
    .drawing .strong{font-weight:650} .drawing .small{font-size:11.5px} .drawing .quiet{fill:var(--c-quiet)} \
    .drawing .note{fill:var(--c-quiet);font-size:11.5px} .drawing .axis{fill:var(--c-quiet);font-size:11.5px} \
    .drawing .rule{stroke:var(--c-rule);stroke-width:1} .drawing .base{stroke:var(--c-quiet);stroke-width:1} \
    .drawing .bar{fill:var(--c-mark)} .drawing .apart{fill:var(--c-apart)} \
    .drawing .open{fill:var(--c-paper);stroke:var(--c-mark);stroke-width:1.5} \
    .drawing .open.apart{fill:var(--c-paper);stroke:var(--c-apart)} \
    .drawing .curve{fill:none;stroke:var(--c-mark);stroke-width:2.5;stroke-linejoin:round} \
    .drawing .under{fill:var(--c-1)} .drawing .dot{fill:var(--c-mark);stroke:var(--c-paper);stroke-width:1.5} \
    .drawing .told{stroke:var(--c-told);stroke-width:1.5;stroke-dasharray:4 3} \
    .drawing .cut{stroke:var(--c-paper);stroke-width:3} .drawing .flag{font-size:11.5px;stroke:var(--c-paper);stroke-width:4px;paint-order:stroke} \
    .drawing .told-dot{fill:var(--c-told);stroke:var(--c-paper);stroke-width:1.5} \
    .drawing .s0{fill:none;stroke:var(--c-rule);stroke-width:1} .drawing .s1{fill:var(--c-1)} \
    .drawing .s2{fill:var(--c-2)} .drawing .s3{fill:var(--c-3)} .drawing .s4{fill:var(--c-4)} \
    .drawing .on{fill:var(--c-on);font-size:12.5px} .drawing .on4{fill:var(--c-on4);font-size:12.5px} \
    .drawing .tile{stroke:var(--c-mark);stroke-width:1} .drawing .code{font-size:8.5px} \
    .drawing .none{fill:var(--c-quiet);font-size:8.5px} .drawing .many{font-size:11px;font-weight:650}
    """

  private static let light =
    "--c-paper:#fff;--c-ink:#1a2026;--c-quiet:#55606b;--c-rule:#c3cad0;--c-mark:#1f7480;--c-apart:#6c7680;"
    + "--c-told:#a8400f;--c-1:#e0f0f1;--c-2:#b5dbde;--c-3:#7dbfc5;--c-4:#0d5560;--c-on:#10191c;--c-on4:#fff"
  private static let dark =
    "--c-paper:#13171a;--c-ink:#e8ecee;--c-quiet:#a4aeb6;--c-rule:#3f4a52;--c-mark:#5fb6c0;--c-apart:#98a2ab;"
    + "--c-told:#ffa36b;--c-1:#17333a;--c-2:#1d4850;--c-3:#246069;--c-4:#8fdae2;--c-on:#f2f7f8;--c-on4:#0c1518"
}
