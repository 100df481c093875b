"""Running text and headings."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import RichTextBlock, StructBlock

from content.blocks.plain import CharBlock, SettingBlock
from content.cleaning import clean_rich_text


class CleanRichTextBlock(RichTextBlock):
    """Rich text, cleaned whenever it goes to the database."""

    def get_prep_value(self, value):
        return clean_rich_text(super().get_prep_value(value))


class TextBlock(CleanRichTextBlock):
    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "content/blocks/text.html"
        description = _("Paragraphs, lists and links.")
        preview_value = (
            "<p>Le relevé tient sur <b>une page</b>. Il demande l'année d'achat, l'usage réel et "
            "le nom de la personne qui s'en occupe.</p><ul><li>une ligne par appareil ;</li>"
            "<li>une couleur par étage.</li></ul>"
        )


class HeadingBlock(StructBlock):
    text = CharBlock(label=_("Heading"), max_length=160)
    level = SettingBlock(
        label=_("Level"),
        choices=[("h2", _("Section")), ("h3", _("Sub-section"))],
        default="h2",
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "content/blocks/heading.html"
        description = _("Opens a section; sections make the contents of the page.")
        preview_value = {"text": "Compter ce qui est déjà là", "level": "h2"}
