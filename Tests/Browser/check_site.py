#!/usr/bin/env python3
"""Looks at written status pages as a reader does: in a real browser, with the checkers that judge the web.

Usage: check_site.py SITE … [--attacked SITE …]

- every link and fragment within a site resolves, on all pages, and no page is heavier than 300 kB;
- the Nu HTML checker finds no error on any page;
- axe-core finds no violation of WCAG 2.2 AA, on one page of each type, in each language, light and dark, at 1280 and 390 px;
- such a page asks for nothing outside its folder, writes no error to the console, and is no wider than the screen, nor
  than the paper when it is printed on A4, at widths between and beyond those too;
- it says the same with scripts off, and the keyboard alone reaches every link of one page of each type;
- the search finds names whatever the case of their letters and the marks on them, in each language;
- statuses have their words, and pages no sideways scrolling, with more contrast, forced colours and on a 4K screen;
- the brief is printed on sheets of A4, on as few as a chair would carry.

After --attacked come sites whose every text is an attack (attack_plan.py): nothing of it may have been executed.

Two browsers take one piece of work after another, while the Nu HTML checker looks at all pages beside them.
"""
import base64
import collections
import concurrent.futures
import dataclasses
import functools
import html.parser
import http.server
import json
import os
import pathlib
import queue
import shutil
import statistics
import subprocess
import sys
import threading
import time
import urllib.parse

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

AXE = next(pathlib.Path(sys.prefix).rglob("axe_playwright_python/axe.min.js")).read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = [(1280, 900), (390, 844)]
# Tables turn into cards at some of them; nothing may be wider than the screen.
WIDTHS_BETWEEN = (320, 600, 800, 1024, 3840)
# What the other colours of the same page can change.
RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"]
HEAVIEST = 300_000
# A4 without the margins of the style sheet, at 96 pixels to the inch.
PAPER = 687
# A chair prints the brief: four leaves at most, both sides.
SIDES = 8
BROWSERS = 2
faults = []


def fault(text):
    faults.append(text)
    print("  fault:", text, flush=True)


@dataclasses.dataclass
class Site:
    """A folder of pages, and where it is served."""

    folder: pathlib.Path
    attacked: bool
    origin: str = ""

    def name(self, path):
        return f"{self.folder.name}/{path.relative_to(self.folder)}"

    def address(self, path):
        return f"{self.origin}/{path.relative_to(self.folder)}"


