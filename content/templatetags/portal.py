"""Words of the page: languages by name, French typography, slots, anchors."""

from babel.units import format_unit
from django import template
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString, mark_safe

from content import slots
from content.languages import direction, interface_language, name_for_reader
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


@register.simple_tag(takes_context=True)
def after_passages(context) -> dict[str, str]:
    """Return what the rooms above add under each passage of the page, by its key."""
    return slots.render_after_passages(context["request"], context.get("page"))


@register.filter
def of(by_key, key: str) -> str:
    """Return what a dictionary has for `key`, or an empty string."""
    return by_key.get(key, "") if by_key else ""


@register.filter
def weight(size: int | None) -> str:
    """Return a size in bytes as read by people: "4,1 Mo" in French, "4.1 MB" in English."""
    if not size:
        return ""
    amount, unit = (
        (size / 1_000_000, "megabyte") if size >= 1_000_000 else (size / 1000, "kilobyte")
    )
    shown = round(amount, 1) if amount < 10 else round(amount)
    locale = interface_language().replace("-", "_")
    return format_unit(shown, f"digital-{unit}", "short", locale=locale)
