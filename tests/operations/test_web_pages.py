"""What a web page declares of itself: its language, its encoding, its title, its address."""

import pytest

from operations.imports import descriptions_of
from operations.recogniser import missing_words, read_web_page
from operations.sources import decode, source_of

BODY = "<p>Le lavoir fut vidé à l’été, un mot suffit.</p>"


def page(head: str = "", body: str = BODY, html: str = "") -> bytes:
    return f"<!DOCTYPE html><html{html}><head>{head}</head><body>{body}</body></html>".encode()


def only(data: bytes, name: str = "page.html"):
    source = source_of(name, data)
    (description,) = descriptions_of(source)
    assert missing_words(source.words, [description]) == []
    return description


@pytest.mark.parametrize(
    ("html", "head", "code"),
    [
        (' lang="br"', "", "br"),
        (' lang="en-GB"', "", "en"),
        (' xml:lang="de"', "", "de"),
        ("", '<meta http-equiv="content-language" content="es">', "es"),
        (' lang="x-nonsense"', "", ""),
    ],
)
def test_the_language_that_the_markup_declares_is_that_of_the_text(html, head, code):
    description = only(page(head, "<h1>Mot</h1><p>Un deux.</p>", html))

    assert description.content_language == code
    assert not [note for note in description.reasons if note.to_check]


def test_a_line_that_names_the_language_goes_before_the_markup():
    body = "<h1>Mot</h1><p>Langue de votre contribution : Breton</p><p>Un deux.</p>"

    assert only(page("", body, ' lang="fr"')).content_language == "br"


TEXT = "Les élèves à l’école"


@pytest.mark.parametrize(
    ("declared", "encoding", "text"),
    [
        ("iso-8859-1", "cp1252", TEXT),
        ("windows-1252", "cp1252", TEXT),
        ("iso-8859-15", "iso-8859-15", "un euro : 1 €, cœur"),
        ("windows-1251", "cp1251", "привет"),
        ("koi8-r", "koi8-r", "привет"),
        ("shift_jis", "shift_jis", "こんにちは"),
        ("gb2312", "gb2312", "你好"),
        ("utf-8", "utf-8", TEXT),
        # Saved again as UTF-8, with the older declaration left in it.
        ("iso-8859-1", "utf-8", TEXT),
    ],
)
@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="{0}">',
        "<META CHARSET={0}>",
        '<meta http-equiv="Content-Type" content="text/html; charset={0}">',
        '<?xml version="1.0" encoding="{0}"?>',
    ],
)
def test_a_declared_encoding_is_honoured(declaration, declared, encoding, text):
    head = declaration.format(declared)

    assert text in decode(f"{head}<p>{text}</p>".encode(encoding))


@pytest.mark.parametrize("declared", ["utf-7", "hex", "rot13", "punycode", "idna", "no-such", "é"])
def test_an_encoding_made_to_do_harm_is_not_used(declared):
    data = f'<meta charset="{declared}"><p>'.encode() + "été +ADw-script".encode("cp1252")

    assert "été +ADw-script" in decode(data)


@pytest.mark.parametrize(
    ("title", "body", "shown", "furniture"),
    [
        ("Curer le bassin | Le site du lavoir", BODY, "Curer le bassin", ["Le site du lavoir"]),
        ("Curer le bassin » Récits » Lavoir", BODY, "Curer le bassin", ["Récits", "Lavoir"]),
        ("Curer le bassin – avec soin", BODY, "Curer le bassin – avec soin", []),
        (
            "Lavoir | Curer",
            "<h1>Curer le bassin</h1>" + BODY,
            "Curer le bassin",
            ["Lavoir | Curer"],
        ),
        ("Curer – Lavoir", "<h2>Curer</h2>" + BODY, "Curer", ["Curer – Lavoir"]),
        ("Curer le bassin", "<h2>Avant</h2>" + BODY, "Curer le bassin", []),
    ],
)
def test_the_title_of_the_window_gives_that_of_the_page_without_its_site(
    title, body, shown, furniture
):
    description = only(page(f"<title>{title}</title>", body))

    assert description.title == shown
    assert description.furniture == furniture


def test_the_name_of_the_site_is_known_where_the_page_says_it():
    head = '<meta property="og:site_name" content="Le lavoir"><title>Le lavoir - Curer</title>'
    description = only(page(head))

    assert (description.title, description.furniture) == ("Curer", ["Le lavoir"])


def test_the_canonical_address_is_that_of_the_page():
    head = '<link rel="canonical" href="https://a.example/x"><title>Mot</title>'

    assert read_web_page(page(head).decode()).address == "https://a.example/x"


def test_an_element_that_no_page_keeps_is_said():
    body = "<h1>Mot</h1><p>Un.</p><iframe src='https://a.example/video'></iframe>"
    description = only(page("", body))

    assert any("https://a.example/video" in note for note in description.reasons)
