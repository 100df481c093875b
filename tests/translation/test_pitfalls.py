"""What wagtail-localize does of itself, tried on this stack, and the test that each has here.

`TRIED` numbers what went wrong as it was found; a name is that of a test of `tests/`, with its
module. What no test names is in `LEFT`, with the reason.
"""

import ast
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from content.models import Theme
from home.models import StandardPage
from operations.tree import open_locale
from tests import factories, translating
from tests.translation.conftest import signed_in
from translation import po, texts
from translation.publication import Verdict

TESTS = Path(__file__).parents[1]
EDITOR, FILES = "translation_editor", "translation_po_download"
PREVIEW = "wagtail_localize:preview_translation"

TRIED = {
    1: ["content/test_translation::test_a_submitted_translation_stays_a_draft"],
    2: [
        "translation/test_safe_base::test_a_language_without_the_page_above_is_not_offered",
        "translation/test_desk::test_a_page_is_begun_once_the_page_above_is_there",
    ],
    3: [
        "translation/test_gate::test_nothing_translated_is_not_published",
        "translation/test_gate::test_what_stands_in_the_way_of_publishing",
    ],
    4: ["translation/test_safe_base::test_a_draft_of_a_live_source_is_not_offered_to_translators"],
    5: ["translation/test_safe_base::test_updating_says_when_nothing_was_published_since"],
    6: [
        "translation/test_safe_base::test_the_permission_to_submit_alone_opens_nothing",
        "translation/test_pitfalls::test_who_may_do_what_in_another_language",
    ],
    7: [
        "translation/test_safe_base::test_the_stock_report_leads_to_the_desk",
        "translation/test_desk::test_a_private_page_is_not_shown_to_translators",
    ],
    8: [
        "translation/test_gate::test_publishing_does_not_cancel_a_review",
        "translation/test_review::test_a_reviewer_approves_from_the_editor",
        "translation/test_review::test_sending_back_from_the_editor_needs_a_reason",
    ],
    9: ["translation/test_safe_base::test_a_locked_translation_keeps_its_strings"],
    10: ["translation/test_editor::test_a_translator_writes_beside_the_source"],
    11: ["translation/test_editor::test_what_another_wrote_meanwhile_is_shown_and_nothing_is_lost"],
    12: [
        "translation/test_freshness::test_a_changed_source_marks_its_translation_and_leaves_it_live"
    ],
    13: [
        "translation/test_freshness::"
        "test_a_stale_translation_is_not_published_with_the_new_french_words",
        "translation/test_review::test_what_the_source_changed_is_beside_the_text_to_do_again",
    ],
    14: [
        "translation/test_editor::test_the_memory_offers_the_same_text_and_like_texts",
        "translation/test_pitfalls::test_a_paragraph_of_a_new_block_finds_its_translation",
    ],
    15: [
        "translation/test_nothing_lost::test_what_was_edited_without_the_translation_is_taken_in_again"
    ],
    16: [
        "translation/test_safe_base::test_a_deleted_translation_keeps_its_record",
        "translation/test_safe_base::"
        "test_deleting_a_source_offers_to_delete_its_translations_and_keeps_the_words",
    ],
    17: [
        "translation/test_safe_base::"
        "test_unpublishing_a_source_offers_to_unpublish_its_translations"
    ],
    18: [
        "translation/test_safe_base::"
        "test_a_restriction_of_the_source_holds_for_its_translations_at_once"
    ],
    19: ["translation/test_safe_base::test_a_translation_is_never_made_an_alias"],
    20: ["translation/test_safe_base::test_moving_a_source_offers_to_move_its_translations"],
    21: ["home/test_routing::test_a_closed_language_is_a_404_in_french_whatever_pages_it_has"],
    22: [
        "content/test_translation::test_a_term_of_a_vocabulary_is_shown_in_the_language_of_the_version"
    ],
    23: [
        "content/test_translation::test_a_term_of_a_vocabulary_is_shown_in_the_language_of_the_version"
    ],
    24: [
        "content/test_translatable_fields::"
        "test_codes_dates_choices_and_addresses_are_never_offered_to_a_translator"
    ],
    25: ["translation/test_pitfalls::test_a_translation_keeps_the_slug_of_its_source"],
    26: ["translation/test_nothing_lost::test_a_picture_that_a_translation_chose_may_be_deleted"],
    27: ["translation/test_gate::test_what_stands_in_the_way_of_publishing"],
    28: ["translation/test_quality::test_what_was_lost_is_said_and_nothing_else"],
    29: ["translation/test_pitfalls::test_a_text_bears_the_name_of_its_place"],
    30: [
        "translation/test_po::test_what_is_fuzzy_is_to_be_reviewed_out_and_in",
        "translation/test_po::test_every_line_that_is_not_taken_is_reported",
        "translation/test_po::test_the_address_of_wagtail_localize_takes_files_as_ours_does",
    ],
    31: ["translation/test_pitfalls::test_the_preview_beside_the_texts_shows_what_is_saved"],
    32: ["search/test_engine_contract::test_an_answer_is_of_the_language_of_the_address"],
    33: ["search/test_engine_contract::test_a_text_is_analysed_in_its_own_language"],
    34: [
        "search/test_languages::test_hreflang_is_reciprocal_with_self_and_default",
        "search/test_languages::test_the_sitemap_gives_each_address_once_with_its_versions",
    ],
    35: [
        "search/test_languages::test_a_language_without_a_catalogue_says_where_its_words_begin",
        "search/test_languages::test_a_text_in_another_language_says_so_where_it_is_read",
    ],
    36: ["translation/test_editor::test_a_translator_writes_beside_the_source"],
    37: ["translation/test_pitfalls::test_a_term_is_translated_as_a_draft"],
    38: ["translation/test_pitfalls::test_a_translation_is_begun_deleted_and_begun_again"],
    39: [
        "translation/test_desk::test_the_desk_costs_the_same_for_one_page_and_for_many",
        "translation/test_editor::test_the_editor_costs_the_same_for_few_texts_and_for_two_hundred",
        "translation/test_branches::test_a_kit_is_begun_with_its_chapters",
        "translation/test_pitfalls::test_files_cost_the_same_for_one_page_and_for_several",
    ],
}
LEFT = {
    40: "Wagtail's choosers list the pages of all languages, with the language of each",
}


