"""Which tests run on one worker because they share what takes long to make.

pytest-xdist has a mark for it, `xdist_group`, which it passes on in the names of the tests; pytest
9.2 has made these names unchangeable, so that the mark says nothing any more.
"""

from xdist.scheduler import LoadScopeScheduling

# The largest group starts first. No test that empties the tables may be in one: it would run
# before those that count on what the tables hold.
_SAMPLE_SITE, _DEMO = "the sample site", "the demo"
TOGETHER = {
    "tests/browser/test_accessibility.py": _SAMPLE_SITE,
    "tests/browser/test_editor_publishes_imports.py": _SAMPLE_SITE,
    "tests/browser/test_editor_writes_a_story.py": _SAMPLE_SITE,
    "tests/browser/test_html_validity.py": _SAMPLE_SITE,
    "tests/browser/test_import.py": _SAMPLE_SITE,
    "tests/browser/test_keyboard.py": _SAMPLE_SITE,
    "tests/browser/test_layout.py": _SAMPLE_SITE,
    "tests/browser/test_life_of_a_story.py": _SAMPLE_SITE,
    "tests/browser/test_life_of_a_translation.py": _SAMPLE_SITE,
    "tests/browser/test_passkey.py": _SAMPLE_SITE,
    "tests/browser/test_suggestions.py": _SAMPLE_SITE,
    "tests/browser/test_weight.py": _SAMPLE_SITE,
    "tests/browser/test_without_script.py": _SAMPLE_SITE,
    "tests/operations/demo/test_content.py": _DEMO,
    "tests/operations/demo/test_loading.py": _DEMO,
    "tests/operations/test_import_killed.py": "an import that nobody kills",
    "tests/security/test_matrix.py": "one object of each kind",
    "tests/test_catalogues.py": "the strings of the sources",
    # Nothing is shared there: it takes long, and so starts early.
    "tests/security/test_hostile_content.py": "hostile words",
}


def group_of(nodeid: str) -> str:
    """Return the name of the group of a test; its own where it shares nothing."""
    return TOGETHER.get(nodeid.partition("::")[0], nodeid)


class Sharing(LoadScopeScheduling):
    """Hand out whole groups, then one test after the other."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)
