"""The service as its tests start it: over the first case as it stood one morning, in a folder of its own."""
import email
import email.policy
import pathlib
import socket
import subprocess
import sys
import time
import urllib.request

PLAN = "plans/turkmenistan-ct-2020-2022"
# The second half of 2022 has just ended: its reports are due in three days.
YESTERDAY, NOW = "2023-01-11", "2023-01-12T09:00+05:00"
PERIOD = "2022-H2"


class Service:
    """The service over the first case as it stood one morning, in a folder of its own."""

    def __init__(self, nap, folder, people, options=()):
        """- people: by the names under which `links` has their links: role, body, language.
        - options: what `nap serve` is told besides."""
        self.options = options
        self.nap, self.folder = nap, folder
        self.ledger = f"{folder}/ct.sqlite"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.origin = f"http://127.0.0.1:{self.port}"
        self.run("load", PLAN, "--ledger", self.ledger, "--until", YESTERDAY)
        self.verifier = self.run("ledger", "key", "--name", "nap.example.org", "--out", f"{folder}/key").strip()
        self.links = {name: self.invite(name, *person) for name, person in people.items()}
        self.start()

    def start(self, now=NOW):
        """- now: what its clock begins with; after a stop, later than all that was written before."""
        self.log = open(f"{self.folder}/log", "a")
        self.process = subprocess.Popen(
            [self.nap, "serve", "--plan", PLAN, "--ledger", self.ledger, "--key", f"{self.folder}/key", "--port", str(self.port),
             "--now", now, "--origin", self.origin, "--mail-from", "nap@example.org", "--mail-to-folder",
             f"{self.folder}/mails", *self.options],
            stderr=self.log, stdout=self.log)
        self.wait()

    def run(self, *arguments):
        run = subprocess.run([self.nap, *arguments], capture_output=True, text=True)
        if run.returncode != 0:
            sys.exit(f"nap {' '.join(arguments)}: {run.returncode}\n{run.stderr}")
        return run.stdout

    def invite(self, name, role, body, language):
        return self.run(
            "account", "invite", "--plan", PLAN, "--ledger", self.ledger, "--now", NOW, "--name", f"The {role} ({name})",
            "--email", f"{name}@example.org", "--body", body, "--role", role, "--language", language,
            "--origin", self.origin,
        ).strip()

    def wait(self):
        for _ in range(150):
            try:
                return urllib.request.urlopen(f"{self.origin}/readyz", timeout=20).read()
            except OSError:
                time.sleep(0.2)
        sys.exit("the service does not start:\n" + pathlib.Path(self.log.name).read_text()[-2000:])

    def enter(self, link):
        """Somebody comes in by a link that lets in once."""
        request = urllib.request.Request(link, b"", {"Sec-Fetch-Site": "same-origin"})
        urllib.request.urlopen(request, timeout=30).read()

    def mails(self, address):
        """The mails that were written to somebody, as another program reads them: subject, text, head."""
        found = []
        for path in sorted(pathlib.Path(self.folder, "mails").glob("*.eml")):
            mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            if address in mail["To"].addresses[0].addr_spec:
                found.append((mail["Subject"], mail.get_content(), mail))
        return found

    def stop(self):
        """Stops it as a machine does that shuts down; says how it ended."""
        self.process.terminate()
        status = self.process.wait(60)
        self.log.close()
        return status
