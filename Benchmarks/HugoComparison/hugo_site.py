#!/usr/bin/env python3
"""Makes of a written site the data and the templates from which Hugo makes the same pages.

Usage: hugo_site.py SITE OUT

What a page shows is given to Hugo as data: numbers as numbers, dates as days, verdicts, links and notes by kind, charts as
points. Its templates choose the markup of each, format numbers and dates in the page's language, and escape. It is given
more than it would be in earnest: words are chosen, plurals inflected, sentences put together and charts laid out already, and
what is neither table, list, facts, paragraph nor chart is HTML as it stands.
"""
import html.parser
import json
import pathlib
import re
import shutil
import sys

VOID = {"meta", "link", "br", "hr", "img", "input"}
SPANS = {"note", "nothing", "illustrative", "tag", "code", "figure-text", "figure", "figure figure-value"}
NUMBER = re.compile(r"^(−|-)?\d{1,3}(?:[\u00a0\u202f,]?\d{3})*(?:[.,]\d+)?$")


class Node:
    def __init__(self, tag, attributes):
        self.tag, self.attributes, self.children = tag, dict(attributes), []

    def kind(self):
        return self.attributes.get("class", "")

    def text(self):
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def find(self, tag):
        for child in self.children:
            if isinstance(child, Node):
                if child.tag == tag:
                    return child
                found = child.find(tag)
                if found:
                    return found
        return None

    def every(self, tag):
        for child in self.children:
            if isinstance(child, Node):
                if child.tag == tag:
                    yield child
                else:
                    yield from child.every(tag)

    def html(self):
        attributes = "".join(f' {name}="{html_escape(value or "")}"' for name, value in self.attributes.items())
        if self.tag in VOID or self.tag in ("path", "line", "circle", "rect", "use") and not self.children:
            return f"<{self.tag}{attributes}/>"
        return f"<{self.tag}{attributes}>{inner(self)}</{self.tag}>"


def html_escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def inner(node):
    return "".join(html_escape(child) if isinstance(child, str) else child.html() for child in node.children)


