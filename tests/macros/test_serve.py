"""What the next build of one process sees."""

import subprocess
import sys

from tests.conftest import ROOT

TWO_BUILDS = """
from types import SimpleNamespace
import sys, macros

conf = {"extra": {}, "extra_css": [], "site_url": ""}
env = SimpleNamespace(variables={}, macro=lambda macro: macro, conf=conf)
macros.define_env(env)
before = dict(sys.modules)
macros.define_env(env)
ours = [name for name in before if name.startswith(("macros.", "calculators", "bundle"))]
stale = [name for name in ours if sys.modules.get(name) is before[name]]
used = vars(sys.modules["macros.pages"]).values()
stale += [name for name in ours if any(before[name] is module for module in used)]
print(len(ours) > 20, stale)
"""


def test_the_next_build_imports_every_module_of_ours_anew() -> None:
    command = [sys.executable, "-c", TWO_BUILDS]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.stdout == "True []\n", ran.stdout + ran.stderr
