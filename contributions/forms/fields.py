"""Fields in which people write as they speak: dates, places, words."""

import re
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.dates import PartialDate, Precision
from content.folding import without_accents
from content.models import Territory
from contributions.markdown import LONGEST

MOST_TERRITORIES = 10
MOST_TAGS = 10
LONGEST_TAG = 60
_DATE = re.compile(r"(?:(?:(?P<day>\d{1,2})[/. ])?(?P<month>\d{1,2})[/. ])?(?P<year>\d{4})")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?")


class PartialDateField(forms.CharField):
    """A day, a month or a year as people write them; `clean` returns a `PartialDate` or None."""

    default_error_messages = {
        "invalid": _("Write a year, a month or a day: 2026, 03/2026 or 12/03/2026.")
    }

    def __init__(self, **kwargs):
        super().__init__(**{"max_length": 30, **kwargs})

    def prepare_value(self, value):
        if not isinstance(value, PartialDate):
            return value
        forms_by_precision = {Precision.DAY: "%d/%m/%Y", Precision.MONTH: "%m/%Y"}
        return value.day.strftime(forms_by_precision.get(value.precision, "%Y"))

    def clean(self, value):
        typed = super().clean(value)
        if not typed:
            return None
        match = _DATE.fullmatch(typed) or _ISO.fullmatch(typed)
        try:
            parts = {name: int(part) for name, part in match.groupdict().items() if part}
            day = date(parts["year"], parts.get("month", 1), parts.get("day", 1))
        except (AttributeError, ValueError) as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error
        if "day" in parts:
            return PartialDate(day, Precision.DAY)
        return PartialDate(day, Precision.MONTH if "month" in parts else Precision.YEAR)


class WordsField(forms.CharField):
    """Words separated by commas, some of which are suggested."""

    # Gives the words; asked only where the field is shown.
    suggest = None

    @cached_property
    def suggestions(self) -> list[str]:
        return self.suggest()

    def get_bound_field(self, form, field_name):
        bound = super().get_bound_field(form, field_name)
        self.widget.attrs["list"] = f"{bound.auto_id}_suggestions"
        return bound


class TerritoriesField(WordsField):
    """Names or codes of territories, separated by commas; `clean` returns the territories."""

    # That of the tree, whose names are taken first.
    locale_id = None

    def __init__(self, **kwargs):
        super().__init__(**{"max_length": 600, **kwargs})

    def prepare_value(self, value):
        if isinstance(value, list):
            return ", ".join(f"{one.name} ({one.code})" if one.code else one.name for one in value)
        return value

    def clean(self, value):
        pieces = [one.strip() for one in re.split(r"[,;\n]", super().clean(value)) if one.strip()]
        if len(pieces) > MOST_TERRITORIES:
            message = gettext("%(limit)s territories at most.") % {"limit": MOST_TERRITORIES}
            raise ValidationError(message)
        return list(dict.fromkeys(self._territory(piece) for piece in pieces))

    def _territory(self, piece: str) -> Territory:
        name, _bracket, code = piece.rstrip(")").partition("(")
        wanted = without_accents(name.strip())
        found = [
            one
            for one in _candidates(name.strip(), code.strip())
            if wanted in {without_accents(word) for word in _words_of(one)}
            and (not code or one.code == code.strip())
        ]
        if not found:
            message = gettext("“%(name)s” is unknown here. Try the name of the department.")
            raise ValidationError(message % {"name": piece})
        if len({one.translation_key for one in found}) > 1:
            message = gettext("There are several “%(name)s”: write the code, %(codes)s.")
            codes = ", ".join(sorted({one.code or one.get_kind_display() for one in found}))
            raise ValidationError(message % {"name": piece, "codes": codes})
        return min(found, key=lambda one: (one.locale_id != self.locale_id, one.pk))


def _candidates(name: str, code: str):
    match = Q(name__iexact=name) | Q(slug=slugify(name)) | Q(code__iexact=name)
    match |= Q(aliases__icontains=name)
    if code:
        match |= Q(code=code)
    return Territory.objects.filter(match, live=True)[:50]


def _words_of(territory: Territory) -> list[str]:
    return [territory.name, territory.code, *territory.aliases.split("\n"), territory.slug]


class TagsField(WordsField):
    """Free words separated by commas; `clean` returns them, each once."""

    def __init__(self, **kwargs):
        super().__init__(**{"max_length": 700, **kwargs})

    def prepare_value(self, value):
        return ", ".join(value) if isinstance(value, list) else value

    def clean(self, value):
        words = [" ".join(word.split()) for word in re.split(r"[,;\n]", super().clean(value))]
        words = list(dict.fromkeys(word for word in words if word))
        if len(words) > MOST_TAGS:
            raise ValidationError(gettext("%(limit)s tags at most.") % {"limit": MOST_TAGS})
        if long := next((word for word in words if len(word) > LONGEST_TAG), None):
            raise ValidationError(gettext("“%(word)s” is too long for a tag.") % {"word": long})
        return words


class TextField(forms.CharField):
    """A text in Markdown; `clean` returns it as it was typed."""

    def __init__(self, rows: int = 8, **kwargs):
        widget = forms.Textarea({"rows": rows, "data-markdown": ""})
        super().__init__(**{"max_length": LONGEST // 2, "widget": widget, **kwargs})
