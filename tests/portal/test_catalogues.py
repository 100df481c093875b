"""Compiling the interface catalogues without the gettext tools."""

import gettext
import os

import pytest

from portal.catalogues import compile_catalogues

FRENCH = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

msgctxt "verb"
msgid "Order"
msgstr "Ranger"

msgid "%d chapter"
msgid_plural "%d chapters"
msgstr[0] "%d chapitre"
msgstr[1] "%d chapitres"
"""


@pytest.fixture
def catalogue(tmp_path):
    """Return a French `django.po` alone in a locale folder."""
    source = tmp_path / "fr" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(FRENCH, encoding="utf-8")
    return source


def translations(source):
    """Read back the compiled neighbour of `source`."""
    with source.with_suffix(".mo").open("rb") as compiled:
        return gettext.GNUTranslations(compiled)


def test_plurals_and_contexts_come_through(catalogue, tmp_path):
    assert compile_catalogues(tmp_path) == [catalogue.with_suffix(".mo")]
    french = translations(catalogue)
    assert french.pgettext("verb", "Order") == "Ranger"
    assert french.ngettext("%d chapter", "%d chapters", 0) == "%d chapitre"
    assert french.ngettext("%d chapter", "%d chapters", 2) == "%d chapitres"


def test_a_catalogue_that_did_not_change_is_listed_and_left_alone(catalogue, tmp_path):
    [compiled] = compile_catalogues(tmp_path)
    os.utime(compiled, (catalogue.stat().st_mtime + 60,) * 2)
    before = compiled.stat().st_mtime_ns
    assert compile_catalogues(tmp_path) == [compiled]
    assert compiled.stat().st_mtime_ns == before


def test_a_changed_catalogue_is_compiled_again(catalogue, tmp_path):
    [compiled] = compile_catalogues(tmp_path)
    catalogue.write_text(FRENCH.replace("Ranger", "Classer"), encoding="utf-8")
    os.utime(compiled, (catalogue.stat().st_mtime - 60,) * 2)
    compile_catalogues(tmp_path)
    assert translations(catalogue).pgettext("verb", "Order") == "Classer"


def test_a_broken_catalogue_is_named(catalogue, tmp_path):
    catalogue.write_text(FRENCH + "\nnonsense\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"django\.po"):
        compile_catalogues(tmp_path)


def test_no_catalogue_is_no_error(tmp_path):
    assert compile_catalogues(tmp_path) == []
