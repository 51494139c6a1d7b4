"""What the next build of one process sees."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import copy_project

THREE_BUILDS = """
from pathlib import Path
from types import SimpleNamespace
import json, os, sys, macros

conf = {"extra": {}, "extra_css": [], "site_url": ""}
env = SimpleNamespace(variables={}, macro=lambda macro: macro, conf=conf)

def same(before):
    ours = [name for name in before if name.startswith(("macros.", "calculators", "bundle"))]
    assert len(ours) > 20
    same = [name for name in ours if sys.modules.get(name) is before[name]]
    used = vars(sys.modules["macros.pages"]).values()
    same += [name for name in ours if any(before[name] is module for module in used)]
    return [len(same), len(ours)]

macros.define_env(env)
before = dict(sys.modules)
macros.define_env(env)
kept = same(before)
edited = Path(sys.argv[1])
os.utime(edited, ns=(0, edited.stat().st_mtime_ns + 1))
macros.define_env(env)
print(json.dumps([kept[0] >= kept[1], same(before)[0]]))
"""


@pytest.mark.usefixtures("site")  # whose memory is theirs
@pytest.mark.parametrize(
    "edited", ["calculators/lost_revenue.py", "macros/glossary.toml", "bundle/styles.mjs"]
)
def test_the_next_build_imports_every_module_of_ours_anew_once_anything_is_edited(
    tmp_path: Path, edited: str
) -> None:
    project = copy_project(tmp_path)
    command = [sys.executable, "-c", THREE_BUILDS, edited]
    environment = os.environ | {"PYTHONPATH": str(project)}
    ran = subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.stdout == "[true, 0]\n", ran.stdout + ran.stderr
