"""The public glossary of a language: its terms, what they mean, and their names elsewhere."""

from collections import defaultdict
from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.views.decorators.http import require_safe

from content import visibility
from content.folding import without_accents
from content.models import GlossaryTerm


@dataclass(frozen=True)
class Letter:
    """The terms that begin with a letter, accents set aside."""

    letter: str
    terms: list[GlossaryTerm]


@require_safe
def glossary(request):
    """Show the published terms of the language of the address. Two queries of its own."""
    rules = visibility.rules_for(request)
    home = rules.home(get_language())
    if home is None:
        raise Http404
    languages = {one.locale_id: one.language for one in rules.homes}
    others = defaultdict(list)
    own = []
    for term in GlossaryTerm.objects.filter(live=True, locale__in=languages):
        if term.locale_id == home.locale_id:
            own.append(term)
        else:
            others[term.translation_key].append((languages[term.locale_id], term.name))
    for term in own:
        term.elsewhere = sorted(others[term.translation_key])
    request.translated_urls = {}
    for one in rules.homes:
        with override(one.language):
            request.translated_urls[one.language] = reverse("glossary")
    context = {"letters": _letters(own)}
    return render(request, "translation/glossary.html", context)


def _letters(terms: list[GlossaryTerm]) -> list[Letter]:
    by_letter = defaultdict(list)
    for term in sorted(terms, key=lambda term: without_accents(term.name)):
        by_letter[without_accents(term.name)[:1].upper()].append(term)
    return [Letter(letter, some) for letter, some in by_letter.items()]