def test_everything_that_was_tried_has_its_test():
    assert {*TRIED, *LEFT} == set(range(1, 41))
    for name in {name for names in TRIED.values() for name in names}:
        module, function = name.split("::")
        tree = ast.parse((TESTS / f"{module}.py").read_text(encoding="utf-8"))
        assert function in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def english(text: str) -> str:
    return f"EN {text}"


def address(name: str, translation) -> str:
    return reverse(name, args=[translation.pk])


ENGLISH = {"Translators en", "Reviewers en", "Editors"}
PUBLISHERS = {"Reviewers en", "Editors"}
SPANISH = {"Translators es", "Reviewers es"}
OTHERS = {"Moderators", "Authors"}


def test_who_may_do_what_in_another_language(page, en, translation, editor_client):
    open_locale("es")
    translating.write(editor_client, translation, english)
    sheet, editor = (address(name, translation) for name in ("translation_sheet", EDITOR))
    moves = {
        "read": (ENGLISH, lambda client: client.get(editor)),
        "preview": (ENGLISH, lambda client: client.get(address(PREVIEW, translation))),
        "state": (ENGLISH, lambda client: client.get(sheet)),
        "files": (ENGLISH, lambda client: client.get(reverse(FILES, args=["en"]))),
        "fill": (ENGLISH, lambda client: client.post(editor, {"action": "memory"})),
        "approve": (set(), lambda client: client.post(sheet, {"action": "approve"})),
        "publish": (PUBLISHERS, lambda client: client.post(sheet, {"action": "publish"})),
    }
    for group in sorted(ENGLISH | SPANISH | OTHERS):
        client = signed_in(factories.account(f"{group.replace(' ', '-')}@example.org", group))
        for move, (allowed, ask) in moves.items():
            answer = ask(client)
            home = reverse("wagtailadmin_home")
            login = reverse("wagtailadmin_login")
            is_refused = answer.status_code in {403, 404} or (
                answer.status_code == 302 and answer["Location"].split("?")[0] in {home, login}
            )
            assert is_refused is (group not in allowed), (group, move, answer.status_code)


def test_a_share_of_all_but_one_is_not_all():
    assert Verdict(missing=[object()], total=1000).percent == 99
    assert Verdict(missing=[object()], total=1).percent == 0
    assert Verdict(total=0).percent == 100


