"""Rows of a form: who took part, who is named, photographs."""

from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField

from content.models import PortalImage
from content.rows import PersonRow
from stories.models import ReportPoint

MOST_ROWS = 40
MOST_PHOTOS = 6
CONSENT = [
    (PersonRow.Consent.GIVEN, _("yes")),
    (PersonRow.Consent.NOT_ASKED, _("not asked yet: show initials")),
    (PersonRow.Consent.REFUSED, _("no: show initials")),
]


class ActorForm(forms.Form):
    name = forms.CharField(label=_("Organisation or group"), max_length=160)
    role = forms.CharField(label=_("What it did"), max_length=160, required=False)


class PersonForm(forms.Form):
    name = forms.CharField(label=_("First and last name"), max_length=160)
    consent = forms.ChoiceField(
        label=_("Do they agree to be named?"), choices=CONSENT, initial=PersonRow.Consent.NOT_ASKED
    )


class NamedForm(forms.Form):
    """Somebody who facilitated or took part."""

    name = forms.CharField(label=_("First and last name"), max_length=160)
    organisation = forms.CharField(label=_("Organisation"), max_length=160, required=False)
    consent = forms.ChoiceField(
        label=_("Do they agree to be named?"), choices=CONSENT, initial=PersonRow.Consent.NOT_ASKED
    )


class QuestionForm(forms.Form):
    text = forms.CharField(label=_("Question"), max_length=1000, widget=forms.Textarea({"rows": 2}))


class PointForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("Kind"), choices=ReportPoint.Kind.choices, initial=ReportPoint.Kind.FINDING
    )
    text = forms.CharField(label=_("Text"), max_length=2000, widget=forms.Textarea({"rows": 2}))


class KeyPointForm(forms.Form):
    """What was said, by somebody or by nobody in particular."""

    text = forms.CharField(
        label=_("What was said"), max_length=2000, widget=forms.Textarea({"rows": 2})
    )
    name = forms.CharField(label=_("By whom, if it matters"), max_length=160, required=False)
    consent = forms.ChoiceField(
        label=_("Do they agree to be named?"), choices=CONSENT, initial=PersonRow.Consent.NOT_ASKED
    )


class PhotoForm(forms.Form):
    """A photograph: a new file, or one that the text has already, known by its block."""

    block = forms.CharField(required=False, widget=forms.HiddenInput)
    file = WagtailImageField(label=_("Picture"), required=False)
    alt = forms.CharField(
        label=_("What it shows"),
        max_length=300,
        required=False,
        help_text=_("For who does not see it: one sentence."),
    )
    decorative = forms.BooleanField(
        label=_("Decorative: it says nothing that the text does not say"), required=False
    )
    caption = forms.CharField(label=_("Caption"), max_length=300, required=False)
    credit = forms.CharField(
        label=_("Who took it, under which licence"), max_length=200, required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].widget = forms.FileInput()

    def clean(self):
        values = super().clean()
        if not values.get("file") and not values.get("block") and "file" not in self.errors:
            raise ValidationError(gettext("Choose the file of this picture."))
        return values


class Rows(forms.BaseFormSet):
    """Rows that are added one by one, without a script, and that say which one to remove.

    What is sent back stands for itself: it is not compared with what the page has meanwhile, and
    a row that was emptied goes.
    """

    default_error_messages = {
        **forms.BaseFormSet.default_error_messages,
        "too_many_forms": _("%(num)d at most: remove what is too much."),
    }

    def __init__(self, data=None, files=None, initial=None, **kwargs):
        super().__init__(data, files, initial=initial if data is None else None, **kwargs)

    def initial_form_count(self):
        return 0 if self.is_bound else super().initial_form_count()

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if forms.formsets.DELETION_FIELD_NAME in form.fields:
            form.fields[forms.formsets.DELETION_FIELD_NAME].label = _("Remove")

    @property
    def kept(self) -> list[dict]:
        """The values of the rows that are filled in, valid and not to be removed."""
        return [
            form.cleaned_data
            for form in self.forms
            if form.has_changed()
            if form.is_valid() and form.cleaned_data and not form.cleaned_data.get("DELETE")
        ]


def rows_of(form, most: int = MOST_ROWS, extra: int = 1):
    """Return the class of the rows of a form."""
    return forms.formset_factory(
        form,
        formset=Rows,
        extra=extra,
        max_num=most,
        validate_max=True,
        absolute_max=most + 5,
        can_delete=True,
    )


ActorRows = rows_of(ActorForm, extra=2)
PersonRows = rows_of(PersonForm)
PhotoRows = rows_of(PhotoForm, most=MOST_PHOTOS)
NamedRows = rows_of(NamedForm)
QuestionRows = rows_of(QuestionForm)
PointRows = rows_of(PointForm)
KeyPointRows = rows_of(KeyPointForm)


def one_more_row(data, prefix: str, most: int):
    """Return the data of a form with one more empty row under `prefix`, up to `most`."""
    data = data.copy()
    total = f"{prefix}-TOTAL_FORMS"
    if data.get(total, "").isdecimal():
        data[total] = str(min(int(data[total]) + 1, most))
    return data


def photos_of(page) -> list[dict]:
    """Return the photographs in the body of `page`, as the initial values of their rows."""
    return [
        {
            "block": block.id,
            "alt": (block.value["image"] and block.value["image"].contextual_alt_text) or "",
            "decorative": bool(block.value["image"] and block.value["image"].decorative),
            "caption": block.value["caption"],
            "credit": block.value["credit"],
            "image": block.value["image"],
        }
        for block in page.body
        if block.block_type == "figure" and block.value["image"]
    ]


def put_photos(page, formset: Rows, user) -> None:
    """Write the photographs of the form into the body of `page`; other blocks stay as they are."""
    rows = {form.cleaned_data["block"]: form for form in formset.forms if _names_block(form)}
    raw, kept = list(page.body.get_prep_value()), []
    for block in raw:
        form = rows.get(block.get("id"))
        if form is None or block["type"] != "figure":
            kept.append(block)
        elif not form.cleaned_data.get("DELETE"):
            image = {**block["value"]["image"], **_alternative(form.cleaned_data)}
            kept.append({**block, "value": {**_words(form.cleaned_data), "image": image}})
    for values in formset.kept:
        if values.get("file") and not values["block"]:
            image = {"image": _stored(values, user).pk, **_alternative(values)}
            figure = {**_words(values), "image": image}
            kept.append({"type": "figure", "value": figure, "id": str(uuid4())})
    page.body = type(page.body)(page.body.stream_block, kept, is_lazy=True)
    if page.listing_image_id is None:
        first = next((block for block in kept if block["type"] == "figure"), None)
        page.listing_image_id = first["value"]["image"]["image"] if first else None


def _names_block(form) -> bool:
    return form.is_valid() and bool(form.cleaned_data.get("block"))


def _alternative(values: dict) -> dict:
    decorative = values["decorative"]
    return {"alt_text": "" if decorative else values["alt"], "decorative": decorative}


def _words(values: dict) -> dict:
    return {"caption": values["caption"], "credit": values["credit"]}


def _stored(values: dict, user) -> PortalImage:
    """Return the picture stored under a name that nobody guesses: the folder is public."""
    file = values["file"]
    extension = file.name.rpartition(".")[2].lower()
    title = (values["alt"] or values["caption"] or file.name)[:255]
    file.name = f"{uuid4().hex}.{extension}"
    return PortalImage.objects.create(
        title=title, file=file, credit=values["credit"], uploaded_by_user=user
    )
