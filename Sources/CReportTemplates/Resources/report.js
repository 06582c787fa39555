"use strict";
// Sorting, searching and reviewing. Without this script the page shows everything; it computes no figure that the
// program computes: orders, compare forms and outcomes are handed along as data.

const $ = (id) => document.getElementById(id);
const data = (id) => JSON.parse($(id).textContent);

// Words ----------------------------------------------------------------------------------------------------------

const words = data("words");
const plurals = new Intl.PluralRules(words.language);

/** A whole number with the language's mark between thousands, as the program writes it. */
function inDigits(number) {
  const digits = String(number);
  return digits.length < words.least ? digits : digits.replace(/\B(?=(\d{3})+$)/g, words.group);
}

/** A message beside a number, with what stands in its places. */
function say(name, number = 0, places = {}) {
  const forms = words.messages[name];
  const form = forms[plurals.select(number)] ?? forms.other;
  return form.replace(/\{(\w+)\}/g, (whole, place) =>
    place === "n" ? inDigits(number) : (places[place] ?? whole),
  );
}

// Searching ------------------------------------------------------------------------------------------------------

const folds = data("folds");

/** What somebody types, in words of the compare form that the rows hold. */
function foldedWords(text) {
  let result = "";
  for (const character of text.normalize("NFC")) {
    const fold = folds[character];
    if (fold !== undefined) result += fold;
    else result += /[\p{L}\p{N}\p{M}]/u.test(character) ? character.toLowerCase() : " ";
  }
  return result.split(" ").filter((word) => word !== "");
}

/** Rows of a table that can be narrowed by words and by choices. */
class FilteredTable {
  static atOnce = 300;

  constructor(table) {
    this.body = table.tBodies[0];
    this.rows = [...this.body.rows].map((row) => ({
      row,
      order: row.dataset.o.split(" ").map(Number),
      search: row.dataset.q,
    }));
    this.words = [];
    this.choices = new Map();
    this.status = null;
    this.noun = table.id === "organization-table" ? "organizations" : "rows";
  }

  apply() {
    const choices = [...this.choices].filter(([, value]) => value !== "");
    const isShown = ({ order, search }) =>
      this.words.every((word) => search.includes(word)) &&
      choices.every(([column, value]) => order[column] === Number(value));
    const found = this.rows.filter(isShown);
    this.reveal(found);
    if (!this.status) return;
    const [shown, all] = [found.length, this.rows.length];
    const whole = say(this.noun, all);
    this.status.textContent = shown === all ? whole : say("shown", all, { shown: inDigits(shown), all: whole });
  }

  /** Shows these rows and no others: the first at once, the rest bit by bit, so that thousands don't halt the page. */
  reveal(found) {
    clearTimeout(this.rest);
    const wanted = new Set(found.slice(0, FilteredTable.atOnce));
    for (const entry of this.rows) entry.row.hidden = !wanted.has(entry);
    let place = wanted.size;
    const more = () => {
      for (const { row } of found.slice(place, (place += FilteredTable.atOnce))) row.hidden = false;
      if (place < found.length) this.rest = setTimeout(more, 20);
    };
    if (place < found.length) this.rest = setTimeout(more, 20);
  }

  sort(column, isDescending) {
    const sign = isDescending ? -1 : 1;
    // Equal ones stay in the order of the report, whichever way.
    this.rows.forEach((entry, index) => (entry.place ??= index));
    this.rows.sort((one, other) => sign * (one.order[column] - other.order[column]) || one.place - other.place);
    for (const entry of this.rows) entry.row.hidden = true;
    this.body.append(...this.rows.map((entry) => entry.row));
    this.apply();
  }
}

const tables = new Map();
for (const table of document.querySelectorAll("table.sortable")) {
  const filtered = new FilteredTable(table);
  tables.set(table.id, filtered);
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      // Numbers begin with the largest, names with the first.
      const now = heading.getAttribute("aria-sort");
      const isDescending = now === null ? heading.classList.contains("n") : now === "ascending";
      for (const other of headings) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", isDescending ? "descending" : "ascending");
      filtered.sort(column, isDescending);
    });
  });
}

