"""Files to take away: held here, linked to, or known by name and host only."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    IntegerBlock,
    StructBlock,
    StructBlockValidationError,
    StructValue,
    URLBlock,
)
from wagtail.documents.blocks import DocumentChooserBlock

from content.blocks.plain import CharBlock, CodeBlock, SettingBlock
from content.files import FileFacts
from content.languages import language_choices


class FileValue(FileFacts, StructValue):
    """A file with the address, format and size that are known of it."""

    def fact(self, name: str):
        return self.get("size_bytes" if name == "size" else name)

    def __bool__(self):
        return bool(self.get("document") or self.get("url") or self.get("file_name"))


class FileBlock(StructBlock):
    """A file by document, address, or name and host."""

    document = DocumentChooserBlock(label=_("File"), required=False)
    url = URLBlock(label=_("Or address"), required=False)
    file_name = CodeBlock(
        label=_("Or name"),
        required=False,
        max_length=200,
        help_text=_("For a file of which only the name is known."),
    )
    host = CodeBlock(
        label=_("Host"), required=False, max_length=200, help_text=_("For instance example.org.")
    )
    language = SettingBlock(label=_("Language"), choices=language_choices, required=False)
    pages = IntegerBlock(label=_("Pages"), required=False, min_value=1)
    size_bytes = IntegerBlock(label=_("Size in bytes"), required=False, min_value=1)

    class Meta:
        icon = "doc-full"
        label = _("File")
        value_class = FileValue


class DownloadBlock(FileBlock):
    label = CharBlock(label=_("Label"), required=False, max_length=200)

    class Meta:
        icon = "download"
        label = _("Download")
        template = "content/blocks/download.html"
        description = _("One file, with its format, language, pages and size.")
        preview_value = {
            "label": "La grille de relevé",
            "file_name": "grille-de-releve.ods",
            "host": "example.org",
            "language": "fr",
            "pages": 2,
            "size_bytes": 48_000,
        }

    def clean(self, value):
        """Refuse a download that leads nowhere and names nothing."""
        value = super().clean(value)
        if not value:
            message = ValidationError(_("Choose a file, or give its address or its name."))
            raise StructBlockValidationError(block_errors={"document": message})
        return value
