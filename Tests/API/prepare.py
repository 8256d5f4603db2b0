"""Makes the service ready for a program to ask it, as people would: prepare.py ORIGIN SECRETARIAT FOCAL-POINT DAY

Enters with two invitations, publishes the public edition of a day and sends a report. Prints a token of the focal point's
agency.
"""
import http.cookiejar
import json
import re
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

origin, secretariat, focal_point, day = sys.argv[1:]


class Person:
    def __init__(self, link):
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        self.browser.addheaders = [("Sec-Fetch-Site", "same-origin")]
        self.browser.open(link, b"").read()

    def send(self, page, path, **fields):
        """Sends a form of a page; what is answered."""
        text = self.browser.open(origin + page).read().decode()
        fields["form-token"] = re.search(r'name="form-token" value="([^"]+)"', text)[1]
        return self.browser.open(origin + path, urllib.parse.urlencode(fields).encode()).read().decode()


def program(token, path, body=None, **headers):
    """What a program does with its token; the JSON that is answered."""
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    headers |= {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    method, body = ("GET", None) if body is None else ("PUT", json.dumps(body).encode())
    return json.load(urllib.request.urlopen(urllib.request.Request(origin + path, body, headers, method=method)))


for _ in range(150):
    try:
        urllib.request.urlopen(origin + "/readyz").read()
        break
    except (urllib.error.URLError, ConnectionError):
        time.sleep(0.2)
person = Person(focal_point)
token = re.search(r'<code class="link">([^<]+)<', person.send("/en/tokens", "/en/tokens", title="check", submit="yes"))[1]
program(token, "/api/v1/reports/i-trained/2021-H1", {"value": 104}, Idempotency_Key="first", If_None_Match="*")
person = Person(secretariat)
person.send("/en/office", "/en/office/publication", **{"as-of": day})
program(token, "/api/v1/assessment")
print(token)