for (const input of document.querySelectorAll("input[data-filter]")) {
  const filtered = tables.get(input.dataset.filter);
  const tools = input.closest(".tools");
  filtered.status = tools.querySelector(".count");
  tools.hidden = false;
  let pending = 0;
  input.addEventListener("input", () => {
    clearTimeout(pending);
    pending = setTimeout(() => {
      filtered.words = foldedWords(input.value);
      filtered.apply();
    }, 60);
  });
  for (const select of tools.querySelectorAll("select[data-column]")) {
    select.addEventListener("change", () => {
      filtered.choices.set(Number(select.dataset.column), select.value);
      filtered.apply();
    });
  }
  filtered.apply();
}

const isTyping = (target) => target.closest("input, select, textarea") !== null;

// On paper everything stands open.
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open])")];
  for (const details of opened) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
});

// Reviewing ------------------------------------------------------------------------------------------------------

/** Looks up what decisions make of the headline: the program worked out how each group of pairs can end up. */
class Outcomes {
  constructor({ organizations, countries, falls, groups }) {
    this.organizations = organizations;
    this.falls = falls;
    this.settled = countries.split(",").filter((code) => code !== "");
    this.groups = groups.map((group) => ({
      ...group,
      outcomes: group.outcomes.map(([joined, becomes, countries]) => ({
        joined,
        becomes,
        countries: countries.split(","),
      })),
    }));
  }

  /** The outcome that is reported of a group, and those still possible; nothing where verdicts contradict each other. */
  static state(group, verdicts) {
    if (group.ends.length > 0) return Outcomes.counted(group, verdicts);
    let [same, apart] = [0, 0];
    group.ranks.forEach((rank, index) => {
      const verdict = verdicts.get(rank);
      if (verdict === "same") same |= group.same[index];
      else if (verdict !== undefined) apart |= group.apart[index];
    });
    const possible = group.outcomes.filter(({ joined }) => (joined & same) === same && (joined & apart) === 0);
    if (possible.length === 0) return null;
    // What is accepted joins so much and no more; every other outcome that is possible joins more.
    const reported = possible.reduce((one, other) => (one.countries.length >= other.countries.length ? one : other));
    return { reported, possible };
  }

  /** The same for a group with too many pairs to work out: what is accepted joins, and what is not rejected can. */
  static counted(group, verdicts) {
    const [apart] = group.outcomes;
    const joined = (isJoined) => {
      const parent = apart.becomes.slice();
      const root = (index) => (parent[index] === index ? index : (parent[index] = root(parent[index])));
      group.ranks.forEach((rank, index) => {
        if (isJoined(verdicts.get(rank))) parent[root(group.ends[2 * index])] = root(group.ends[2 * index + 1]);
      });
      const roots = [...new Set(apart.becomes.map(root))];
      const becomes = apart.becomes.map((index) => roots.indexOf(root(index)));
      const countries = roots.map((_, cluster) =>
        apart.countries.find((code, index) => code !== "" && becomes[index] === cluster) ?? "",
      );
      return { becomes, countries };
    };
    const reported = joined((verdict) => verdict === "same");
    const isContradicted = group.ranks.some((rank, index) => {
      const verdict = verdicts.get(rank);
      const [one, other] = [group.ends[2 * index], group.ends[2 * index + 1]];
      return verdict !== undefined && verdict !== "same" && reported.becomes[one] === reported.becomes[other];
    });
    if (isContradicted) return null;
    return { reported, possible: [joined((verdict) => verdict === undefined || verdict === "same")] };
  }

  /** The headline; nothing where the verdicts contradict each other. */
  headline(verdicts) {
    const states = this.groups.map((group) => Outcomes.state(group, verdicts));
    if (states.includes(null)) return null;
    const sum = (count) => states.reduce((total, state) => total + count(state), this.organizations);
    const codes = states.flatMap(({ reported }) => reported.countries).filter((code) => code !== "");
    return {
      organizations: sum(({ reported }) => reported.countries.length),
      fewest: sum(({ possible }) => Math.min(...possible.map(({ countries }) => countries.length))),
      countries: new Set([...this.settled, ...codes]).size,
      fewestCountries: this.fewestCountries(states),
    };
  }

