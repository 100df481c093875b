"""A whole kit is begun by the worker, with what the memory knows, and says how far it is."""

from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from home.models import StandardPage
from kit.models import ChapterPage
from operations.tree import open_locale
from outbox import services as outbox
from tests import factories, translating
from tests.translation.conftest import signed_in
from translation import branches
from translation.models import TranslationBatch


def ask(client, page, language="en"):
    address = reverse("translation_begin_branch")
    return client.post(address, {"page": page.pk, "language": language})


def test_a_kit_is_begun_with_its_chapters(fr, en, translator, translator_client):
    kit = factories.kit_in(fr)
    chapters = [
        factories.published(kit, ChapterPage, title=f"Chapitre {n}", slug=f"c{n}") for n in range(6)
    ]
    draft = factories.add(kit, factories.sample(ChapterPage, fr.locale, slug="draft"))
    hidden = factories.published(kit, ChapterPage, title="Privé", slug="private")
    factories.restrict(hidden)
    factories.carry_out()
    progress = ask(translator_client, kit)["Location"]
    assert not Translation.objects.filter(target_locale=en.locale).exists()
    desk = translator_client.get(reverse("translation_desk"))
    assert [batch.total for batch in desk.context["batches"]] == [8]
    outbox.drain(limit=1)
    batch = translator_client.get(progress).context["batch"]
    assert (batch.done, batch.is_over) == (branches.PAGES_A_TURN, False)
    factories.carry_out()
    batch = translator_client.get(progress).context["batch"]
    assert (batch.done, batch.is_over, batch.left_out) == (8, True, ["Privé"])
    keys = {kit.translation_key, *(chapter.translation_key for chapter in chapters)}
    made = Page.objects.filter(locale=en.locale, translation_key__in=keys)
    assert made.count() == 7
    assert not made.filter(live=True)
    assert not Page.objects.filter(
        locale=en.locale, translation_key__in=[draft.translation_key, hidden.translation_key]
    )
    ask(translator_client, kit)
    factories.carry_out()
    assert made.count() == 7


def test_what_the_memory_knows_is_filled_in(page, fr, en, translation, translator_client):
    translating.write(translator_client, translation, lambda text: f"EN {text}")
    blocks = [("text", "<p>Réparer ensemble.</p>"), ("text", "<p>Ailleurs.</p>")]
    other = factories.published(fr.home, StandardPage, slug="o", title="Autre", body=blocks)
    translator_client.post(reverse("translation_begin"), {"page": other.pk, "language": "en"})
    filled = StringTranslation.objects.filter(context__object_id=other.translation_key)
    assert "EN Réparer ensemble." in filled.values_list("data", flat=True)


def test_a_branch_is_for_whoever_may_add_there(page, en, translator_client):
    open_locale("es")
    ask(signed_in(factories.account("es@example.org", "Translators es")), page)
    child = factories.published(page, StandardPage, slug="child", title="Sous la page")
    ask(translator_client, child)
    assert not TranslationBatch.objects.exists()
    progress = ask(translator_client, page)["Location"]
    other = signed_in(factories.account("o@example.org", "Reviewers en"))
    assert other.get(progress).status_code == 404
