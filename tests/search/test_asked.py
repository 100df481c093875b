"""What visitors search is counted, without a word about who they are."""

import csv
import io
import re
import time
from datetime import date

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search import asked
from search.models import AskedQuestion
from tests.search.asking import text

PERSON = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture(autouse=True)
def nothing_counted_yet():
    asked.gathered.clear()


def visit(q: str, address: str = "203.0.113.1", path: str = "/fr/recherche/", **given):
    """Ask a question as a browser does, and return the answer."""
    headers = {"HTTP_USER_AGENT": PERSON, "REMOTE_ADDR": address}
    headers |= {name: value for name, value in given.items() if name.isupper()}
    chosen = {name: value for name, value in given.items() if not name.isupper()}
    return Client().get(path, {"q": q, **chosen}, **headers)


def counted() -> dict[str, tuple[int, int]]:
    """Return how often each question was asked, and how often in vain."""
    asked.gathered.write()
    rows = AskedQuestion.objects.values_list("question", "asked", "unanswered")
    return {question: (times, vain) for question, times, vain in rows}


def test_a_question_counts_once_a_visitor(fr):
    text(fr, "Un", "Le lavoir.")
    for address in ("203.0.113.1", "203.0.113.1", "203.0.113.2"):
        assert visit("lavoir", address).status_code == 200
    assert counted() == {"lavoir": (2, 0)}
    row = AskedQuestion.objects.get()
    assert (row.month, row.language) == (timezone.localdate().replace(day=1), "fr")
    assert row.pages == 1


def test_spellings_of_a_question_count_together(fr):
    for number, q in enumerate(("Écologie locale", "ecologie  LOCALE", "« écologie » locale ?")):
        visit(q, f"203.0.113.{number}")
    assert counted() == {"écologie locale": (3, 3)}


def test_what_was_written_before_is_added_to(fr):
    visit("lavoir")
    assert counted() == {"lavoir": (1, 1)}
    text(fr, "Un", "Le lavoir.")
    visit("lavoir", "203.0.113.2")
    assert counted() == {"lavoir": (2, 1)}


def test_each_language_is_counted_apart(fr, en):
    visit("lavoir")
    visit("lavoir", path="/en/search/")
    asked.gathered.write()
    assert set(AskedQuestion.objects.values_list("language", "asked")) == {("fr", 1), ("en", 1)}


UNCOUNTED = {
    "a second page": {"page": "1", "sort": "date"},
    "an order": {"sort": "date"},
    "a filter": {"kind": "story"},
    "a robot": {"HTTP_USER_AGENT": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
    "a program": {"HTTP_USER_AGENT": "curl/8.5"},
    "nobody": {"HTTP_USER_AGENT": ""},
    "a reload": {"HTTP_CACHE_CONTROL": "max-age=0"},
    "a page fetched ahead": {"HTTP_SEC_PURPOSE": "prefetch"},
}


@pytest.mark.parametrize("given", UNCOUNTED.values(), ids=UNCOUNTED.keys())
def test_what_is_not_a_new_question_is_not_counted(fr, given):
    text(fr, "Un", "Le lavoir.")
    assert visit("lavoir", **given).status_code == 200
    assert counted() == {}


def test_a_second_page_and_a_feed_are_not_counted(fr):
    for number in range(21):
        text(fr, f"Page {number}", "Le lavoir.")
    assert visit("lavoir", page="2").status_code == 200
    assert visit("lavoir", path="/fr/recherche/resultats.json").status_code == 200
    assert counted() == {}


PERSONAL = """
    jeanne@example.org | https://example.org/x | www.example.org | 06 12 34 56 78 | 0612345678
    +33 6 12 34 56 78 | 12.34.56.78 | 12 rue des Lilas Laval | 3 bis, avenue Foch
    14 High Street Leeds | 2 85 07 75 123 456 89 | dossier 482913 | ???
    mot mot mot mot mot mot mot mot mot
    abcdefghijklmnopqrstuvwxyzabcdefghijkl
    une question trop longue pour être autre chose qu’un récit personnel
"""
INNOCENT = """
    53000 | rencontres 2023-2024 | la rue aux écoles | covid-19 | T² | place des femmes
    les 10 ans du lavoir | énergie
"""


def lines(words: str) -> list[str]:
    return [one.strip() for one in words.replace("\n", "|").split("|") if one.strip()]


@pytest.mark.parametrize("question", lines(PERSONAL))
def test_what_may_say_who_somebody_is_is_not_kept(question):
    assert asked.readable(question, "fr") is None


@pytest.mark.parametrize("question", lines(INNOCENT))
def test_what_says_nothing_of_anybody_is_kept(question):
    assert asked.readable(question, "fr")


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300))
def test_whatever_is_typed_is_counted_by_plain_words_or_not_at_all(typed):
    kept = asked.readable(typed, "fr")
    if kept:
        assert kept.question == kept.question.strip()
        assert kept.question[0].isalnum()
        assert len(kept.question) <= 80
        assert len(kept.key) <= 150


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(st.text(max_size=80))
def test_whatever_is_typed_is_answered_and_written(fr, typed):
    assert visit(typed).status_code == 200
    asked.gathered.write()
    assert asked.gathered.write() == 0


