"""The desk: what is left to do in my languages, in few queries, and what readers ask for."""

import csv
import io

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Locale, Page

from content.models import Theme
from home.models import StandardPage
from kit.models import ChapterPage
from operations.tree import open_locale
from tests import factories, translating
from translation import queue
from translation.models import TranslationRequest

DESK = "/admin/translations/"
BUDGET = 15
# What any screen of the admin asks for: session, account, rights, menu.
FRAME = 9


def english(text: str) -> str:
    return f"EN {text}"


def cell_of(client, page, **asked) -> queue.Cell:
    rows = client.get(DESK, asked).context["rows"]
    [row] = [row for row in rows if row.page_id == page.pk]
    [cell] = row.cells
    return cell


@pytest.mark.parametrize(
    ("group", "status"),
    [("Translators en", 200), ("Reviewers en", 200), ("Editors", 200), ("Moderators", 302)],
)
def test_who_enters_the_desk(group, status, en):
    client = Client()
    client.force_login(factories.account("one@example.org", group))
    assert client.get(DESK).status_code == status


def test_a_reader_is_sent_to_the_login(en, client):
    assert reverse("wagtailadmin_login") in client.get(DESK)["Location"]


def test_the_life_of_a_page_on_the_desk(page, en, editor_client, translator_client):
    factories.carry_out()
    missing = cell_of(translator_client, page)
    assert (missing.state, missing.language) == (queue.MISSING, "en")
    assert missing.words > 0
    begun = translator_client.post(
        reverse("translation_begin"), {"page": page.pk, "language": "en"}
    )
    cell = cell_of(translator_client, page)
    assert begun["Location"] == reverse("translation_editor", args=[cell.translation_id])
    assert (cell.state, cell.percent, cell.done) == (queue.PROGRESS, 0, 0)
    translation = queue.Translation.objects.get(pk=cell.translation_id)
    texts = [segment.string.data for segment in translating.segments(translation)]
    assert cell.total == len(texts)
    assert cell.words == sum(len(text.split(" ")) for text in texts)
    translating.write(translator_client, translation, english)
    done = cell_of(translator_client, page)
    assert (done.percent, done.words) == (100, 0)
    sheet = reverse("translation_sheet", args=[translation.pk])
    translator_client.post(sheet, {"action": "submit"})
    assert cell_of(translator_client, page).state == queue.REVIEW
    reviewer = Client()
    reviewer.force_login(factories.account("r@example.org", "Reviewers en"))
    reviewer.post(sheet, {"action": "approve"})
    assert cell_of(translator_client, page).state == queue.FRESH
    page.summary = "Autre chose."
    factories.publish(page)
    assert cell_of(translator_client, page, state=queue.STALE).state == queue.STALE


def test_a_draft_is_nobodys_business_on_the_desk(page, translator_client):
    draft = factories.add(
        page.get_parent(), factories.sample(StandardPage, page.locale, title="Secret", slug="s")
    )
    assert "Secret" not in translator_client.get(DESK).content.decode()
    response = translator_client.post(
        reverse("translation_begin"), {"page": draft.pk, "language": "en"}
    )
    assert response.status_code in {302, 403}
    assert not Page.objects.filter(
        translation_key=draft.translation_key, locale__language_code="en"
    )


def test_a_private_page_is_not_shown_to_translators(page, translator_client, editor_client):
    factories.restrict(page)
    assert page.title not in translator_client.get(DESK).content.decode()
    assert page.title in editor_client.get(DESK).content.decode()


def test_a_page_is_begun_once_the_page_above_is_there(page, en, translator_client):
    child = factories.published(page, StandardPage, slug="child", title="Sous la page")
    address = reverse("translation_begin")
    response = translator_client.post(address, {"page": child.pk, "language": "en"}, follow=True)
    assert page.title in str(next(iter(response.context["messages"])))
    assert not Page.objects.filter(translation_key=child.translation_key, locale=en.locale)


def test_a_translator_begins_only_in_their_language(page, fr, en):
    open_locale("es")
    client = Client()
    client.force_login(factories.account("es@example.org", "Translators es"))
    client.post(reverse("translation_begin"), {"page": page.pk, "language": "en"})
    assert not Page.objects.filter(translation_key=page.translation_key, locale=en.locale)
    assert [locale.language_code for locale in client.get(DESK).context["columns"]] == ["es"]


