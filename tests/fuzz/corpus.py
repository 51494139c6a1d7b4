"""What was found once: the questions of `corpus.yaml`."""

from pathlib import Path
from typing import Any

import yaml


def load() -> list[dict[str, Any]]:
    """Every question with its door, why it is there, and what of it is wrong."""
    text = Path(__file__).with_suffix(".yaml").read_text("utf-8")
    found: list[dict[str, Any]] = yaml.safe_load(text)
    return found
