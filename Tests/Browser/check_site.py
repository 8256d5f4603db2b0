#!/usr/bin/env python3
"""Looks at written status pages as a reader does: in a real browser, with the checkers that judge the web.

Usage: check_site.py [--attacked] SITE [SITE …]

- every link and fragment within the site resolves, on all pages, and no page is heavier than 300 kB;
- axe-core finds no violation of WCAG 2.2 AA, on one page of each type, in each language, light and dark, at 1280 and 390 px;
- such a page asks for nothing outside its folder, writes no error to the console, and is no wider than the screen, nor
  than the paper when it is printed on A4;
- it says the same with scripts off, and the keyboard alone reaches every link of one page of each type;
- the search finds names whatever the case of their letters and the marks on them, in each language;
- statuses have their words, and pages no sideways scrolling, with more contrast, forced colours and on a 4K screen;
- the Nu HTML checker finds no error.

With --attacked the site is one whose every text is an attack (attack_plan.py): nothing of it may have been executed.
"""
import base64
import collections
import concurrent.futures
import functools
import html.parser
import http.server
import json
import pathlib
import shutil
import statistics
import subprocess
import sys
import threading
import time
import urllib.parse

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

AXE = next(pathlib.Path(sys.prefix).rglob("axe_playwright_python/axe.min.js")).read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = [(1280, 900), (390, 844)]
# What the other colours of the same page can change.
RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"]
HEAVIEST = 300_000
# A4 without the margins of the style sheet, at 96 pixels to the inch.
PAPER = 687
faults = []


def fault(text):
    faults.append(text)
    print("  fault:", text, flush=True)


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
    pages = {path: Page(path.read_text("utf-8")) for path in site.rglob("*.html")}
    sizes = sorted(path.stat().st_size for path in pages)
    count = 0
    for path, page in pages.items():
        if path.stat().st_size > HEAVIEST:
            fault(f"{path.relative_to(site)}: {path.stat().st_size} bytes")
        for name, times in collections.Counter(page.ids).items():
            if times > 1:
                fault(f"{path.relative_to(site)}: the id {name} stands {times} times")
        for link in page.links:
            count += 1
            parts = urllib.parse.urlsplit(link)
            if parts.scheme in ("http", "https", "mailto"):
                continue
            if parts.scheme or parts.netloc:
                fault(f"{path.relative_to(site)}: {link} leads elsewhere")
                continue
            where = urllib.parse.unquote(parts.path)
            # From the root of the server: only what a server shows where there is no page links so.
            start = site if where.startswith("/") and path.name == "404.html" else path.parent
            target = path if not where else (start / where.lstrip("/")).resolve()
            if not target.is_file():
                fault(f"{path.relative_to(site)}: {link} leads nowhere")
            elif parts.fragment and target in pages and parts.fragment not in pages[target].ids:
                fault(f"{path.relative_to(site)}: {link} has no such fragment")
    print(f"  {len(pages)} pages, {count} links and addresses resolve; median {int(statistics.median(sizes)) // 1000} kB, "
          f"the heaviest {sizes[-1] // 1000} kB", flush=True)


def samples(site):
    """The largest page of each type and language."""
    groups = collections.defaultdict(list)
    for path in site.rglob("*.html"):
        parts = path.relative_to(site).parts
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
        f"axe.run(document, {{runOnly: {json.dumps(only)}}})"
        ".then(done, error => done({error: String(error)}))"
    )


def check_in_browser(driver, origin, site, path, attacked):
    name = str(path.relative_to(site))
    driver.get(f"{origin}/{name}")
    for entry in driver.execute_script("return performance.getEntriesByType('resource').map(e => e.name)"):
        if not entry.startswith(origin):
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
    set_view(driver, PAPER, 1000, media="print")
    wider = overflow(driver)
    if wider > 0:
        fault(f"{name}: {wider} px wider than a sheet of A4")
    if attacked and driver.execute_script("return window.attacked !== undefined || document.title.includes('executed')"):
        fault(f"{name}: the attack was executed")
    for entry in driver.get_log("browser"):
        if entry["level"] == "SEVERE" and "favicon" not in entry["message"]:
            fault(f"{name}: {entry['message'][:200]}")


def check_all_in_browser(origin, site, paths, attacked):
    driver = browser()
    try:
        for path in paths:
            check_in_browser(driver, origin, site, path, attacked)
    finally:
        driver.quit()


def check_keyboard(driver, origin, site, path):
    set_view(driver, 1280)
    driver.get(f"{origin}/{path.relative_to(site)}")
    expected = driver.execute_script(
        "return [...document.querySelectorAll('a[href], summary, button, input, [tabindex=\"0\"]')]"
        ".filter(e => e.checkVisibility()).length"
    )
    # The browser itself presses the key; a page only notes what has the focus.
    driver.execute_script(
        "window.reached = new Set();"
        "document.addEventListener('focusin', event => window.reached.add(event.target))"
    )
    for _ in range(expected + 3):
        for kind in ("rawKeyDown", "keyUp"):
            driver.execute_cdp_cmd(
                "Input.dispatchKeyEvent",
                {"type": kind, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9},
            )
    reached = driver.execute_script("return window.reached.size")
    if reached < expected:
        fault(f"{path.relative_to(site)}: the keyboard reaches {reached} of {expected}")
    return reached


