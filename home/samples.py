"""One page of each type of the home, unsaved."""

from content.samples import common, sample_body
from home.models import HomePage, StandardPage


def home(locale) -> HomePage:
    """Return a home with its heading and its call to contribute."""
    values = common("sample-home", "Accueil", "Un kit pour agir, des récits pour s'en inspirer.")
    return HomePage(
        **values,
        locale=locale,
        heading="Relier les deux rives, là où l'on vit",
        call_title="Vous avez essayé quelque chose ?",
        call_text="Racontez-le en dix minutes : ce qui a marché, ce qui a résisté.",
        call_link_text="Proposer un récit",
    )


def standard(locale) -> StandardPage:
    """Return a plain page with every block that needs no picture."""
    values = common("sample-page", "La charte du carnet", "Ce que nous nous promettons.")
    return StandardPage(**values, locale=locale, body=sample_body())
