"""Makes the service ready for a program to ask it, as people would: prepare.py ORIGIN SECRETARIAT FOCAL-POINT DAY

Enters with two invitations, publishes the public edition of a day and sends a report. Prints a token of the focal point's
agency.
"""
import json
import sys
import time
import urllib.error
import urllib.request

from person import Person

origin, secretariat, focal_point, day = sys.argv[1:]


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
token = Person(origin, focal_point).token()
program(token, "/api/v1/reports/i-trained/2021-H1", {"value": 104}, Idempotency_Key="first", If_None_Match="*")
Person(origin, secretariat).send("/en/office", "/en/office/publication", **{"as-of": day})
program(token, "/api/v1/assessment")
print(token)