  /** The fewest countries that the open pairs can leave: what becomes one can have the country of any of its parts. */
  fewestCountries(states) {
    const fixed = new Set(this.settled);
    const choices = ({ reported, possible }) =>
      possible.map(({ becomes, countries }) =>
        countries.map((_, cluster) => {
          const parts = reported.becomes.filter((_, member) => becomes[member] === cluster);
          return [...new Set(parts.map((part) => reported.countries[part]))];
        }),
      );
    let open = states.map(choices);
    for (let count = -1; count !== fixed.size; ) {
      count = fixed.size;
      const isFree = (codes) => codes.some((code) => code === "" || fixed.has(code));
      open = open.map((ways) => ways.map((clusters) => clusters.filter((codes) => !isFree(codes))));
      open = open.filter((ways) => ways.every((clusters) => clusters.length > 0));
      for (const [clusters, ...others] of open) {
        if (others.length === 0) for (const [code, ...rest] of clusters) if (rest.length === 0) fixed.add(code);
      }
    }
    let best = Infinity;
    let steps = 0;
    const search = (index, chosen) => {
      steps += 1;
      if (steps > 20000 || chosen.size >= best) return;
      if (index === open.length) best = chosen.size;
      else for (const clusters of open[index]) choose(clusters, index, chosen);
    };
    const choose = ([codes, ...rest], index, chosen) => {
      if (codes === undefined) search(index + 1, chosen);
      else if (codes.some((code) => code === "" || chosen.has(code))) choose(rest, index, chosen);
      else for (const code of codes) choose(rest, index, new Set([...chosen, code]));
    };
    search(0, new Set());
    return fixed.size + (steps > 20000 ? 0 : best);
  }
}

/** A cell of a CSV file. */
const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Today by the clock of whoever decides. */
function today() {
  const now = new Date();
  const digits = (number, count) => String(number).padStart(count, "0");
  return `${digits(now.getFullYear(), 4)}-${digits(now.getMonth() + 1, 2)}-${digits(now.getDate(), 2)}`;
}

class Bench {
  static header = "action,name,country,value,by,on,why";
  constructor(element) {
    this.element = element;
    this.cards = [...document.querySelectorAll(".proposal")];
    this.outcomes = new Outcomes(data("outcomes"));
    this.before = this.outcomes.headline(new Map());
    // By rank: what was decided, and why; in the order of deciding.
    this.decisions = new Map();
    this.existing = "";
    this.isSaved = true;
    element.hidden = false;
    $("desk").hidden = false;
    for (const card of this.cards) this.prepare(card);
    $("undo").addEventListener("click", () => this.undo());
    $("save").addEventListener("click", () => this.save());
    $("copy").addEventListener("click", () => this.copy());
    $("existing").addEventListener("change", () => this.readExisting());
    $("by").addEventListener("input", () => (this.isSaved = this.decisions.size === 0));
    addEventListener("beforeunload", (event) => {
      if (!this.isSaved) event.preventDefault();
    });
    this.show();
  }

