"""What makes a site this site: its name, its mark, its colours, the words of its footer."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

hexadecimal = RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Write a colour as #rrggbb."))


@register_setting(icon="site")
class SiteIdentity(BaseSiteSetting):
    """Name, mark and colours, changed by an administrator."""

    name = models.CharField(_("name"), max_length=80, default="Deux rives")
    mark = models.ForeignKey(
        "content.PortalImage",
        verbose_name=_("mark"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("A square picture. Without one, two overlapping discs are drawn."),
    )
    first_colour = models.CharField(
        _("first colour"), max_length=7, default="#0d5c46", validators=[hexadecimal]
    )
    second_colour = models.CharField(
        _("second colour"), max_length=7, default="#a63d1c", validators=[hexadecimal]
    )
    contact_email = models.EmailField(_("contact address"), blank=True)

    panels = [
        FieldPanel("name"),
        MultiFieldPanel(
            [
                FieldPanel("mark"),
                FieldRowPanel([FieldPanel("first_colour"), FieldPanel("second_colour")]),
            ],
            heading=_("Mark"),
        ),
        FieldPanel("contact_email"),
    ]

    class Meta:
        verbose_name = _("identity of the site")
