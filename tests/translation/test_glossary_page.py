"""The public glossary: the published words of a language, each with its names elsewhere."""

from django.urls import reverse
from django.utils.translation import override

from content.models import GlossaryTerm
from tests import factories


def address(language: str) -> str:
    with override(language):
        return reverse("glossary")


def test_readers_find_the_words_of_their_language(fr, en, client):
    term = factories.term(GlossaryTerm, "Écoute", fr.locale, definition="<p>Entendre.</p>")
    english = term.copy_for_translation(en.locale)
    english.name, english.slug, english.live = "Listening", "listening", True
    english.save()
    hidden = factories.term(GlossaryTerm, "Secret", fr.locale, definition="<p>Non.</p>")
    hidden.live = False
    hidden.save()
    assert address("fr") == "/fr/glossaire/"
    html = client.get(address("fr")).content.decode()
    assert "Entendre." in html
    assert '<span lang="en">Listening</span>' in html
    assert '<h2 id="letter-E">' in html
    assert "Secret" not in html
    assert f'href="{address("en")}"' in html
    other = client.get(address("en")).content.decode()
    assert "<dfn>Listening</dfn>" in other


def test_an_empty_glossary_says_so(fr, client):
    assert "Aucun mot" in client.get(address("fr")).content.decode()


def test_the_glossary_costs_the_same_for_any_number_of_words(
    fr, client, django_assert_max_num_queries
):
    for number in range(30):
        factories.term(GlossaryTerm, f"Mot {number}", fr.locale, definition="<p>x</p>")
    with django_assert_max_num_queries(8):
        client.get(address("fr"))