def test_a_database_that_refuses_costs_no_search_and_no_count(fr, monkeypatch):
    def refused(counts):
        raise OperationalError("database is locked")

    store = asked.gathered._store
    monkeypatch.setattr(asked.gathered, "_store", refused)
    assert visit("lavoir").status_code == 200
    asked.gathered.write()
    assert visit("lavoir", "203.0.113.2").status_code == 200
    monkeypatch.setattr(asked.gathered, "_store", store)
    assert counted() == {"lavoir": (2, 2)}


def test_a_search_writes_nothing_itself(fr, django_assert_max_num_queries):
    with django_assert_max_num_queries(8) as done:
        visit("lavoir")
    asked = [one["sql"] for one in done]
    reading = ("SELECT", "WITH", "SET LOCAL")
    assert [sql for sql in asked if not sql.lstrip("( ").startswith(reading)] == []
    assert [sql for sql in asked if re.search(r"\b(INSERT|UPDATE|DELETE)\b", sql)] == []


def test_questions_are_forgotten_after_thirteen_months(db, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 11, 22))
    for month, times in (
        (date(2025, 9, 1), 9),
        (date(2025, 10, 1), 9),
        (date(2026, 9, 1), 1),
        (date(2026, 10, 1), 1),
    ):
        AskedQuestion.objects.create(
            month=month, language="fr", key=str(month), question=str(month), asked=times
        )
    assert asked.purge() == 2
    assert set(AskedQuestion.objects.values_list("question", flat=True)) == {
        "2025-10-01",
        "2026-10-01",
    }


def remembered(question: str, times: int, unanswered: int = 0, months_ago: int = 0, **values):
    month = asked.months_before(timezone.localdate().replace(day=1), months_ago)
    values = {"language": "fr", "pages": 0 if unanswered else 4, **values}
    AskedQuestion.objects.create(
        month=month, key=question, question=question, asked=times, unanswered=unanswered, **values
    )


def report(client, **chosen) -> list[dict]:
    response = client.get(reverse("search_asked"), chosen)
    assert response.status_code == 200
    return list(response.context["object_list"])


def test_the_report_shows_the_most_asked_first_and_nothing_asked_once(editor_client):
    remembered("lavoir", 2)
    remembered("lavoir", 3, months_ago=2)
    remembered("fontaine", 7, unanswered=6)
    remembered("jeanne dupont", 1)
    rows = report(editor_client)
    assert [(row["question"], row["asked"]) for row in rows] == [("fontaine", 7), ("lavoir", 5)]
    page = editor_client.get(reverse("search_asked")).content.decode()
    assert "jeanne" not in page


def test_the_report_is_filtered_by_language_period_and_answer(editor_client):
    remembered("lavoir", 2, months_ago=4)
    remembered("fontaine", 7, unanswered=6)
    remembered("well", 3, language="en")
    assert [row["question"] for row in report(editor_client, language="en")] == ["well"]
    assert [row["question"] for row in report(editor_client, only="none")] == ["fontaine"]
    assert {row["question"] for row in report(editor_client, period="3")} == {"fontaine", "well"}
    assert report(editor_client, period="99", only="x", language="zz", p="1") != []


def test_the_report_is_exported_with_the_same_rows(editor_client):
    remembered("lavoir", 2)
    remembered("jeanne dupont", 1)
    response = editor_client.get(reverse("search_asked"), {"export": "csv"})
    rows = list(csv.reader(io.StringIO(b"".join(response.streaming_content).decode())))
    assert rows[1:] == [["lavoir", "fr", "2", "0", "4"]]


def test_an_empty_report_says_so(editor_client):
    response = editor_client.get(reverse("search_asked"))
    with override("fr"):
        assert gettext("No question was asked twice yet.") in response.content.decode()


def test_the_report_leads_to_new_synonyms_that_begin_with_the_question(editor_client):
    remembered("fontaine & puits", 7, unanswered=6)
    page = editor_client.get(reverse("search_asked")).content.decode()
    address = f"{reverse('search_synonyms:add')}?words=fontaine+%26+puits&amp;language=fr"
    assert address in page


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_counts_are_written_in_their_own_time(settings):
    settings.COUNTS_WRITTEN_AFTER = 0.05
    visit("lavoir")
    deadline = time.monotonic() + 30
    while not AskedQuestion.objects.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert AskedQuestion.objects.get().asked == 1
