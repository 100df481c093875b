"""What only the search server has: generations, writes that cross each other, its own requests."""

import os
from datetime import timedelta

import elasticsearch as official
import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page

from kit.models import ChapterPage
from search import api, remote
from search.engines.elasticsearch import engine, hidden, question, rebuilding, writing
from search.engines.elasticsearch.documents import index_language, parts_of, sources
from search.engines.elasticsearch.indices import GenerationError
from search.engines.elasticsearch.writing import moment
from search.models import Document
from stories.models import StoryPage
from tests.factories import carry_out, kit_in, publish, published, restrict
from tests.search.asking import ask, found, text
from tests.search.test_sync import differences

pytestmark = pytest.mark.elasticsearch


def spoken(engine, monkeypatch) -> list[str]:
    """Return the list to which the address of each request to the server is added."""
    asked, transport = [], engine.client.transport
    perform = transport.perform_request

    def performed(method, target, **options):
        asked.append(f"{method} {target.partition('?')[0]}")
        return perform(method, target, **options)

    monkeypatch.setattr(transport, "perform_request", performed)
    return asked


def test_the_client_is_that_of_the_lock():
    assert official.__version__[0] == int(os.environ.get("ELASTICSEARCH_CLIENT", "9"))


def test_one_request_answers_and_counts(fr, en, elasticsearch, monkeypatch):
    text(fr, "Le lavoir", "compost")
    text(en, "The wash house", "compost")
    ask("compost")
    asked = spoken(elasticsearch, monkeypatch)
    answer = ask("compost")
    assert len(asked) == 1
    assert (answer.total, sum(answer.elsewhere.values())) == (1, 1)
    assert answer.engine == "elasticsearch"


def test_versions_of_what_is_shown_are_not_counted_elsewhere(fr, en, elasticsearch):
    page = text(fr, "Le lavoir", "compost")
    twin = page.copy_for_translation(en.locale, copy_parents=True)
    twin.text_language = "en"
    publish(twin)
    text(en, "The wash house", "compost")
    carry_out()
    assert sum(ask("compost").elsewhere.values()) == 1


def test_one_version_each_is_chosen_among_more_than_one_request_gives(
    fr, en, elasticsearch, monkeypatch
):
    for module in (engine, question):
        monkeypatch.setattr(module, "VERSIONS_AT_ONCE", 2)
    for number in range(3):
        page = text(fr, f"Le lavoir {number}", "compost")
        twin = page.copy_for_translation(en.locale, copy_parents=True)
        twin.title, twin.text_language = f"The wash house {number}", "en"
        publish(twin)
    carry_out()
    answer = ask("compost", "en", version="all")
    assert answer.total == 3
    assert {hit.document.locale_id for hit in answer.hits} == {en.locale.pk}


def test_a_question_of_as_many_words_as_there_may_be_is_answered(fr, elasticsearch):
    words = "lavoir pierre jardin pont moulin fleuve marché atelier vélo forêt école mairie"
    words += " verger halle berge prairie"
    text(fr, "Long", f"{words} lavoirs pierres jardins ponts moulins fleuves marchés ateliers")
    assert found(words) == ["Long"]
    answer = ask(words.replace("prairie", "zygomorphe"))
    assert (answer.level, answer.total) == ("most", 1)
    text(fr, "Court", " ".join(words.split()[:14]))
    assert ask(words).level == "most"
    assert found(words) == ["Long", "Court"]


def test_an_edit_during_a_rebuild_is_neither_lost_nor_late(fr, en, elasticsearch, monkeypatch):
    monkeypatch.setattr(rebuilding, "BATCH", 2)
    pages = [text(fr, f"Texte {number}", "lavoir") for number in range(6)]
    steps = []

    def meanwhile(done: int, total: int) -> None:
        steps.append(done)
        match len(steps):
            case 2:
                # Sent already, not sent yet, gone, new, and in a language that had no index.
                for page, word in ((pages[0], "zanzibar"), (pages[5], "madagascar")):
                    page.body = [("text", f"<p>{word}</p>")]
                    publish(page)
                pages[1].unpublish()
                pages[4].unpublish()
                text(fr, "Nouveau", "zanzibar")
                text(en, "Berria", "zanzibar", text_language="eu")
                carry_out()
            case step if step > 2:
                assert set(found("zanzibar")) == {"Texte 0", "Nouveau"}
        assert {"Texte 2", "Texte 3"} <= set(found("lavoir"))

    rebuilding.rebuild(elasticsearch, meanwhile)
    assert len(steps) > 4
    assert set(found("zanzibar")) == {"Texte 0", "Nouveau"}
    assert found("zanzibar", "en") == ["Berria"]
    assert found("madagascar") == ["Texte 5"]
    assert set(found("lavoir")) == {"Texte 2", "Texte 3"}
    assert differences() == {}


def test_what_was_read_before_an_edit_does_not_undo_it(fr, elasticsearch):
    page = text(fr, "Un", "zanzibar")
    gone = text(fr, "Deux", "zanzibar")
    index, before = elasticsearch.indices.state().live["fr"], moment()
    read = list(Document.objects.filter(pk__in=[page.pk, gone.pk]))
    late = [
        {**writing._action("index", index, document.pk, before), "_source": source}
        for document, source in zip(read, sources(read), strict=True)
    ]
    page.body = [("text", "<p>madagascar</p>")]
    publish(page)
    gone.unpublish()
    carry_out()
    elasticsearch.writer._send(late)
    elasticsearch.refresh()
    assert found("madagascar") == ["Un"]
    assert found("zanzibar") == []
    assert differences() == {}


