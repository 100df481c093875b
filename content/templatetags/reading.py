"""What a text needs where it is read: its language (WCAG 3.1.2), links that lead somewhere."""

from django import template
from django.utils.html import format_html

from content import versions, visibility
from content.languages import UNDETERMINED, direction, interface_language

register = template.Library()


def _attributes(language: str, around: str) -> str:
    if not language or language in {around, UNDETERMINED}:
        return ""
    if direction(language) == direction(around):
        return format_html(' lang="{}"', language)
    return format_html(' lang="{}" dir="{}"', language, direction(language))


@register.simple_tag
def page_lang() -> str:
    """Return the ` lang="…"` of the root of a page, with `dir` where one reads from the right."""
    language = interface_language()
    way = format_html(' dir="{}"', direction(language)) if direction(language) == "rtl" else ""
    return format_html(' lang="{}"{}', language, way)


@register.simple_tag
def text_lang(language: str) -> str:
    """Return ` lang="…"`, with `dir` if it turns, for a text in another language, else nothing."""
    return _attributes(language, interface_language())


@register.simple_tag
def label_lang(language: str) -> str:
    """Return the attributes of an interface word set inside a text in `language`."""
    return _attributes(interface_language(), language) if language else ""


@register.simple_tag(takes_context=True)
def block_language(context, block_id) -> str:
    """Return the language of a block of the page that is not translated yet, else nothing."""
    request = context.get("request")
    if getattr(request, "is_preview", False):
        return ""
    return versions.language_of_block(context.get("page"), block_id)


@register.simple_tag(takes_context=True)
def public_url(context, page) -> str:
    """Return the address of `page` if anybody may see it, else an empty string."""
    if not page:
        return ""
    request = context.get("request")
    rules = visibility.rules_for(request) if request else visibility.current_rules()
    return (page.get_url(request) or "") if visibility.is_public(page, rules) else ""