def check_without_scripts(origin, site, paths):
    """With scripts off pages say the same; the search is an index, and its field does not show."""
    with_scripts, without = browser(), browser(scripts=False)
    try:
        for path in paths:
            name = path.relative_to(site)
            texts = []
            for driver in (with_scripts, without):
                driver.get(f"{origin}/{name}")
                texts.append(driver.find_element(By.TAG_NAME, "main").text)
            if path.name == "search.html":
                if without.find_element(By.ID, "search").is_displayed():
                    fault(f"{name}: the field of the search shows although no script runs")
                if len(without.find_elements(By.CSS_SELECTOR, ".letter a")) == 0:
                    fault(f"{name}: without scripts there is no index")
            elif texts[0] != texts[1]:
                fault(f"{name}: says something else with scripts off")
        print(f"  {len(paths)} pages say the same with scripts off", flush=True)
    finally:
        with_scripts.quit()
        without.quit()


def check_search(driver, origin, site):
    """Every name that the index has is found by the first word of it, in capitals and without marks."""
    for page in sorted(site.glob("*/search.html")):
        language = page.parent.name
        driver.get(f"{origin}/{language}/search.html")
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
                    fault(f"{language}/search.html: “{typed}” does not find “{name}” ({count})")
        driver.execute_script(
            "arguments[0].value = 'qqqxyz'; arguments[0].dispatchEvent(new Event('input'))", field)
        if driver.find_elements(By.CSS_SELECTOR, "#search-found a") or not driver.find_element(By.ID, "search-count").text:
            fault(f"{language}/search.html: what is nowhere is found, or nothing is said of it")
    print("  the search finds names in each language, whatever their case and marks", flush=True)


def check_other_views(driver, origin, site, paths):
    """More contrast, forced colours, a 4K screen; and the brief on paper."""
    views = [
        ("more contrast", 1280, {"prefers_contrast": "more"}), ("forced colours", 1280, {"forced_colors": "active"}),
        ("4K", 3840, {}), ("320 px", 320, {}),
    ]
    for path in paths:
        driver.get(f"{origin}/{path.relative_to(site)}")
        driver.execute_script(AXE)
        for title, width, features in views:
            set_view(driver, width, 2000 if width > 2000 else 900, **features)
            wider = overflow(driver)
            if wider > 0:
                fault(f"{path.relative_to(site)}, {title}: {wider} px wider than the screen")
            if title == "forced colours":
                continue
            for violation in run_axe(driver, {"type": "rule", "values": RULES_OF_COLOUR}).get("violations", []):
                nodes = [node["target"] for node in violation["nodes"]][:3]
                fault(f"{path.relative_to(site)}, {title}: {violation['id']} {nodes}")
    print(f"  {len(paths)} pages with more contrast, forced colours, on 4K and at 320 px", flush=True)
    for path in sorted(site.glob("*/brief.html")):
        set_view(driver, 1280)
        driver.get(f"{origin}/{path.relative_to(site)}")
        sheet = driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
        pdf = base64.b64decode(sheet["data"])
        count = pdf.count(b"/Type /Page\n") or pdf.count(b"/Type /Page")
        boxes = set(part.split(b"]")[0] for part in pdf.split(b"/MediaBox [")[1:])
        if not boxes or any(abs(float(box.split()[2]) - 594.96) > 2 for box in boxes):
            fault(f"{path.relative_to(site)}: printed on {boxes}, not on A4")
        print(f"  {path.relative_to(site)} on paper: {count} sheets of A4", flush=True)


def check_html(site, paths):
    jar = next(pathlib.Path(sys.prefix).rglob("vnu.jar"), None)
    if jar is None or shutil.which("java") is None:
        fault("the Nu HTML checker or Java is missing")
        return
    run = subprocess.run(
        ["java", "-Xss8m", "-jar", str(jar), "--errors-only", "--format", "json", *map(str, paths)],
        capture_output=True, text=True,
    )
    messages = json.loads(run.stderr or '{"messages": []}')["messages"]
    for message in messages:
        # The jar is of 2020: its style sheet checks know less than the standard does.
        if message.get("type") == "error" and "CSS:" not in message.get("message", ""):
            fault(f"{message.get('url', '').rsplit('/', 2)[-1]}:{message.get('lastLine')}: {message['message'][:200]}")
    print(f"  the Nu HTML checker looked at {len(paths)} pages", flush=True)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def check(site, attacked):
    print(site, flush=True)
    began = time.monotonic()
    check_links(site)
    chosen = samples(site)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    origin = f"http://127.0.0.1:{server.server_port}"
    first = sorted(path.name for path in site.iterdir() if (path / "index.html").is_file())[:1]
    of_one_language = [path for path in chosen if path.relative_to(site).parts[0] in first]
    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        waiting = [pool.submit(check_all_in_browser, origin, site, chosen[half::2], attacked) for half in (0, 1)]
        waiting.append(pool.submit(check_html, site, chosen))
        for done in waiting:
            done.result()
    print(f"  axe-core looked at {len(chosen)} pages, each at {len(WIDTHS)} widths, light and dark", flush=True)
    if not attacked:
        driver = browser()
        try:
            reached = sum(check_keyboard(driver, origin, site, path) for path in of_one_language)
            print(f"  the keyboard reaches all {reached} links and fields of {len(of_one_language)} pages", flush=True)
            check_search(driver, origin, site)
            check_other_views(driver, origin, site, of_one_language)
        finally:
            driver.quit()
        check_without_scripts(origin, site, of_one_language)
    server.shutdown()
    print(f"  {time.monotonic() - began:.0f} s", flush=True)


arguments = sys.argv[1:]
is_attacked = "--attacked" in arguments
for argument in arguments:
    if argument != "--attacked":
        check(pathlib.Path(argument).resolve(), is_attacked)
print(f"{len(faults)} faults")
sys.exit(1 if faults else 0)
