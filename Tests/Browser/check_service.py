#!/usr/bin/env python3
"""Does to the web service what clients and machines do that mean no good, or cannot help it.

Usage: check_service.py --nap PROGRAM

- whatever is sent, however broken, is answered as it has to be, with all the headers that tell browsers what they may not
  do, and what two programs could understand differently ends the connection (ASVS 3.4, 4.2);
- a ministry's own sign-in, read from its file, lets in whom it vouches for, once and in the browser that asked (ASVS V10);
- figures are told at the machine itself only;
- connections that say nothing, drip a head, a body, chunks or trailers, or stay after an answer are closed within 15 s
  (ASVS V15);
- while more of them are open than are let in, the service comes back as soon as their time is over;
- SIGTERM while agencies send: it ends with 0, and every report that was acknowledged is in the ledger, which verifies;
- SIGKILL while programs send, three times: every receipt that was handed out verifies, and its entry is in the ledger;
- of 1,000 secrets that it handed out none stands in its log, its database or a backup of it (ASVS V14, V16).
"""
import argparse
import base64
import concurrent.futures
import html
import http.client
import itertools
import json
import pathlib
import random
import re
import signal
import socket
import sqlite3
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request

from identity_provider import IdentityProvider
from odd_requests import LAST, ODD
from portal_service import PERIOD, Service

AGENCIES = ["mia", "sms", "border", "mfa", "moe", "mlsp"]
SECRETS = 1000
PASSWORD = "девять зелёных верблюдов и зонтик"
# The time at which the service begins, in seconds since 1970.
BEGIN = 1673496000
# On every answer, whatever was sent.
HEADERS = [
    "content-security-policy", "x-content-type-options", "referrer-policy", "cross-origin-opener-policy",
    "cross-origin-resource-policy", "x-frame-options", "permissions-policy", "cache-control",
]
KILLS = 3
# How many connections one address may have, and how many take their answers drop by drop.
LIMIT, READERS = 64, 40
faults = []


def fault(text):
    faults.append(text)
    print("  fault:", text, flush=True)


class Client:
    """Somebody with the cookie of a session, and no browser."""

    def __init__(self, service, link):
        self.port = service.port
        self.connection = None
        self.cookie = ""
        answer = self.ask("POST", urllib.parse.urlsplit(link).path, {})
        self.cookie = answer[1]["set-cookie"].split(";")[0]

    def ask(self, method, path, fields=None):
        """What is answered: status, headers, text."""
        for attempt in (1, 2):
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            headers = {"Sec-Fetch-Site": "same-origin", "Cookie": self.cookie}
            body = urllib.parse.urlencode(fields) if fields is not None else None
            if body is not None:
                headers["Content-Type"] = "application/x-www-form-urlencoded"
            try:
                self.connection.request(method, path, body, headers)
                answer = self.connection.getresponse()
                return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read().decode()
            except (http.client.HTTPException, OSError):
                self.connection = None
                # Only a question is asked again: nobody knows what became of the rest.
                if method != "GET" or attempt == 2:
                    raise

    def token(self, page):
        return re.search(r'name="form-token" value="([^"]*)"', page).group(1)


def seconds_until_closed(service, begin, drip):
    """How long a connection stays open on which a client says `begin`, then `drip` byte by byte."""
    with socket.create_connection(("127.0.0.1", service.port)) as connection:
        began = time.monotonic()
        connection.sendall(begin)
        connection.settimeout(1)
        for byte in itertools.chain(drip, itertools.repeat(None)):
            try:
                if byte is not None:
                    connection.sendall(bytes([byte]))
                while connection.recv(65536):
                    pass
                return time.monotonic() - began
            except TimeoutError:
                if time.monotonic() - began > 40:
                    return 40
            except OSError:
                return time.monotonic() - began


