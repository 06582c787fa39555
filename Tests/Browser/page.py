#!/usr/bin/env python3
"""Tests report.html in a real browser: what only a browser can tell.

    apt-get install chromium && pip install playwright axe-playwright-python
    Tests/Browser/page.py .build/release/undersigned [folder for screenshots]

Sorts, searches, filters and reviews by keys and by clicks, takes the decisions that the page saves into the next run of
the program, and compares its headline with the preview. No console message, no request and no serious fault of
accessibility (axe-core) is allowed. Ends with 1 when something does not hold.
"""

import pathlib
import random
import re
import subprocess
import sys
import tempfile

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv[1]).resolve()
SHOTS = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
failures = []


def check(what, holds, found=""):
    print(("ok   " if holds else "FAIL ") + what + ("" if holds else f": {found}"))
    if not holds:
        failures.append(what)


def report(letter, output, *options):
    """Runs the program; gives the page and the headline."""
    run = subprocess.run(
        [PROGRAM, "report", letter, "--output", output, *options], capture_output=True, text=True, check=True
    )
    headline = re.search(r": (\d.*) -> (.*)/summary\.md", run.stdout)
    return pathlib.Path(headline[2]) / "report.html", headline[1]


def generated(path, count):
    """An export of organizations with invented names."""
    chance = random.Random(count)
    words = "Green Red Open Free Northern Southern Coastal River Valley Harbor Forest Island Young Silver".split()
    who = "Workers Teachers Farmers Fishers Nurses Students Parents Writers Drivers Miners Weavers Bakers".split()
    what = "Union Federation Association Network Alliance Foundation Institute Collective Cooperative".split()
    where = "France Germany Chile Brazil India Japan Kenya Ghana Peru Mexico Italy Spain Norway Nepal Egypt".split()
    lines = set()
    while len(lines) < count:
        name = f"{chance.choice(words)} {chance.choice(words)} {chance.choice(who)} {chance.choice(what)}"
        lines.add(f"{name},{chance.choice(where)}\n")
    path.write_text("Organization,Country\n" + "".join(sorted(lines)), encoding="utf-8")


class Visit:
    """A page in the browser that must stay quiet and alone."""

    def __init__(self, browser, page, **options):
        self.tab = browser.new_page(**options)
        self.noise = []
        self.tab.on("console", lambda message: self.noise.append(message.text))
        self.tab.on("pageerror", lambda error: self.noise.append(str(error)))
        self.tab.on("request", lambda request: request.url[:5] in ("file:", "blob:") or self.noise.append(request.url))
        self.tab.goto(page.as_uri())

    def close(self, what):
        check(f"{what}: no console message and no request", not self.noise, self.noise)
        self.tab.close()

    def texts(self, selector):
        shown = "all => all.filter(one => !one.closest('[hidden]')).map(one => one.textContent)"
        return self.tab.eval_on_selector_all(selector, shown)


def sorting_and_searching(browser, page):
    visit = Visit(browser, page)
    tab = visit.tab
    heading = tab.locator("#countries-table th", has_text="Country").first
    heading.locator("button").click()
    names = visit.texts("#countries-table tbody bdi")
    check("names sort by name", names[:3] == ["Afghanistan", "Argentina", "Australia"], names[:3])
    check("the sorted column says so", heading.get_attribute("aria-sort") == "ascending")
    tab.locator("#countries-table button", has_text="Organizations").click()
    numbers = [int(text) for text in visit.texts("#countries-table tbody td:nth-child(3)")]
    check("numbers begin with the largest", numbers == sorted(numbers, reverse=True), numbers[:9])
    tab.locator("#countries-table button", has_text="Organizations").press("Enter")
    turned = [int(text) for text in visit.texts("#countries-table tbody td:nth-child(3)")]
    check("and turn round by keyboard", turned == numbers[::-1], turned[:9])

    def found():
        tab.wait_for_timeout(120)
        return visit.texts("#organization-table summary")

    everything = len(found())
    tab.locator("#search").press_sequentially("ACCION ecológica")
    check("search takes no notice of accents and case", found() == ["Acción Ecológica"], found())
    check("and tells how many it found", tab.inner_text("#organization-tools .count").startswith("1 of "))
    tab.fill("#search", "zzzz")
    check("or nothing", found() == [] and tab.inner_text("#organization-tools .count").startswith("0 of "))
    tab.fill("#search", "")
    check("and all again", len(found()) == everything)
    options = tab.locator("#by-country option").all_inner_texts()
    tab.select_option("#by-country", label=next(text for text in options if text.startswith("France")))
    rows = visit.texts("#organization-table tbody td:nth-child(2)")
    check("the choice of a country holds", 0 < len(rows) < everything and set(rows) == {"France"}, set(rows))
    tab.select_option("#by-country", "")
    tab.locator("#organization-table summary").first.press("Enter")
    check("an organization opens by keyboard", tab.locator("#organization-table details[open]").count() == 1)
    visit.close("sorting and searching")


