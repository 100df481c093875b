"""Translate a page the way a translator does, through wagtail-localize's own screens."""

from urllib.parse import urlencode

from django.test import TestCase
from django.urls import reverse
from wagtail_localize.models import StringSegment, Translation, TranslationSource

FORM = "application/x-www-form-urlencoded"


def submit(client, page, locale):
    """Ask for a translation of `page` into `locale`; return the `Translation`."""
    url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    response = client.post(url, {"locales": [locale.pk]})
    assert response.status_code == 302, response.context["form"].errors
    source = TranslationSource.objects.get_for_instance(page)
    return Translation.objects.get(source=source, target_locale=locale)


def segments(translation) -> list[StringSegment]:
    """Return the strings offered to the translator."""
    found = StringSegment.objects.filter(source=translation.source)
    return list(found.select_related("string", "context").order_by("order"))


def write(client, translation, words) -> list[StringSegment]:
    """Save `words(string)` as the translation of each string; return what was offered."""
    offered = segments(translation)
    for segment in offered:
        url = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
        body = urlencode({"value": words(segment.string.data)})
        response = client.put(url, body, content_type=FORM)
        assert response.status_code in {200, 201}, response.content
    return offered


def replace(client, translation, segment, value: str) -> None:
    """Give a link or a file of the source another value in the translation."""
    url = reverse("wagtail_localize:edit_override", args=[translation.pk, segment.pk])
    response = client.put(url, urlencode({"value": value}), content_type=FORM)
    assert response.status_code in {200, 201}, response.content


def publish(client, translation):
    """Publish the translation from its editing screen; return the specific page."""
    target = translation.get_target_instance()
    url = reverse("wagtailadmin_pages:edit", args=[target.pk])
    # wagtail-localize publishes after the commit, which a test never reaches by itself.
    with TestCase.captureOnCommitCallbacks(execute=True):
        response = client.post(url, {"action": "publish"})
    assert response.status_code == 302
    return type(target.specific).objects.get(pk=target.pk)


def translation_of_parent(translation) -> Translation:
    """Return the translation of the page above, into the same language."""
    parent = translation.source.get_source_instance().get_parent().specific
    source = TranslationSource.objects.get_for_instance(parent)
    return Translation.objects.get(source=source, target_locale=translation.target_locale)
