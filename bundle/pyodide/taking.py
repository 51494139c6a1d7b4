"""Take away all there is; runs inside Pyodide, after the rehearsal.

What is imported for it comes to the browser once a reader takes something away.
"""

import importlib
import json
import sys

started = frozenset(sys.modules)
"""What a start needs."""

door = importlib.import_module("calculators.kit.takeaway.door")
files = importlib.import_module("calculators.kit.takeaway.files")
registry = importlib.import_module("calculators.kit.registry")
view = importlib.import_module("calculators.kit.view")

for name in registry.names():
    offered = files.offered(name, registry.get(name))
    tables = range(len(view.result(name, {})["tables"]))
    for kind in files.KINDS:
        wanted = any(kind in kinds for kinds in offered.values())
        for number in tables if kind == "csv" else range(wanted):
            file = {"kind": kind, "number": number}
            door.answer(json.dumps({"calculator": name, "raw": {}, "file": file}))
    file = {"kind": "py", "archive": "calculators.zip"}
    door.answer(json.dumps({"calculator": name, "raw": {}, "file": file}))
    named = [{"name": "", "raw": {}}]
    file = {"kind": "csv", "number": 0, "named": named}
    door.answer(json.dumps({"calculator": name, "raw": {}, "file": file}))

entries = [
    {"calculator": "lost_revenue", "version": "", "raw": {"clients": "1-2"}, "note": "- [x] да"},
    {"calculator": "funnel_audit", "version": "", "raw": {"stages": [{"name": "?"}]}, "note": ""},
    {"calculator": "?", "version": "", "raw": {"?": [{"?": "?"}]}, "note": ""},
    *({"calculator": name, "version": "1", "raw": {}, "note": ""} for name in registry.names()),
]
tasks = [{"chapter": "?", "text": "?", "done": done} for done in (True, False)]
report = {"title": "", "date": "", "entries": entries, "tasks": tasks}
for kind in (None, "md", "docx"):
    door.answer(json.dumps({"report": report | {"file": kind}}))

audit = {"calculator": "audit_check", "raw": {}, "found": ["to_fix", "unknown"], "helps": {}}
task = {"id": "?", "text": "?", "done": False, "week": "?", "span": "?", "chapter": "", "url": ""}
groups = [{"title": "?", "tasks": [task]}]
door.answer(json.dumps({"plan": {"chapters": ["?"], "audits": [audit]}}))
for kind in ("md", "docx", "ics"):
    door.answer(json.dumps({"plan": {"file": kind, "date": "", "groups": groups}}))

vars(sys.modules["sitecustomize"])["late"] = frozenset(sys.modules) - started
