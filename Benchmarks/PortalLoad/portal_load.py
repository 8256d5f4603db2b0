"""Measures the web service under load: status pages beside nginx, durable submissions beside the ledger's own.

Usage: portal_load.py --nap PROGRAM [--ledger-benchmark PROGRAM] [--seconds N]

- public pages, 64 connections, in turns with nginx that serves the same files with the same headers; the same with pages
  that the browser has already (304);
- reports that 64 connections send, each answered with its receipt when it is on the disk, beside LedgerBenchmark's own:
  single ones, each with a commit to itself, and those of 64 callers, which share commits.

Both programs should be built for release. wrk and nginx have to be there.
"""
import argparse
import json
import os
import pathlib
import re
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.append(str(ROOT / "Tests/API"))
from person import Person
AGENCIES = [f"a{n}" for n in range(8)]
ITEMS = [f"i{n}" for n in range(1000)]
YEARS = range(2027, 2030)
NOW = "2030-01-05T12:00+05:00"
faults = []


def plan(items):
    """Indicators, a thousand at most, to which eight agencies contribute, quarter by quarter, for three years."""
    title = "title: {en: %s, ru: %s, tk: %s}"
    lines = ["format: nap-plan/1", "plan:", "  id: load", "  " + title % (("Load",) * 3), "  start: 2027-01-01",
             "  end: 2029-12-31", "  languages: [en, ru, tk]", "  calendar: quarters",
             "  provenance: {kind: illustrative}", '  rules: [{pack: core, version: "1.0"}, {pack: pace, version: "1.0"}]',
             "  headline: [pace, core]", "agencies:"]
    lines += [f"  - {{id: {a}, {title % ((a,) * 3)}, kind: ministry, language: en}}" for a in AGENCIES]
    lines += ["bodies:", f"  - {{id: office, {title % (('Office',) * 3)}, provenance: {{kind: illustrative}}}}", "calendars:",
              "  - {id: quarters, frequency: quarterly, due-day: 15, grace-days: 5}", "objectives:",
              "  - id: o1", "    " + title % (("Work",) * 3), "    activities:"]
    for number in range((len(items) + 24) // 25):
        lines += [f"      - id: w{number}", "        " + title % ((f"Work {number}",) * 3), "        lead: a0", "        indicators:"]
        for item in items[number * 25:number * 25 + 25]:
            lines += [f"          - id: {item}", "            " + title % ((f"People reached {item}",) * 3),
                      "            measure: unit", "            unit: {en: persons, ru: чел., tk: adam}",
                      "            direction: increase", "            accumulation: per-period", "            lead: a0",
                      f"            contributors: [{', '.join(AGENCIES)}]"]
    return "\n".join(lines) + "\n"


class Service:
    def __init__(self, nap, folder, plan, options=()):
        self.nap, self.folder, self.plan, self.options = nap, folder, plan, options
        self.ledger = f"{folder}/ledger.sqlite"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.origin = f"http://127.0.0.1:{self.port}"

    def run(self, *arguments):
        done = subprocess.run([self.nap, *arguments], capture_output=True, text=True, cwd=ROOT)
        if done.returncode != 0:
            sys.exit(f"nap {' '.join(arguments)}: {done.returncode}\n{done.stderr[:2000]}")
        return done.stdout.strip()

    def invite(self, body, role):
        return self.run("account", "invite", "--plan", self.plan, "--ledger", self.ledger, "--now", NOW, "--name", body,
                        "--email", f"{body}-{role}@example.org", "--body", body, "--role", role, "--language", "en",
                        "--by", "office", "--origin", self.origin)

    def start(self):
        self.log = open(f"{self.folder}/log", "a")
        self.process = subprocess.Popen(
            [self.nap, "serve", "--plan", self.plan, "--ledger", self.ledger, "--key", f"{self.folder}/key", "--port",
             str(self.port), "--now", NOW, "--writes-per-minute", "10000000", "--reads-per-minute", "10000000", *self.options],
            stderr=self.log, stdout=self.log, cwd=ROOT)
        for _ in range(600):
            try:
                return urllib.request.urlopen(f"{self.origin}/readyz", timeout=60).read()
            except OSError:
                time.sleep(0.2)
        sys.exit("the service does not start:\n" + pathlib.Path(self.log.name).read_text()[-2000:])

    def stop(self):
        self.process.terminate()
        self.process.wait(120)
        self.log.close()

    def memory(self):
        """In MB."""
        pages = int(pathlib.Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * resource.getpagesize() / 1e6

    def token(self, link):
        return Person(self.origin, link).token()


def wrk(url, seconds, script, connections=64, **environment):
    """What wrk says: answers a second, and latencies in ms."""
    text = subprocess.run(
        ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", str(HERE / script), url],
        capture_output=True, text=True, env={**os.environ, **environment})
    out = text.stdout
    if text.stderr.strip():
        print("  " + text.stderr.strip()[:600], file=sys.stderr)
    unit = {"us": 0.001, "ms": 1, "s": 1000, "m": 60000}
    latency = {p: float(v) * unit[u] for p, v, u in re.findall(r"(\d+)%\s+([\d.]+)(us|ms|s|m)\b", out)}
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    broken = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", out)
    if wrong or broken and any(int(n) for n in broken.groups()):
        faults.append(f"{script}: " + " ".join((wrong or broken).group(0).split()))
    return {"rate": float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1]), "p50": latency["50"], "p99": latency["99"],
            "count": int(re.search(r"(\d+) requests in", out)[1])}


