"""Plain text and settings in blocks. What was left out is an empty string, never None.

A value given by code may lack a key; Wagtail then reads None, which its search indexes as the
word "None" and on which wagtail-localize fails.
"""

from wagtail.blocks import CharBlock as WagtailCharBlock
from wagtail.blocks import ChoiceBlock
from wagtail.blocks import TextBlock as WagtailTextBlock


class SettingBlock(ChoiceBlock):
    """A choice that sets how a block is shown: its label is no word of the page."""

    def get_searchable_content(self, value):
        return []


class NeverNone:
    def normalize(self, value):
        return super().normalize(value) or ""

    def to_python(self, value):
        return super().to_python(value) or ""


class CharBlock(NeverNone, WagtailCharBlock):
    pass


class TextBlock(NeverNone, WagtailTextBlock):
    pass


class CodeBlock(CharBlock):
    """A name or a code, the same in every language: it is not offered to translators."""

    def get_translatable_segments(self, value):
        return []

    def restore_translated_segments(self, value, segments):
        return value
