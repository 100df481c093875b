"""Base of the short rows that belong to a page: people, points, stages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from content.people import initials


def under_headings(rows: list, value: str, headings: list[tuple[str, str]]) -> list[tuple]:
    """Return (heading, rows) for the (value, heading) pairs that have rows, in their order.

    `value` is the name of the attribute of a row that its heading depends on.
    """
    grouped = [
        (heading, [row for row in rows if getattr(row, value) == wanted])
        for wanted, heading in headings
    ]
    return [(heading, some) for heading, some in grouped if some]


def in_order(rows: list) -> list:
    """Return `rows`, each numbered by its place.

    Only Wagtail's own forms number the rows of a page; others have no order in the database.
    """
    for order, row in enumerate(rows):
        row.sort_order = order
    return rows


class TextRow(TranslatableMixin, Orderable):
    """A row that is one translatable sentence."""

    text = models.TextField(_("text"))

    panels = [FieldPanel("text")]
    translatable_fields = [TranslatableField("text")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = True

    def __str__(self):
        return self.text


class PersonRow(Orderable):
    """A named person with the consent that lets readers see the name."""

    class Consent(models.TextChoices):
        NOT_ASKED = "not_asked", _("not asked")
        GIVEN = "given", _("given")
        REFUSED = "refused", _("refused or withdrawn")

    name = models.CharField(_("name"), max_length=160)
    organisation = models.CharField(_("organisation"), max_length=160, blank=True)
    consent = models.CharField(
        _("consent"),
        max_length=12,
        choices=Consent.choices,
        default=Consent.NOT_ASKED,
        help_text=_("Without consent, readers see initials."),
    )

    panels = [FieldPanel("name"), FieldPanel("organisation"), FieldPanel("consent")]
    translatable_fields = [
        SynchronizedField("name", overridable=False),
        SynchronizedField("organisation", overridable=False),
        SynchronizedField("consent", overridable=False),
    ]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self):
        return self.public_name

    @property
    def public_name(self) -> str:
        """The name if the person agreed, else the initials ("N. B.")."""
        return self.shown(self.name, self.consent)

    @property
    def public_text(self) -> str:
        """What may be searched and counted of the row: never a name without consent."""
        name = self.name if self.consent == self.Consent.GIVEN else ""
        return " ".join(filter(None, (name, getattr(self, "text", ""))))

    @classmethod
    def shown(cls, name: str, consent: str) -> str:
        """Return what readers see of `name` under `consent`."""
        return name if consent == cls.Consent.GIVEN else initials(name)
