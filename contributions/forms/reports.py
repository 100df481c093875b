"""The form of a workshop report: its discussion, or its four parts."""

from django import forms
from django.utils.translation import gettext_lazy as _

from content.rows import in_order
from contributions.forms.fields import PartialDateField, TextField
from contributions.forms.texts import TextForm, public_pages
from stories.models import (
    Facilitator,
    Participant,
    ReportKeyPoint,
    ReportPoint,
    ReportQuestion,
    WorkshopReportPage,
)


class ReportForm(TextForm):
    """The parts of a workshop report."""

    plain = {
        **TextForm.plain,
        "form": "form",
        "series": "series",
        "session_number": "session_number",
        "venue": "venue",
    }
    rich = ("synthesis", "promises", "tensions", "wishes", "messages")

    form = forms.ChoiceField(
        label=_("How the workshop is told"),
        choices=WorkshopReportPage.Form.choices,
        widget=forms.RadioSelect,
        help_text=_("Fill in the parts of the form that you choose; leave the others empty."),
    )
    series = forms.CharField(
        label=_("Series"),
        max_length=160,
        required=False,
        help_text=_("If the workshop is one of several."),
    )
    session_number = forms.CharField(label=_("Session"), max_length=12, required=False)
    held = PartialDateField(
        label=_("Held on"), required=False, help_text=_("2026, 03/2026 or 12/03/2026.")
    )
    venue = forms.CharField(label=_("Venue"), max_length=200, required=False)
    event = forms.TypedChoiceField(
        label=_("Event at which it was held"), required=False, coerce=int, empty_value=None
    )
    synthesis = TextField(
        label=_("Synthesis"),
        required=False,
        help_text=_("What the group said, and where it did not agree."),
    )
    promises = TextField(label=_("Promises, initiatives and actors"), rows=5, required=False)
    tensions = TextField(label=_("Tensions and paradoxes"), rows=5, required=False)
    wishes = TextField(label=_("Wishes and actions to take"), rows=5, required=False)
    messages = TextField(label=_("Messages and recommendations"), rows=5, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["event"].choices = public_pages("event", self.page.locale_id)

    def initial_of(self, page) -> dict:
        return super().initial_of(page) | {"held": page.date, "event": page.event_id}

    def apply(self, page) -> None:
        super().apply(page)
        valid = self.cleaned_data
        if "held" in valid:
            page.held_on = valid["held"].day if valid["held"] else None
            page.date_precision = valid["held"].precision if valid["held"] else page.date_precision
        if "event" in valid:
            page.event_id = valid["event"]


def questions_of(page) -> list[dict]:
    return [{"text": row.text} for row in page.questions.all()]


def points_of(page) -> list[dict]:
    return [{"kind": row.kind, "text": row.text} for row in page.points.all()]


def key_points_of(page) -> list[dict]:
    return [
        {"name": row.name, "consent": row.consent, "text": row.text}
        for row in page.key_points.all()
    ]


def facilitators_of(page) -> list[dict]:
    return _named(page.facilitators.all())


def participants_of(page) -> list[dict]:
    return _named(page.participants.all())


def _named(rows) -> list[dict]:
    return [
        {"name": row.name, "organisation": row.organisation, "consent": row.consent} for row in rows
    ]


def put_questions(page, rows, user) -> None:
    page.questions = _rows(ReportQuestion, rows, locale=page.locale)


def put_points(page, rows, user) -> None:
    page.points = _rows(ReportPoint, rows, locale=page.locale)


def put_key_points(page, rows, user) -> None:
    page.key_points = _rows(ReportKeyPoint, rows, locale=page.locale)


def put_facilitators(page, rows, user) -> None:
    page.facilitators = _rows(Facilitator, rows)


def put_participants(page, rows, user) -> None:
    page.participants = _rows(Participant, rows)


def _rows(model, rows, **more) -> list:
    """Return the rows of a page as the form has them, in their order."""
    kept = [{name: value for name, value in row.items() if name != "DELETE"} for row in rows.kept]
    return in_order([model(**row, **more) for row in kept])
