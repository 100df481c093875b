"""What an editor says about an upload: the files, then the type and place of a document."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Locale, Page

from home.models import HomePage
from operations.archives import LARGEST_ARCHIVE
from operations.batches import ImportItem
from operations.drafts import MODELS

MOST_UPLOADS = 100


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once; `clean` returns a list."""

    widget = FilesInput

    def clean(self, data, initial=None):
        files = data if isinstance(data, list | tuple) else [data]
        if len(files) > MOST_UPLOADS:
            raise ValidationError(
                gettext("Too many files: %(limit)s at most, or one ZIP.") % {"limit": MOST_UPLOADS}
            )
        cleaned = [super(FilesField, self).clean(file, initial) for file in files]
        if sum(file.size for file in cleaned) > LARGEST_ARCHIVE:
            raise ValidationError(gettext("The files are too large together."))
        return cleaned


def open_locales():
    """Return the locales in which there is a home to put pages under."""
    homes = HomePage.objects.filter(alias_of__isnull=True)
    return Locale.objects.filter(pk__in=homes.values("locale"))


class UploadForm(forms.Form):
    files = FilesField(
        label=_("Files"),
        allow_empty_file=True,
        help_text=_("Choose the pictures that the documents show together with them."),
    )
    locale = forms.ModelChoiceField(
        Locale.objects.none(), label=_("Language of the tree"), empty_label=None
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        locales = open_locales()
        self.fields["locale"].queryset = locales
        self.initial.setdefault(
            "locale", locales.filter(language_code=settings.LANGUAGE_CODE).first()
        )


class ItemForm(forms.ModelForm):
    """The type of a document, and its parent if it is not the place where the type lives."""

    kind = forms.ChoiceField(label=_("Type"))
    parent = forms.ModelChoiceField(
        Page.objects.none(),
        label=_("Parent page"),
        required=False,
        widget=AdminPageChooser,
        help_text=_("Leave empty for the place where pages of this type live."),
    )

    class Meta:
        model = ImportItem
        fields = ["kind", "parent"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["kind"].choices = kind_choices()
        self.fields["parent"].queryset = Page.objects.filter(depth__gt=1)

    def clean(self):
        cleaned = super().clean()
        parent, model = cleaned.get("parent"), MODELS.get(cleaned.get("kind"))
        if parent is None or model is None:
            return cleaned
        if model not in parent.specific_class.allowed_subpage_models():
            self.add_error("parent", _("A page of this type cannot be placed there."))
        elif not parent.permissions_for_user(self.user).can_add_subpage():
            self.add_error("parent", _("You may not add pages there."))
        return cleaned


def kind_choices() -> list[tuple[str, str]]:
    """Return the types that a document can become, with their names."""
    return [(kind, model._meta.verbose_name) for kind, model in MODELS.items()]
