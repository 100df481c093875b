"""The texts of a collection as the pages of a site, in a database that holds nothing else.

A text is a published page with its rows of the catalogue, and goes into the index as every page
does. Nothing is shown of it, so that the plainest type of page will do.
"""

from collections.abc import Callable
from datetime import date

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Locale, Page, Site

from search import sync
from search.evaluation.markdown import Text
from search.languages import primary
from search.models import Document, DocumentText

KIND = "text"
DAY = date(2026, 1, 1)
BATCH = 500


class OccupiedDatabase(RuntimeError):
    """The connected database holds pages of the portal already."""


def fill(texts: list[Text], report: Callable[[int, int], None]) -> dict[int, str]:
    """Make the texts the public pages of the connected database; return the file of each page id.

    Raises `OccupiedDatabase` rather than to write beside other pages.
    """
    if Document.objects.exists():
        raise OccupiedDatabase("This database holds pages: it is not one to try texts in.")
    with transaction.atomic():
        homes = _open(sorted({primary(text.language) for text in texts}))
        files = {}
        for start in range(0, len(texts), BATCH):
            files |= _write(texts[start : start + BATCH], homes)
        for home in homes.values():
            home.save(update_fields=["numchild"])
    sync.everything(report)
    return files


def _open(languages: list[str]) -> dict[str, Page]:
    """Return a home for each language that the portal can open, the first of the site among them.

    Texts in another language are pages of the first one, each analysed in its own.
    """
    possible = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES if code in languages]
    possible = possible or [settings.LANGUAGE_CODE]
    root = Page(path=Page._get_path("", 1, 1), depth=1, url_path="/", slug="root")
    homes = {}
    for code in possible:
        locale, _made = Locale.objects.get_or_create(language_code=code)
        homes[code] = _placed(root, f"home-{code}", locale=locale, title=code)
        homes[code].translation_key = homes[possible[0]].translation_key
    root.locale, root.content_type = homes[possible[0]].locale, homes[possible[0]].content_type
    # Not saved one by one: nothing that follows the save of a page is wanted here.
    Page.objects.bulk_create([root, *homes.values()])
    Site.objects.create(hostname="localhost", root_page=homes[possible[0]], is_default_site=True)
    return {code: homes.get(code, homes[possible[0]]) for code in {*languages, *possible}}


def _placed(parent: Page, slug: str, **values) -> Page:
    """Return an unsaved public page as the last one below `parent`."""
    parent.numchild += 1
    return Page(
        path=Page._get_path(parent.path, parent.depth + 1, parent.numchild),
        depth=parent.depth + 1,
        slug=slug,
        url_path=f"{parent.url_path}{slug}/",
        content_type=ContentType.objects.get_for_model(Page),
        live=True,
        **values,
    )


def _write(texts: list[Text], homes: dict[str, Page]) -> dict[int, str]:
    pages = []
    for text in texts:
        home = homes[primary(text.language)]
        slug = f"{slugify(text.file)[:200]}-{home.numchild}"
        pages.append(
            _placed(home, slug, locale=home.locale, title=text.title, draft_title=text.title)
        )
    Page.objects.bulk_create(pages)
    keys = [page.pk for page in pages]
    Document.objects.bulk_create(map(_document, pages, texts))
    DocumentText.objects.bulk_create(
        DocumentText(
            document_id=key, text=text.text, headings=text.headings, subjects=text.subjects
        )
        for key, text in zip(keys, texts, strict=True)
    )
    return {key: text.file for key, text in zip(keys, texts, strict=True)}


def _document(page: Page, text: Text) -> Document:
    return Document(
        page_id=page.pk,
        locale_id=page.locale_id,
        translation_key=page.translation_key,
        kind=KIND,
        family=KIND,
        title=text.title,
        summary=text.summary,
        text_language=text.language,
        content_language=text.language,
        dated=DAY,
        year=DAY.year,
    )
