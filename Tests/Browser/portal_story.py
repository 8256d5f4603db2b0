#!/usr/bin/env python3
"""Goes the whole way through the web service in a real browser, as people do.

Usage: portal_story.py --nap PROGRAM [--pictures FOLDER] [--only LANGUAGE]

Once in each language of the plan - in English with a mouse, in Russian by the keyboard alone, in Turkmen without scripts -
the secretariat invites a focal point of an agency, who enters by the link, keeps a draft, makes a mistake, mends it, sees
while she types what is wrong and what would follow, sends a document along, loses her session while she sends, signs in again
and goes on, and keeps a receipt, which verifies without the service; the secretariat sends the report back; she sends it
again, several others on one page, and looks through a filled workbook; the chair opens the document, verifies the report,
freezes the assessment for a meeting, records a decision and publishes the public edition. The chair's digest came by mail, and
the link in it ends such mails.

On every page that is seen on the way, at 1280 and 390 px: axe-core finds no violation of WCAG 2.2 AA, nothing is wider than
the screen, nothing is asked for elsewhere, and the console has no error.
"""
import argparse
import concurrent.futures
import hashlib
import pathlib
import sys
import tempfile
import time
import urllib.request

from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

from check_site import AXE, TAGS, WIDTHS, browser, overflow, run_axe, set_view
from portal_service import PERIOD, Service

# The agency that reports in each language, an item of its own, and how its pages are used.
TALES = {
    "en": {"agency": "sms", "item": "i3-1-4", "keyboard": False, "scripts": True},
    "ru": {"agency": "border", "item": "i3-1-4", "keyboard": True, "scripts": True},
    "tk": {"agency": "mia", "item": "i3-1-4", "keyboard": False, "scripts": False},
}
PASSWORD = "seven green kettles sing"
# What has the focus, and how many pixels of its height a bar hides that stands at the lower edge of the screen.
COVERED = """
const focused = document.activeElement, bar = document.querySelector(arguments[0]);
if (!focused || focused === document.body) return [null, 0];
const all = [...document.querySelectorAll('*')], name = focused.tagName + ' ' + all.indexOf(focused);
if (bar.contains(focused)) return [name, 0];
const place = focused.getBoundingClientRect(), edge = bar.getBoundingClientRect();
const isBefore = focused.compareDocumentPosition(bar) & Node.DOCUMENT_POSITION_FOLLOWING;
return [name, isBefore ? place.bottom - edge.top : 0];
"""
faults = []


def fault(text):
    faults.append(text)
    print("  fault:", text, flush=True)


class Mouse:
    """Uses a page by pointing at things."""

    def __init__(self, driver):
        self.driver = driver

    def find(self, css):
        return self.driver.find_element(By.CSS_SELECTOR, css)

    def press(self, css):
        """Presses a button or follows a link, and waits for the page that comes."""
        element = self.find(css)
        before = self.find("html")
        # As people do, who scroll on where something stands under the bar at the lower edge.
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()
        self.wait_until_left(before)

    def wait_until_left(self, page):
        for _ in range(200):
            try:
                page.tag_name
                time.sleep(0.02)
            except Exception:
                return
        fault(f"{self.driver.current_url}: no other page came")

    def type(self, name, text, form=""):
        field = self.find(f"{form} [name='{name}']")
        field.clear()
        field.send_keys(text)

    def choose(self, name, value):
        Select(self.find(f"select[name='{name}']")).select_by_value(value)

    def tick(self, css):
        self.find(css).click()