  prepare(card) {
    card.tabIndex = 0;
    const actions = card.querySelector(".actions");
    actions.hidden = false;
    for (const button of actions.querySelectorAll("button")) {
      button.addEventListener("click", () => this.act(card, button.dataset.action));
    }
    const keys = { s: "same", a: "apart", 1: "first", 2: "second", k: "skip", u: "undo" };
    card.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const action = keys[event.key.toLowerCase()];
      if (action === undefined) return;
      event.preventDefault();
      this.act(card, action);
    });
  }

  act(card, action) {
    if (action === "undo") return this.undo();
    if (action === "skip") return this.moveOn(card);
    const rank = Number(card.dataset.rank);
    // What names can't say has no button.
    if (this.decisions.has(rank) || !card.querySelector(`[data-action="${action}"]`)) return;
    this.decisions.set(rank, { action, why: card.querySelector(".why").value.trim() });
    const problem = this.contradiction(card, action);
    if (problem !== null) {
      this.decisions.delete(rank);
      this.tell(problem);
      return;
    }
    this.isSaved = false;
    this.tell("");
    this.show();
    this.moveOn(card);
  }

  /** Why a decision can't hold beside the others; nothing where it can. */
  contradiction(card, action) {
    const names = this.names(card);
    if (this.outcomes.headline(this.verdicts()) === null) {
      return say("contradiction", 0, { left: names[0], right: names[1] });
    }
    if (action !== "first" && action !== "second") return null;
    const section = (card, action) => card.querySelectorAll(".sides > div")[action === "first" ? 0 : 1].dataset.id;
    for (const [rank, other] of this.decisions) {
      const otherCard = $(`proposal-${rank}`);
      if (otherCard === card || (other.action !== "first" && other.action !== "second")) continue;
      if (section(otherCard, other.action) === section(card, action)) {
        return say("section-already", 0, { name: names[action === "first" ? 0 : 1] });
      }
    }
    return null;
  }

  names(card) {
    return [...card.querySelectorAll(".sides .name")].map((name) => name.textContent);
  }

  verdicts() {
    return new Map([...this.decisions].map(([rank, { action }]) => [rank, action]));
  }

  undo() {
    const last = [...this.decisions.keys()].pop();
    if (last === undefined) return;
    this.decisions.delete(last);
    this.isSaved = this.decisions.size === 0;
    this.tell("");
    this.show();
    $(`proposal-${last}`).focus();
  }

  /** To the next pair that nothing is decided about. */
  moveOn(card) {
    const start = this.cards.indexOf(card) + 1;
    const rest = [...this.cards.slice(start), ...this.cards.slice(0, start - 1)];
    const next = rest.find((other) => !this.decisions.has(Number(other.dataset.rank)));
    if (next) next.focus();
    else $("save").focus();
  }

  // The file

  /** The action and the cells of a decision, as the program wrote them. */
  line(card, action) {
    if (action === "first" || action === "second") return ["part-of", card.dataset[action]];
    return [action, card.dataset.cells];
  }

  lines() {
    const by = cell($("by").value.trim());
    return [...this.decisions].map(([rank, decision]) => {
      const [action, cells] = this.line($(`proposal-${rank}`), decision.action);
      return `${action},${cells},${by},${today()},${cell(decision.why)}\n`;
    });
  }

  file() {
    const before = this.existing === "" ? `${Bench.header}\n` : this.existing.replace(/([^\n])$/, "$1\n");
    return before + this.lines().join("");
  }

  save() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([this.file()], { type: "text/csv" }));
    link.download = "decisions.csv";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    this.isSaved = true;
    this.tell(say("saved"));
  }

  async copy() {
    const text = this.existing === "" && this.element.dataset.decided === "0" ? this.file() : this.lines().join("");
    try {
      await navigator.clipboard.writeText(text);
      this.isSaved = true;
      this.tell(say(text.startsWith(Bench.header) ? "copied-file" : "copied-lines"));
    } catch {
      this.tell(say("copy-refused"));
    }
  }

  async readExisting() {
    const [file] = $("existing").files;
    const text = file ? await file.text() : "";
    const header = text.replace(/^\uFEFF/, "").split(/\r?\n/).find((line) => line.trim() !== "" && !line.startsWith("#"));
    if (file && header?.trim() !== Bench.header) {
      $("existing").value = "";
      this.existing = "";
      this.tell(say("wrong-file", 0, { name: file.name, header: Bench.header }));
      return;
    }
    this.existing = text;
    this.isSaved = this.decisions.size === 0;
    this.tell(file ? say("file-read") : "");
  }

  // What is shown

  tell(text) {
    $("told").textContent = text;
  }

  show() {
    for (const card of this.cards) {
      const decision = this.decisions.get(Number(card.dataset.rank));
      card.classList.toggle("decided", decision !== undefined);
      card.querySelector(".verdict").textContent = decision ? words.actions[decision.action] : "";
    }
    const decided = this.decisions.size;
    for (const id of ["save", "copy", "undo"]) $(id).disabled = decided === 0;
    const { reported, atLeast, countries, fewestCountries, open } = this.element.dataset;
    const now = this.outcomes.headline(this.verdicts());
    // The program's own bounds, moved by what the decisions change.
    const organizations = Number(reported) + now.organizations - this.before.organizations;
    const joins = this.before.organizations - now.organizations;
    const fallen = this.outcomes.falls.filter((place) => place <= joins).length;
    const fewest = Math.min(Number(atLeast) + now.fewest - this.before.fewest + fallen, organizations);
    const allCountries = Number(countries) + now.countries - this.before.countries;
    const fewestOfCountries = Number(fewestCountries) + now.fewestCountries - this.before.fewestCountries;
    const range = (least, most) =>
      least === most ? "" : " " + say("range", 0, { least: inDigits(least), most: inDigits(most) });
    const headline = say("headline", organizations, {
      organizations: say("organizations", organizations) + range(fewest, organizations),
      countries: say("countries", allCountries) + range(fewestOfCountries, allCountries),
    });
    const preview = $("preview");
    preview.dataset.headline = headline;
    preview.replaceChildren();
    const strong = document.createElement("strong");
    strong.textContent = headline;
    const sentence =
      decided === 0 ? say("open", Number(open)) : say("preview", decided, { open: inDigits(Number(open)) });
    // The headline stands out, wherever the language puts it.
    const [before, after] = sentence.split("{headline}");
    preview.append(before, strong, after);
  }
}

if ($("bench")) new Bench($("bench"));
