"""Translating before people do: from the memory, offline, or by the machine of the settings."""

from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.models import Translation
from wagtail_localize.strings import StringValue

from outbox import services as outbox
from translation import memory, texts

MACHINE = "translation.machine"


def from_memory(translation: Translation, user) -> int:
    """Fill the missing texts with what the same texts became elsewhere; return how many.

    Such a text stays that of whoever wrote it first, person or machine. A few queries, at any
    length of the page.
    """
    missing = [unit for unit in texts.units_of(translation) if unit.is_missing]
    known = memory.same(translation, {unit.string_id for unit in missing})
    writings = [
        texts.Writing(unit.key, found[0].text, **_origin(found[0]))
        for unit in missing
        if (found := known.get(unit.string_id)) and _fitting(unit.source, found[0].text)
    ]
    return texts.write(translation, writings, user)


def _origin(suggestion: memory.Suggestion) -> dict:
    return {
        "kind": suggestion.kind,
        "tool": memory.MEMORY,
        "writer_id": suggestion.writer_id,
    }


def _fitting(source: str, text: str) -> str:
    """Return a text as it is kept; empty if it cannot stand in the place of the source."""
    try:
        return texts.clean(source, text)
    except texts.Invalid:
        return ""


def has_machine(translation: Translation) -> bool:
    """Return whether the settings name a machine that knows both languages."""
    machine = get_machine_translator()
    return bool(machine) and machine.can_translate(
        translation.source.locale, translation.target_locale
    )


def ask_machine(translation: Translation) -> None:
    """Ask the worker to have the missing texts translated by the machine of the settings."""
    outbox.post(MACHINE, translation.pk)


@outbox.handler(MACHINE)
def by_machine(subject: str, payload: dict) -> None:
    """Fill the missing texts by machine, each to be reviewed; a dead service is asked again."""
    translation = (
        Translation.objects.filter(pk=subject, enabled=True)
        .select_related("source__locale", "target_locale")
        .first()
    )
    if translation is None or not has_machine(translation):
        return
    machine = get_machine_translator()
    missing = [unit for unit in texts.units_of(translation) if unit.is_missing]
    asked = {StringValue(unit.source) for unit in missing}
    answers = machine.translate(translation.source.locale, translation.target_locale, asked)
    writings = []
    for unit in missing:
        answer = answers.get(StringValue(unit.source))
        text = _fitting(unit.source, answer.data) if answer else ""
        if text:
            tool = machine.display_name
            writings.append(texts.Writing(unit.key, text, True, texts.MACHINE, tool))
    texts.write(translation, writings, None)
