"""The demo: a site that reads as if people had written it, loaded, kept and taken away."""

import json
from collections import Counter
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.models import Document
from wagtail.models import Page, PageLogEntry
from wagtail_localize.models import Translation

from accounts.models import User
from coalitions.models import EventPage
from content import visibility
from content.blocks import BodyBlock
from content.models import PageTheme, PortalImage, Tag, Territory, Theme
from contributions.decisions import MAIL
from contributions.models import Exchange, Proposal
from contributions.remarks.models import Reaction, Remark
from contributions.saving.models import PageViews, SavedList, SavedPage
from contributions.states import State, standing
from home.models import HomePage, StandardPage
from kit.models import ChapterPage, KitPage
from operations.demo.accounts import ADDRESSES
from operations.demo.description import SaturdayAhead
from operations.demo.loading import load
from operations.demo.models import DemoRecord
from operations.demo.removal import remove
from operations.demo.texts.themes import THEMES
from outbox.models import Entry
from search.models import Document as CatalogueRow
from stories.models import StoryPage, WorkshopReportPage
from tests.factories import PAGE_MODELS
from translation import freshness

NOTHING = {
    "pages_fr": 0,
    "pages_en": 0,
    "pages_es": 0,
    "terms": 0,
    "tags": 0,
    "pictures": 0,
    "files": 0,
    "accounts": 0,
    "remarks": 0,
}


def bodies():
    for page in Page.objects.filter(live=True).specific():
        yield from getattr(page, "body", None) or ()


@pytest.mark.parametrize("model", PAGE_MODELS, ids=lambda model: model.__name__)
def test_every_page_type_has_a_public_page(loaded, model):
    assert visibility.public(model.objects.all()).exists()


def test_every_block_is_used_somewhere(loaded):
    assert {block.block_type for block in bodies()} == set(BodyBlock().child_blocks)


def test_an_original_in_english_and_a_french_text_among_english_pages(loaded):
    original = StoryPage.objects.get(slug="repair-the-school-laptops")
    assert (original.content_language, original.text_language) == ("en", "en")
    guest = StoryPage.objects.get(slug="garder-un-guichet")
    assert (guest.locale.language_code, guest.text_language) == ("en", "fr")
    assert not guest.get_translations().exists()
    assert '<div class="prose" lang="fr">' in Client().get(guest.url).content.decode()


def test_pages_are_published_by_revisions_and_enter_the_catalogue(loaded):
    pages = visibility.public(Page.objects.all())
    assert not pages.filter(live_revision__isnull=True).exists()
    assert CatalogueRow.objects.count() == pages.count()
    assert not Redirect.objects.exists()


def test_the_kit_reads_as_a_book_and_comes_first_in_the_menu(loaded):
    for language, parts in (("fr", 2), ("en", 2)):
        home = HomePage.objects.get(locale__language_code=language)
        kit = home.get_children().first().specific
        assert isinstance(kit, KitPage)
        chapters = ChapterPage.objects.child_of(kit)
        assert chapters.filter(numchild__gt=0).count() == parts
    kinds = set(ChapterPage.objects.values_list("chapter_kind", flat=True))
    assert kinds == set(ChapterPage.Kind.values)


def test_translators_find_the_kit_fresh_stale_in_review_and_begun(loaded):
    keys = {page.translation_key for page in kit_pages("fr")}
    english = Translation.objects.filter(
        source__object_id__in=keys, target_locale__language_code="en"
    )
    assert len(keys) == english.filter(enabled=True).count()
    assert {page.live for page in kit_pages("en")} == {True}
    stale = english.get(status__stale_since__isnull=False)
    assert len(freshness.untranslated(stale)) == 1
    reviewed = [one for one in english if one.get_target_instance().workflow_in_progress]
    assert len(reviewed) == 1
    spanish = Translation.objects.filter(target_locale__language_code="es")
    done = sum(not text.is_missing for one in spanish for text in freshness.texts_of(one))
    total = sum(len(freshness.texts_of(one)) for one in english)
    assert 0.18 < done / total < 0.25
    assert not Page.objects.filter(locale__language_code="es", live=True, depth__gt=3).exists()


def kit_pages(language: str) -> list[Page]:
    [kit] = KitPage.objects.filter(locale__language_code=language)
    return [*kit.get_descendants(inclusive=True)]


def test_nobody_is_named_without_consent(loaded):
    report = WorkshopReportPage.objects.get(slug="qui-tient-les-outils")
    html = Client().get(report.url).content.decode()
    assert "L. F." in html
    assert "Ferrandeau" not in html
    assert "M. V." in html, "the speaker who is not among the participants"


def test_stories_show_their_links_from_both_ends(loaded):
    client = Client()
    pages = {
        slug: StoryPage.objects.get(slug=slug)
        for slug in (
            "un-atelier-de-reparation-a-la-mediatheque",
            "la-remise-a-outils-qui-a-failli-fermer",
        )
    }
    library, tools = pages.values()
    assert tools.url in client.get(library.url).content.decode()
    assert library.url in client.get(tools.url).content.decode()


def test_one_event_is_to_come_whatever_the_day_of_loading(loaded):
    upcoming = [event for event in EventPage.objects.all() if not event.is_past]
    assert {event.number for event in upcoming} == {3}
    assert {event.starts_on.weekday() for event in upcoming} == {5}
    assert SaturdayAhead(6).after(date(2026, 1, 1)) == date(2026, 2, 14)
    assert SaturdayAhead(0).after(date(2026, 1, 3)) == date(2026, 1, 3)


def test_files_can_be_taken_away(loaded):
    for document in Document.objects.all():
        response = Client().get(document.url)
        assert response.status_code == 200
        assert b"".join(response.streaming_content).startswith(b"%PDF-")
        assert document.file_size == document.file.size


