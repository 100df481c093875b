"""The kit reads as a book: summary, neighbours, numbers, levels, order."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from kit.models import ChapterPage
from tests.admin_forms import create_url
from tests.factories import add, kit_in, publish, published, restrict, sample
from tests.reading import Html


@pytest.fixture
def book(fr) -> dict[str, ChapterPage]:
    """Return a kit of an introduction, two parts of two chapters, and a conclusion."""
    kit = kit_in(fr)
    chapters = {"intro": published(kit, ChapterPage, slug="intro", title="Ouvrir", number="")}
    for part in ("1", "2"):
        chapters[part] = published(
            kit, ChapterPage, slug=f"part-{part}", title=f"Partie {part}", number=part
        )
        for number in ("1", "2"):
            name = f"{part}.{number}"
            chapters[name] = published(
                chapters[part], ChapterPage, slug=f"c{number}", title=f"Page {name}", number=name
            )
    chapters["end"] = published(kit, ChapterPage, slug="end", title="Fermer", number="")
    return chapters


def neighbours(client, page) -> tuple[str | None, str | None]:
    """Return the addresses that a chapter gives as previous and next."""
    links = list(Html(client.get(page.get_url())).all("a"))
    found = {link.get("rel"): link.get("href") for link in links if link.get("rel")}
    return found.get("prev"), found.get("next")


ORDER = ["intro", "1", "1.1", "1.2", "2", "2.1", "2.2", "end"]


def read_through(client, start) -> list[str]:
    """Return the addresses met by following "next" from `start`."""
    met, url = [], start.get_url()
    while url:
        met.append(url)
        links = Html(client.get(url)).all("a", rel_="next")
        url = links[0].get("href") if links else None
        assert len(met) < 20
    return met


def test_next_leads_through_the_whole_book_across_its_parts(book, client):
    assert read_through(client, book["intro"]) == [book[name].get_url() for name in ORDER]


def test_previous_is_the_way_back_and_both_are_hidden_at_the_ends(book, client):
    urls = [None, *(book[name].get_url() for name in ORDER), None]
    for place, name in enumerate(ORDER, start=1):
        assert neighbours(client, book[name]) == (urls[place - 1], urls[place + 1]), name


def test_what_is_not_public_is_skipped(book, client):
    book["1.2"].unpublish()
    restrict(book["2.1"])
    shown = [name for name in ORDER if name not in {"1.2", "2.1"}]
    assert read_through(client, book["intro"]) == [book[name].get_url() for name in shown]


def test_a_part_that_is_unpublished_takes_its_chapters_out_of_the_book(book, client):
    Page.objects.get(pk=book["1"].pk).specific.unpublish()
    shown = [name for name in ORDER if not name.startswith("1")]
    assert read_through(client, book["intro"]) == [book[name].get_url() for name in shown]


def test_the_landing_page_lists_the_chapters_in_order_with_their_numbers(book, fr, client):
    html = Html(client.get(kit_in(fr).get_url()))
    wanted = [book[name].get_url() for name in ORDER]
    links = [link for link in html.all("a") if link.inside("ol") and link.get("href") in wanted]
    assert [link.get("href") for link in links] == wanted
    for name, link in zip(ORDER, links, strict=True):
        assert book[name].title in link.text
        assert book[name].number in link.text


def test_a_chapter_shows_its_place_in_a_native_summary(book, client):
    html = Html(client.get(book["1.2"].get_url()))
    [current] = [
        link for link in html.all("a", **{"aria-current": "page"}) if link.inside("details")
    ]
    assert current.get("href") == book["1.2"].get_url()
    inside = {link.get("href") for link in html.all("a") if link.inside("details")}
    assert {book[name].get_url() for name in ORDER} <= inside


def test_a_chapter_says_how_to_cite_it_and_in_which_languages_it_is(book, client):
    html = Html(client.get(book["1.1"].get_url()))
    cited = html.one("q").text.replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert "Page 1.1" in cited
    assert book["1.1"].get_url() in cited
    facts = " ".join(fact.text for fact in html.all("dd"))
    assert "français" in facts
    assert "anglais" in facts


def test_moving_a_chapter_changes_the_order_and_keeps_its_number(book, client):
    moved = Page.objects.get(pk=book["end"].pk)
    moved.move(Page.objects.get(pk=book["intro"].pk), "left")
    assert read_through(client, moved)[0] == book["end"].get_url()
    assert neighbours(client, book["intro"])[0] == book["end"].get_url()
    assert ChapterPage.objects.get(pk=book["1.1"].pk).number == "1.1"


def test_a_chapter_of_a_taken_number_moves_in_and_is_still_published(book):
    twin = published(book["1"], ChapterPage, slug="twin", number="2.1")
    Page.objects.get(pk=twin.pk).move(Page.objects.get(pk=book["2"].pk), "last-child")
    again = ChapterPage.objects.get(pk=twin.pk)
    assert publish(again).live


def test_a_chapter_inside_a_part_holds_no_chapter(book, editor_client):
    inside = book["1.1"]
    assert not ChapterPage.can_create_at(inside)
    assert ChapterPage.can_create_at(book["1"])
    response = editor_client.get(create_url(ChapterPage, inside))
    assert response.status_code in {302, 403}


def test_a_part_with_chapters_does_not_move_into_another_part(book):
    part, other = book["1"], book["2"]
    fresh = ChapterPage.objects.get(pk=part.pk)
    assert not fresh.can_move_to(ChapterPage.objects.get(pk=other.pk))
    assert ChapterPage.objects.get(pk=book["end"].pk).can_move_to(other)


def test_the_explorer_lists_chapters_in_book_order_with_their_numbers(book, fr, editor_client):
    response = editor_client.get(reverse("wagtailadmin_explore", args=[kit_in(fr).pk]))
    listed = [(page.title, page.specific.number) for page in response.context["object_list"]]
    wanted = [book[name] for name in ("intro", "1", "2", "end")]
    assert listed == [(page.title, page.number) for page in wanted]


def test_an_editor_orders_chapters_by_hand(book, fr, editor_client, client):
    url = reverse("wagtailadmin_pages:set_page_position", args=[book["end"].pk])
    response = editor_client.post(f"{url}?position=0")
    assert response.status_code == 200
    assert read_through(client, book["end"])[1] == book["intro"].get_url()


def test_a_chapter_in_preview_stands_in_the_summary_though_it_is_a_draft(book, fr, editor_client):
    draft = add(kit_in(fr), sample(ChapterPage, fr.locale, slug="draft", number="9"), live=False)
    draft.save_revision()
    text = editor_client.get(reverse("wagtailadmin_pages:view_draft", args=[draft.pk]))
    html = Html(text)
    assert [link for link in html.all("a", **{"aria-current": "page"}) if link.inside("details")]