def reviewing(browser, letter, folder):
    page, before = report(letter, folder / "out")
    visit = Visit(browser, page)
    tab = visit.tab

    def preview():
        return re.sub(r"(?<=\d),(?=\d)", "", tab.get_attribute("#preview", "data-headline"))

    check("the preview begins with the report", preview() == before, (preview(), before))
    count = tab.locator(".proposal").count()
    tab.locator(".proposal").first.focus()
    keys = "sak1s2uua" if count > 4 else "su"
    for key in keys:
        tab.keyboard.press(key)
    decided = tab.locator(".proposal.decided").count()
    check("keys decide, skip and undo", decided == len(re.sub("[ku]", "", keys)) - keys.count("u"), decided)
    tab.keyboard.press("u")
    check("who decides nothing is told nothing", tab.inner_text("#told") == "")
    for _ in range(min(3, tab.locator(".proposal:not(.decided)").count())):
        card = tab.locator(".proposal:not(.decided)").first
        card.locator(".why").fill('known, by "heart"')
        card.locator("[data-action=same]").click()
    tab.fill("#by", "Testa Testperson, =HYPERLINK")
    mine = letter / "decisions.csv"
    if mine.exists():
        tab.set_input_files("#existing", mine)
        tab.wait_for_timeout(50)
    previewed = preview()
    check("decisions change the preview", previewed != before)
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.click("#copy")
    tab.wait_for_timeout(50)
    copied = tab.evaluate("navigator.clipboard.readText()")
    with tab.expect_download() as download:
        tab.click("#save")
    check("the file is called decisions.csv", download.value.suggested_filename == "decisions.csv")
    saved = folder / "decisions.csv"
    download.value.save_as(saved)
    check("what is copied is what is saved", saved.read_text(encoding="utf-8").endswith(copied) and copied, copied)
    tab.locator("#undo").click()
    warned = []
    tab.on("dialog", lambda dialog: (warned.append(dialog.type), dialog.accept()))
    tab.reload()
    check("unsaved decisions warn before leaving", warned == ["beforeunload"], warned)
    visit.close(f"reviewing {letter.name}")
    _, after = report(letter, folder / "again", "--decisions", str(saved))
    check(f"{letter.name}: the next run reports what was previewed", after == previewed, (previewed, after))


