#!/usr/bin/env python3
"""Copies a plan with its reports, reviews and site file so that every text in it is an attack.

Usage: attack_plan.py PLAN OUT
"""
import pathlib
import shutil
import sys

import yaml

ATTACK = (
    "\"'><script>window.attacked=1</script><img src=x onerror=window.attacked=1>"
    "</title></style></textarea><svg onload=window.attacked=1> javascript:window.attacked=1 &lt;b&gt; \"\u0301 onclick=window.attacked=1 "
    # A word that nothing breaks.
    + "Человеконенавистнический" * 4
)
LANGUAGES = {"en", "ru", "tk"}


def attack(node):
    """Changes the texts below a node; identifiers, numbers and dates stay as they are written."""
    if isinstance(node, yaml.SequenceNode):
        for element in node.value:
            attack(element)
    if not isinstance(node, yaml.MappingNode):
        return
    is_text = bool(node.value) and {key.value for key, _ in node.value} <= LANGUAGES
    for key, value in node.value:
        if isinstance(value, yaml.ScalarNode) and (is_text or key.value == "stated"):
            value.value = f"{value.value} {ATTACK}"
            value.style = '"'
        else:
            attack(value)


plan, out = map(pathlib.Path, sys.argv[1:])
shutil.rmtree(out, ignore_errors=True)
for path in sorted(plan.rglob("*")):
    target = out / path.relative_to(plan)
    if path.suffix == ".yaml":
        target.parent.mkdir(parents=True, exist_ok=True)
        root = yaml.compose(path.read_text("utf-8"), yaml.SafeLoader)
        attack(root)
        text = yaml.serialize(root, Dumper=yaml.SafeDumper, allow_unicode=True, width=1_000_000)
        target.write_text(text, "utf-8")
    elif path.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
