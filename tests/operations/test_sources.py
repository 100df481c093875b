"""What comes in: web pages, archives, front matter, and files made to do harm."""

import io
import stat
import zipfile

import pytest

from operations import archives
from operations.incoming import find_files
from operations.recogniser import missing_words, read_web_page, recognise
from operations.sources import IncomingFile, UnreadableFile, read_source, source_of
from tests.endless import ends

PAGE = """<!DOCTYPE html>
<html lang="fr"><head><title>Le site — Compter</title><style>p { color: red }</style></head>
<body><nav><a href="/">Accueil du vieux site</a></nav>
<h1>Compter les trajets</h1>
<p>Un mot <b>gras</b>, un <a href="https://a.example/grille">lien</a>, du CO<sub>2</sub>.</p>
<p><a href="javascript:alert(1)">Ouvrir</a>
<img src="data:image/png;base64,AAAA" alt="Croquis">.</p>
<script>document.write("piège")</script>
<ul><li>mardi<ul><li>matin</li></ul></li><li>jeudi</li></ul>
<table><tr><th>Lieu</th><th>Nombre</th></tr><tr><td>École</td><td>41</td></tr></table>
<blockquote>On compte mieux à deux.</blockquote>
</body></html>"""


def archive(entries: dict[str, bytes], compression=zipfile.ZIP_DEFLATED) -> io.BytesIO:
    """Return a ZIP of these entries."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as made:
        for name, data in entries.items():
            made.writestr(name, data)
    file.seek(0)
    return file


def errors(file: io.BytesIO) -> dict[str, str]:
    return {entry.name: entry.error for entry in archives.read_archive("in.zip", file)}


# --- Web pages ------------------------------------------------------------------------------


def test_a_web_page_gives_its_blocks():
    page = read_web_page(PAGE)
    description = recognise(page.text)[0]

    assert description.title == "Compter les trajets"
    assert [name for name, _value in description.body] == ["text", "table", "quote"]
    text = description.body[0][1]
    assert '<b>gras</b>, un <a href="https://a.example/grille">lien</a>, du CO<sub>2</sub>' in text
    assert "<ul><li>mardi<ul><li>matin</li></ul></li><li>jeudi</li></ul>" in text
    assert description.body[1][1]["table"]["data"] == [["Lieu", "Nombre"], ["École", "41"]]


def test_what_is_unsafe_in_a_web_page_is_left_out_and_said():
    page = read_web_page(PAGE)

    for unsafe in ("javascript", "alert", "base64", "piège", "color"):
        assert unsafe not in page.text
    assert "Ouvrir" in page.text
    assert "Croquis" in page.text
    assert len(page.notes) == 3


def test_no_word_of_a_web_page_is_lost():
    source = source_of("page.html", PAGE.encode())
    descriptions = recognise(source.text)
    descriptions[0].furniture.extend(source.furniture)

    assert missing_words(source.words, descriptions) == []
    assert "Accueil du vieux site" in " ".join(source.furniture)
    descriptions[0].body.pop()
    assert "deux" in missing_words(source.words, descriptions)


def test_markup_that_a_page_shows_as_text_stays_text():
    page = read_web_page("<p># not a heading, *not bold*, &lt;b&gt; [no](link)</p>")
    body = recognise("# Title\n\n" + page.text)[0].body

    assert body == [
        ("text", "<p># not a heading, *not bold*, &lt;b&gt; [no](link)</p>"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 10_000 + "mot",
        "<b><i>" * 10_000 + "mot",
        "<ul><li>" * 10_000 + "mot",
        "<table><tr><td>" * 10_000 + "mot",
        "<script " * 100_000,
        "<!--" * 100_000,
        "<a href='" * 50_000,
        "<p>" + "mot " * 400_000,
    ],
    ids=["div", "inline", "list", "table", "tags", "comments", "quotes", "line"],
)
def test_a_hostile_web_page_is_read_in_bounded_time(text):
    with ends():
        recognise(read_web_page(text).text)


# --- Front matter ---------------------------------------------------------------------------


def test_front_matter_gives_title_summary_language_and_type():
    head = '---\ntitle: "A day by the river"\nsummary: Boots on.\nlang: en\ntype: story\n---\n'
    description = recognise(head + "# A day by the river\n\nWe walked.")[0]

    assert (description.title, description.summary) == ("A day by the river", "Boots on.")
    assert (description.content_language, description.kind) == ("en", "story")


def test_front_matter_without_a_field_is_reported_and_no_word_is_lost():
    text = "---\ntitle: Day\nauthor: Ana\ntags:\n  - bank\n  - tool\n---\nWe walked."
    descriptions = recognise(text)

    assert missing_words(text, descriptions) == []
    assert any("author: Ana" in note for note in descriptions[0].reasons if note.to_check)


def test_unsafe_yaml_is_only_text():
    text = '---\ntitle: !!python/object/apply:os.system ["touch x"]\nx: &a [*a]\n---\nWords.'
    description = recognise(text)[0]

    assert description.title == '!!python/object/apply:os.system ["touch x"]'


def test_a_rule_at_the_top_is_not_front_matter():
    description = recognise("---\n\nHe said: nothing at all.\n\nThen left.\n\n---\n\nEnd.")[0]

    assert "Then left." in str(description.body)


@pytest.mark.parametrize("braces", ["{{ settings.SECRET_KEY }}", "{% include 'x' %}", "${7*7}"])
def test_template_braces_stay_as_they_are_typed(braces):
    assert braces in recognise(f"# Title\n\nText {braces} text.")[0].body[0][1]


# --- Archives -------------------------------------------------------------------------------


def test_an_archive_gives_its_files_under_their_paths():
    file = archive({"b/two.md": b"Two", "a.txt": b"One", "b/.hidden": b"x", "__MACOSX/a": b"x"})
    entries = list(archives.read_archive("in.zip", file))

    assert [entry.name for entry in entries] == ["a.txt", "b/two.md"]
    assert not any(entry.error for entry in entries)


@pytest.mark.parametrize("name", ["/etc/x.txt", "../x.txt", "a/../../x.txt", "C:\\x.txt", "..\\x"])
def test_a_path_that_leads_out_is_refused_and_the_rest_goes_on(name):
    found = errors(archive({name: b"Words", "good.txt": b"Words"}))

    assert found.pop("good.txt") == ""
    assert len(found) == 1
    assert all(found.values())


def test_a_symbolic_link_in_an_archive_is_refused():
    entry = zipfile.ZipInfo("link.txt")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr(entry, "/etc/passwd")

    assert errors(file)["link.txt"]


def test_an_archive_inside_an_archive_is_refused():
    assert errors(archive({"inner.zip": archive({"a.txt": b"x"}).getvalue()}))["inner.zip"]


def test_a_bomb_is_refused_before_it_is_unpacked():
    found = errors(archive({"bomb.txt": b"a" * 5_000_000, "good.txt": b"Words"}))

    assert found["bomb.txt"]
    assert not found["good.txt"]


def test_an_archive_too_large_once_unpacked_is_one_line(monkeypatch):
    monkeypatch.setattr(archives, "LARGEST_ARCHIVE", 1000)

    assert list(errors(archive({"a.txt": b"a" * 600, "b.txt": b"b" * 600}))) == ["in.zip"]


def test_an_archive_of_too_many_files_is_one_line(monkeypatch):
    monkeypatch.setattr(archives, "MOST_ENTRIES", 2)

    assert list(errors(archive(dict.fromkeys("abc", b"x")))) == ["in.zip"]


def test_a_damaged_entry_is_a_line_and_the_rest_is_read():
    file = archive({"a.txt": b"first words", "b.txt": b"other words"}, zipfile.ZIP_STORED)
    file = io.BytesIO(file.getvalue().replace(b"first words", b"worse words"))
    first, second = archives.read_archive("in.zip", file)

    with pytest.raises(UnreadableFile):
        read_source(first)
    assert read_source(second).text == "other words"


def test_what_is_no_archive_is_one_line():
    assert errors(io.BytesIO(b"PK\x03\x04words"))["in.zip"]


# --- Files ----------------------------------------------------------------------------------


def test_folders_archives_and_files_are_one_run(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.txt").write_text("One", encoding="utf-8")
    (tmp_path / "b.zip").write_bytes(archive({"in/b.txt": b"Two"}).getvalue())
    paths = [tmp_path / "folder", tmp_path / "b.zip"]

    assert [file.name for file in find_files(paths)] == ["a.txt", "in/b.txt"]


def test_a_link_and_a_device_are_lines(tmp_path):
    (tmp_path / "link.txt").symlink_to("/etc/hostname")
    files = [*find_files([tmp_path / "link.txt"]), *find_files(["/dev/zero"])]

    assert all(file.error for file in files)


def test_a_file_that_grew_since_is_too_large():
    with pytest.raises(UnreadableFile):
        read_source(IncomingFile("a.txt", 10, lambda limit: b"a" * limit))