def test_the_generation_before_can_be_searched_again_and_is_brought_up_to_date(fr, elasticsearch):
    page = text(fr, "Un", "zanzibar")
    call_command("search_rebuild", verbosity=0)
    before = elasticsearch.indices.state()
    page.body = [("text", "<p>madagascar</p>")]
    publish(page)
    carry_out()
    assert remote.roll_back() == 1
    after = elasticsearch.indices.state()
    assert (after.live, after.previous) == (before.previous, before.live)
    assert found("madagascar") == ["Un"]
    assert differences() == {}


def test_one_generation_is_kept_and_what_nothing_leads_to_is_deleted(fr, elasticsearch):
    elasticsearch.indices.begin({"fr"})
    for _number in range(3):
        call_command("search_rebuild", verbosity=0)
    state = elasticsearch.indices.state()
    assert state.live.keys() == state.previous.keys() >= {"fr", "en"}
    assert not state.next
    assert not state.orphans
    everything = elasticsearch.client.indices.get(index=f"{elasticsearch.config.prefix}-*")
    assert set(everything) == {*state.live.values(), *state.previous.values()}


def test_a_second_rebuild_stops_the_first(fr, elasticsearch):
    def begin_another(done: int, total: int) -> None:
        elasticsearch.indices.begin({"fr", "en"})

    live = elasticsearch.indices.state().live
    with pytest.raises(GenerationError):
        rebuilding.rebuild(elasticsearch, begin_another)
    assert elasticsearch.indices.state().live == live


def test_a_rebuild_that_fails_leaves_nothing_behind(fr, elasticsearch):
    def fail(done: int, total: int) -> None:
        raise KeyboardInterrupt

    text(fr, "Un", "zanzibar")
    live = elasticsearch.indices.state().live
    with pytest.raises(KeyboardInterrupt):
        rebuilding.rebuild(elasticsearch, fail)
    after = elasticsearch.indices.state()
    assert (after.live, after.next) == (live, {})
    assert found("zanzibar") == ["Un"]


def test_a_text_in_another_language_changes_its_index(fr, elasticsearch):
    page = text(fr, "Un", "zanzibar")
    page.text_language = "en"
    publish(page)
    carry_out()
    assert found("zanzibar") == ["Un"]
    held = elasticsearch.client.search(
        index=elasticsearch.config.prefix, query={"ids": {"values": [str(page.pk)]}}
    )["hits"]["hits"]
    assert [hit["_index"] for hit in held] == [elasticsearch.indices.state().live["en"]]
    assert differences() == {}


def test_a_move_below_a_private_page_is_counted_no_more_at_once(fr, elasticsearch):
    kit = kit_in(fr)
    part = published(kit, ChapterPage, slug="part", number="1", title="La partie")
    published(part, ChapterPage, slug="inside", number="1.1", title="Le zanzibar")
    private = published(kit, ChapterPage, slug="private", number="2")
    restrict(private)
    carry_out()
    assert found("zanzibar") == ["Le zanzibar"]
    Page.objects.get(pk=part.pk).move(Page.objects.get(pk=private.pk), "last-child")
    for _state in ("before the worker", "after it"):
        answer = ask("zanzibar")
        assert answer.total == 0
        assert not any(answer.facets.values())
        carry_out()
    assert differences() == {}
    Page.objects.get(pk=part.pk).move(Page.objects.get(pk=kit.pk), "last-child")
    carry_out()
    assert found("zanzibar") == ["Le zanzibar"]


def test_a_page_that_expires_leaves_the_server(fr, elasticsearch):
    page = text(fr, "Le zanzibar", "zanzibar")
    page.expire_at = timezone.now() + timedelta(hours=1)
    publish(page)
    carry_out()
    assert found("zanzibar") == ["Le zanzibar"]
    StoryPage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled", verbosity=0)
    assert found("zanzibar") == []
    carry_out()
    assert found("zanzibar") == []
    assert differences() == {}


def test_the_check_finds_and_mends_what_differs_on_the_server(fr, elasticsearch):
    one, two = (text(fr, f"Texte {number}", "un lavoir") for number in range(2))
    elasticsearch.remove([one.pk])
    Document.objects.filter(pk=two.pk).update(dated="2001-01-01")
    elasticsearch.client.index(
        index=elasticsearch.indices.state().live["fr"], id="999999", document={"page": 999_999}
    )
    assert differences() == {"server_missing": 1, "server_stale": 1, "server_hidden": 1}
    differences(fix=True)
    assert differences() == {}


def test_an_index_that_is_far_behind_is_not_asked(fr, elasticsearch, monkeypatch):
    monkeypatch.setattr(hidden, "MOST_WAITING", 1)
    for number in range(2):
        published(fr.stories, StoryPage, slug=f"waiting-{number}")
    from content.visibility import current_rules
    from search.engines.base import SearchRequest

    assert api.search(SearchRequest(q="lavoir", locale="fr"), current_rules()).degraded


@pytest.mark.parametrize(
    ("code", "index"), [("fr", "fr"), ("pt-BR", "pt"), ("x-pirate", "und"), ("zh-Hant", "zh")]
)
def test_every_text_has_an_index(code, index):
    assert index_language(code) == index
    assert parts_of(f"12:{code}") == (code, 12)
