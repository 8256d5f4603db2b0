#!/usr/bin/env python3
"""Looks at written status pages as a reader does: in a real browser, with the checkers that judge the web.

Usage: check_site.py SITE [SITE …]

- every link and fragment within the site resolves, on all pages;
- axe-core finds no violation of WCAG 2.2 AA, on one page of each type, in each language, light and dark, at 1280 and 390 px;
- such a page asks for nothing outside its folder, writes no error to the console, and is no wider than the screen;
- it says the same with scripts off, and the keyboard alone reaches every link of the overview;
- the Nu HTML checker finds no error.
"""
import collections
import functools
import html.parser
import http.server
import json
import pathlib
import shutil
import subprocess
import sys
import threading
import urllib.parse

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

AXE = next(pathlib.Path(sys.prefix).rglob("axe_playwright_python/axe.min.js")).read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = [(1280, 900), (390, 844)]
faults = []


def fault(text):
    faults.append(text)
    print("  fault:", text)


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
    count = 0
    for path, page in pages.items():
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
            target = path if not parts.path else (path.parent / urllib.parse.unquote(parts.path)).resolve()
            if not target.is_file():
                fault(f"{path.relative_to(site)}: {link} leads nowhere")
            elif parts.fragment and target in pages and parts.fragment not in pages[target].ids:
                fault(f"{path.relative_to(site)}: {link} has no such fragment")
    print(f"  {len(pages)} pages, {count} links and addresses resolve")


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


def set_view(driver, width, height, scheme):
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
    )
    driver.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    )


def check_in_browser(driver, origin, site, path):
    name = str(path.relative_to(site))
    for width, height in WIDTHS:
        for scheme in ("light", "dark"):
            set_view(driver, width, height, scheme)
            driver.get(f"{origin}/{name}")
            where = f"{name} at {width} px, {scheme}"
            overflow = driver.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
            if overflow > 0:
                fault(f"{where}: {overflow} px wider than the screen")
            for entry in driver.execute_script("return performance.getEntriesByType('resource').map(e => e.name)"):
                if not entry.startswith(origin):
                    fault(f"{where}: asks for {entry}")
            driver.execute_script(AXE)
            result = driver.execute_async_script(
                "const done = arguments[arguments.length - 1];"
                f"axe.run(document, {{runOnly: {{type: 'tag', values: {json.dumps(TAGS)}}}}})"
                ".then(done, error => done({error: String(error)}))"
            )
            if "error" in result:
                fault(f"{where}: axe: {result['error'][:200]}")
                continue
            for violation in result["violations"]:
                nodes = [node["target"] for node in violation["nodes"]][:3]
                fault(f"{where}: {violation['id']} ({violation['impact']}): {violation['help']} {nodes}")
    for entry in driver.get_log("browser"):
        if entry["level"] == "SEVERE" and "favicon" not in entry["message"]:
            fault(f"{name}: {entry['message'][:200]}")


def check_keyboard(driver, origin, site, path):
    set_view(driver, 1280, 900, "light")
    driver.get(f"{origin}/{path.relative_to(site)}")
    expected = driver.execute_script(
        "return [...document.querySelectorAll('a[href], summary, button, [tabindex=\"0\"]')]"
        ".filter(e => e.checkVisibility()).length"
    )
    reached = set()
    body = driver.switch_to.active_element
    for _ in range(expected + 5):
        body.send_keys("\ue004")
        body = driver.switch_to.active_element
        reached.add(driver.execute_script(
            "return [...document.querySelectorAll('*')].indexOf(document.activeElement)"))
    if len(reached - {-1}) < expected:
        fault(f"{path.relative_to(site)}: the keyboard reaches {len(reached)} of {expected}")
    print(f"  the keyboard reaches all {expected} links of {path.relative_to(site)}")


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
    print(f"  the Nu HTML checker looked at {len(paths)} pages")


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def check(site):
    print(site)
    check_links(site)
    chosen = samples(site)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    origin = f"http://127.0.0.1:{server.server_port}"
    driver = browser()
    try:
        for path in chosen:
            check_in_browser(driver, origin, site, path)
        print(f"  axe-core looked at {len(chosen)} pages, each at {len(WIDTHS)} widths, light and dark")
        for path in sorted(site.glob("*/index.html")):
            check_keyboard(driver, origin, site, path)
    finally:
        driver.quit()
    check_html(site, chosen)
    server.shutdown()


for argument in sys.argv[1:]:
    check(pathlib.Path(argument).resolve())
print(f"{len(faults)} faults")
sys.exit(1 if faults else 0)
