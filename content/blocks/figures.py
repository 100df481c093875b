"""Pictures and figures."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import DateBlock, ListBlock, StructBlock, URLBlock
from wagtail.images.blocks import ImageBlock

from content.blocks.plain import CharBlock, SettingBlock


class FigureBlock(StructBlock):
    image = ImageBlock(label=_("Picture"))
    caption = CharBlock(label=_("Caption"), required=False, max_length=300)
    credit = CharBlock(label=_("Credit"), required=False, max_length=200)

    class Meta:
        icon = "image"
        label = _("Figure")
        template = "content/blocks/figure.html"
        description = _("A picture with its alternative text, caption and credit.")
        preview_value = {"caption": "Le premier samedi, sous le préau.", "credit": "Dessin du kit"}


class KeyFigureBlock(StructBlock):
    value = CharBlock(label=_("Value"), max_length=40)
    unit = CharBlock(label=_("Unit"), required=False, max_length=40)
    label = CharBlock(label=_("What is counted"), max_length=160)
    source = CharBlock(label=_("Source"), required=False, max_length=200)
    source_url = URLBlock(label=_("Address of the source"), required=False)
    as_of = DateBlock(label=_("As of"), required=False)
    kind = SettingBlock(
        label=_("Kind"),
        choices=[("measured", _("measured")), ("projected", _("projected"))],
        default="measured",
    )

    class Meta:
        icon = "order"
        label = _("Key figure")


class KeyFiguresBlock(ListBlock):
    def __init__(self, **kwargs):
        super().__init__(KeyFigureBlock(), min_num=1, max_num=6, **kwargs)

    class Meta:
        icon = "order"
        label = _("Key figures")
        template = "content/blocks/key_figures.html"
        description = _("Up to six figures with their unit, source and date.")
        preview_value = [
            {
                "value": "42",
                "unit": "",
                "label": "ordinateurs dormants",
                "source": "Inventaire communal",
                "kind": "measured",
            },
            {"value": "30", "unit": "%", "label": "remis en état", "kind": "measured"},
            {"value": "0", "unit": "€", "label": "de matériel neuf", "kind": "projected"},
        ]
