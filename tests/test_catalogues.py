"""The words of the interface: complete, coherent, and found where the code asks for them."""

import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser

import polib
import pytest
from django.conf import settings
from django.urls import resolve, reverse
from django.utils.translation import gettext, override

from content.typography import french_html
from operations.tree import open_locale
from tests.requirements import require

ROOT = settings.BASE_DIR
CATALOGUES = sorted((ROOT / "locale").glob("*/LC_MESSAGES/*.po"))
FRENCH = ROOT / "locale" / "fr" / "LC_MESSAGES" / "django.po"
# "recherche", "recherche/<int:pk>/", "recherche/resultats.<slug:form>"
ADDRESS = re.compile(r"[a-z-]+|([a-z-]+/)+((<\w+:\w+>/)*|[a-z-]+\.<\w+:\w+>)")
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|<\w+:\w+>|</?\w[^>]*>|\{\w+\}")
NOT_SOURCES = shutil.ignore_patterns(
    ".*", "node_modules", "var", "tests", "benchmarks", "locale", "static", "__pycache__"
)

every_catalogue = pytest.mark.parametrize(
    "catalogue", CATALOGUES, ids=lambda path: path.parent.parent.name
)


def key(entry) -> tuple[str, str, str]:
    """Return what gettext looks an entry up by."""
    return entry.msgctxt or "", entry.msgid, entry.msgid_plural


def forms(entry) -> list[str]:
    """Return the translation of an entry, or its plural forms."""
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


@pytest.fixture(scope="module")
def extracted(tmp_path_factory):
    """Return what makemessages finds in a copy of the sources."""
    require(shutil.which("xgettext"), "xgettext is missing: apt-get install gettext")
    copy = tmp_path_factory.mktemp("sources") / "portal"
    shutil.copytree(ROOT, copy, ignore=NOT_SOURCES)
    (copy / "locale").mkdir()
    command = [sys.executable, "-m", "django", "makemessages", "--locale", "fr", "--no-wrap"]
    subprocess.run(command, cwd=copy, check=True, capture_output=True)
    return polib.pofile(str(copy / "locale" / "fr" / "LC_MESSAGES" / "django.po"))


@every_catalogue
def test_nothing_is_left_untranslated_fuzzy_or_obsolete(catalogue):
    entries = polib.pofile(str(catalogue), check_for_duplicates=True)
    assert [entry.msgid for entry in entries.untranslated_entries()] == []
    assert [entry.msgid for entry in entries.fuzzy_entries()] == []
    assert [entry.msgid for entry in entries.obsolete_entries()] == []


@every_catalogue
def test_placeholders_and_tags_are_those_of_the_source(catalogue):
    for entry in polib.pofile(str(catalogue)):
        wanted = sorted(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        for form in forms(entry):
            assert sorted(PLACEHOLDER.findall(form)) == wanted, entry.msgid


def test_french_words_are_set_with_french_spaces_and_apostrophes():
    for entry in polib.pofile(str(FRENCH)):
        if entry.msgctxt != "address":
            for form in forms(entry):
                assert french_html(form) == form, entry.msgid


def test_words_of_addresses_are_plain_letters():
    addresses = [entry for entry in polib.pofile(str(FRENCH)) if entry.msgctxt == "address"]
    assert addresses
    for entry in addresses:
        assert ADDRESS.fullmatch(entry.msgstr), entry.msgstr


def test_the_catalogue_has_every_string_of_the_sources_and_no_other(extracted):
    committed = {key(entry) for entry in polib.pofile(str(FRENCH))}
    found = {key(entry) for entry in extracted}
    assert sorted(found - committed) == [], "run make messages, then translate"
    assert sorted(committed - found) == [], "run make messages"


def test_no_source_string_is_written_with_an_escape_that_xgettext_does_not_read(extracted):
    assert [entry.msgid for entry in extracted if re.search(r"\\u[0-9a-f]{4}", entry.msgid)] == []


@pytest.mark.parametrize(
    ("language", "name", "arguments", "address"),
    [
        ("fr", "search", [], "/fr/recherche/"),
        ("en", "search", [], "/en/search/"),
        ("fr", "tag", ["repair"], "/fr/mots-cles/repair/"),
        ("fr", "territory", ["53"], "/fr/territoires/53/"),
        ("en", "territory", ["53"], "/en/territories/53/"),
        ("fr", "not_translated", [7], "/fr/pas-encore-traduit/7/"),
    ],
)
def test_addresses_speak_the_language_of_their_prefix(language, name, arguments, address):
    with override(language):
        assert reverse(name, args=arguments) == address
        assert resolve(address).url_name == name


def test_english_needs_no_catalogue():
    with override("en"):
        assert gettext("Story, experience") == "Story, experience"
    with override("fr"):
        assert gettext("Story, experience") == "Récit, expérience"


class VisibleText(HTMLParser):
    """Collect the texts of a page and the words that assistive technology reads in attributes."""

    def __init__(self):
        super().__init__()
        self.texts = set()

    def handle_starttag(self, tag, attrs):
        self.texts |= {
            value for name, value in attrs if name in {"aria-label", "placeholder", "alt"} and value
        }

    def handle_data(self, data):
        self.texts.add(" ".join(data.split()))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "status"),
    [("/fr/", 200), ("/fr/recherche/", 200), ("/fr/recits/", 200), ("/fr/nulle-part/", 404)],
)
def test_a_french_page_has_no_english_word_of_the_interface(client, address, status):
    for language in ("fr", "en"):
        open_locale(language)
    response = client.get(address)
    assert response.status_code == status
    parser = VisibleText()
    parser.feed(response.content.decode())
    french = {entry.msgid: entry.msgstr for entry in polib.pofile(str(FRENCH))}
    left = {text for text in parser.texts if french.get(text, text) != text}
    assert french["Skip to the text"] in parser.texts
    assert left == set()