def in_other_languages(browser, letter, folder):
    """The page in Spanish and in Arabic: the script's words and numbers, and the side from which it is read."""
    for language, wanted in [
        ("es", ("397 organizaciones",)),
        ("ar", ("397 منظمة",)),
    ]:
        page = folder / language / letter.name / "report.html"
        run = [PROGRAM, "report", letter, "--output", folder / language, "--language", language, "--quiet"]
        subprocess.run(run, check=True)
        looking(browser, page, f"letter-{language}")
        visit = Visit(browser, page)
        tab = visit.tab
        status = tab.inner_text("#organization-tools .count")
        check(f"{language}: the script counts in the language", status == wanted[0], status)
        headline = tab.get_attribute("#preview", "data-headline")
        check(f"{language}: so does the preview", headline.startswith(wanted[0]), headline)
        tab.locator("#countries-table th button").first.click()
        first = visit.texts("#countries-table tbody bdi")[0]
        check(f"{language}: names sort as the language does", first == {"es": "Afganistán", "ar": "إسبانيا"}[language], first)
        tab.fill("#search", "ecologica")
        tab.wait_for_timeout(120)
        check(f"{language}: search finds", len(visit.texts("#organization-table summary")) > 0)
        tab.locator(".proposal").first.focus()
        tab.keyboard.press("s")
        verdict = tab.inner_text(".proposal .verdict")
        check(f"{language}: a verdict is in the language", verdict == {"es": "La misma organización", "ar": "المنظمة نفسها"}[language], verdict)
        with tab.expect_download() as download:
            tab.click("#save")
        saved = folder / f"decisions-{language}.csv"
        download.value.save_as(saved)
        text = saved.read_text(encoding="utf-8")
        check(f"{language}: decisions are the same as in English", text.startswith("action,name,country,value,by,on,why\nsame,"), text)
        if language == "ar":
            side = "one => [one.getBoundingClientRect().right, innerWidth - one.getBoundingClientRect().left]"
            edges = tab.eval_on_selector("h1", side)
            check("ar: it is read from the right", edges[0] > 0.5 * edges[1], edges)
        visit.close(f"in {language}")


def looking(browser, page, name):
    for width, scheme in [(1200, "light"), (1200, "dark"), (390, "light"), (390, "dark")]:
        visit = Visit(browser, page, viewport={"width": width, "height": 900}, color_scheme=scheme)
        some = "document.querySelectorAll('details').forEach((one, index) => one.open = index % 40 == 0)"
        visit.tab.evaluate(some)
        wide = visit.tab.evaluate("document.documentElement.scrollWidth > innerWidth")
        check(f"{name}, {width}, {scheme}: nothing is wider than the screen", not wide)
        faults = Axe().run(visit.tab).response["violations"]
        faults = [one for one in faults if one["impact"] in ("serious", "critical")]
        serious = [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in faults]
        check(f"{name}, {width}, {scheme}: axe finds no serious fault", not serious, serious)
        if SHOTS:
            visit.tab.screenshot(path=SHOTS / f"{name}-{width}-{scheme}.png", full_page=True)
        visit.close(f"{name}, {width}, {scheme}")
    visit = Visit(browser, page, java_script_enabled=False)
    listed = visit.tab.locator("#organization-table tbody tr").count()
    check(f"{name}: all is listed without the script", listed > 0 and not visit.tab.locator("#search").is_visible())
    visit.close(f"{name} without script")


def thousands(browser, folder):
    export = folder / "five-thousand.csv"
    generated(export, 5000)
    page, _ = report(export, folder / "out")
    visit = Visit(browser, page)
    measure = """async () => { const start = performance.now(); ACT;
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        return Math.round(performance.now() - start); }"""
    visit.tab.wait_for_timeout(500)
    for what, act in [
        ("search", "tables.get('organization-table').words = ['teachers']; tables.get('organization-table').apply()"),
        ("all again", "tables.get('organization-table').words = []; tables.get('organization-table').apply()"),
        ("sort", "document.querySelector('#organization-table button').click()"),
    ]:
        milliseconds = visit.tab.evaluate(measure.replace("ACT", act))
        visit.tab.wait_for_timeout(1500)
        print(f"     5,000 organizations, {page.stat().st_size:,} bytes: {what} {milliseconds} ms")
    visit.close("five thousand organizations")


with sync_playwright() as playwright, tempfile.TemporaryDirectory() as temporary:
    folder = pathlib.Path(temporary)
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    letter = ROOT / "Inputs" / "saving-lives-2020"
    page, _ = report(letter, folder / "first")
    sorting_and_searching(browser, page)
    for name in ["saving-lives-2020", "public-code", "grand-bargain"]:
        reviewing(browser, ROOT / "Inputs" / name, folder)
    looking(browser, page, "letter")
    golden, _ = report(ROOT / "Tests" / "Golden" / "page-of-a-letter" / "signatures.csv", folder / "golden")
    looking(browser, golden, "names")
    in_other_languages(browser, letter, folder)
    thousands(browser, folder)
    browser.close()
print(f"{len(failures)} failed" if failures else "all hold")
sys.exit(1 if failures else 0)
