"""The documents of the tests and those of the community, as the recogniser reads them."""

import os
from pathlib import Path

import pytest

from operations.recogniser import recognise

HERE = Path(__file__).parent
DOCUMENTS = HERE / "documents"
ROOT = HERE.parents[1]
SEEDS = Path(os.environ.get("SEEDS_DIR") or ROOT.parent / "shared" / "seeds")


def read(name: str):
    """Return (text, descriptions) of a document of the tests."""
    path = DOCUMENTS / name
    text = path.read_text(encoding="utf-8")
    return text, recognise(text, path.name)


def only(name: str):
    descriptions = read(name)[1]
    assert len(descriptions) == 1
    return descriptions[0]


def seeds(pattern: str = "00*.txt") -> list[Path]:
    """Return the community's documents whose names are like this, or skip."""
    found = sorted(SEEDS.glob(pattern))
    if not found:
        pytest.skip(f"the community's documents are not in {SEEDS} (set SEEDS_DIR)")
    return found


def seed(number: str):
    """Return (text, descriptions) of one of the community's documents, or skip."""
    path = seeds(f"{number}_*.txt")[0]
    text = path.read_text(encoding="utf-8")
    return text, recognise(text, path.name)


def names(people: list[dict]) -> list[str]:
    return [person["name"] for person in people]


def blocks(description, kind: str) -> list:
    return [value for name, value in description.body if name == kind]


def all_groups(description) -> list[dict]:
    return [group for axis in blocks(description, "axis") for group in axis["groups"]]