def test_a_paragraph_of_a_new_block_finds_its_translation(
    translation, page, editor_client, translator_client
):
    translating.write(editor_client, translation, english)
    page = type(page).objects.get(pk=page.pk)
    page.body = [("text", "<p>Un début.</p>"), ("text", "<p>Prêter un outil.</p>")]
    factories.publish(page)
    factories.carry_out()
    rows = translator_client.get(address(EDITOR, translation)).context["rows"]
    [row] = [row for row in rows if row.unit.source == "Prêter un outil."]
    assert row.unit.is_missing
    assert [(one.percent, one.text) for one in row.suggestions] == [(100, "EN Prêter un outil.")]


def test_a_translation_keeps_the_slug_of_its_source(translation, editor_client):
    offered = {segment.context.path for segment in translating.segments(translation)}
    assert "slug" not in offered
    translating.write(editor_client, translation, english)
    assert translating.publish(editor_client, translation).slug == "un-atelier"


def test_a_text_bears_the_name_of_its_place(translation, translator_client):
    html = translator_client.get(address(EDITOR, translation)).content.decode()
    labels = [
        row.label for row in translator_client.get(address(EDITOR, translation)).context["rows"]
    ]
    assert labels[:2] == ["Titre", "Résumé"]
    assert labels[-2:] == ["Texte › Texte", "Texte › Texte"]
    assert "Texte › Texte" in html


def test_the_preview_beside_the_texts_shows_what_is_saved(translation, translator_client, client):
    editor = translator_client.get(address(EDITOR, translation)).content.decode()
    preview = address(PREVIEW, translation)
    assert f'<iframe src="{preview}"' in editor
    [unit] = [one for one in texts.units_of(translation) if one.source == "Prêter un outil."]
    texts.write(translation, [texts.Writing(unit.key, "Lend a tool.")], None)
    shown = translator_client.get(preview)
    assert "Lend a tool." in shown.content.decode()
    assert shown["X-Frame-Options"] == "SAMEORIGIN"
    assert not translation.get_target_instance().live
    assert "Lend a tool." not in client.get(preview).content.decode()


def test_a_term_is_translated_as_a_draft(fr, en, editor_client):
    term = factories.term(Theme, "Réparer", fr.locale)
    url = reverse("wagtail_localize:submit_snippet_translation", args=["content", "theme", term.pk])
    editor_client.post(url, {"locales": [en.locale.pk]})
    target = Theme.objects.get(translation_key=term.translation_key, locale=en.locale)
    assert not target.live
    translation = Translation.objects.get(source__object_id=term.translation_key)
    translating.write(editor_client, translation, english)
    assert not Theme.objects.get(pk=target.pk).live
    editor_client.post(address("translation_sheet", translation), {"action": "publish"})
    target.refresh_from_db()
    assert (target.live, target.name) == (True, "EN Réparer")


def test_a_translation_is_begun_deleted_and_begun_again(page, en, translation, editor_client):
    translating.write(editor_client, translation, english)
    for _turn in range(2):
        Page.objects.get(translation_key=page.translation_key, locale=en.locale).delete()
        begun = editor_client.post(
            reverse("translation_begin"), {"page": page.pk, "language": "en"}
        )
        assert begun.status_code == 302
        again = Translation.objects.get(source__object_id=page.translation_key, enabled=True)
        context = editor_client.get(address(EDITOR, again)).context
        assert context["done"] == context["total"] > 0
    assert StringTranslation.objects.filter(data="EN Un atelier").count() == 1


def test_files_cost_the_same_for_one_page_and_for_several(
    fr, en, translation, editor_client, django_assert_num_queries
):
    others = [
        translating.submit(editor_client, source, en.locale)
        for source in factories.many(fr.home, StandardPage, 4)
    ]
    found = list(
        Translation.objects.filter(
            pk__in=[translation.pk, *(one.pk for one in others)]
        ).select_related("source", "target_locale")
    )
    for some in (found[:1], found):
        with django_assert_num_queries(2):
            po.archive(en.locale, some)


@pytest.mark.parametrize("name", ["translation_editor", "translation_sheet"])
def test_a_reader_without_an_account_is_sent_to_the_login(name, translation):
    assert Client().get(address(name, translation)).status_code == 302
