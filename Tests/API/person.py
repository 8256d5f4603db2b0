"""A person who uses the service by its forms, without a browser."""
import http.cookiejar
import re
import urllib.parse
import urllib.request


class Person:
    def __init__(self, origin, link):
        """Enters with a one-time link."""
        self.origin = origin
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        self.browser.addheaders = [("Sec-Fetch-Site", "same-origin")]
        self.browser.open(link, b"").read()

    def send(self, page, path, **fields):
        """Sends a form of a page; what is answered."""
        text = self.browser.open(self.origin + page).read().decode()
        fields["form-token"] = re.search(r'name="form-token" value="([^"]+)"', text)[1]
        return self.browser.open(self.origin + path, urllib.parse.urlencode(fields).encode()).read().decode()

    def token(self):
        """A token with which a program may send reports for this person's agency."""
        page = self.send("/en/tokens", "/en/tokens", title="check", submit="yes")
        return re.search(r'<code class="link">([^<]+)<', page)[1]
