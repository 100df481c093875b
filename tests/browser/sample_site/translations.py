"""A French page to translate, beside what its translators have: a memory, a glossary, accounts."""

from wagtail.models import Locale

from content.models import GlossaryTerm
from home.models import HomePage, StandardPage
from tests import factories
from translation import services, texts

TRANSLATOR, REVIEWER = "translator@example.org", "reviewer@example.org"
TITLE = "Le lavoir du mardi"
KNOWN = "On apporte le mardi soir un appareil en panne et on le répare avec une voisine."
KNOWN_IN_ENGLISH = "On Tuesday night one brings a broken device and mends it with a neighbour."


def make() -> int:
    """Make them all and return the id of the page."""
    french, english = (Locale.objects.get(language_code=code) for code in ("fr", "en"))
    home = HomePage.objects.get(locale=french)
    translator = factories.account(TRANSLATOR, "Translators en")
    factories.account(REVIEWER, "Translators en", "Reviewers en")
    term = factories.term(GlossaryTerm, "Lavoir", french, definition="<p>On y lave le linge.</p>")
    named = term.copy_for_translation(english)
    named.name, named.slug, named.live = "Wash house", "wash-house", True
    named.save()
    former = _page(home, "Un autre soir", [KNOWN])
    translation = services.begin(former, english, translator)
    [unit] = [unit for unit in texts.units_of(translation) if unit.source == KNOWN]
    texts.write(translation, [texts.Writing(unit.key, KNOWN_IN_ENGLISH)], translator)
    page = _page(home, TITLE, [KNOWN.replace("mardi", "jeudi"), "Le lavoir a 12 places."])
    factories.carry_out()
    return page.pk


def _page(home, title: str, paragraphs: list[str]):
    blocks = [("text", f"<p>{text}</p>") for text in paragraphs]
    fields = {"title": title, "slug": "", "summary": "Un soir par semaine.", "body": blocks}
    return factories.published(home, StandardPage, **fields, seo_title="", attribution="")
