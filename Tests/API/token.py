"""Prints a token for a program: enters with an invitation and makes one on the page for that, as a focal point would."""
import http.cookiejar
import re
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

origin, link = sys.argv[1:3]
browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
browser.addheaders = [("Sec-Fetch-Site", "same-origin")]


def send(path, **fields):
    return browser.open(urllib.parse.urljoin(origin, path), urllib.parse.urlencode(fields).encode()).read().decode()


for _ in range(150):
    try:
        browser.open(origin + "/readyz")
        break
    except (urllib.error.URLError, ConnectionError):
        time.sleep(0.2)
send(link)
page = browser.open(origin + "/en/tokens").read().decode()
form_token = re.search(r'name="form-token" value="([^"]+)"', page)[1]
page = send("/en/tokens", **{"form-token": form_token, "title": "check", "submit": "yes"})
print(re.search(r'<code class="link">([^<]+)<', page)[1])