def answers_to(port, sent):
    """What comes back for some bytes until the connection is closed; and whether it was."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        try:
            connection.sendall(sent)
        except OSError:
            pass
        received = b""
        try:
            while part := connection.recv(65536):
                received += part
            return received, True
        except TimeoutError:
            return received, False
        except OSError:
            return received, True


def check_odd_requests(service):
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        # Where the connection stays, one question more shows it, and ends it.
        waiting = {name: pool.submit(answers_to, service.port, sent if ends else sent + LAST)
                   for name, (sent, _, ends) in ODD.items()}
        answers = {name: wait.result() for name, wait in waiting.items()}
    for name, (received, is_closed) in answers.items():
        _, statuses, ends = ODD[name]
        if not ends:
            statuses = statuses + [200]
        heads = [part.split(b"\r\n\r\n")[0].decode("latin-1").lower()
                 for part in re.split(rb"(?=HTTP/1\.1 \d{3} )", received) if part.startswith(b"HTTP/1.1 ")]
        found = [int(head[9:12]) for head in heads]
        # What breaks off within a body may be told twice before the connection ends.
        if found != statuses and not (ends and found == statuses + [400]):
            fault(f"{name}: answered {found} in place of {statuses}")
        if not is_closed:
            fault(f"{name}: the connection stays open")
        for head in heads:
            missing = [header for header in HEADERS if f"\r\n{header}: " not in head]
            if missing:
                fault(f"{name}: an answer without {', '.join(missing)}")
    print(f"  {len(ODD)} odd requests answered as they have to be, with all headers", flush=True)


def check_figures(service):
    received, _ = answers_to(service.figures, b"GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    if b"\nnap_requests_total{" not in received or b"\r\ncontent-security-policy: " not in received.lower():
        fault("the figures are not told at their port, or without headers")
    received, _ = answers_to(service.port, b"GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    if not received.startswith(b"HTTP/1.1 404"):
        fault("the figures are told at the public port")
    # 127.0.0.2 is this machine too; what listens at 0.0.0.0 answers there, and anywhere else.
    for address, port, is_open in [("127.0.0.2", service.port, True), ("127.0.0.2", service.figures, False)]:
        try:
            socket.create_connection((address, port), timeout=5).close()
            found = True
        except OSError:
            found = False
        if found != is_open:
            fault(f"{address}:{port} is {'open' if found else 'closed'}")


class Browser:
    """Somebody who has only cookies, and follows no redirection by itself."""

    def __init__(self, service):
        self.service, self.cookies = service, {}

    def ask(self, method, address, fields=None):
        parts = urllib.parse.urlsplit(address)
        connection = http.client.HTTPConnection("127.0.0.1", self.service.port, timeout=60)
        headers = {"Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded",
                   "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        connection.request(method, parts.path + ("?" + parts.query if parts.query else ""),
                           urllib.parse.urlencode(fields) if fields is not None else None, headers)
        answer = connection.getresponse()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                name, value = value.split(";")[0].split("=", 1)
                self.cookies[name] = value
        return answer.status, answer.getheader("Location"), answer.read().decode()


def check_identity(service, client):
    """Connects an account with a ministry's own sign-in and comes in by it. - Returns: the secrets that were met."""
    provider, member = service.provider, Browser(service)
    member.cookies["session"] = client.cookie.split("=")[1]
    token = client.token(member.ask("GET", "/en/account")[2])
    page = member.ask("POST", "/en/identity/ministry/connect", {"form-token": token})[2]
    question = html.unescape(re.search(r'href="([^"]*)" id="go-on"', page).group(1))
    if member.ask("GET", provider.approve(question, "maral"))[1] != "/en/account?done=1":
        fault("an account cannot be connected with a ministry's sign-in")
    met = [provider.secret]

    def attempt(browser):
        question = browser.ask("GET", "/en/identity/ministry")[1]
        fields = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(question).query))
        met.extend([fields["state"], fields["nonce"], browser.cookies["attempt"]])
        return question

    browser = Browser(service)
    question = attempt(browser)
    answer = provider.approve(question, "maral")
    if "failed=attempt" not in Browser(service).ask("GET", answer)[1]:
        fault("an answer is taken from a browser that did not ask")
    if browser.ask("GET", answer)[1] != "/en/start":
        fault("nobody comes in by a ministry's sign-in")
    if "failed=" not in browser.ask("GET", answer)[1]:
        fault("an answer is taken twice")
    met.append(browser.cookies["session"])
    wrong = {
        "another's": {"iss": "https://login.example.org"}, "for others": {"aud": "another"}, "late": {"exp": BEGIN - 3600},
        "for another question": {"nonce": "x"}, "somebody unknown": {"sub": "stranger"}, "early": {"iat": BEGIN + 36000},
    }
    for name, claims in wrong.items():
        browser = Browser(service)
        location = browser.ask("GET", provider.approve(attempt(browser), "maral", **claims))[1]
        if "failed=" not in location or browser.cookies.get("session"):
            fault(f"what a ministry signs that is {name} lets somebody in")
    print(f"  a ministry's sign-in lets in whom it vouches for; {len(wrong)} answers that are wrong let nobody in", flush=True)
    return met


