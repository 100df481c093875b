"""What the demo fills in on pages that were there before it."""

from datetime import date

from operations.demo.pages import Pages
from operations.demo.records import Records
from operations.demo.removal import remove
from operations.demo.texts.front import FRONT
from operations.demo.values import Values


def test_the_words_of_an_editor_on_the_home_stay(fr):
    fr.home.heading = "Notre titre"
    fr.home.save_revision().publish()
    records = Records()
    values = {code: Values(records, code, date(2026, 1, 1)) for code in ("fr", "en")}
    Pages(records, values, None).load(FRONT)
    records.save()
    fr.home.refresh_from_db()
    assert fr.home.heading == "Notre titre"
    assert fr.home.call_title
    remove()
    fr.home.refresh_from_db()
    assert (fr.home.heading, fr.home.call_title) == ("Notre titre", "")
