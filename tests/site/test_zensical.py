"""What Zensical asks of the macros, as records/material.md found it, without Zensical itself."""

import json
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

# An order of the chapters, the tasks of all of them, questions and papers of one.
PAGES = ("sources", "plan", "repeat-sales")
# Zensical makes an environment for each page, with settings that are no more than a dictionary,
# a navigation that is empty and a page of which this is all that the macros have asked for.
AS_ZENSICAL = """
from types import SimpleNamespace
import json, sys, macros

class Environment:
    def __init__(self, name):
        self.conf = {"extra": {}, "extra_css": [], "site_name": "", "site_url": ""}
        self.variables, self.macros, self.project_dir = {"navigation": []}, {}, "."
        self.page = SimpleNamespace(path=f"{name}.md", url=f"{name}/", meta={})

    def macro(self, macro):
        self.macros[macro.__name__] = macro

def text(name):
    env = Environment(name)
    macros.define_env(env)
    from macros.companions import plain
    return plain.plain(env.env.from_string(env.page.markdown).render())

print(json.dumps({name: text(name) for name in sys.argv[1:]}))
"""


def test_the_macros_say_the_same_to_zensical(site: Path) -> None:
    command = [sys.executable, "-c", AS_ZENSICAL, *PAGES]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    for name, text in json.loads(ran.stdout).items():
        published = (site / name / "index.md").read_text("utf-8")
        # What the editors' signs say stands at the foot, which Zensical has no hook for.
        assert published.startswith(text.rstrip()), name
