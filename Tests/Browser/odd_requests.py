"""What clients send that are broken, or mean no good: each with what has to be answered, and whether the connection ends."""

HOST = b"Host: a\r\n"
SITE = b"Sec-Fetch-Site: same-origin\r\n"


def get(path, *fields, method="GET", version="HTTP/1.1"):
    head = f"{method} {path} {version}\r\n".encode("latin-1") + HOST
    return head + b"".join(field + b"\r\n" for field in fields) + b"\r\n"


def post(fields, body=b"", path="/en/sign-in"):
    return b"POST " + path.encode() + b" HTTP/1.1\r\n" + HOST + SITE + fields + b"\r\n" + body


CHUNKED = b"Transfer-Encoding: chunked\r\n"
NEXT = get("/healthz")
LAST = get("/healthz", b"Connection: close")

# By name: the bytes, the statuses that come back in their order, and whether the connection ends at once.
ODD = {
    # No HTTP.
    "no HTTP": (b"garbage\r\n\r\n", [400], True),
    "TLS": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 4 + b"\r\n\r\n", [400], True),
    "HTTP/0.9": (b"GET /\r\n\r\n", [400], True),
    "HTTP/9.9": (get("/", version="HTTP/9.9"), [400], True),
    "HTTP/2 by prior knowledge": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", [400], True),
    "a method that nobody knows": (get("/en/sign-in", method="FROBNICATE"), [400], True),
    "a method of 50 kB": (get("/", method="A" * 50000), [400], True),
    # Heads that two programs could understand differently.
    "no host": (b"GET /healthz HTTP/1.1\r\n\r\n" + NEXT, [400], True),
    "two hosts": (get("/healthz", b"Host: b") + NEXT, [400], True),
    "a host that is none": (b"GET /healthz HTTP/1.1\r\nHost: a/b\r\n\r\n" + NEXT, [400], True),
    "a blank before the colon": (b"GET /healthz HTTP/1.1\r\nHost : a\r\n\r\n", [400], True),
    "a folded field": (get("/healthz", b"X-A: b\r\n c: d"), [400], True),
    "a bare line feed": (b"GET /healthz HTTP/1.1\nHost: a\n\n", [400], True),
    "a bare carriage return": (get("/healthz", b"X-A: b\rX-B: c"), [400], True),
    "NUL in a field": (get("/healthz", b"X-A: b\0c"), [400], True),
    "NUL in a path": (b"GET /heal\0thz HTTP/1.1\r\n" + HOST + b"\r\n", [400], True),
    "a blank in a path": (get("/a b"), [400], True),
    "a path that is no ASCII": (get("/\xff\xfe"), [400], True),
    "length and chunks": (post(b"Content-Length: 4\r\n" + CHUNKED, b"0\r\n\r\n" + NEXT), [400], True),
    "chunks and length": (post(CHUNKED + b"Content-Length: 4\r\n", b"0\r\n\r\n" + NEXT), [400], True),
    "two lengths": (post(b"Content-Length: 1\r\nContent-Length: 2\r\n", b"aa" + NEXT), [400], True),
    "the same length twice": (post(b"Content-Length: 1\r\nContent-Length: 1\r\n", b"a" + NEXT), [400], True),
    "a list of lengths": (post(b"Content-Length: 1, 1\r\n", b"a" + NEXT), [400], True),
    "a length below zero": (post(b"Content-Length: -1\r\n"), [400], True),
    "a length with a plus": (post(b"Content-Length: +1\r\n", b"a" + NEXT), [400], True),
    "a length without end": (post(b"Content-Length: " + b"9" * 30 + b"\r\n"), [400], True),
    "two codings": (post(b"Transfer-Encoding: gzip, chunked\r\n", b"0\r\n\r\n" + NEXT), [400], True),
    "chunks twice": (post(CHUNKED + CHUNKED, b"0\r\n\r\n" + NEXT), [400], True),
    "chunks, then none": (post(CHUNKED + b"Transfer-Encoding: identity\r\n", b"0\r\n\r\n" + NEXT), [400], True),
    "a coding that is none": (post(b"Transfer-Encoding: xchunked\r\n", b"0\r\n\r\n" + NEXT), [400], True),
    "chunks in HTTP/1.0": (post(CHUNKED, b"0\r\n\r\n" + NEXT).replace(b"1.1", b"1.0", 1), [400], True),
    "a chunk without a size": (post(CHUNKED, b"zz\r\n\r\n" + NEXT), [400], True),
    "lines of chunks that end with LF": (post(CHUNKED, b"1\na\n0\n\n" + NEXT), [400], True),
    "LF in what comes with a chunk": (post(CHUNKED, b"1;a\nb\r\na\r\n0\r\n\r\n" + NEXT), [400], True),
    "a chunk of 2^68 bytes": (post(CHUNKED, b"F" * 17 + b"\r\n"), [400], True),
    "trailers without end": (post(CHUNKED, b"0\r\n" + b"X-A: a\r\n" * 5000 + b"\r\n"), [400], True),
    "a trailer that says where it was made": (
        post(CHUNKED + b"Trailer: Sec-Fetch-Site\r\n", b"1\r\na\r\n0\r\nSec-Fetch-Site: same-origin\r\n\r\n")
        .replace(b"same-origin", b"cross-site", 1), [403], False),
    # Too much.
    "an address of 20 kB": (get("/" + "a" * 20000), [431], True),
    "a query of 60 kB": (get("/en/sign-in?to=/" + "a" * 60000), [431], True),
    "a field of 9 kB": (get("/", b"X-A: " + b"a" * 9000), [431], True),
    "a name of 9 kB": (get("/", b"X" * 9000 + b": a"), [431], True),
    "120 fields": (get("/", *[b"X-%d: a" % number for number in range(120)]), [431], True),
    "a body above the limit": (post(b"Content-Length: 1100000\r\n", b"a" * 1100000), [413], False),
    # Unusual, and right.
    "HTTP/1.0": (b"GET /healthz HTTP/1.0\r\n\r\n", [200], True),
    "HTTP/1.0 that stays": (b"GET /healthz HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", [200], False),
    "a wish to close": (get("/healthz", b"Connection: Close"), [200], True),
    "the whole address": (get("http://a/healthz"), [200], False),
    "another's whole address": (get("http://evil.example/en/nothing"), [404], False),
    "HEAD": (get("/en/sign-in", method="HEAD"), [200], False),
    "HEAD of nothing": (get("/nothing", method="HEAD"), [404], False),
    "OPTIONS": (get("/en/sign-in", SITE[:-2], method="OPTIONS"), [405], False),
    "OPTIONS of all": (get("*", method="OPTIONS"), [403], False),
    "TRACE": (get("/en/sign-in", SITE[:-2], b"Cookie: session=abc", method="TRACE"), [405], False),
    "CONNECT": (get("a:443", method="CONNECT"), [403], True),
    "PROPFIND": (get("/en/sign-in", SITE[:-2], method="PROPFIND"), [405], False),
    "DELETE": (get("/healthz", SITE[:-2], method="DELETE"), [405], False),
    "an upgrade": (get("/healthz", b"Connection: Upgrade", b"Upgrade: h2c"), [200], True),
    "three at once": (NEXT * 3, [200, 200, 200], False),
    "one, then no HTTP": (NEXT + b"garbage\r\n\r\n", [200, 400], True),
    "a request in the body of another": (get("/healthz", b"Content-Length: %d" % len(NEXT)) + NEXT, [200], False),
    "another site's request in a body": (
        post(b"Content-Length: %d\r\n" % len(NEXT), NEXT).replace(b"same-origin", b"cross-site"), [403], False),
    # Paths.
    "NUL written with %": (get("/%00"), [404], False),
    "dots": (get("/../../etc/passwd"), [404], False),
    "dots in dots": (get("/public/%252e%252e/%252e%252e/etc/passwd"), [404], False),
    "dots to the internal pages": (get("/public/../internal/en/index.html"), [404], False),
    "a token that is none": (get("/healthz", b"Authorization: Bearer \xff\xfe"), [401], False),
    "a query that is no text": (get("/en/sign-in?failed=%ff&to=%ff"), [200], False),
}