class Page(html.parser.HTMLParser):
    """The identifiers and links of one page."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id":
                self.ids.append(value)
            if name in ("href", "src") and tag != "base":
                self.links.append(value or "")


def check_links(site):
    folder = site.folder
    pages = {path: Page(path.read_text("utf-8")) for path in folder.rglob("*.html")}
    known = {path: set(page.ids) for path, page in pages.items()}
    sizes = sorted(path.stat().st_size for path in pages)
    count = 0
    for path, page in pages.items():
        if path.stat().st_size > HEAVIEST:
            fault(f"{site.name(path)}: {path.stat().st_size} bytes")
        for name, times in collections.Counter(page.ids).items():
            if times > 1:
                fault(f"{site.name(path)}: the id {name} stands {times} times")
        for link in page.links:
            count += 1
            parts = urllib.parse.urlsplit(link)
            if parts.scheme in ("http", "https", "mailto"):
                continue
            if parts.scheme or parts.netloc:
                fault(f"{site.name(path)}: {link} leads elsewhere")
                continue
            where = urllib.parse.unquote(parts.path)
            # From the root of the server: only what a server shows where there is no page links so.
            start = folder if where.startswith("/") and path.name == "404.html" else path.parent
            target = path if not where else pathlib.Path(os.path.normpath(start / where.lstrip("/")))
            if target not in known and not target.is_file():
                fault(f"{site.name(path)}: {link} leads nowhere")
            elif parts.fragment and target in known and parts.fragment not in known[target]:
                fault(f"{site.name(path)}: {link} has no such fragment")
    print(f"  {folder.name}: {len(pages)} pages, {count} links and addresses resolve; median {int(statistics.median(sizes)) // 1000} kB, "
          f"the heaviest {sizes[-1] // 1000} kB", flush=True)


def samples(site):
    """The largest page of each type and language."""
    groups = collections.defaultdict(list)
    for path in site.folder.rglob("*.html"):
        parts = path.relative_to(site.folder).parts
        groups[parts[:2] if len(parts) > 2 else parts].append(path)
    return sorted(max(group, key=lambda path: (path.stat().st_size, str(path))) for group in groups.values())


def browser(scripts=True):
    options = Options()
    options.binary_location = shutil.which("chromium")
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    if not scripts:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    return webdriver.Chrome(service=Service(shutil.which("chromedriver")), options=options)


def set_view(driver, width, height=900, media="", **features):
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
    )
    wanted = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": wanted})


def overflow(driver):
    return driver.execute_script("return document.documentElement.scrollWidth - window.innerWidth")


def run_axe(driver, only):
    return driver.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        # What passes is not told one by one: it is counted by nobody.
        f"axe.run(document, {{runOnly: {json.dumps(only)}, resultTypes: ['violations']}})"
        ".then(done, error => done({error: String(error)}))"
    )


def check_page(driver, site, path):
    name = site.name(path)
    driver.get(site.address(path))
    for entry in driver.execute_script("return performance.getEntriesByType('resource').map(e => e.name)"):
        if not entry.startswith(site.origin):
            fault(f"{name}: asks for {entry}")
    driver.execute_script(AXE)
    for width, height in WIDTHS:
        for scheme in ("light", "dark"):
            set_view(driver, width, height, prefers_color_scheme=scheme)
            where = f"{name} at {width} px, {scheme}"
            wider = overflow(driver)
            if wider > 0:
                fault(f"{where}: {wider} px wider than the screen")
            is_first = scheme == "light"
            only = {"type": "tag", "values": TAGS} if is_first else {"type": "rule", "values": RULES_OF_COLOUR}
            result = run_axe(driver, only)
            if "error" in result:
                fault(f"{where}: axe: {result['error'][:200]}")
                continue
            for violation in result["violations"]:
                nodes = [node["target"] for node in violation["nodes"]][:3]
                fault(f"{where}: {violation['id']} ({violation['impact']}): {violation['help']} {nodes}")
    for width in WIDTHS_BETWEEN:
        set_view(driver, width)
        wider = overflow(driver)
        if wider > 0:
            fault(f"{name} at {width} px: {wider} px wider than the screen")
    set_view(driver, PAPER, 1000, media="print")
    wider = overflow(driver)
    if wider > 0:
        fault(f"{name}: {wider} px wider than a sheet of A4")
    if site.attacked and driver.execute_script("return window.attacked !== undefined || document.title.includes('executed')"):
        fault(f"{name}: the attack was executed")
    for entry in driver.get_log("browser"):
        if entry["level"] == "SEVERE" and "favicon" not in entry["message"]:
            fault(f"{name}: {entry['message'][:200]}")


def check_keyboard(driver, site, path):
    set_view(driver, 1280)
    driver.get(site.address(path))
    expected = driver.execute_script(
        "return [...document.querySelectorAll('a[href], summary, button, input, [tabindex=\"0\"]')]"
        ".filter(e => e.checkVisibility()).length"
    )
    # The browser itself presses the key; a page only notes what has the focus.
    driver.execute_script(
        "window.reached = new Set();"
        "document.addEventListener('focusin', event => window.reached.add(event.target))"
    )
    ActionChains(driver, duration=0).send_keys(Keys.TAB * (expected + 3)).perform()
    reached = driver.execute_script("return window.reached.size")
    if reached < expected:
        fault(f"{site.name(path)}: the keyboard reaches {reached} of {expected}")


def check_without_scripts(without, site, path):
    """With scripts off a page says the same; the search is an index, and its field does not show."""
    without.get(site.address(path))
    if path.name == "search.html":
        if without.find_element(By.ID, "search").is_displayed():
            fault(f"{site.name(path)}: the field of the search shows although no script runs")
        if len(without.find_elements(By.CSS_SELECTOR, ".letter a")) == 0:
            fault(f"{site.name(path)}: without scripts there is no index")
    return without.find_element(By.TAG_NAME, "main").text


def check_scripts(driver, without, site, path):
    # What a page says hangs on its width: tables become cards.
    set_view(without, 1280)
    said = check_without_scripts(without, site, path)
    set_view(driver, 1280)
    driver.get(site.address(path))
    if path.name != "search.html" and driver.find_element(By.TAG_NAME, "main").text != said:
        fault(f"{site.name(path)}: says something else with scripts off")


def check_search(driver, site, page):
    """Every name that the index has is found by the first word of it, in capitals and without marks."""
    set_view(driver, 1280)
    driver.get(site.address(page))
    names = [link.text for link in driver.find_elements(By.CSS_SELECTOR, ".letter a")][:40]
    field = driver.find_element(By.ID, "search-words")
    for name in names[::8]:
        word = name.split()[0]
        bare = "".join(c for c in driver.execute_script("return arguments[0].normalize('NFD')", word)
                       if ord(c) < 0x300 or ord(c) > 0x36F)
        for typed in (word, word.upper(), bare):
            driver.execute_script(
                "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input'))", field, typed)
            found = [link.text for link in driver.find_elements(By.CSS_SELECTOR, "#search-found a")]
            count = driver.find_element(By.ID, "search-count").text
            if name not in found and len(found) < 50:
                fault(f"{site.name(page)}: “{typed}” does not find “{name}” ({count})")
    driver.execute_script(
        "arguments[0].value = 'qqqxyz'; arguments[0].dispatchEvent(new Event('input'))", field)
    if driver.find_elements(By.CSS_SELECTOR, "#search-found a") or not driver.find_element(By.ID, "search-count").text:
        fault(f"{site.name(page)}: what is nowhere is found, or nothing is said of it")


def check_other_views(driver, site, path):
    """More contrast, forced colours, a 4K screen, a narrow one."""
    views = [
        ("more contrast", 1280, {"prefers_contrast": "more"}), ("forced colours", 1280, {"forced_colors": "active"}),
        ("4K", 3840, {}), ("320 px", 320, {}),
    ]
    driver.get(site.address(path))
    driver.execute_script(AXE)
    for title, width, features in views:
        set_view(driver, width, 2000 if width > 2000 else 900, **features)
        wider = overflow(driver)
        if wider > 0:
            fault(f"{site.name(path)}, {title}: {wider} px wider than the screen")
        if title == "forced colours":
            continue
        for violation in run_axe(driver, {"type": "rule", "values": RULES_OF_COLOUR}).get("violations", []):
            nodes = [node["target"] for node in violation["nodes"]][:3]
            fault(f"{site.name(path)}, {title}: {violation['id']} {nodes}")


def check_paper(driver, site, path):
    """The brief, as it comes out of a printer."""
    set_view(driver, 1280)
    driver.get(site.address(path))
    sheet = driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
    pdf = base64.b64decode(sheet["data"])
    count = pdf.count(b"/Type /Page\n") or pdf.count(b"/Type /Page")
    boxes = set(part.split(b"]")[0] for part in pdf.split(b"/MediaBox [")[1:])
    if not boxes or any(abs(float(box.split()[2]) - 594.96) > 2 for box in boxes):
        fault(f"{site.name(path)}: printed on {boxes}, not on A4")
    if count > SIDES:
        fault(f"{site.name(path)}: takes {count} sides of A4, more than {SIDES}")
    print(f"  {site.name(path)} on paper: {count} sides of A4", flush=True)


def check_html(sites):
    """The Nu HTML checker on all pages of all sites, started once."""
    jar = next(pathlib.Path(sys.prefix).rglob("vnu.jar"), None)
    if jar is None or shutil.which("java") is None:
        fault("the Nu HTML checker or Java is missing")
        return
    pages = [str(path) for site in sites for path in sorted(site.folder.rglob("*.html"))]
    run = subprocess.run(
        ["java", "-Xss8m", "-jar", str(jar), "--errors-only", "--format", "json", *pages],
        capture_output=True, text=True,
    )
    messages = json.loads(run.stderr or '{"messages": []}')["messages"]
    for message in messages:
        # The jar is of 2020: its style sheet checks know less than the standard does.
        if message.get("type") == "error" and "CSS:" not in message.get("message", ""):
            fault(f"{message.get('url', '').rsplit('/', 3)[-1]}:{message.get('lastLine')}: {message['message'][:200]}")
    print(f"  the Nu HTML checker looked at {len(pages)} pages", flush=True)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def serve(site):
    handler = functools.partial(Quiet, directory=str(site.folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site.origin = f"http://127.0.0.1:{server.server_port}"


def pieces(sites):
    """All that browsers have to do: a check, its site and a page; the longest first, so that both end together."""
    works = []
    for site in sites:
        chosen = samples(site)
        works += [(check_page, site, path) for path in chosen]
        if site.attacked:
            continue
        first = sorted(path.name for path in site.folder.iterdir() if (path / "index.html").is_file())[:1]
        one_language = [path for path in chosen if path.relative_to(site.folder).parts[0] in first]
        works += [(check, site, path) for check in (check_keyboard, check_other_views, check_scripts)
                  for path in one_language]
        works += [(check_search, site, page) for page in sorted(site.folder.glob("*/search.html"))]
        works += [(check_paper, site, page) for page in sorted(site.folder.glob("*/brief.html"))]
    return sorted(works, key=lambda work: work[2].stat().st_size, reverse=True)


def work(waiting, done, spent):
    """Takes pieces of work until there are none, in a browser of its own."""
    driver, without = browser(), browser(scripts=False)
    try:
        while True:
            try:
                check, site, path = waiting.get_nowait()
            except queue.Empty:
                return
            began = time.monotonic()
            both = (driver, without) if check is check_scripts else (driver,)
            check(*both, site, path)
            done[check.__name__] += 1
            spent[check.__name__] += time.monotonic() - began
    finally:
        driver.quit()
        without.quit()


def main(arguments):
    began = time.monotonic()
    cut = arguments.index("--attacked") if "--attacked" in arguments else len(arguments)
    sites = [Site(pathlib.Path(name).resolve(), position > cut)
             for position, name in enumerate(arguments) if position != cut]
    for site in sites:
        check_links(site)
        serve(site)
    waiting = queue.Queue()
    for piece in pieces(sites):
        waiting.put(piece)
    done, spent = collections.Counter(), collections.Counter()
    with concurrent.futures.ThreadPoolExecutor(BROWSERS + 1) as pool:
        running = [pool.submit(check_html, sites)]
        running += [pool.submit(work, waiting, done, spent) for _ in range(BROWSERS)]
        for one in running:
            one.result()
    says = {
        "check_page": f"axe-core, each page at {len(WIDTHS)} widths, light and dark, and on paper",
        "check_keyboard": "the keyboard alone reaches all links and fields",
        "check_other_views": "more contrast, forced colours, 4K and 320 px",
        "check_scripts": "the same with scripts off",
        "check_search": "the search finds names, whatever their case and marks",
        "check_paper": "the brief on A4",
    }
    for name, text in says.items():
        print(f"  {text}: {done[name]} pages, {spent[name]:.0f} s", flush=True)
    print(f"{len(faults)} faults, {time.monotonic() - began:.0f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
