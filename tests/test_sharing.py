"""Tests that share what takes long to make run on one worker."""

from pathlib import Path

import pytest

from tests.sharing import TOGETHER, group_of

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("path", TOGETHER)
def test_the_files_of_groups_exist(path):
    assert (ROOT / path).is_file()


def test_every_browser_test_of_the_sample_site_is_in_its_group():
    paths = (ROOT / "tests" / "browser").glob("test_*.py")
    using = [path for path in paths if "site" in path.read_text(encoding="utf-8")]
    groups = {group_of(f"{path.relative_to(ROOT)}::test_it") for path in using}
    assert groups == {"the sample site"}


def test_what_shares_nothing_is_on_its_own():
    name = "tests/test_rooms.py::test_it[a/b.py::c]"
    assert group_of(name) == name
