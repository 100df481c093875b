"""Remark on a page as a browser does it."""

from contributions.remarks.passages import passages_of
from tests.reading import Html


def address(page) -> str:
    return f"/fr/reagir/{page.pk}/"


def words(page, **changes) -> dict:
    passage = passages_of(page)[0].key
    return {"kind": "difficulty", "text": "Le seau fuit.", "passage": passage, **changes}


def fields_of(client, page) -> dict:
    """Return the hidden fields of the form, as a browser posts them back."""
    inputs = Html(client.get(address(page))).all("input")
    hidden = [one for one in inputs if one.get("type") == "hidden" and one.get("name")]
    return {one.get("name"): one.get("value") for one in hidden}


def send(client, page, **changes):
    return client.post(address(page), {**fields_of(client, page), **words(page, **changes)})
