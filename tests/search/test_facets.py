"""Facets: what an answer may be narrowed by, counted, named and addressed."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from coalitions.models import CoalitionPage, EventCoalition, EventPage
from content.models import Attachment, Tag
from content.tags import merge
from search.options import MOST, SHOWN
from stories.models import StoryPage
from tests.factories import carry_out, publish, published, restrict
from tests.reading import Html
from tests.search.asking import FACETS, ask, text
from tests.test_budgets import SEARCH, cost

pytestmark = pytest.mark.usefixtures("engine")

SEARCH_URL = "/fr/recherche/"


def facet(client, name: str, url: str = SEARCH_URL):
    """Return a facet of a page of results, None if it is not offered."""
    facets = client.get(url).context["facets"]
    return next((one for one in facets if one.name == name), None)


def counted(client, name: str, url: str = SEARCH_URL) -> dict[str, int]:
    """Return the labels of a facet with their counts."""
    found = facet(client, name, url)
    return {option.label: option.count for option in (*found.options, *found.more)}


@pytest.fixture
def both(fr, en):
    """Return a story in French and its English translation, neither like any other."""
    story = text(fr, "Le lavoir", "Un lavoir")
    copy = story.copy_for_translation(en.locale)
    copy.title, copy.text_language = "The lavoir", "en"
    english = publish(copy)
    carry_out()
    return story, english


def test_a_tag_is_named_as_it_is_written_and_chosen_by_its_slug(fr, client):
    for title in ("Un", "Deux"):
        page = text(fr, title, "Un lavoir")
        page.tags.add("Éco-conception" if title == "Un" else "éco-conceptions")
        publish(page)
    text(fr, "Trois", "Un lavoir")
    carry_out()
    [option] = facet(client, "tag", f"{SEARCH_URL}?q=lavoir").options
    assert (option.label, option.count) == ("Éco-conception", 2)
    assert option.url == f"{SEARCH_URL}?q=lavoir&tag=ecoconception"
    chosen = client.get(option.url).context
    assert chosen["total"] == 2
    assert [one.label for one in chosen["chosen"]] == ["Éco-conception"]


def test_a_tag_that_was_merged_away_leads_to_the_one_that_took_it_in(fr, client):
    page = text(fr, "Un", "Un lavoir")
    page.tags.add("vélos", "cycles")
    publish(page)
    merge(Tag.objects.get(name="cycles"), Tag.objects.get(name="vélos"))
    carry_out()
    answer = client.get(f"{SEARCH_URL}?tag=cycle").context
    assert (answer["total"], [one.label for one in answer["chosen"]]) == (1, ["vélos"])


def test_a_very_long_tag_is_a_facet_too(fr, client):
    page = text(fr, "Un", "Un lavoir")
    page.tags.add("anti" * 20)
    publish(page)
    text(fr, "Deux", "Un lavoir")
    carry_out()
    [option] = facet(client, "tag").options
    assert (option.label, client.get(option.url).context["total"]) == ("anti" * 20, 1)


def test_a_coalition_gathers_itself_its_stories_and_its_events(fr, en, client):
    coalition = published(fr.coalitions, CoalitionPage, title="Des communs", slug="communs")
    published(fr.stories, StoryPage, slug="one", coalition=coalition)
    event = published(fr.events, EventPage, slug="two")
    event.coalitions_presented = [EventCoalition(coalition=coalition)]
    publish(event)
    text(fr, "Ailleurs", "Un lavoir")
    carry_out()
    assert counted(client, "coalition") == {"Des communs": 3}
    assert client.get(f"{SEARCH_URL}?coalition=communs").context["total"] == 3
    restrict(coalition)
    assert facet(client, "coalition") is None
    assert client.get(f"{SEARCH_URL}?coalition=communs").status_code == 404


def test_languages_of_contributions_and_of_files_are_facets(fr, client):
    breton = text(fr, "Un", "Un lavoir", content_language="br")
    breton.attachments = [Attachment(locale=fr.locale, file_name="a.pdf", language="en")]
    publish(breton)
    text(fr, "Deux", "Un lavoir", content_language="fr")
    carry_out()
    assert counted(client, "content_language") == {"breton": 1, "français": 1}
    assert counted(client, "resource_language") == {"anglais": 1}
    for query in ("content_language=br", "resource_language=en"):
        assert client.get(f"{SEARCH_URL}?{query}").context["total"] == 1


def test_the_version_is_that_of_the_reader_unless_another_is_chosen(both, en, client):
    text(en, "A bridge", "A lavoir")
    version = facet(client, "locale", f"{SEARCH_URL}?q=lavoir")
    assert [(one.label, one.count, one.selected) for one in version.options] == [
        ("français", 1, True),
        ("anglais", 2, False),
        ("toutes les versions", None, False),
    ]
    urls = [one.url.removeprefix(SEARCH_URL) for one in version.options]
    assert urls == ["?q=lavoir", "?locale=en&q=lavoir", "?locale=all&q=lavoir"]
    english = client.get(f"{SEARCH_URL}?q=lavoir&locale=en")
    titles = {hit.document.title for hit in english.context["hits"]}
    assert titles == {"The lavoir", "A bridge"}
    assert Html(english).one("html").get("lang") == "fr"
    assert client.get(f"{SEARCH_URL}?locale=es").status_code == 404


def test_a_page_in_all_versions_is_the_one_in_the_language_of_the_reader(both, en, client):
    text(en, "A bridge", "A lavoir")
    for base, own in (("/fr/recherche/", "Le lavoir"), ("/en/search/", "The lavoir")):
        answer = client.get(f"{base}?q=lavoir&locale=all").context
        assert {hit.document.title for hit in answer["hits"]} == {own, "A bridge"}
        assert answer["total"] == 2
        assert answer["elsewhere"] == []
        browsed = client.get(f"{base}?locale=all").context
        titles = [hit.document.title for hit in browsed["hits"]]
        assert own in titles
        assert len({"Le lavoir", "The lavoir"} & set(titles)) == 1


def test_a_version_of_another_language_stands_in_where_the_own_does_not_answer(both, client):
    answer = client.get(f"{SEARCH_URL}?q=the lavoir&locale=all&text_language=en").context
    assert [hit.document.title for hit in answer["hits"]] == ["The lavoir"]


def test_the_original_is_preferred_where_the_reader_has_no_version(fr, en):
    translated = text(fr, "Le moulin", "Un moulin", content_language="en", text_language="fr")
    copy = translated.copy_for_translation(en.locale)
    copy.title, copy.text_language = "The mill", "en"
    publish(copy)
    carry_out()
    answer = ask("moulin", "de", version="all")
    assert [hit.document.title for hit in answer.hits] == ["The mill"]


def test_a_facet_that_leaves_nothing_out_is_not_offered(fr, client):
    text(fr, "Un", "Un lavoir", period_start=date(2020, 1, 1))
    text(fr, "Deux", "Un lavoir", period_start=date(2020, 2, 1))
    names = {one.name for one in client.get(f"{SEARCH_URL}?q=lavoir").context["facets"]}
    assert names == {"locale"}
    chosen = client.get(f"{SEARCH_URL}?q=lavoir&year=2020").context["facets"]
    assert {one.name for one in chosen} == {"year", "locale"}


def test_a_choice_that_finds_nothing_stays_to_be_taken_away(fr, client):
    text(fr, "Un", "Un lavoir", period_start=date(2020, 1, 1))
    text(fr, "Deux", "Un pont", period_start=date(2021, 1, 1))
    year = facet(client, "year", f"{SEARCH_URL}?q=lavoir&year=2021")
    read = [(one.label, one.count, one.selected) for one in year.options]
    assert read == [("2021", 0, True), ("2020", 1, False)]
    assert year.options[0].url == f"{SEARCH_URL}?q=lavoir"
    assert year.opened


def test_the_most_frequent_values_are_shown_and_the_others_a_step_away(fr, client):
    pages = [text(fr, f"Texte {number}", "Un lavoir") for number in range(2)]
    names = [f"motif {number:02}" for number in range(MOST + 5)]
    pages[0].tags.add(*names)
    pages[1].tags.add(names[-1])
    for page in pages:
        publish(page)
    carry_out()
    tags = facet(client, "tag", f"{SEARCH_URL}?q=lavoir")
    assert (len(tags.options), len(tags.more)) == (SHOWN, MOST - SHOWN)
    assert (names[-1], 2) in [(one.label, one.count) for one in tags.options]
    rare = next(one for one in tags.more)
    chosen = facet(client, "tag", rare.url)
    assert [one.label for one in chosen.options if one.selected] == [rare.label]
    assert rare.label not in {one.label for one in chosen.more}


def test_the_filters_of_an_address_are_sorted_whatever_their_order(fr, client):
    text(fr, "Un", "Un lavoir", period_start=date(2020, 1, 1))
    text(fr, "Deux", "Un pont", period_start=date(2021, 1, 1))
    asked = f"{SEARCH_URL}?year=2020&q=un&kind=story&unknown=1&page=1&theme="
    urls = [one.url for one in facet(client, "year", asked).options]
    assert urls == [f"{SEARCH_URL}?kind=story&q=un&year=2021", f"{SEARCH_URL}?kind=story&q=un"]


def test_a_value_is_a_link_that_says_whether_it_is_chosen(fr, client):
    text(fr, "Un", "Un lavoir", period_start=date(2020, 1, 1))
    text(fr, "Deux", "Un lavoir", period_start=date(2021, 1, 1))
    html = Html(client.get(f"{SEARCH_URL}?q=lavoir&year=2020"))
    chosen = [one for one in html.all("a", rel="nofollow") if one.get("aria-current")]
    assert [" ".join(one.text.split()) for one in chosen] == ["2020 1", "français 1"]
    assert all(one.inside("nav", **{"aria-label": "Filtrer la liste"}) for one in chosen)


def test_words_are_asked_once_whatever_the_filters(fr, client):
    page = text(fr, "Un", "Un lavoir")
    page.tags.add("motif")
    publish(page)
    carry_out()
    with CaptureQueriesContext(connection) as asked:
        assert client.get(f"{SEARCH_URL}?q=lavoir&tag=motif").context["total"] == 1
    if connection.vendor != "sqlite":
        return
    ranked = [one["sql"] for one in asked if "bm25" in one["sql"]]
    with connection.cursor() as cursor:
        for sql in ranked:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
            steps = [row[3] for row in cursor.fetchall() if "VIRTUAL TABLE" in row[3]]
            assert steps
            assert not [step for step in steps if ":=" in step], steps


def test_every_facet_at_once_keeps_within_the_budget(fr, en, client):
    coalition = published(fr.coalitions, CoalitionPage, slug="communs")
    for number in range(3):
        page = text(fr, f"Texte {number}", "Un lavoir", coalition=coalition)
        page.tags.add(f"motif {number}")
        publish(page)
    carry_out()
    every = "coalition=communs&content_language=fr&kind=story&locale=all&tag=motif-1"
    for query in ("q=lavoir", every, "q=lavoir&locale=all", "q=lavoir&content_language=fr"):
        assert cost(f"{SEARCH_URL}?{query}") <= SEARCH, query
    # Words and a named filter: the name is looked up before the question is asked.
    assert cost(f"{SEARCH_URL}?{every}&q=lavoir") <= SEARCH


@pytest.mark.parametrize("name", sorted(FACETS))
def test_a_value_that_nothing_has_is_not_found(name, fr, client):
    hostile = ("%00", "a" * 5000, "%27", "%22", "%FF", "a/b", "%ED%A0%80", "%E2%80%AEx", "1e9", "*")
    for value in hostile:
        assert client.get(f"{SEARCH_URL}?{name}={value}").status_code == 404, value
