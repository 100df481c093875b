"""Words of the page: languages by name, French typography, slots, anchors."""

from django import template
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString, mark_safe

from content import slots
from content.languages import direction, name_for_reader
from content.sections import anchor_of
from content.typography import french_html

register = template.Library()

register.filter("language_name", name_for_reader)
register.filter("language_direction", direction)
register.filter("anchor", anchor_of)


@register.filter
def typography(text, language: str = "fr") -> SafeString:
    """Return `text` with French spacing if it is in French; HTML stays HTML."""
    markup = conditional_escape(text)
    if not language.startswith("fr"):
        return markup
    # The input is escaped or was safe, and only spaces and apostrophes change.
    return mark_safe(french_html(markup))  # noqa: S308


@register.simple_tag(takes_context=True)
def slot(context, name: str) -> SafeString:
    """Return what the rooms above add to the page in this place."""
    page = context.get("page")
    parts = slots.render(name, context["request"], page)
    return format_html_join("", "{}", ((part,) for part in parts))
