"""Fill in a form of the admin as a browser does: what it shows is what it sends back."""

import json

from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

FORM = "page-edit-form"


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def create_url(model, parent) -> str:
    meta = model._meta
    return reverse("wagtailadmin_pages:add", args=[meta.app_label, meta.model_name, parent.pk])


def page_form(client, url: str) -> dict:
    """Return what the form at `url` would send if nothing were changed; streams are empty."""
    response = client.get(url)
    assert response.status_code == 200, url
    data = querydict_from_html(response.content.decode(), form_id=FORM).dict()
    if "body" in response.context["form"].fields:
        data |= nested_form_data({"body": streamfield([])})
    return data


def rows(prefix: str, *values: dict) -> dict:
    """Return the fields of inline rows named `prefix`, all of them new."""
    management = {"TOTAL_FORMS": len(values), "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0}
    data = {f"{prefix}-{name}": value for name, value in management.items()}
    for number, row in enumerate(values):
        full = {"id": "", "ORDER": number + 1, "DELETE": "", **row}
        data |= {f"{prefix}-{number}-{name}": value for name, value in full.items()}
    return data


def linked_text(text: str, url: str) -> str:
    """Return the JSON that the rich-text editor sends for one paragraph that is a link."""
    link = {"offset": 0, "length": len(text), "key": 0}
    block = {"key": "ab1", "text": text, "type": "unstyled", "depth": 0}
    block |= {"inlineStyleRanges": [], "entityRanges": [link]}
    entity = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": url}}
    return json.dumps({"blocks": [block], "entityMap": {"0": entity}})


def errors(response) -> dict[str, list[str]]:
    """Return the messages of a form that was sent back, by field; rows as "name-number"."""
    form = response.context["form"]
    found = {name: list(messages) for name, messages in form.errors.items()}
    for prefix, formset in getattr(form, "formsets", {}).items():
        for number, inner in enumerate(formset.forms):
            for name, messages in inner.errors.items():
                found[f"{prefix}-{number}-{name}"] = list(messages)
        if formset.non_form_errors():
            found[prefix] = list(formset.non_form_errors())
    return found
