"""Boxes beside the text: examples, points of attention, calls to action."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    DateBlock,
    PageChooserBlock,
    StructBlock,
    StructBlockValidationError,
    URLBlock,
)

from content.blocks.plain import CharBlock, TextBlock
from content.blocks.text import CleanRichTextBlock


class ExampleBlock(StructBlock):
    title = CharBlock(label=_("Title"), max_length=160)
    text = CleanRichTextBlock(label=_("Text"))
    place = CharBlock(label=_("Place"), required=False, max_length=160)
    story = PageChooserBlock(label=_("Story"), required=False)

    class Meta:
        icon = "pin"
        label = _("Example")
        template = "content/blocks/example.html"
        description = _("A case from the field, linked to its story if there is one.")
        preview_value = {
            "title": "Un relevé fait par les élèves",
            "text": "<p>Deux classes ont compté les prises occupées la nuit.</p>",
            "place": "Mayenne",
        }


class AttentionBlock(StructBlock):
    title = CharBlock(label=_("Title"), required=False, max_length=160)
    text = CleanRichTextBlock(label=_("Text"))

    class Meta:
        icon = "warning"
        label = _("Point of attention")
        template = "content/blocks/attention.html"
        description = _("What one should watch out for.")
        preview_value = {
            "title": "",
            "text": "<p>Mieux vaut cinq colonnes remplies que vingt vides.</p>",
        }


class CallToActionBlock(StructBlock):
    title = CharBlock(label=_("Title"), max_length=160)
    text = TextBlock(label=_("Text"), required=False)
    link_text = CharBlock(label=_("Words of the link"), required=False, max_length=80)
    page = PageChooserBlock(label=_("Page"), required=False)
    url = URLBlock(label=_("Or address"), required=False)
    deadline = DateBlock(label=_("Until"), required=False)

    class Meta:
        icon = "mail"
        label = _("Call to action")
        template = "content/blocks/call_to_action.html"
        description = _("An invitation with one link; it says until when it holds.")
        preview_value = {
            "title": "Vous avez essayé chez vous ?",
            "text": "Racontez ce qui a marché, et ce qui a résisté.",
            "link_text": "Nous écrire",
            "url": "https://example.org/ecrire",
        }

    def clean(self, value):
        """Refuse words without a link, and a link without words."""
        value = super().clean(value)
        target = value.get("page") or value.get("url")
        if bool(target) != bool(value.get("link_text")):
            message = (
                _("Say where the link goes.")
                if value.get("link_text")
                else _("Write the words of the link.")
            )
            name = "url" if value.get("link_text") else "link_text"
            raise StructBlockValidationError(block_errors={name: ValidationError(message)})
        return value