class Keyboard(Mouse):
    """Uses a page by keys alone: what the Tab key does not reach cannot be used."""

    CODES = {"Tab": 9, "Enter": 13, " ": 32, "ArrowDown": 40, "Backspace": 8}

    def key(self, key, modifiers=0):
        text = {"Enter": "\r", " ": " "}.get(key, "")
        common = {"key": key, "windowsVirtualKeyCode": self.CODES.get(key, ord(key[0].upper())), "modifiers": modifiers}
        down = {"type": "keyDown" if text else "rawKeyDown", **common, **({"text": text} if text else {})}
        if key == "a" and modifiers:
            down["commands"] = ["selectAll"]
        self.driver.execute_cdp_cmd("Input.dispatchKeyEvent", down)
        self.driver.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": "keyUp", **common})

    def has_focus(self, css):
        return self.driver.execute_script(
            "return document.activeElement === document.querySelector(arguments[0])", css)

    def reach(self, css):
        for _ in range(400):
            if self.has_focus(css):
                if not self.driver.execute_script(
                    "const s = getComputedStyle(document.activeElement);"
                    "return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0"
                ):
                    fault(f"{self.driver.current_url}: {css} does not show that it has the focus")
                return
            self.key("Tab")
        fault(f"{self.driver.current_url}: the keyboard does not reach {css}")
        raise AssertionError(css)

    def press(self, css):
        self.reach(css)
        before = self.find("html")
        self.key("Enter")
        self.wait_until_left(before)

    def type(self, name, text, form=""):
        self.reach(f"{form} [name='{name}']".strip())
        self.key("a", modifiers=2)
        self.key("Backspace")
        self.driver.execute_cdp_cmd("Input.insertText", {"text": text})

    def choose(self, name, value):
        css = f"select[name='{name}']"
        self.reach(css)
        for _ in range(80):
            if self.find(css).get_property("value") == value:
                return
            self.key("ArrowDown")
        fault(f"{self.driver.current_url}: the keyboard does not choose {value} in {name}")

    def tick(self, css):
        element = self.find(css)
        if element.get_attribute("type") != "radio":
            self.reach(css)
            return self.key(" ")
        # The Tab key stops once at a group of radio buttons, the arrows go through it.
        group = f"input[name='{element.get_attribute('name')}']"
        chosen = f"{group}:checked"
        self.reach(chosen if self.driver.find_elements(By.CSS_SELECTOR, chosen) else group)
        self.key(" ")
        for _ in range(6):
            if self.has_focus(css):
                return
            self.key("ArrowDown")
        fault(f"{self.driver.current_url}: the keyboard does not choose {css}")


