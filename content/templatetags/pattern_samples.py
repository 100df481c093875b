"""Samples of the parts of the design, for the pattern page of development."""

from datetime import date
from types import SimpleNamespace

from django import forms, template
from django.core.paginator import Paginator

from content.dates import PartialDate

register = template.Library()

LONG_TITLE = (
    "Un titre qui dépasse de beaucoup ce que l'on attend d'un titre, parce qu'un atelier l'a "
    "écrit à douze mains & que personne n'a voulu retirer un seul mot"
)
FAMILIES = (
    ("kit", "Chapitre du kit", "Mesurer avant d'équiper", ["chapitre 3"]),
    ("story", "Récit, expérience", LONG_TITLE, ["Mayenne", "mars 2025"]),
    ("coalition", "Coalition", "Des communs pour le matériel", ["étape : engagée"]),
    ("event", "Rencontre", "Deux jours pour relier les capteurs", ["14 mars 2026", "Lorient"]),
    ("page", "Page", "À propos", []),
)
STATES = (
    ("draft", "Brouillon"),
    ("proposed", "Proposé"),
    ("reading", "En lecture"),
    ("incomplete", "À compléter"),
    ("published", "Publié"),
    ("changed", "Publié · modification proposée"),
    ("withdrawn", "Retiré"),
    ("declined", "Non retenu"),
)


class SampleForm(forms.Form):
    """A form with a hint, a choice and two errors."""

    title = forms.CharField(label="Titre", help_text="Une phrase courte.")
    place = forms.ChoiceField(label="Lieu", choices=[("53", "Mayenne"), ("29", "Finistère")])
    text = forms.CharField(label="Ce qui a été fait", widget=forms.Textarea)
    consent = forms.BooleanField(label="Les personnes nommées sont d'accord")


def _card(rank: int, family: str, label: str, title: str, facts: list[str]) -> SimpleNamespace:
    return SimpleNamespace(
        page_id=rank,
        family=family,
        label=label,
        title=title,
        facts=facts,
        url=f"#card-{rank}",
        image=None,
        text_language="fr",
        summary="Le premier samedi, douze familles sont venues avec ce qui ne marchait plus.",
    )


def _link(title: str, url: str, **more) -> SimpleNamespace:
    fields = {"number": "", "current": False, "parts": [], "label": "", "text_language": "fr"}
    return SimpleNamespace(title=title, url=url, **{**fields, **more})


def _files() -> list[SimpleNamespace]:
    held = {"href": "#file", "place": "", "bytes": 412_000, "pages": 2, "language": "fr"}
    named = {"href": "", "place": "example.org", "bytes": None, "pages": None, "language": "en"}
    return [
        SimpleNamespace(title="Relevé type, à imprimer", format="PDF", **held),
        SimpleNamespace(title="field-notes.odt", format="ODT", **named),
    ]


def _facets() -> list[SimpleNamespace]:
    options = [
        SimpleNamespace(label="Récits", url="#stories", count=9, selected=True),
        SimpleNamespace(label="Coalitions", url="#coalitions", count=3, selected=False),
    ]
    return [
        SimpleNamespace(label="Nature", opened=True, options=options, more=[]),
        SimpleNamespace(label="Thème", opened=False, options=options[1:], more=options[1:]),
        SimpleNamespace(label="Territoire", opened=False, options=options[1:], more=[]),
    ]


@register.simple_tag
def part_samples() -> dict:
    """Return by name what each part of the pattern page shows."""
    chapters = [
        _link("Regarder son territoire", "#c1", number="1"),
        _link("Mesurer avant d'équiper", "#c2", number="2", current=True),
    ]
    page = Paginator(range(240), 24).page(4)
    return {
        "cards": [_card(rank, *family) for rank, family in enumerate(FAMILIES)],
        "summary": [
            _link("Avant de commencer", "#c0"),
            _link("Comprendre", "#p1", number="I", parts=chapters),
        ],
        "links": [_link("Un récit lié", "#l1", label="inspiré par"), _link("Un autre", "#l2")],
        "neighbours": [_link("Regarder son territoire", "#c1"), _link("Réparer, prêter", "#c3")],
        "files": _files(),
        "facets": _facets(),
        "chosen": [SimpleNamespace(label="Récits", url="#all")],
        "elsewhere": [SimpleNamespace(count=12, language="anglais", url="#en")],
        "page": page,
        "page_numbers": list(page.paginator.get_elided_page_range(page.number)),
        "states": STATES,
        "stages": [
            SimpleNamespace(label="intention", done=True, current=False),
            SimpleNamespace(label="en constitution", done=True, current=True),
            SimpleNamespace(label="engagée", done=False, current=False),
        ],
        "moments": [
            SimpleNamespace(date=PartialDate(date(2024, 11, 1)), label="intention", note=""),
            SimpleNamespace(date=None, label="en constitution", note="Une journée."),
        ],
        "form": SampleForm(data={"place": "53"}),
    }