class Tree(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.root = Node("root", [])
        self.open = [self.root]
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        # The parser writes names in lower case; SVG's need their capitals.
        attributes = [("viewBox" if name == "viewbox" else name, value) for name, value in attributes]
        node = Node(tag, attributes)
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag not in VOID and len(self.open) > 1:
            self.open.pop()

    def handle_data(self, data):
        self.open[-1].children.append(data)


def plain(text):
    """A text, or the number that it is."""
    if NUMBER.match(text):
        digits = re.sub(r"[\u00a0\u202f]", "", text).replace("−", "-")
        digits = digits.replace(",", "." if "." not in digits and not re.search(r",\d{3}$", digits) else "")
        return {"kind": "number", "value": float(digits), "decimals": len(digits.partition(".")[2])}
    return {"kind": "text", "text": text}


def inlines(node):
    made = []
    for child in node.children:
        if isinstance(child, str):
            if child.strip() or made:
                made.append(plain(child))
        elif child.tag == "a" and not list(child.every("svg")):
            made.append({"kind": "link", "address": child.attributes["href"], "text": child.text()})
        elif child.tag == "time":
            made.append({"kind": "date", "day": child.attributes["datetime"][:10]})
        elif child.tag == "span" and child.kind().startswith("status "):
            path = child.find("path")
            made.append({"kind": "status", "color": child.kind()[7:], "text": child.text(),
                         "shape": path.attributes if path else {}})
        elif child.tag in ("strong", "code", "em"):
            made.append({"kind": child.tag, "text": child.text()})
        elif child.tag == "span" and child.kind() in SPANS:
            made.append({"kind": "span", "class": child.kind(), "parts": inlines(child)})
        elif child.tag == "div" and child.kind() == "line":
            made.append({"kind": "line", "parts": inlines(child)})
        else:
            made.append({"kind": "html", "html": child.html()})
    return made


def chart(svg):
    shapes = []
    for child in svg.children:
        if not isinstance(child, Node) or child.tag in ("title", "desc"):
            continue
        shape = {"tag": child.tag, "class": child.kind()}
        data = child.attributes.get("d")
        if data and re.fullmatch(r"[MLZ0-9. -]+", data):
            shape["closed"] = data.endswith("Z")
            shape["points"] = [[float(x), float(y)] for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", data)]
        elif child.tag in ("line", "text") or child.tag in ("rect", "circle") and not child.children:
            shape["numbers"] = {name: float(value) for name, value in child.attributes.items()
                                if re.fullmatch(r"-?[\d.]+", value or "")}
            shape["words"] = {name: value for name, value in child.attributes.items()
                              if name != "class" and not re.fullmatch(r"-?[\d.]+", value or "")}
            shape["text"] = child.text()
        else:
            shape = {"html": child.html()}
        shapes.append(shape)
    title, desc = svg.find("title"), svg.find("desc")
    return {"kind": "chart", "class": svg.kind(), "box": svg.attributes.get("viewBox", ""),
            "title": title.text() if title else "", "desc": desc.text() if desc else "", "shapes": shapes}


def table(node):
    caption, head = node.find("caption"), node.find("thead")
    body = node.find("tbody")
    columns = [{"text": cell.text(), "class": cell.kind()} for cell in head.every("th")] if head else []
    return {"kind": "table", "caption": caption.text() if caption else "", "columns": columns, "rows": [
        {"id": row.attributes.get("id", ""), "cells": [inlines(cell) for cell in row.children if isinstance(cell, Node)]}
        for row in (body.every("tr") if body else [])]}


def blocks(node):
    made = []
    for child in node.children:
        if isinstance(child, str):
            continue
        if child.tag == "div" and child.kind() == "table-frame" and child.find("table"):
            made.append(table(child.find("table")))
        elif child.tag == "dl":
            made.append({"kind": "facts", "facts": [
                {"term": pair.find("dt").text(), "parts": inlines(pair.find("dd"))}
                for pair in child.children if isinstance(pair, Node) and pair.find("dd")]})
        elif child.tag == "p":
            made.append({"kind": "paragraph", "class": child.kind(), "parts": inlines(child)})
        elif child.tag in ("h2", "h3"):
            made.append({"kind": child.tag, "id": child.attributes.get("id", ""), "text": child.text()})
        elif child.tag in ("ul", "ol"):
            made.append({"kind": "list", "class": child.kind(),
                         "items": [inlines(item) for item in child.children if isinstance(item, Node)]})
        elif child.tag == "svg":
            made.append(chart(child))
        elif child.tag in ("div", "article", "section", "figure", "header", "details", "summary"):
            made.append({"kind": "group", "tag": child.tag, "class": child.kind(),
                         "id": child.attributes.get("id", ""), "blocks": blocks(child)}
                        if not any(isinstance(part, str) and part.strip() for part in child.children)
                        else {"kind": "group", "tag": child.tag, "class": child.kind(), "id": "",
                              "blocks": [{"kind": "paragraph", "class": "", "parts": inlines(child)}]})
        else:
            made.append({"kind": "html", "html": child.html()})
    return made


def page(text):
    tree = Tree(text).root
    head, main, foot = tree.find("head"), tree.find("main"), tree.find("footer")
    navigation = next((nav for nav in tree.every("nav") if nav.kind() == "main-nav"), None) or Node("nav", [])
    return {
        "title": head.find("title").text(),
        "head": "".join(child.html() for child in head.children if isinstance(child, Node) and child.tag != "title"),
        "links": [{"address": link.attributes["href"], "text": link.text()} for link in navigation.every("a")],
        "blocks": blocks(main) if main else [],
        "foot": inlines(foot) if foot else [],
    }


def main():
    site, out = map(pathlib.Path, sys.argv[1:])
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    for name in ("config.toml", "layouts", "i18n"):
        source = pathlib.Path(__file__).parent / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, out / name)
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


main()
