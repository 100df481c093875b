"""Every page is valid HTML for the Nu HTML checker, which implements the WHATWG standard."""

import pytest

from tests.browser import addresses
from tests.validity import check, faults

pytestmark = pytest.mark.vnu


def test_every_page_is_valid_html(site, tmp_path):
    statuses = {}
    for name in addresses.NAMES:
        answer = site.get(site.paths[name])
        statuses[name] = answer.status
        (tmp_path / f"{name}.html").write_bytes(answer.body)
    said = faults(tmp_path)

    assert statuses == {name: addresses.STATUSES.get(name, 200) for name in addresses.NAMES}
    assert not said, "\n".join(said)


def test_an_invalid_page_would_be_seen(tmp_path):
    page = "<!doctype html><html lang='fr'><title>Un</title><p><div>deux</div></p><b id=a><i id=a>"
    (tmp_path / "wrong.html").write_text(page, encoding="utf-8")

    assert {message["type"] for message in check(tmp_path)} >= {"error"}
