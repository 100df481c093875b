"""The files that come with a text: held here, or at an address elsewhere."""

from pathlib import PurePath

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.template.defaultfilters import filesizeformat
from django.utils.crypto import get_random_string
from django.utils.functional import lazy
from django.utils.text import format_lazy, slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import string_to_ascii
from wagtail.documents.fields import WagtailDocumentField
from wagtail.documents.models import Document

from content.fields import LanguageChoiceField
from content.models import Attachment
from content.rows import in_order
from contributions.forms.rows import Rows, rows_of

MOST_FILES = 10
FORMATS = settings.WAGTAILDOCS_EXTENSIONS
LIMITS = format_lazy(
    _("{formats}; {size} each, {most} at most. A file that is elsewhere has an address."),
    formats=", ".join(FORMATS).upper(),
    size=lazy(filesizeformat, str)(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE),
    most=MOST_FILES,
)
# How files of these formats begin; the OpenDocument formats and EPUB are ZIP archives.
_BEGINNINGS = {"pdf": b"%PDF-"} | dict.fromkeys(("odt", "ods", "odp", "epub"), b"PK\x03\x04")


class FileForm(forms.Form):
    """A file: a new one, one elsewhere, or one that the text has already, known by its key."""

    key = forms.CharField(required=False, widget=forms.HiddenInput)
    file = WagtailDocumentField(
        label=_("File"),
        required=False,
        validators=[FileExtensionValidator(FORMATS)],
        widget=forms.FileInput({"accept": ",".join(f".{one}" for one in FORMATS)}),
    )
    url = forms.URLField(
        label=_("Or its address"), max_length=500, required=False, assume_scheme="https"
    )
    label = forms.CharField(
        label=_("What it is"),
        max_length=200,
        required=False,
        help_text=_("As readers will see it: “Plan of the workshop”."),
    )
    language = LanguageChoiceField(label=_("Language of the file"), required=False)

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and not _begins_as_named(file):
            raise ValidationError(gettext("The file is not what its name says: open it to check."))
        return file

    def clean(self):
        values = super().clean()
        if not any(values.get(name) or name in self.errors for name in ("key", "file", "url")):
            raise ValidationError(gettext("Choose the file, or give its address."))
        return values


def _begins_as_named(file) -> bool:
    beginning = file.read(1024)
    file.seek(0)
    expected = _BEGINNINGS.get(_extension(file.name))
    return beginning.startswith(expected) if expected else b"\0" not in beginning


def _extension(name: str) -> str:
    return PurePath(name).suffix.lstrip(".").lower()


FileRows = rows_of(FileForm, most=MOST_FILES)


def files_of(page) -> list[dict]:
    """Return the attachments of `page`, as the initial values of their rows."""
    return [
        {
            "key": str(one.translation_key),
            "url": one.url,
            "label": one.label,
            "language": one.language,
            "held": one,
        }
        for one in page.attachments.all()
    ]


def put_files(page, formset: Rows, user) -> None:
    """Write the files of the form; what they are beyond what it asks stays."""
    by_key = {str(one.translation_key): one for one in page.attachments.all()}
    rows = [_attachment(by_key.get(row["key"]), row, user, page) for row in formset.kept]
    page.attachments = in_order(list(filter(None, rows)))


def _attachment(attachment: Attachment | None, row: dict, user, page) -> Attachment | None:
    """Return the attachment of a row; None for a crafted key without a file."""
    file, url = row.get("file"), row["url"]
    if attachment is None:
        if not (file or url):
            return None
        attachment = Attachment(locale=page.locale)
    if file:
        attachment.document = _stored(file, row["label"], user)
    attachment.label, attachment.language = row["label"], row["language"]
    if not attachment.document_id and (url or attachment.file_name):
        attachment.url = url
    return attachment


def _stored(file, label: str, user) -> Document:
    """Return the document, under a name that nobody guesses: a draft is nobody else's business."""
    name = PurePath(file.name)
    stem = slugify(string_to_ascii(name.stem))[:60] or "document"
    file.name = f"{stem}-{get_random_string(16)}{name.suffix.lower()}"
    document = Document(title=(label or name.name)[:255], file=file, uploaded_by_user=user)
    document._set_document_file_metadata()
    document.save()
    return document
