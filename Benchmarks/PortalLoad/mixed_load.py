"""Pages, questions and reports at once for a long time: nothing may fail, and memory may not grow but by the reports.

mixed_load.py --nap PROGRAM [--seconds N] [--pace SECONDS] [--items N]

Eight agencies ask for reports of theirs and send one new version for every ten questions; eight readers read public pages.
Each waits for a while, the pace, before it goes on.
"""
import argparse
import json
import pathlib
import statistics
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

from portal_load import AGENCIES, ITEMS, load_service

# What a version of a report may take in memory, with its place in the pages, in MB.
PER_REPORT = 0.006


class Load:
    def __init__(self, service, tokens, periods, pages, pace):
        self.service, self.tokens, self.periods, self.pages, self.pace = service, tokens, periods, pages, pace
        self.stop, self.lock, self.faults = threading.Event(), threading.Lock(), []
        self.counts = {"pages": 0, "reports": 0, "questions": 0}
        self.slowest = {"pages": 0, "reports": 0, "questions": 0}

    def ask(self, kind, path, body=None, method="GET", **head):
        """What is answered, and its head; None where it is not found."""
        began = time.monotonic()
        request = urllib.request.Request(
            self.service.origin + path, body, {name.replace("_", "-"): value for name, value in head.items()}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                answer.read()
                found = answer.headers
        except urllib.error.HTTPError as error:
            if error.code != 404:
                raise RuntimeError(f"{method} {path}: {error.code} {error.read()[:200]}") from error
            error.read()
            found = None
        with self.lock:
            self.counts[kind] += 1
            self.slowest[kind] = max(self.slowest[kind], time.monotonic() - began)
        return found

    def report(self, part):
        agency = AGENCIES[part % 8]
        bearer = {"Authorization": f"Bearer {self.tokens[agency]}"}
        for turn in range(10**9):
            if self.stop.is_set():
                return
            item = self.service.items[turn % len(self.service.items)]
            path = f"/api/v1/reports/{item}/{self.periods[turn // 10 % len(self.periods)]}"
            head = self.ask("questions", path, **bearer)
            if turn % 10 == 0:
                condition = {"If_Match": head["ETag"]} if head else {"If_None_Match": "*"}
                body = json.dumps({"value": turn % 997, "comment": "as counted"}).encode()
                self.ask("reports", path, body, "PUT", Content_Type="application/json",
                         Idempotency_Key=f"m-{part}-{turn}", **condition, **bearer)
            if turn % 50 == 0:
                self.ask("questions", "/api/v1/due", **bearer)
            time.sleep(self.pace)

    def read(self, part):
        for turn in range(part, 10**9):
            if self.stop.is_set():
                return
            self.ask("pages", self.pages[turn * 7 % len(self.pages)])
            time.sleep(self.pace)

    def guarded(self, work, part):
        try:
            work(part)
        except Exception as error:
            with self.lock:
                self.faults.append(f"{work.__name__}: {error}")
            self.stop.set()


def measure(nap, folder, seconds, pace, items):
    service, tokens, environment = load_service(nap, folder, items)
    service.items = items
    service.stop()
    site = pathlib.Path(f"{service.ledger}-site/public")
    service.run("publish", "--plan", service.plan, "--ledger", service.ledger, "--as-of", "2029-12-31", "--edition", "public",
                "--out", str(site), "--quiet")
    service.start()
    pages = [f"/public/{file.relative_to(site)}" for file in sorted(site.glob("*/**/*.html"))[:300]]
    load = Load(service, tokens, environment["PERIODS"].split(), pages, pace)
    threads = [threading.Thread(target=load.guarded, args=(work, part)) for part in range(8) for work in (load.report, load.read)]
    for thread in threads:
        thread.start()
    memory, reports, began = [], [], time.monotonic()
    while time.monotonic() - began < seconds and not load.stop.is_set():
        time.sleep(1)
        memory.append(service.memory())
        reports.append(load.counts["reports"])
    load.stop.set()
    for thread in threads:
        thread.join()
    service.stop()
    service.run("ledger", "verify", "--ledger", service.ledger)
    quarter = len(memory) // 4
    if quarter > 0:
        early, late = statistics.median(memory[quarter:2 * quarter]), statistics.median(memory[-quarter:])
        new = statistics.median(reports[-quarter:]) - statistics.median(reports[quarter:2 * quarter])
        told = ", ".join(f"{count} {kind} (slowest {load.slowest[kind]:.2f} s)" for kind, count in load.counts.items())
        print(f"{len(memory)} s of mixed load: {told}; memory {early:.0f} MB in the second quarter, {late:.0f} MB in the last with "
              f"{new:.0f} reports more, {max(memory):.0f} MB at most", flush=True)
        if late > early * 1.05 + 10 + new * PER_REPORT:
            load.faults.append(f"memory grows: {early:.0f} MB, then {late:.0f} MB")
    return load.faults


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--nap", required=True)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--pace", type=float, default=0.02)
    parser.add_argument("--items", type=int, default=1000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        faults = measure(str(pathlib.Path(options.nap).resolve()), folder, options.seconds, options.pace, ITEMS[:options.items])
    for one in faults:
        print("  fault:", one)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