def nginx(folder, site, headers):
    """nginx over the same files, with the headers that the service sends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    lines = "\n".join(f'add_header {name} "{value}";' for name, value in headers)
    user = "user root;" if os.geteuid() == 0 else ""
    pathlib.Path(f"{folder}/nginx.conf").write_text(f"""
{user} worker_processes 2; daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.log;
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types; sendfile on; tcp_nopush on; access_log off; etag on; server_tokens off;
    keepalive_requests 1000000000; open_file_cache max=10000; charset utf-8;
    client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
    uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    server {{ listen 127.0.0.1:{port}; root {site}; {lines} }}
}}""")
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    process = subprocess.Popen([program, "-c", f"{folder}/nginx.conf", "-e", f"{folder}/nginx.log"])
    time.sleep(1)
    return process, f"http://127.0.0.1:{port}"


def fetch(url):
    with urllib.request.urlopen(url) as answer:
        return answer.headers, answer.read()


def measure_pages(options, folder):
    plan = "plans/turkmenistan-ct-2020-2022"
    service = Service(options.nap, folder, plan)
    service.run("load", plan, "--ledger", service.ledger)
    service.run("ledger", "key", "--name", "nap.example.org", "--out", f"{folder}/key")
    service.run("publish", "--plan", plan, "--ledger", service.ledger, "--as-of", "2022-12-31", "--edition", "public", "--out",
                f"{service.ledger}-site/public", "--quiet")
    service.start()
    # The internal pages are all written once after a start.
    time.sleep(5)
    site = pathlib.Path(f"{service.ledger}-site/public")
    files = sorted(site.glob("*/**/*.html"))[::max(1, len(list(site.glob('*/**/*.html'))) // 200)]
    paths = ["/public/" + str(file.relative_to(site)) for file in files]
    process, rival = nginx(folder, f"{service.ledger}-site", [])
    process.terminate()
    process.wait()
    head, _ = fetch(service.origin + paths[0])
    same = [(name, value) for name, value in head.items()
            if name.lower() not in ("content-type", "content-length", "etag", "date", "server", "connection")]
    process, rival = nginx(folder, f"{service.ledger}-site", same)
    try:
        lists = {}
        for origin in (service.origin, rival):
            lines, bodies = [], []
            for path in paths:
                head, body = fetch(origin + path)
                lines.append(f"{path} {head['ETag']}")
                bodies.append(body)
            lists[origin] = (bodies, f"{folder}/pages-{len(lists)}")
            pathlib.Path(lists[origin][1]).write_text("\n".join(lines) + "\n")
        if lists[service.origin][0] != lists[rival][0]:
            faults.append("the service and nginx do not serve the same bytes")
        size = statistics.mean(len(body) for body in lists[rival][0])
        for name, environment in [("pages", {}), ("pages that are known (304)", {"KNOWN": "1"})]:
            rates = {service.origin: [], rival: []}
            for _ in range(3):
                for origin in rates:
                    rates[origin].append(wrk(origin, options.seconds, "pages.lua", PAGES=lists[origin][1], **environment))
            ours, theirs = [statistics.median(r["rate"] for r in rates[o]) for o in (service.origin, rival)]
            p99 = statistics.median(r["p99"] for r in rates[service.origin])
            share = 100 * ours / theirs
            print(f"{len(paths)} {name}, {size / 1000:.0f} kB each: {ours:.0f} a second, p99 {p99:.1f} ms; nginx "
                  f"{theirs:.0f}: {share:.0f} % of it (limit 60 %)", flush=True)
            if share < 60:
                faults.append(f"{name}: {share:.0f} % of nginx")
    finally:
        process.terminate()
        process.wait()
        service.stop()


def load_service(nap, folder, items=ITEMS):
    path = pathlib.Path(folder, "plan.yaml")
    path.write_text(plan(items))
    service = Service(nap, folder, str(path))
    service.run("init", "--plan", service.plan, "--ledger", service.ledger)
    service.run("ledger", "key", "--name", "nap.example.org", "--out", f"{folder}/key")
    links = {agency: service.invite(agency, "agency") for agency in AGENCIES}
    service.start()
    tokens = {agency: service.token(link) for agency, link in links.items()}
    # A service that has just begun writes all its pages once.
    while not pathlib.Path(f"{service.ledger}-site/internal").exists():
        time.sleep(0.2)
    pathlib.Path(folder, "tokens").write_text("".join(f"{a} {t}\n" for a, t in tokens.items()))
    environment = {"TOKENS": f"{folder}/tokens", "ITEMS": " ".join(items),
                   "PERIODS": " ".join(f"{y}-Q{q}" for y in YEARS for q in range(1, 5))}
    return service, tokens, environment


def measure_submissions(options, folder):
    service, tokens, environment = load_service(options.nap, folder)
    try:
        results, single, shared, sent = [], [], [], 0
        for turn in range(3):
            result = wrk(service.origin, options.seconds, "submissions.lua", OFFSET=str(sent), **environment)
            # Neither thread of wrk sent more than half and what was under way.
            sent += result["count"] // 2 + 500
            results.append(result)
            if options.ledger_benchmark:
                text = subprocess.run([options.ledger_benchmark, "0"], capture_output=True, text=True).stdout
                for callers, rates in [(1, single), (64, shared)]:
                    rates.append(int(re.search(rf"a second, {callers} at once: ledger (\d+)", text)[1]))
        rate, p99 = statistics.median(r["rate"] for r in results), statistics.median(r["p99"] for r in results)
        line = f"durable reports of 64 connections: {rate:.0f} a second, p50 " \
               f"{statistics.median(r['p50'] for r in results):.1f} ms, p99 {p99:.1f} ms"
        if single:
            own, together = statistics.median(single), statistics.median(shared)
            line += f"\n  the ledger's own, each with a commit to itself, {own:.0f}: {100 * rate / own:.0f} % of it " \
                    f"(limit 80 %)\n  64 callers within the ledger's own process, whose reports share commits, " \
                    f"{together:.0f}: {100 * rate / together:.0f} % of it"
            if rate < 0.8 * own:
                faults.append(f"durable reports: {100 * rate / own:.0f} % of the ledger's own")
        print(line, flush=True)
        kept = json.loads(urllib.request.urlopen(urllib.request.Request(
            f"{service.origin}/api/v1/reports?limit=1", headers={"Authorization": f"Bearer {tokens['a0']}"})).read())
        if not kept["reports"]:
            faults.append("nothing of it is there")
    finally:
        service.stop()
    service.run("ledger", "verify", "--ledger", service.ledger)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--nap", required=True)
    parser.add_argument("--ledger-benchmark")
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--only", choices=["pages", "submissions"])
    options = parser.parse_args()
    options.nap = str(pathlib.Path(options.nap).resolve())
    for name, work in [("pages", measure_pages), ("submissions", measure_submissions)]:
        if options.only not in (None, name):
            continue
        with tempfile.TemporaryDirectory() as folder:
            work(options, folder)
    for one in faults:
        print("  fault:", one)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
