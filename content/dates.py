"""Dates that are known to the day, to the month or to the year only."""

from dataclasses import dataclass
from datetime import date

from babel.dates import format_date, format_skeleton
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Precision(models.TextChoices):
    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")


SKELETONS = {Precision.MONTH: "yMMMM", Precision.YEAR: "y"}


@dataclass(frozen=True)
class PartialDate:
    """A date with its precision; shown in words in the reader's language."""

    day: date
    precision: str = Precision.DAY

    def __str__(self):
        locale = (get_language() or "fr").replace("-", "_")
        if self.precision == Precision.DAY:
            return format_date(self.day, "long", locale=locale)
        return format_skeleton(SKELETONS[self.precision], self.day, locale=locale)

    @property
    def iso(self) -> str:
        """The value of a `datetime` attribute: YYYY-MM-DD, YYYY-MM or YYYY (HTML, "time")."""
        length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[self.precision]
        return self.day.isoformat()[:length]