def test_a_proposal_stands_in_each_state(loaded):
    proposals = Proposal.objects.select_related("page")
    states = Counter(standing(one).state for one in proposals)
    assert set(states) == set(State) - {State.PUBLISHED}
    again = proposals.filter(exchanges__kind=Exchange.Kind.RESUBMITTED)
    assert {standing(one).state for one in again} == {State.READING, State.CHANGED}
    dates = Exchange.objects.values_list("proposal", "at").order_by("proposal", "pk")
    assert list(dates) == sorted(dates)
    assert not Entry.objects.filter(topic=MAIL).exists()
    asked = Client()
    asked.force_login(User.objects.get(email="author@example.org"))
    shown = asked.get("/fr/mon-espace/").content.decode()
    assert all(str(label) in shown for label in (State.DRAFT.label, State.INCOMPLETE.label))


def test_pages_were_read_and_kept(loaded):
    public = visibility.public(Page.objects.all()).filter(pk__in=_demo_page_ids())
    assert PageViews.objects.count() == public.count()
    shared = SavedList.objects.filter(is_shared=True).first()
    shown = Client().get(f"/fr/listes/{shared.key}/").content.decode()
    assert shared.saved_pages.first().page.title in shown
    assert not SavedPage.objects.filter(page__live=False).exists()


def test_remarks_wait_and_are_decided(loaded):
    assert set(Remark.objects.values_list("outcome", flat=True)) == {"", "kept", "covered", "aside"}
    quoted = Remark.objects.exclude(quote="").select_related("page")
    assert quoted.count() == 4
    assert all(one.passage for one in quoted)
    assert not Entry.objects.filter(topic__contains="remark").exists()
    assert Reaction.objects.count() > 5


def test_removal_sends_nobody_the_words_of_a_proposal(loaded):
    remove()
    assert not Proposal.objects.exists()
    assert not Entry.objects.filter(topic__contains="mail").exists()


def test_terms_are_linked_with_their_translations(loaded):
    mayenne = Territory.objects.get(code="53", locale__language_code="fr")
    assert "53" in mayenne.aliases.splitlines()
    assert mayenne.parent.name == "Pays de la Loire"
    english = mayenne.get_translation_or_none(HomePage.objects.get(slug="home-en").locale)
    assert english.parent.locale == english.locale
    assert Theme.objects.count() == 2 * len(THEMES)
    assert not Theme.objects.filter(live=False).exists()


def test_a_second_run_leaves_what_editors_did(loaded):
    edited = StandardPage.objects.get(slug="charte")
    edited.title, edited.slug = "Notre charte", "notre-charte"
    edited.save_revision().publish()
    StoryPage.objects.get(slug="quand-le-capteur-se-trompe").delete()
    Tag.objects.get(name="haies").delete()
    count = Page.objects.count()
    again = load()
    assert again.made == NOTHING
    assert again.password == ""
    assert Page.objects.count() == count
    assert StandardPage.objects.get(pk=edited.pk).slug == "notre-charte"
    assert not StandardPage.objects.filter(slug="charte").exists()


def test_removal_takes_all_that_the_demo_made(loaded):
    made = _demo_page_ids()
    before = set(Page.objects.exclude(pk__in=made).values_list("pk", flat=True))
    output = StringIO()
    call_command("demo", "--remove", "--json", stdout=output)
    assert json.loads(output.getvalue()) == {"removed": sum(loaded.made.values()), "kept": []}
    assert set(Page.objects.values_list("pk", flat=True)) == before
    for model in (Theme, Territory, Tag, PortalImage, Document, Remark, DemoRecord):
        assert not model.objects.exists(), model
    assert not User.objects.filter(email__in=ADDRESSES).exists()
    assert not PageLogEntry.objects.filter(page_id__in=made).exists()
    home = HomePage.objects.get(locale__language_code="fr")
    assert (home.heading, home.summary, home.call_page) == ("", "", None)
    assert not home.featured.exists()


def test_removal_leaves_what_others_made_or_use(loaded, fr):
    theme = Theme.objects.get(slug="faire-durer")
    own = fr.home.add_child(instance=StandardPage(title="À nous", slug="a-nous", live=False))
    own.page_themes = [PageTheme(theme=theme)]
    own.save_revision().publish()
    charter = StandardPage.objects.get(slug="charte")
    child = charter.add_child(instance=StandardPage(title="Annexe", slug="annexe", live=False))
    fr.home.heading = "Notre titre"
    fr.home.save_revision().publish()
    report = remove()
    assert {"page.charter@fr", "theme.last@fr", "theme.last@en"} <= set(report.kept)
    needed_by_the_charter = {"organisation.deux-rives", "territory.france", "licence.cc-by"}
    others = {name.partition("@")[0] for name in report.kept} - {"page.charter", "theme.last"}
    assert others == needed_by_the_charter
    assert StandardPage.objects.filter(pk__in=[own.pk, child.pk, charter.pk]).count() == 3
    assert [row.theme for row in StandardPage.objects.get(pk=own.pk).page_themes.all()] == [theme]
    fr.home.refresh_from_db()
    assert fr.home.heading == "Notre titre"
    child.delete()
    own.delete()
    assert remove().kept == []
    assert not StandardPage.objects.filter(slug="charte").exists()


def test_the_command_reports_figures_as_one_object(loaded):
    output = StringIO()
    call_command("demo", "--json", stdout=output)
    assert json.loads(output.getvalue()) == {"made": NOTHING, "accounts": list(ADDRESSES)}


def _demo_page_ids() -> list[int]:
    rows = DemoRecord.objects.filter(name__startswith="page.")
    return [int(pk) for pk in rows.values_list("object_id", flat=True)]
