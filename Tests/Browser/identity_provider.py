"""A ministry's own sign-in on a port of this machine, as OpenID Connect has it: for tests, with the keys of `openssl`."""
import base64
import hashlib
import http.server
import json
import pathlib
import secrets
import subprocess
import threading
import urllib.parse


def text(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class IdentityProvider:
    """Vouches for whoever `approve` is told of; `now` is the time in what it signs."""

    def __init__(self, folder, now):
        self.now, self.codes, self.client, self.secret = now, {}, "nap", secrets.token_urlsafe(24)
        self.key = f"{folder}/provider.pem"
        subprocess.run(["openssl", "genrsa", "-out", self.key, "2048"], check=True, capture_output=True)
        modulus = subprocess.run(["openssl", "rsa", "-in", self.key, "-modulus", "-noout"], check=True,
                                 capture_output=True, text=True).stdout.split("=")[1].strip()
        self.keys = {"keys": [{"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "k1",
                               "n": text(bytes.fromhex(modulus)), "e": "AQAB"}]}
        provider = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.answer(provider.documents().get(self.path))

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                self.answer(provider.token(dict(urllib.parse.parse_qsl(body)), self.headers.get("Authorization")))

            def answer(self, document):
                body = json.dumps(document or {"error": "invalid_grant"}).encode()
                self.send_response(200 if document else 400)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.issuer = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        pathlib.Path(folder, "provider.secret").write_text(self.secret + "\n")
        self.file = f"{folder}/identity.yaml"
        pathlib.Path(self.file).write_text(
            "format: nap-identity/1\nproviders:\n"
            "  - id: ministry\n    title: {en: The ministry, ru: Министерство, tk: Ministrlik}\n"
            f"    issuer: {self.issuer}\n    client: {self.client}\n    secret-file: {folder}/provider.secret\n",
            encoding="utf-8")

    def documents(self):
        return {
            "/.well-known/openid-configuration": {
                "issuer": self.issuer, "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token", "jwks_uri": f"{self.issuer}/keys"},
            "/keys": self.keys,
        }

    def approve(self, question, subject, **claims):
        """Somebody signs in: the address to which the browser goes back. - claims: what is signed otherwise."""
        fields = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(question).query))
        code = secrets.token_urlsafe(16)
        self.codes[code] = (fields, {"iss": self.issuer, "sub": subject, "aud": self.client, "nonce": fields["nonce"],
                                     "iat": self.now, "exp": self.now + 36000, **claims})
        return fields["redirect_uri"] + "?" + urllib.parse.urlencode({"code": code, "state": fields["state"]})

    def token(self, form, login):
        fields, claims = self.codes.pop(form.get("code"), (None, None))
        expected = "Basic " + base64.b64encode(f"{self.client}:{urllib.parse.quote(self.secret, safe='-._~')}".encode()).decode()
        challenge = text(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        if fields is None or login != expected or fields["redirect_uri"] != form.get("redirect_uri") \
                or fields["code_challenge"] != challenge:
            return None
        signed = text(b'{"alg":"RS256","kid":"k1"}') + "." + text(json.dumps(claims).encode())
        signature = subprocess.run(["openssl", "dgst", "-sha256", "-sign", self.key], input=signed.encode(), check=True,
                                   capture_output=True).stdout
        return {"id_token": signed + "." + text(signature), "access_token": "unused", "token_type": "Bearer"}
