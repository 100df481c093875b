"""The vocabularies of the sample site, and how a page is dressed with them."""

from dataclasses import dataclass

from django.utils.text import slugify

from content.models import (
    Attachment,
    CoalitionFamily,
    Licence,
    Organisation,
    PageCredit,
    PageTerritory,
    PageTheme,
    Territory,
    Theme,
)
from content.models.editorial import MAX_THEMES
from tests.browser.sample_site.words import LONG_SENTENCE, UNBREAKABLE
from tests.factories import term as factory_term


def term(model, name: str, locale, **fields):
    """Return a live term whose address is made of its name, as in the admin."""
    return factory_term(model, name, locale, **{"slug": slugify(name), **fields})


@dataclass
class Subjects:
    """Terms of one language, and a licence."""

    themes: list[Theme]
    territories: list[Territory]
    organisation: Organisation
    family: CoalitionFamily
    licence: Licence
    unused_theme: Theme

    def dress(self, page, tags=("vélo", "réemploi", "atelier")):
        """Give an unsaved `page` subjects, a licence and a credited organisation."""
        page.page_themes = [PageTheme(theme=theme) for theme in self.themes]
        page.page_territories = [PageTerritory(territory=one) for one in self.territories]
        page.page_credits = [
            *page.page_credits.all(),
            PageCredit(organisation=self.organisation, role=PageCredit.Role.FUNDER),
        ]
        page.licence = self.licence
        page.tags.add(*tags)
        return page


def short_subjects(locale) -> Subjects:
    """Return two themes, a town in its department, and the rest, with ordinary names."""
    department = term(Territory, "Val-des-Prés", locale, kind="department", code="00")
    town = term(Territory, "Saint-Aubin-des-Prés", locale, kind="municipality", parent=department)
    return Subjects(
        themes=[
            term(Theme, "Réemploi", locale, description="Ce qui sert encore."),
            term(Theme, "Sobriété numérique", locale),
        ],
        territories=[town, department],
        organisation=term(
            Organisation,
            "Le Lavoir commun",
            locale,
            acronym="LC",
            website="https://example.org/lavoir",
            description="Une association de Saint-Aubin.",
        ),
        family=term(CoalitionFamily, "Faire durer", locale),
        licence=_licence(locale, "CC-BY-4.0", "Creative Commons Attribution 4.0"),
        unused_theme=term(Theme, "Eau", locale),
    )


def long_subjects(locale) -> Subjects:
    """Return as many terms as a page may have, with long names."""
    return Subjects(
        themes=[
            term(Theme, f"{number} {LONG_SENTENCE}"[:160], locale, slug=f"long-theme-{number}")
            for number in range(MAX_THEMES)
        ],
        territories=[
            term(
                Territory,
                f"{number} {UNBREAKABLE}",
                locale,
                slug=f"long-territory-{number}",
                kind="other",
            )
            for number in range(5)
        ],
        organisation=term(Organisation, LONG_SENTENCE[:160], locale, slug="long-organisation"),
        family=term(CoalitionFamily, LONG_SENTENCE[:160], locale, slug="long-family"),
        licence=_licence(locale, "Long-1.0", LONG_SENTENCE[:160]),
        unused_theme=term(Theme, "Water", locale),
    )


def long_attachments(locale) -> list[Attachment]:
    """Return many files with long names: linked to, or known by name only."""
    return [
        Attachment(
            locale=locale,
            label=LONG_SENTENCE[:200] if number % 2 else "",
            file_name=f"{UNBREAKABLE}-{number}.pdf",
            url=f"https://example.org/{UNBREAKABLE}/{number}.pdf" if number % 3 else "",
            host=f"{'sous-domaine-' * 6}.example.org",
            language="fr",
            pages=1200,
            size=987_654_321,
            sort_order=number,
        )
        for number in range(8)
    ]


def _licence(locale, code: str, name: str) -> Licence:
    return term(
        Licence, name, locale, slug=code.lower(), code=code, url="https://example.org/licence"
    )
