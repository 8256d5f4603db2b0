#!/usr/bin/env python3
"""Makes of a written site the content and the templates from which Hugo makes the same pages.

Usage: hugo_site.py SITE OUT

Hugo is given more than it would be in earnest: numbers and dates are written already, verdicts are sentences, charts are
drawn, and what stands in a cell is HTML. Its templates write the frame of a page, and of each section the heading, the tables
row by row and cell by cell, and what stands between them.
"""
import html
import json
import pathlib
import re
import shutil
import sys

CONFIG = """baseURL = "/"
uglyURLs = true
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "home", "section"]
defaultContentLanguage = "en"
defaultContentLanguageInSubdir = true
[languages]
[languages.en]
contentDir = "content/en"
[languages.ru]
contentDir = "content/ru"
[languages.tk]
contentDir = "content/tk"
"""
SINGLE = """<!DOCTYPE html>
<html lang="{{ .Language.Lang }}"><head><meta charset="utf-8"><title>{{ .Title }}</title>{{ .Params.head | safeHTML }}</head>
<body><a href="#main" class="skip">{{ .Params.skip }}</a>
<header class="masthead"><nav class="main-nav"><ul>{{ range .Params.links }}<li><a href="{{ .address }}">{{ .text }}</a></li>{{ end }}</ul></nav></header>
<main id="main" tabindex="-1">{{ .Params.opening | safeHTML }}
{{ range .Params.sections }}<section aria-labelledby="{{ .id }}"><h2 id="{{ .id }}">{{ .title }}</h2>
{{ range .parts }}{{ if .rows }}<div class="table-frame"><table role="table"><caption>{{ .caption }}</caption><thead role="rowgroup"><tr role="row">
{{- range .columns }}<th scope="col" role="columnheader">{{ . }}</th>{{ end }}</tr></thead><tbody role="rowgroup">
{{- $columns := .columns }}{{ range .rows }}
<tr role="row">{{ range $n, $cell := . }}{{ if eq $n 0 }}<th scope="row" role="rowheader">{{ $cell | safeHTML }}</th>{{ else -}}
<td role="cell" data-label="{{ index $columns $n }}">{{ $cell | safeHTML }}</td>{{ end }}{{ end }}</tr>{{ end }}</tbody></table></div>
{{ else }}{{ .html | safeHTML }}{{ end }}{{ end }}</section>
{{ end }}</main>
<footer class="foot">{{ .Params.foot | safeHTML }}</footer></body></html>
"""


def first(pattern, text):
    found = re.search(pattern, text, re.S)
    return found.group(1) if found else ""


def cells(row):
    return re.findall(r"<t[hd](?: [^>]*)?>(.*?)</t[hd]>", row, re.S)


def parts(body):
    """Tables as data, and what stands between them as it is."""
    made, start = [], 0
    for found in re.finditer(r"<table[^>]*>(.*?)</table>", body, re.S):
        made.append({"html": body[start:found.start()]})
        table = found.group(1)
        head, _, rest = table.partition("</thead>")
        made.append({
            "caption": html.unescape(first(r"<caption[^>]*>(.*?)</caption>", head)),
            "columns": [html.unescape(re.sub("<[^>]*>", "", cell)) for cell in cells(first(r"<thead[^>]*>(.*)", head))],
            "rows": [cells(row) for row in re.findall(r"<tr[^>]*>(.*?)</tr>", rest, re.S)],
        })
        start = found.end()
    return made + [{"html": body[start:]}]


def page(text):
    main = first(r"<main[^>]*>(.*?)</main>", text)
    opening, *sections = re.split(r"(?=<section)", main)
    navigation = first(r'<nav class="main-nav"[^>]*>(.*?)</nav>', text)
    return {
        "title": html.unescape(first(r"<title[^>]*>(.*?)</title>", text)),
        "head": re.sub(r"<title.*?</title>", "", first(r"<head>(.*?)</head>", text), flags=re.S),
        "skip": first(r'class="skip">(.*?)<', text),
        "links": [{"address": address, "text": html.unescape(name)}
                  for address, name in re.findall(r'<a href="([^"]*)"[^>]*>(.*?)</a>', navigation)],
        "opening": opening,
        "sections": [{
            "id": first(r'<h2 id="([^"]*)"', section),
            "title": html.unescape(first(r"<h2[^>]*>(.*?)</h2>", section)),
            "parts": parts(re.sub(r"^<section[^>]*><h2[^>]*>.*?</h2>|</section>\s*$", "", section, flags=re.S)),
        } for section in sections],
        "foot": first(r"<footer[^>]*>(.*?)</footer>", text),
    }


site, out = map(pathlib.Path, sys.argv[1:])
shutil.rmtree(out, ignore_errors=True)
(out / "layouts/_default").mkdir(parents=True)
(out / "config.toml").write_text(CONFIG)
(out / "layouts/_default/single.html").write_text(SINGLE)
count = 0
for path in sorted(site.glob("*/**/*.html")):
    # Hugo takes files called index for something of its own.
    target = out / "content" / path.relative_to(site).with_suffix(".md")
    if target.stem == "index":
        target = target.with_stem("overview")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(page(path.read_text("utf-8")), ensure_ascii=False), "utf-8")
    count += 1
print(count)
