"""A page as one HTML file that opens anywhere: every word of it, drafts included."""

from django.db import models
from django.template.loader import render_to_string
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from content.cleaning import clean_rich_text
from content.fields import StreamField


def page_as_html(page) -> bytes:
    """Return the latest revision of the specific `page` as an HTML document in UTF-8."""
    latest = page.get_latest_revision_as_object()
    context = {"page": latest, "parts": _fields(latest), "rows": _rows(latest)}
    return render_to_string("content/readable.html", context).encode()


def _fields(page) -> list[dict]:
    """Return the fields that the page type or the house adds to a page and that hold words."""
    own = [field for field in page._meta.fields if field.model is not Page]
    wanted = [Page._meta.get_field("seo_title"), Page._meta.get_field("search_description"), *own]
    return [part for field in wanted if (part := _part(page, field))]


def _part(holder, field) -> dict | None:
    value = getattr(holder, field.name, None)
    if not value or not isinstance(field, models.CharField | models.TextField | StreamField):
        return None
    part = {"label": field.verbose_name}
    if isinstance(field, StreamField):
        return {**part, "stream": value}
    if isinstance(field, RichTextField):
        return {**part, "html": expand_db_html(clean_rich_text(value))}
    return {**part, "text": getattr(holder, f"get_{field.name}_display", lambda: value)()}


def _rows(page) -> list[dict]:
    """Return the child rows that the page type or the house keeps, each as its words."""
    groups = []
    for relation in page._meta.related_objects:
        if not isinstance(relation.remote_field, ParentalKey):
            continue
        model = relation.related_model
        rows = [
            [part for field in model._meta.fields if (part := _part(row, field))]
            for row in getattr(page, relation.get_accessor_name()).all()
        ]
        if any(rows):
            groups.append({"label": model._meta.verbose_name_plural, "rows": filter(None, rows)})
    return groups
