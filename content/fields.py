"""Model fields: rich text that is clean, and streams whose blocks stay out of migrations."""

from django import forms
from django.db import models
from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField as WagtailRichTextField
from wagtail.fields import StreamField as WagtailStreamField

from content.cleaning import clean_rich_text
from content.languages import language_choices, validate_language


class RichTextField(WagtailRichTextField):
    """Rich text, cleaned whenever it goes to the database."""

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return clean_rich_text(value) if isinstance(value, str) else value

    def value_to_string(self, obj):
        """Return the text as revisions keep it, as clean as the page will be."""
        return self.get_prep_value(super().value_to_string(obj))


class StreamField(WagtailStreamField):
    """A stream whose definition does not enter migrations.

    Migrations of a StreamField repeat every block and change with each of them, though the
    column never does. The cost: a historical model in a data migration sees no blocks, so
    such a migration works on the raw JSON (docs/adr/0004).

    Every block is converted before it is stored, hence cleaned: Wagtail writes back as it is the
    raw JSON of the blocks that nobody has read.
    """

    def __init__(self, block_types=(), **kwargs):
        super().__init__(block_types, **kwargs)

    def deconstruct(self):
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs

    def get_prep_value(self, value):
        if isinstance(value, StreamValue):
            list(value)
        return super().get_prep_value(value)


class LanguageChoiceField(forms.ChoiceField):
    """A choice among common languages that accepts any other known code it is given."""

    def __init__(self, **kwargs):
        kwargs.pop("max_length", None)
        super().__init__(
            choices=lambda: [("", "---------"), *language_choices()],
            validators=[validate_language],
            **kwargs,
        )

    def valid_value(self, value):
        return True

    def prepare_value(self, value):
        known = {code for code, _name in self.choices}
        if value and value not in known:
            self.choices = [*self.choices, (value, value)]
        return value


class LanguageField(models.CharField):
    """The BCP 47 code of a language."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 35)
        super().__init__(*args, **kwargs)
        self.validators.append(validate_language)

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": LanguageChoiceField, **kwargs})