def test_the_kit_comes_first_in_its_order_and_requests_before_it(fr, en, translator_client):
    other = factories.published(fr.home, StandardPage, title="Aide", slug="aide")
    kit = factories.kit_in(fr)
    chapters = [
        factories.published(kit, ChapterPage, title=f"Chapitre {n}", slug=f"c{n}") for n in (2, 1)
    ]
    order = [row.page_id for row in translator_client.get(DESK).context["rows"]]
    wanted = [kit.pk, *(chapter.pk for chapter in chapters), other.pk]
    assert [pk for pk in order if pk in wanted] == wanted
    TranslationRequest.objects.create(
        translation_key=other.translation_key, locale=en.locale, count=3
    )
    rows = translator_client.get(DESK).context["rows"]
    assert rows[0].page_id == other.pk
    assert "3 " in translator_client.get(DESK).content.decode()
    assert translator_client.get(DESK, {"sort": "kit"}).context["rows"][0].page_id == kit.pk


def test_the_list_goes_out_as_csv_without_formulas(fr, en, translator_client):
    factories.published(fr.home, StandardPage, title="=1+1", slug="formula")
    response = translator_client.get(DESK, {"export": "csv"})
    lines = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    assert ["'=1+1", "en"] in [line[:2] for line in lines]
    assert len({len(line) for line in lines}) == 1


def test_filters_keep_what_they_say(page, fr, translator_client):
    factories.published(fr.home, StandardPage, title="Été au jardin", slug="ete")
    rows = translator_client.get(DESK, {"q": "ete"}).context["rows"]
    assert [row.title for row in rows] == ["Été au jardin"]
    assert not translator_client.get(DESK, {"state": queue.STALE}).context["rows"].object_list
    assert translator_client.get(DESK, {"state": "nonsense", "language": "xx"}).status_code == 200


def cost(client) -> int:
    client.get(DESK)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(DESK).status_code == 200
    return len(queries)


def test_the_desk_costs_the_same_for_one_page_and_for_many(page, fr, en, translator_client):
    address = reverse("translation_begin")
    translator_client.post(address, {"page": page.pk, "language": "en"})
    few = cost(translator_client)
    for source in factories.many(fr.home, StandardPage, 60)[:8]:
        translator_client.post(address, {"page": source.pk, "language": "en"})
    assert cost(translator_client) == few <= BUDGET + FRAME


def test_vocabularies_and_interface_have_their_rows(fr, en, translator_client):
    theme = factories.term(Theme, "Réparer", fr.locale)
    factories.term(Theme, "Recycler", fr.locale)
    english_term = theme.copy_for_translation(en.locale)
    english_term.live, english_term.slug = True, "repair"
    english_term.save()
    context = translator_client.get(DESK).context
    [row] = [one for one in context["vocabularies"] if one.url.endswith("/theme/")]
    [cell] = row.cells
    assert (cell.done, cell.total) == (1, 2)
    [interface] = context["catalogues"]
    assert interface.percent == 100


@pytest.fixture
def asking(page, en) -> str:
    """Return the address on which an English reader asks for the French page."""
    with override("en"):
        return reverse("ask_for_translation", args=[page.pk])


def requests(page) -> int:
    found = TranslationRequest.objects.filter(translation_key=page.translation_key).first()
    return found.count if found else 0


def test_a_reader_asks_without_an_account_and_is_counted_once_a_day(page, asking, client):
    with override("en"):
        missing = client.get(reverse("not_translated", args=[page.pk]))
    assert missing.status_code == 404
    assert f'href="{asking}"' in missing.content.decode()
    assert client.get(asking).status_code == 200
    assert "request is counted" in client.post(asking).content.decode()
    client.post(asking)
    assert requests(page) == 1
    client.post(asking, REMOTE_ADDR="203.0.113.7")
    assert requests(page) == 2
    assert TranslationRequest.objects.get().locale == Locale.objects.get(language_code="en")


def test_a_robot_is_thanked_and_not_counted(page, asking, client):
    assert client.post(asking, {"website": "spam"}).status_code == 200
    assert requests(page) == 0


def test_a_network_that_asks_for_everything_is_slowed_down(asking, client):
    answers = [client.post(asking).status_code for _turn in range(22)]
    assert answers[:20] == [200] * 20
    assert answers[-1] == 429


def test_the_form_needs_its_token(asking):
    assert Client(enforce_csrf_checks=True).post(asking).status_code == 403


def test_nobody_asks_for_what_is_not_public(page, asking, client):
    factories.unpublished(page)
    assert client.get(asking).status_code == 404
    assert client.post(asking).status_code == 404
    assert requests(page) == 0
