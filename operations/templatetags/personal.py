"""Any JSON value, shown as lists."""

from django import template

register = template.Library()


@register.filter
def is_mapping(value) -> bool:
    return isinstance(value, dict)


@register.filter
def is_list(value) -> bool:
    return isinstance(value, list)


@register.filter
def as_words(name: str) -> str:
    """Return a name of the export as words: "last_sign_in" is "last sign in"."""
    return str(name).replace("_", " ")
