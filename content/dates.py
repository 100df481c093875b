"""Dates that are known to the day, to the month or to the year only."""

import re
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date, format_skeleton
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from content.languages import interface_language


class Precision(models.TextChoices):
    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")


# The first of a month is an ordinal in French; the CLDR writes it as any other day.
_FIRST_IN_FRENCH = re.compile(r"^1 ")
# English as it is written in Europe, where the readers are.
_WRITTEN_AS = {"en": "en_GB"}
SKELETONS = {Precision.MONTH: "yMMMM", Precision.YEAR: "y"}


@dataclass(frozen=True)
class PartialDate:
    """A date with its precision; shown in words in the reader's language."""

    day: date
    precision: str = Precision.DAY

    def __str__(self):
        language = interface_language()
        locale = _WRITTEN_AS.get(language, language.replace("-", "_"))
        if self.precision == Precision.DAY:
            written = format_date(self.day, "long", locale=locale)
            return _FIRST_IN_FRENCH.sub("1er ", written) if locale.startswith("fr") else written
        return format_skeleton(SKELETONS[self.precision], self.day, locale=locale)

    @classmethod
    def known(cls, day: date | None, precision: str) -> "PartialDate | None":
        """Return the date, or None where there is no day."""
        return cls(day, precision) if day else None

    @property
    def iso(self) -> str:
        """The value of a `datetime` attribute: YYYY-MM-DD, YYYY-MM or YYYY (HTML, "time")."""
        length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[self.precision]
        return self.day.isoformat()[:length]


def refuse_reversed(start: date | None, end: date | None, field: str) -> None:
    """Raise a `ValidationError` on `field` when `end` comes before `start`."""
    if start and end and end < start:
        raise ValidationError({field: _("The end comes before the beginning.")})