def check_password(service, client):
    """Sets a password, and comes in by it. - Returns: the secrets that were met."""
    token = client.token(client.ask("GET", "/en/account")[2])
    status, headers, _ = client.ask("POST", "/en/account", {"form-token": token, "password": PASSWORD})
    if status != 303:
        fault(f"a first password is not taken: {status}")
    client.cookie = headers["set-cookie"].split(";")[0]
    other = Browser(service)
    other.ask("POST", "/en/sign-in", {"email": "mia@example.org", "password": PASSWORD})
    if "session" not in other.cookies:
        fault("nobody comes in by a password")
    other.ask("POST", "/en/sign-in", {"email": "mia@example.org", "password": PASSWORD + "!"})
    return [PASSWORD, PASSWORD + "!", client.cookie.split("=")[1], token]


def check_slow_connections(service):
    post = b"POST /en/sign-in HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\n"
    manners = {
        "silent": (b"", b""),
        "dripping its head": (b"GET / HT", b"TP/1.1\r\nHost: a\r\nX-Dripping: " + b"a" * 60),
        "dripping its body": (b"POST /en/sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 500\r\n\r\n", b"a" * 60),
        "dripping chunks": (post + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n" * 12),
        "dripping trailers": (post + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"X-A: " + b"a" * 60),
        "refused before its body came": (b"POST /en/sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n", b"aaa"),
        "idle after an answer": (b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n", b""),
    }
    with concurrent.futures.ThreadPoolExecutor(len(manners)) as pool:
        waiting = {name: pool.submit(seconds_until_closed, service, *manner) for name, manner in manners.items()}
        times = {name: wait.result() for name, wait in waiting.items()}
    for name, seconds in times.items():
        if seconds > 16:
            fault(f"a connection that is {name} is open after {seconds:.0f} s")
    print("  slow connections are closed after", ", ".join(f"{t:.0f} s ({n})" for n, t in times.items()), flush=True)


def check_many_connections(service):
    idle = [socket.create_connection(("127.0.0.1", service.port)) for _ in range(600)]
    began = time.monotonic()
    connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=30)
    try:
        connection.request("GET", "/healthz")
        if connection.getresponse().status != 200:
            fault("the service does not answer beside 600 silent connections")
    except OSError as error:
        fault(f"the service does not come back after 600 silent connections: {error}")
    print(f"  beside 600 silent connections it answers after {time.monotonic() - began:.0f} s", flush=True)
    for one in idle:
        one.close()


def own_address():
    """An address of this machine by which it is a client like any other; none on a machine without a network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Nothing is sent: it is only asked by which way it would go.
            probe.connect(("198.51.100.1", 9))
            address = probe.getsockname()[0]
        except OSError:
            return None
    return None if address.startswith("127.") else address


def is_served(host, port):
    """Whether a question is answered at an address; a connection that is closed at once is none."""
    connection = http.client.HTTPConnection(host, port, timeout=30)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def check_address_limit(service):
    """One address gets 64 connections, and no other is kept out by it."""
    address = own_address()
    if address is None:
        return print("  how many connections one address gets was not tried: this machine has no network", flush=True)
    held = []
    for _ in range(LIMIT + 16):
        one = socket.create_connection((address, service.port), timeout=10)
        one.sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
        held.append(one)
    answered = []
    for one in held:
        try:
            answered.append(one.recv(12) == b"HTTP/1.1 200")
        except OSError:
            answered.append(False)
    if sum(answered) != LIMIT:
        fault(f"of {len(held)} connections of one address {sum(answered)} are answered, not {LIMIT}")
    if is_served(address, service.port):
        fault("an address that has all its connections gets one more")
    if not is_served("127.0.0.1", service.port):
        fault("an address is kept out by the connections of another")
    held[answered.index(True)].close()
    for _ in range(50):
        if is_served(address, service.port):
            break
        time.sleep(0.1)
    else:
        fault("an address that gave back a connection gets none in its place")
    for one in held:
        one.close()
    print(f"  of {len(held)} connections of {address} {sum(answered)} are answered", flush=True)


def check_slow_readers(service, client):
    """Those who take a large page drop by drop keep nobody waiting, however many they are."""
    head = f"GET /en/review HTTP/1.1\r\nHost: a\r\nCookie: {client.cookie}\r\n\r\n".encode()
    readers = []
    for _ in range(READERS):
        one = socket.socket()
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        one.connect(("127.0.0.1", service.port))
        # Several questions, so that more is to be sent than the machine keeps for a connection.
        one.sendall(head * 40)
        one.setblocking(False)
        readers.append(one)
    stop = threading.Event()

    def drip():
        while not stop.wait(0.1):
            for one in readers:
                try:
                    one.recv(10)
                except OSError:
                    pass

    dripping = threading.Thread(target=drip)
    dripping.start()
    time.sleep(2)
    times = []
    for _ in range(10):
        began = time.monotonic()
        status, _, _ = client.ask("GET", "/en/review")
        times.append(time.monotonic() - began)
        if status != 200:
            fault(f"beside slow readers a page is answered with {status}")
    if max(times) > 5:
        fault(f"beside {READERS} slow readers a page takes {max(times):.1f} s")
    stop.set()
    dripping.join()
    for one in readers:
        one.close()
    print(f"  beside {READERS} that take pages at 100 bytes a second a page takes {max(times):.2f} s at most", flush=True)


def check_secrets(service, secretariat, met):
    """Hands out links until there are a thousand secrets, and looks for them where they must not be.

    - met: sessions, tokens, passwords and what signing in elsewhere needs, which the service knows already.
    """
    page = secretariat.ask("GET", "/en/people")[2]
    token = secretariat.token(page)
    accounts = re.findall(r'action="(/en/people/[^"]+)"', page)
    secrets = met + [secretariat.cookie.split("=")[1], token] + [link.rsplit("/", 1)[1] for link in service.links.values()]
    for account in itertools.cycle(accounts):
        if len(secrets) >= SECRETS:
            break
        status, _, text = secretariat.ask("POST", account, {"form-token": token, "action": "link"})
        found = re.search(r"/enter/([A-Za-z0-9_-]{43})", text)
        if status != 200 or not found:
            return fault(f"no link is given: {status}")
        secrets.append(found.group(1))
    # A stranger uses some of them, so that they come by the log.
    for secret in secrets[-20:]:
        connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=60)
        connection.request("GET", f"/en/enter/{secret}")
        connection.getresponse().read()
    service.run("backup", f"{service.folder}/copy.sqlite", "--ledger", service.ledger)
    haystacks = {"log": pathlib.Path(service.log.name).read_bytes()}
    for file in pathlib.Path(service.folder).glob("*.sqlite*"):
        if file.is_file():
            haystacks[file.name] = file.read_bytes()
    dump = sqlite3.connect(f"file:{service.folder}/copy.sqlite?mode=ro", uri=True)
    haystacks["dump"] = "\n".join(dump.iterdump()).encode()
    found = 0
    for secret in secrets:
        forms = [secret.encode(), urllib.parse.quote(secret).encode(), base64.b64encode(secret.encode())]
        if re.fullmatch("[A-Za-z0-9_-]{43}", secret):
            raw = base64.urlsafe_b64decode(secret + "=")
            forms += [raw, raw.hex().encode()]
        for name, haystack in haystacks.items():
            if any(form in haystack for form in forms):
                found += 1
                fault(f"a secret that was handed out stands in {name}")
    for line in haystacks["log"].decode().splitlines()[1:]:
        try:
            entry = json.loads(line)
            if not {"time", "level", "message"} <= entry.keys():
                fault(f"a line of the log says too little: {line[:120]}")
        except ValueError:
            fault(f"a line of the log is no JSON: {line[:120]}")
    print(f"  {len(secrets)} secrets looked for in {', '.join(haystacks)}: {found} found", flush=True)


def send_all(client, agency, acknowledged, stop):
    """An agency sends everything that it owes, and what it sent once more, until the service is gone."""
    for turn in itertools.count():
        try:
            for path in sorted(set(re.findall(r'/en/report/[a-z0-9-]+/[A-Za-z0-9-]+', client.ask("GET", "/en/due")[2]))):
                page = client.ask("GET", path)[2]
                fields = {
                    "form-token": client.token(page), "answer": "not-applicable", "not-applicable": f"Turn {turn}.",
                    "basis": re.search(r'name="basis" value="(\d+)"', page).group(1), "request": f"{agency}-{turn}-{path}"[:60],
                    "correction": "other", "correction-text": "Sent by a test.", "comment": "c", "action": "send",
                }
                status, _, _ = client.ask("POST", path, fields)
                if status == 303:
                    item, period = path.split("/")[3:]
                    acknowledged[item, period, agency] = acknowledged.get((item, period, agency), int(fields["basis"])) + 1
        except (OSError, http.client.HTTPException):
            if not stop.is_set():
                fault(f"{agency}: the service broke off")
            return


def check_stop(service, clients):
    acknowledged, stop = {}, threading.Event()
    threads = [
        threading.Thread(target=send_all, args=(client, agency, acknowledged, stop)) for agency, client in clients.items()
    ]
    for thread in threads:
        thread.start()
    for _ in range(300):
        if len(acknowledged) >= 20:
            break
        time.sleep(0.1)
    stop.set()
    began = time.monotonic()
    status = service.stop()
    took = time.monotonic() - began
    for thread in threads:
        thread.join()
    if status != 0:
        fault(f"after SIGTERM the service ended with {status}")
    database = sqlite3.connect(service.ledger)
    kept = {(i, p, a): v for i, p, a, v in database.execute("SELECT item, period, agency, version FROM report")}
    for key, version in acknowledged.items():
        if kept.get(key, 0) < version:
            fault(f"{key} was acknowledged as version {version}; the ledger has {kept.get(key)}")
    service.run("ledger", "verify", "--ledger", service.ledger)
    if len(acknowledged) < 20:
        fault(f"only {len(acknowledged)} reports were sent before it was told to stop")
    print(f"  told to stop while {len(clients)} agencies send, it ended after {took:.1f} s; "
          f"{len(acknowledged)} acknowledged reports are all there", flush=True)


def token(client):
    """A token with which a program of the agency reads and sends."""
    fields = {"form-token": client.token(client.ask("GET", "/en/tokens")[2]), "title": "check", "submit": "yes"}
    return re.search(r'<code class="link">([^<]+)<', client.ask("POST", "/en/tokens", fields)[2]).group(1)


def send_receipts(service, agency, paths, secret, receipts, stop):
    """A program sends reports again and again, and keeps every receipt, until the service is gone."""
    connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=60)

    def ask(method, path, body=None, **headers):
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        headers["Authorization"] = f"Bearer {secret}"
        if body is not None:
            headers["Content-Type"] = "application/json"
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.getheader("ETag"), answer.read()

    try:
        for turn in itertools.count():
            for path in paths:
                status, tag, _ = ask("GET", path)
                expected = {"If_Match": tag} if status == 200 else {"If_None_Match": "*"}
                body = json.dumps({"not_applicable": f"Turn {turn}."})
                key = f"{agency}-{turn}-{random.getrandbits(40)}"
                status, _, text = ask("PUT", path, body, Idempotency_Key=key, **expected)
                if status in (200, 201):
                    receipts.append(json.loads(text)["receipt"])
                elif not stop.is_set():
                    return fault(f"{agency}: {path} is answered {status}: {text[:200]}")
    except (OSError, http.client.HTTPException):
        if not stop.is_set():
            fault(f"{agency}: the service broke off")


def check_kill(service, clients):
    """Ends the service with all that it had in hand, while programs send."""
    programs = []
    for agency, client in clients.items():
        secret = token(client)
        # What is owed now: after the first round it is sent, and sent again all the same.
        request = urllib.request.Request(f"{service.origin}/api/v1/due", headers={"Authorization": f"Bearer {secret}"})
        owed = json.load(urllib.request.urlopen(request, timeout=60))["due"]
        paths = [f"/api/v1/reports/{report['item']}/{report['period']}" for report in owed[:40]]
        programs += [(agency, half, secret) for half in (paths[::2], paths[1::2]) if half]
    receipts = []
    for turn in range(KILLS):
        before, stop = len(receipts), threading.Event()
        threads = [
            threading.Thread(target=send_receipts, args=(service, *program, receipts, stop)) for program in programs
        ]
        for thread in threads:
            thread.start()
        for _ in range(300):
            if len(receipts) >= before + 40:
                break
            time.sleep(0.1)
        time.sleep(random.uniform(0, 0.5))
        stop.set()
        service.process.send_signal(signal.SIGKILL)
        service.process.wait()
        service.log.close()
        for thread in threads:
            thread.join()
        if len(receipts) < before + 40:
            fault(f"only {len(receipts) - before} receipts were handed out before it was killed")
        # Sessions live on: they may be unused for half an hour.
        service.start(f"2023-01-12T09:{5 * (turn + 1):02}+05:00")
    file = pathlib.Path(service.folder, "receipts")
    for start in range(0, len(receipts), 200):
        file.write_text("".join(receipts[start:start + 200]))
        service.run("verify", str(file), "--key", service.verifier)
    database = sqlite3.connect(f"file:{service.ledger}?mode=ro", uri=True)
    for receipt in receipts:
        entry = receipt.split("\n")[1].encode()
        if database.execute("SELECT 1 FROM event WHERE body = ?", (entry,)).fetchone() is None:
            fault(f"the ledger has lost what it gave a receipt for: {entry[:80]}")
    print(f"  killed {KILLS} times while {len(programs)} programs send: {len(receipts)} receipts, all verify and are there",
          flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--nap", required=True)
    options = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        people = {agency: ("agency", agency, "en") for agency in AGENCIES}
        provider = IdentityProvider(folder, BEGIN)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            figures = probe.getsockname()[1]
        service = Service(options.nap, folder, {**people, "secretariat": ("secretariat", "secretariat", "en")},
                          ["--writes-per-minute", "100000", "--reads-per-minute", "100000", "--host", "0.0.0.0",
                           "--identity-providers", provider.file, "--metrics-port", str(figures)])
        service.provider, service.figures = provider, figures
        try:
            clients = {name: Client(service, link) for name, link in service.links.items()}
            check_odd_requests(service)
            check_figures(service)
            met = check_identity(service, clients["mia"]) + check_password(service, clients["mia"])
            met += [token(client) for client in clients.values() if client is not clients["secretariat"]]
            reviewer = clients.pop("secretariat")
            check_secrets(service, reviewer, met)
            check_slow_connections(service)
            check_many_connections(service)
            check_address_limit(service)
            check_slow_readers(service, reviewer)
            check_kill(service, clients)
            check_stop(service, clients)
        finally:
            if service.process.poll() is None:
                service.process.kill()
    print(f"  {time.monotonic() - began:.0f} s\n{len(faults)} faults", flush=True)
    sys.exit(1 if faults else 0)


main()