class Tale:
    """The whole story in one language."""

    def __init__(self, service, language, pictures):
        self.service, self.language, self.pictures = service, language, pictures
        manner = TALES[language]
        self.agency, self.item = manner["agency"], manner["item"]
        self.driver = browser()
        self.driver.set_window_size(1280, 900)
        # On a machine that does other things besides, axe-core takes its time with a long table.
        self.driver.set_script_timeout(120)
        self.allow_scripts(manner["scripts"])
        self.hands = (Keyboard if manner["keyboard"] else Mouse)(self.driver)
        self.people = {}
        self.seen = 0
        self.form = f"/{language}/report/{self.item}/{PERIOD}"
        self.review = f"/{language}/review/{self.agency}/{self.item}/{PERIOD}"

    def allow_scripts(self, are_allowed):
        """Whether the scripts of pages run; axe-core is one too, and is let in to look."""
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not are_allowed})

    # What a page must be

    def see(self, name, *texts):
        """Looks at a page as it is now: for everybody, at both widths."""
        self.seen += 1
        where = f"{self.language}: {name}"
        said = self.text()
        for text in texts:
            if text not in said:
                fault(f"{where}: “{text}” is not said")
        html = self.driver.find_element(By.TAG_NAME, "html")
        if html.get_attribute("lang") != self.language:
            fault(f"{where}: the page is in another language")
        self.allow_scripts(True)
        self.driver.execute_script(AXE)
        for width, height in WIDTHS:
            set_view(self.driver, width, height)
            wider = overflow(self.driver)
            if wider > 0:
                fault(f"{where}, {width} px: {wider} px wider than the screen")
            result = run_axe(self.driver, {"type": "tag", "values": TAGS})
            for violation in result.get("violations", [{"id": result.get("error"), "help": "", "nodes": []}]):
                nodes = [node["target"] for node in violation["nodes"]][:3]
                fault(f"{where}, {width} px: {violation['id']}: {violation['help']} {nodes}")
            if self.pictures:
                self.picture(f"{self.language}-{self.seen:02}-{name}-{width}", width)
        set_view(self.driver, 1280)
        self.allow_scripts(TALES[self.language]["scripts"])
        for entry in self.driver.execute_script("return performance.getEntriesByType('resource').map(e => e.name)"):
            if not entry.startswith(self.service.origin):
                fault(f"{where}: asks for {entry}")
        for entry in self.driver.get_log("browser"):
            # That a page answers 4xx is told there too, and meant.
            if entry["level"] == "SEVERE" and "the server responded with a status of 4" not in entry["message"]:
                fault(f"{where}: {entry['message'][:200]}")

    def tab_through(self, bar):
        """Goes to everything on the page by the Tab key, there and back: nothing that has the focus is under the bar."""
        self.allow_scripts(True)
        keys = Keyboard(self.driver)
        for width, height in WIDTHS:
            set_view(self.driver, width, height)
            for is_open in (False, True):
                self.driver.execute_script("document.querySelector(arguments[0] + ' details').open = arguments[1]", bar, is_open)
                for modifiers, start in ((0, "body a"), (8, bar + " summary")):
                    self.driver.execute_script("document.querySelector(arguments[0]).focus()", start)
                    reached = set()
                    for _ in range(400):
                        keys.key("Tab", modifiers)
                        place, covered = self.driver.execute_script(COVERED, bar)
                        if place is None or place in reached:
                            break
                        reached.add(place)
                        if covered > 1:
                            fault(f"{self.driver.current_url}, {width} px: {covered} px of {place} are under {bar}")
                    self.expect(f"the Tab key reaches {len(reached)} things at {width} px", len(reached) > 30)
        self.driver.execute_script("document.querySelector(arguments[0] + ' details').open = false", bar)
        set_view(self.driver, 1280)
        self.allow_scripts(TALES[self.language]["scripts"])

    def picture(self, name, width):
        height = min(self.driver.execute_script("return document.documentElement.scrollHeight"), 4000)
        set_view(self.driver, width, height)
        self.driver.save_screenshot(f"{self.pictures}/{name}.png")

    def text(self):
        return self.driver.find_element(By.TAG_NAME, "body").text

    # Who sits there

    def become(self, who):
        """Somebody else sits down, with the cookies of her own browser."""
        self.driver.delete_all_cookies()
        for cookie in self.people.get(who, []):
            self.driver.add_cookie(cookie)

    def remember(self, who):
        self.people[who] = self.driver.get_cookies()

    def open(self, path):
        self.driver.get(path if path.startswith("http") else self.service.origin + path)

    def fetch(self, link):
        """A file that whoever sits there can have, and the answer's head."""
        cookie = "; ".join(f"{c['name']}={c['value']}" for c in self.driver.get_cookies())
        with urllib.request.urlopen(urllib.request.Request(link, headers={"Cookie": cookie})) as answer:
            return answer.read(), answer.headers

    def expect(self, what, holds):
        if not holds:
            fault(f"{self.language}: {what} ({self.driver.current_url})")

    def is_at(self, path):
        self.expect(f"{path} does not come", self.driver.current_url.split("?")[0] == self.service.origin + path)

    # The story

    def tell(self):
        try:
            for part in (self.invitation, self.writing, self.receipt, self.return_, self.table, self.decision, self.office,
                         self.mail, self.others):
                part()
        except Exception as error:  # A step that cannot be taken ends this tale, not the others.
            fault(f"{self.language}: {type(error).__name__} at {self.driver.current_url}: {str(error)[:300]}")
            if self.pictures:
                self.driver.save_screenshot(f"{self.pictures}/{self.language}-fault.png")
        finally:
            self.driver.quit()
        return self.seen

    def enter(self, who, link):
        self.become(None)
        self.open(link)
        if who == "secretariat":
            self.see("welcome")
        self.hands.press("main form button")
        self.remember(who)

    def invitation(self):
        service, hands = self.service, self.hands
        self.enter("chair", service.links[f"chair.{self.language}"])
        self.enter("secretariat", service.links[f"secretariat.{self.language}"])
        self.is_at(f"/{self.language}/review")
        self.see("queue")
        self.tab_through(".deciding")
        self.open(f"/{self.language}/people")
        hands.type("name", f"Maral {self.language}")
        hands.type("email", f"maral.{self.language}@example.org")
        hands.choose("grant", f"{self.agency}/agency")
        hands.choose("language", self.language)
        hands.press("form[action$='/people'] button")
        self.see("people", f"maral.{self.language}@example.org")
        link = self.driver.find_element(By.CSS_SELECTOR, "code.link").text
        self.enter("focal", link)
        self.is_at(f"/{self.language}/due")
        self.become(None)
        self.open(link)
        self.see("used-link")
        self.become("focal")
        self.open(f"/{self.language}/account")
        hands.type("password", "short")
        hands.press("form:has([name=password]) button")
        self.see("account-weak-password")
        hands.type("password", PASSWORD)
        hands.press("form:has([name=password]) button")
        self.see("account")
        hands.press(".holder button")
        self.is_at(f"/{self.language}/sign-in")
        self.sign_in("focal", "sign-in")
        self.open(f"/{self.language}/account")
        hands.type("password", PASSWORD + " 2")
        hands.type("current-password", "not this one at all")
        hands.press("form:has([name=password]) button")
        self.see("account-old-password")
        self.expect("a password is changed without the old one", bool(hands.find("[name=current-password]")))
        self.open(f"/{self.language}/due")

    def sign_in(self, who, name):
        self.hands.type("email", f"maral.{self.language}@example.org")
        self.hands.type("password", "not this one at all")
        self.hands.press("main form button")
        self.see(name + "-wrong")
        self.hands.type("email", f"maral.{self.language}@example.org")
        self.hands.type("password", PASSWORD)
        self.hands.press("main form button")
        self.remember(who)

    def fill(self, value, parts=(60, 40)):
        self.hands.type("value", value)
        self.hands.type("sex:female", str(parts[0]))
        self.hands.type("sex:male", str(parts[1]))

    def writing(self):
        hands = self.hands
        self.is_at(f"/{self.language}/due")
        self.see("due")
        hands.press(f"a[href='{self.form}']")
        self.see("form")
        self.fill("сто")
        hands.press("button[value=draft]")
        self.see("draft")
        self.open(f"/{self.language}/due")
        self.see("due-with-draft")
        hands.press(f"a[href='{self.form}']")
        hands.press("button.main[value=check]")
        self.see("error")
        self.expect("what was typed is lost", hands.find("[name=value]").get_property("value") == "сто")
        if TALES[self.language]["scripts"]:
            self.live()
            self.fill("сто")
            hands.press("button.main[value=check]")
        self.expect("the field is not marked", hands.find("[name=value]").get_attribute("aria-invalid") == "true")
        self.fill("640", (300, 200))
        hands.press("button.main[value=check]")
        self.see("sum")
        self.fill("640", (340, 300))
        hands.type("comment", "Counted from the registers.")
        hands.type("evidence", "Order No. 14 of 29 December 2022")
        document = pathlib.Path(self.service.folder, f"order-{self.language}.pdf")
        document.write_bytes(b"%PDF-1.7\n" + self.language.encode() + b"\n%%EOF\n")
        self.driver.find_element(By.NAME, "document").send_keys(str(document))
        hands.tick("#evidence-keep")
        hands.press("button.main[value=check]")
        self.see("preview", hashlib.sha256(document.read_bytes()).hexdigest())
        self.expect("no status is foretold", len(self.driver.find_elements(By.CSS_SELECTOR, ".preview .status")) == 1)
        self.become(None)
        hands.press("button.main[value=send]")
        self.see("session-lost")
        self.sign_in("focal", "session-lost")
        self.see("kept")
        hands.press("main form button")
        self.expect("what was typed is lost", hands.find("[name=value]").get_property("value") == "640")
        hands.press("button[value=check]:not(.first)")
        hands.press("button.main[value=send]")
        self.see("sent")

    def receipt(self):
        """The receipt is a file that proves, without the service, what was sent."""
        link = self.driver.find_element(By.CSS_SELECTOR, "a[href*='/receipt/']").get_attribute("href")
        path = f"{self.service.folder}/receipt-{self.language}.txt"
        pathlib.Path(path).write_bytes(self.fetch(link)[0])
        self.service.run("verify", path, "--key", self.service.verifier)

    def return_(self):
        hands = self.hands
        self.become("secretariat")
        self.open(f"/{self.language}/review")
        hands.choose("agency", self.agency)
        hands.press("form[method=get] button")
        self.see("queue-of-agency")
        shown = self.driver.find_elements(By.CSS_SELECTOR, "table.queue a")
        self.expect("reports of other agencies are shown", shown and all(
            f"/review/{self.agency}/" in link.get_attribute("href") for link in shown))
        hands.press(f"a[href='{self.review}?agency={self.agency}']")
        self.see("review")
        hands.tick("#decision-returned")
        hands.press("button.main")
        self.see("review-without-reason")
        hands.tick("#decision-returned")
        hands.type("reason", "Which trainings are counted?")
        hands.press("button.main")
        self.see("returned")
        self.expect("the place in the list is lost",
                    Select(hands.find("[name=agency]")).first_selected_option.get_attribute("value") == self.agency)
        self.become("focal")
        self.open(f"/{self.language}/due")
        self.see("due-returned", "Which trainings are counted?")
        hands.press(f"a[href='{self.form}']")
        self.see("form-returned", "Which trainings are counted?")
        hands.type("comment", "Trainings of six hours and more, with a test.")
        hands.press("button.main[value=check]")
        hands.press("button.main[value=send]")
        self.see("sent-again")
        self.several()

    def live(self):
        """While she types, what is wrong and what would be said is told, and nothing is lost of where she is."""
        def told(css, holds, what):
            for _ in range(100):
                found = self.driver.find_elements(By.CSS_SELECTOR, css)
                if holds(found[0].text if found else ""):
                    return
                time.sleep(0.1)
            self.expect(f"while typing, {what} is not told", False)
        self.fill("640", (300, 200))
        told("#sum-sex", lambda text: "500" in text, "the sum of the parts")
        self.fill("640", (340, 300))
        self.hands.type("comment", "Counted from the registers.")
        told("#outlook .status", bool, "what would be said")
        told("#value-problem", lambda text: not text, "that the mistake is mended")
        self.hands.type("value", "640 people")
        told("#value-problem", bool, "a mistake")
        self.expect("the focus is lost", self.driver.switch_to.active_element.get_attribute("name") == "value")
        self.hands.type("comment", "")

    def several(self):
        """Two of those that are left go together; one of them is wrong at first."""
        hands = self.hands
        self.open(f"/{self.language}/reports")
        self.see("several")
        numbers = [field.get_attribute("name") for field in self.driver.find_elements(
            By.CSS_SELECTOR, ".one-report input[name$='.value']")]
        hands.type(numbers[0].replace("value", "comment"), "Counted from the registers.")
        hands.type(numbers[0], "десять")
        hands.press("button.plain[value=check]")
        self.see("several-error")
        self.expect("what was typed is lost", hands.find(f"[name='{numbers[0]}']").get_property("value") == "десять")
        hands.type(numbers[0], "12")
        hands.press("button.plain[value=check]")
        self.expect("no status is foretold", self.driver.find_elements(By.CSS_SELECTOR, ".outlook .status"))
        hands.press("button.main[value=send]")
        self.is_at(f"/{self.language}/due")

    def table(self):
        """What is left goes as one table."""
        hands = self.hands
        self.open(f"/{self.language}/upload")
        self.see("upload")
        broken = pathlib.Path(self.service.folder, f"broken-{self.language}.csv")
        broken.write_text("item;period;value\ni-nothing;2022-H2;1\n", "utf-8")
        self.driver.find_element(By.NAME, "table").send_keys(str(broken))
        hands.press("form[enctype] button")
        self.see("upload-broken")
        workbook = pathlib.Path(self.service.folder, f"filled-{self.language}.xlsx")
        link = f"{self.service.origin}/{self.language}/template.xlsx"
        workbook.write_bytes(self.fetch(link)[0])
        self.driver.find_element(By.NAME, "table").send_keys(str(workbook))
        hands.press("form[enctype] button")
        self.see("upload-workbook")

    def decision(self):
        hands = self.hands
        self.become("chair")
        self.open(f"/{self.language}/review?agency={self.agency}")
        self.see("queue-chair")
        hands.press(f"a[href='{self.review}?agency={self.agency}']")
        link = self.driver.find_element(By.CSS_SELECTOR, "a[href*='/document/']").get_attribute("href")
        document, head = self.fetch(link)
        self.expect("the document is not the one that was sent", document.startswith(b"%PDF-1.7"))
        self.expect("a browser would show the document", head["Content-Disposition"].startswith("attachment"))
        hands.tick("#decision-verified")
        hands.choose("confidence", "probable")
        hands.press("button.main")
        self.see("verified")
        self.open(self.review)
        self.see("review-done")

    def office(self):
        hands = self.hands
        self.open(f"/{self.language}/office")
        self.see("office")
        hands.type("meeting", "12", form="form[action$='/freeze']")
        hands.press("form[action$='/freeze'] button")
        self.see("frozen")
        hands.type("meeting", "12", form="form[action$='/decision']")
        hands.type("text", "The agencies send what is missing within a month.")
        hands.press("form[action$='/decision'] button")
        self.see("decision", "The agencies send what is missing within a month.")
        hands.press("form[action$='/publication'] button")
        self.see("published")
        self.become(None)
        self.open(f"/public/{self.language}/index.html")
        self.expect("the public edition is not there", self.driver.find_elements(By.TAG_NAME, "h1"))

    def mail(self):
        """The digest of the morning: readable by any mail program, in the chair's language, without figures."""
        mails = self.service.mails(f"deputy.{self.language}@")
        self.expect(f"the deputy chair got {len(mails)} mails", len(mails) == 1)
        for subject, text, mail in mails:
            link = mail["List-Unsubscribe"].strip("<>")
            self.expect("the mail's language is another", mail["Content-Language"] == self.language)
            self.expect("the link is not in the mail's text", link in text and self.service.origin in text)
            self.become(None)
            self.open(link)
            self.see("reminders")
            self.hands.press("main form button")
            self.see("reminders-off")

    def others(self):
        self.become("secretariat")
        self.open(f"/{self.language}/deadlines")
        self.see("deadlines")
        self.become("focal")
        self.open(f"/{self.language}/tokens")
        self.see("tokens")
        self.become(None)
        self.open(f"/{self.language}/nothing")
        self.see("not-found")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--nap", required=True)
    parser.add_argument("--pictures")
    parser.add_argument("--only", choices=TALES)
    options = parser.parse_args()
    if options.pictures:
        pathlib.Path(options.pictures).mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        service = Service(options.nap, folder, {
            f"{role}.{language}": (role, body, language)
            for language in TALES for role, body in (("secretariat", "secretariat"), ("chair", "working-group"))
        } | {f"deputy.{language}": ("chair", "working-group", language) for language in TALES})
        try:
            # Who has come in is written to when the service starts on another morning, or once more on this one.
            for language in TALES:
                service.enter(service.links[f"deputy.{language}"])
            service.stop()
            service.start()
            languages = [options.only] if options.only else list(TALES)
            with concurrent.futures.ThreadPoolExecutor(3) as pool:
                tales = [pool.submit(Tale(service, language, options.pictures).tell) for language in languages]
                pages = sum(tale.result() for tale in tales)
        finally:
            if (status := service.stop()) != 0:
                fault(f"the service ended with {status}")
    print(f"  {pages} pages seen by people in {len(languages)} languages, each at {len(WIDTHS)} widths; "
          f"{time.monotonic() - began:.0f} s", flush=True)
    print(f"{len(faults)} faults")
    sys.exit(1 if faults else 0)


main()
