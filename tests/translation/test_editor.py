"""The editor of translators: side by side, with memory, glossary, checks, and nobody's loss."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from content.models import GlossaryTerm
from home.models import StandardPage
from operations.tree import open_locale
from tests import factories, translating
from tests.translation.conftest import signed_in
from translation import memory, prefilling, texts
from translation.models import TO_REVIEW, TextVersion
from translation.permissions import covers


def address(translation, **asked) -> str:
    return reverse("translation_editor", args=[translation.pk], query=asked or None)


def rows_of(client, translation, **asked) -> dict:
    """Return the rows of the editor by their source."""
    rows = client.get(address(translation, **asked)).context["rows"]
    return {row.unit.source: row for row in rows}


def form_of(rows, written: dict[str, str], **extra) -> dict:
    """Return what the browser sends: every row, those of `written` with their new text."""
    data = dict(extra)
    for source, row in rows.items():
        data[f"text-{row.name}"] = written.get(source, row.shown)
        data[f"token-{row.name}"] = row.unit.token
    return data


def write(client, translation, written: dict[str, str]):
    rows = rows_of(client, translation)
    return client.post(address(translation), form_of(rows, written))


def second_page(fr, en, editor_client, body: list[str], slug="autre"):
    """Return the translation, begun, of another page with paragraphs of its own."""
    blocks = [("text", f"<p>{text}</p>") for text in body]
    page = factories.published(
        fr.home, StandardPage, slug=slug, title=f"Titre {slug}", summary="", body=blocks
    )
    return translating.submit(editor_client, page, en.locale)


def test_a_translator_writes_beside_the_source(translation, translator, translator_client):
    html = translator_client.get(address(translation)).content.decode()
    assert 'lang="en" dir="auto"' in html
    assert "Réparer ensemble." in html
    response = write(
        translator_client, translation, {"Réparer ensemble.": "Repair & mend together."}
    )
    assert response.status_code == 302
    [row] = StringTranslation.objects.filter(translation_of__data="Réparer ensemble.")
    assert (row.data, row.last_translated_by) == ("Repair &amp; mend together.", translator)
    [version] = TextVersion.objects.all()
    assert (version.text, version.writer) == (row.data, translator)
    assert rows_of(translator_client, translation)["Réparer ensemble."].shown.startswith(
        "Repair & "
    )
    write(translator_client, translation, {})
    assert TextVersion.objects.count() == 1
    write(translator_client, translation, {"Réparer ensemble.": ""})
    assert not StringTranslation.objects.filter(pk=row.pk)
    assert [version.text for version in TextVersion.objects.all()] == ["", row.data]


def test_what_another_wrote_meanwhile_is_shown_and_nothing_is_lost(
    translation, translator_client, editor_client
):
    opened = rows_of(translator_client, translation)
    write(editor_client, translation, {"Réparer ensemble.": "Theirs."})
    form = form_of(opened, {"Réparer ensemble.": "Mine.", "Prêter un outil.": "Lend a tool."})
    response = translator_client.post(address(translation), form)
    assert response.status_code == 422
    [row] = response.context["rows"]
    assert (row.is_conflict, row.typed, row.unit.text) == (True, "Mine.", "Theirs.")
    html = response.content.decode()
    assert "Mine." in html
    assert "Theirs." in html
    saved = StringTranslation.objects.filter(translation_of__data="Prêter un outil.")
    assert saved.get().data == "Lend a tool."
    again = form_of({row.unit.source: row}, {})
    assert translator_client.post(address(translation), again).status_code == 302
    assert rows_of(translator_client, translation)["Réparer ensemble."].shown == "Mine."
    assert [one.text for one in TextVersion.objects.filter(string__data="Réparer ensemble.")] == [
        "Mine.",
        "Theirs.",
    ]


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<b onclick="alert(1)">x</b>',
        '<a id="a9">x</a>',
        '<a href="javascript:alert(1)">x</a>',
        "<p>x</p>",
    ],
)
def test_hostile_markup_is_refused_and_what_was_typed_stays(
    hostile, translation, translator_client
):
    response = write(translator_client, translation, {"Réparer ensemble.": hostile})
    assert response.status_code == 422
    [row] = response.context["rows"]
    assert row.refusal
    assert row.shown == hostile
    assert hostile not in response.content.decode()
    assert not StringTranslation.objects.exists()


def test_who_may_open_the_editor(translation, page, en):
    for group, status in [("Translators en", 200), ("Reviewers en", 200), ("Moderators", 302)]:
        client = signed_in(factories.account(f"{group.split()[0]}@example.org", group))
        assert client.get(address(translation)).status_code == status
        assert client.post(address(translation)).status_code == (302 if status == 200 else status)
    assert Client().get(address(translation)).status_code == 302


def test_a_translator_of_another_language_is_refused(translation, translator_client):
    open_locale("es")
    other = signed_in(factories.account("es@example.org", "Translators es"))
    opened = rows_of(translator_client, translation)
    answer = other.post(address(translation), form_of(opened, {"Réparer ensemble.": "x"}))
    assert answer.status_code in {302, 403}
    assert not StringTranslation.objects.exists()


def test_nothing_is_written_while_a_review_runs(translation, translator_client):
    translating.write(translator_client, translation, lambda text: f"EN {text}")
    sheet = reverse("translation_sheet", args=[translation.pk])
    translator_client.post(sheet, {"action": "submit"})
    page = translator_client.get(address(translation))
    assert page.context["is_locked"]
    rows = {row.unit.source: row for row in page.context["rows"]}
    form = form_of(rows, {"Réparer ensemble.": "Too late."})
    assert translator_client.post(address(translation), form).status_code in {302, 403}
    assert not StringTranslation.objects.filter(data="Too late.").exists()


def test_the_memory_offers_the_same_text_and_like_texts(
    fr, en, editor_client, translation, translator_client
):
    long = "On apporte le mardi soir un appareil en panne et on le répare avec une voisine."
    first = second_page(fr, en, editor_client, [long], "premiere")
    mended = "On Tuesday night one brings a broken device and mends it with a neighbour."
    write(translator_client, first, {long: mended})
    write(translator_client, translation, {"Réparer ensemble.": "Repair together."})
    near = long.replace("mardi", "jeudi")
    far = "Le budget de la commune est voté au mois de mars par le conseil."
    second = second_page(fr, en, editor_client, ["Réparer ensemble.", near, far])
    rows = rows_of(translator_client, second)
    assert [one.percent for one in rows["Réparer ensemble."].suggestions] == [100]
    [like] = rows[near].suggestions
    assert like.text == mended
    assert 90 < like.percent < 100
    assert rows[far].suggestions == []


def test_the_memory_is_for_those_who_may_read_the_whole_language(fr, en, translation):
    translator = factories.account("t@example.org", "Translators en")
    assert covers(translator, en.locale)
    assert not covers(translator, fr.locale)
    assert not covers(factories.account("nobody@example.org"), en.locale)


def test_texts_are_filled_from_the_memory_and_stay_their_writers(
    fr, en, editor_client, translation, translator, translator_client
):
    write(translator_client, translation, {"Réparer ensemble.": "Repair together."})
    second = second_page(fr, en, editor_client, ["Réparer ensemble.", "Autre chose."])
    response = editor_client.post(address(second), {"action": "memory"}, follow=True)
    assert response.context["done"] == 1
    row = StringTranslation.objects.get(context__object=second.source.object_id)
    assert (row.data, row.tool_name) == ("Repair together.", memory.MEMORY)
    assert (row.translation_type, row.last_translated_by) == (texts.MANUAL, translator)


def test_a_machine_asks_for_a_review(translation, translator_client, settings):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"
    }
    translator_client.post(address(translation), {"action": "machine"})
    factories.carry_out()
    rows = rows_of(translator_client, translation)
    assert {row.unit.error for row in rows.values()} == {TO_REVIEW}
    sheet = reverse("translation_sheet", args=[translation.pk])
    context = translator_client.get(sheet).context
    assert not context["verdict"].is_open
    form = form_of(rows, {})
    form |= {f"seen-{row.name}": "on" for row in rows.values()}
    translator_client.post(address(translation), form)
    assert translator_client.get(sheet).context["verdict"].is_open


def test_without_a_machine_none_is_asked(translation, translator_client):
    assert not prefilling.has_machine(translation)
    answer = translator_client.post(address(translation), {"action": "machine"})
    assert answer.status_code in {302, 403}


def test_the_glossary_is_marked_and_checked(fr, en, translation, translator_client):
    term = factories.term(GlossaryTerm, "Outil", fr.locale, definition="<p>Ce qui sert.</p>")
    english = term.copy_for_translation(en.locale)
    english.name, english.slug, english.live = "Tool", "tool", True
    english.refused_forms = "utensil\n"
    english.save()
    row = rows_of(translator_client, translation)["Prêter un outil."]
    assert '<mark title="Ce qui sert.">outil</mark>' in row.source_html
    write(translator_client, translation, {"Prêter un outil.": "Lend a utensil."})
    row = rows_of(translator_client, translation)["Prêter un outil."]
    assert len(row.warnings) == 2
    write(translator_client, translation, {"Prêter un outil.": "Lend tools."})
    assert rows_of(translator_client, translation)["Prêter un outil."].warnings == []


def test_the_keyboard_goes_to_the_next_text(translation, translator_client):
    rows = rows_of(translator_client, translation)
    first, second, *_others = rows.values()
    form = form_of(rows, {first.unit.source: "A workshop"}, next=second.name)
    answer = translator_client.post(address(translation), form)
    # With a fragment in the address, browsers leave `autofocus` aside.
    assert answer["Location"].endswith(f"?at={second.name}")
    html = translator_client.get(answer["Location"]).content.decode()
    assert html.count("autofocus") == 1


def cost(client, translation) -> int:
    client.get(address(translation))
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address(translation)).status_code == 200
    return len(queries)


def test_the_editor_costs_the_same_for_few_texts_and_for_two_hundred(
    fr, en, editor_client, translation, translator_client
):
    write(translator_client, translation, {"Réparer ensemble.": "Repair together."})
    few = second_page(fr, en, editor_client, ["Réparer ensemble.", "Un deux trois."], "few")
    many = second_page(
        fr, en, editor_client, [f"Le texte numéro {n} de la page." for n in range(200)], "many"
    )
    first = {f"Le texte numéro {n} de la page.": f"Text number {n} of the page." for n in range(40)}
    write(translator_client, many, first)
    assert abs(cost(translator_client, many) - cost(translator_client, few)) <= 2
    assert cost(translator_client, many) <= 45
