"""What was recognised in a document, in the words of the editing forms."""

from collections.abc import Iterable, Iterator

from babel import Locale
from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import get_language, gettext_lazy
from wagtail.models import Page

from content.blocks import BodyBlock
from operations.drafts import MODELS

# What no field of the page is called after.
_NAMES = {
    "content_language": gettext_lazy("language of the contribution"),
    "resources_language": gettext_lazy("language of the attached files"),
    "interface_language": gettext_lazy("language of the old site around the text"),
    "attachments": gettext_lazy("attachments"),
    "picture": gettext_lazy("pictures"),
    "themes": gettext_lazy("themes"),
    "key_points": gettext_lazy("key points"),
    "questions": gettext_lazy("questions"),
    "participants": gettext_lazy("participants"),
    "facilitators": gettext_lazy("facilitators"),
    "programme": gettext_lazy("programme"),
    "problems": gettext_lazy("problems"),
    "experiences": gettext_lazy("experiences"),
    "actors": gettext_lazy("actors"),
    "findings": gettext_lazy("findings"),
    "leads": gettext_lazy("leads"),
    "attention": gettext_lazy("points of attention"),
    "intention": gettext_lazy("transforming intent"),
    "holder": gettext_lazy("held by"),
    "presented_at": gettext_lazy("presented at"),
    "led_by": gettext_lazy("led by"),
    "role": gettext_lazy("role"),
    "kit_title": gettext_lazy("kit"),
    "participants_count": gettext_lazy("number of participants"),
    "participants_precision": gettext_lazy("precision of that number"),
    "day": gettext_lazy("day"),
    "month": gettext_lazy("month"),
    "year": gettext_lazy("year"),
    "last_day": gettext_lazy("last day"),
    "last_month": gettext_lazy("last month"),
    "date_precision": gettext_lazy("precision of the date"),
    "date_as_written": gettext_lazy("date as written"),
    "theme": gettext_lazy("theme"),
    "announced_themes": gettext_lazy("announced themes"),
    "speakers_not_listed": gettext_lazy("speakers who are not in the list"),
    "text": gettext_lazy("blocks of text"),
    "heading": gettext_lazy("headings"),
    "quote": gettext_lazy("quotes"),
    "table": gettext_lazy("tables"),
    "question_answer": gettext_lazy("questions with their answers"),
    "axis": gettext_lazy("axes"),
    "key_figures": gettext_lazy("key figures"),
}
_LANGUAGES = ("content_language", "resources_language", "interface_language")


def recognised_lines(kind: str, recognised: dict[str, object]) -> Iterator[tuple[str, object]]:
    """Yield (name, value) of what a report says was recognised, as an editor reads them."""
    model = MODELS[kind]
    for name, value in recognised.items():
        yield _name(model, name), _value(model, name, value)


def language_name(code: str) -> str:
    """Return the name of a language in that of the reader, or its code."""
    reader = Locale.parse((get_language() or "en").split("-")[0])
    return reader.languages.get(code, code)


def field_name(kind: str, name: str) -> str:
    """Return what the editing form of a kind of document calls a field."""
    return _name(MODELS[kind], name)


def _name(model: type[Page], name: str) -> str:
    if name in _NAMES:
        return str(_NAMES[name])
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        block = BodyBlock().child_blocks.get(name)
        return str(block.label) if block else name.replace("_", " ")
    if field.is_relation and field.related_model and not field.concrete:
        return str(field.related_model._meta.verbose_name_plural)
    return str(field.verbose_name)


def _value(model: type[Page], name: str, value: object) -> object:
    if name in _LANGUAGES:
        return language_name(str(value))
    try:
        choices: Iterable = model._meta.get_field(name).flatchoices or ()
    except (AttributeError, FieldDoesNotExist):
        return value
    return dict(choices).get(value, value)
