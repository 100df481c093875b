"""How the hot queries find their rows: by an index, whatever the number of pages.

On SQLite a plan is asked of the planner as it stands, without statistics. PostgreSQL reads a
small table whole, rightly: there, it is told to avoid that where it can.
"""

import re

import pytest
from django.db import connection

from benchmarks.addresses import addresses
from benchmarks.database import analyse
from benchmarks.generator import generate
from content import visibility
from search.models import Document, Facet
from tests.factories import restrict

LARGE_TABLES = ("wagtailcore_page", "search_document", "stories_storylink", "stories_storypage")


@pytest.fixture
def site(fr, en):
    made = generate(60)
    # What the server has gathered by itself depends on the tests before.
    analyse()
    return made


def queries_of(client, url: str) -> list[tuple]:
    """Return the SELECT queries that a request makes, with their parameters."""
    found = []

    def keep(execute, sql, parameters, many, context):
        if sql.startswith(("SELECT", "(SELECT")):
            found.append((sql, parameters))
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(keep):
        client.get(url)
    return found


def plan(sql: str, parameters) -> str:
    """Return how the database would run a query, one step a line."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}", parameters)
            return "\n".join(row[3] for row in cursor.fetchall())
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN {sql}", parameters)
        return "\n".join(row[0] for row in cursor.fetchall())


def tables_read_whole(steps: str) -> set[str]:
    """Return the large tables that a plan reads row by row."""
    whole = re.findall(r"(?:^SCAN|Seq Scan on) (\w+)(?! USING)", steps, re.MULTILINE)
    return {table for table in whole if table in LARGE_TABLES}


@pytest.mark.parametrize("name", ["article", "chapter in a part", "not found"])
def test_a_page_reads_no_large_table_whole(name, site, client):
    address = next(one for one in addresses(site) if one.name == name)
    client.get(address.url)
    asked = queries_of(client, address.url)
    assert len(asked) > 2
    for sql, parameters in asked:
        steps = plan(sql, parameters)
        assert not tables_read_whole(steps), f"{sql}\n{steps}"


def test_a_scan_would_be_seen(site):
    steps = plan("SELECT * FROM wagtailcore_page WHERE seo_title = %s", ["none"])
    assert tables_read_whole(steps) == {"wagtailcore_page"}


def test_the_hidden_branches_are_found_by_their_indexes(site):
    found = []

    def keep(execute, sql, parameters, many, context):
        found.append((sql, parameters))
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(keep):
        visibility.current_rules()
    steps = plan(*found[-1])
    assert "content_hidden_pages" in steps
    assert "content_expiring_branches" in steps


def counted_by_hand(rules, locale_id: int, kinds) -> tuple[int, dict, dict]:
    """Return the total, the themes and the kinds of a list, page by page through the door."""
    documents = Document.objects.filter(listed=True, locale_id=locale_id)
    shown = [
        document
        for document in documents.select_related("page")
        if visibility.is_public(document.page, rules) and (not kinds or document.kind in kinds)
    ]
    themes, by_kind = {}, {}
    for document in shown:
        by_kind[document.kind] = by_kind.get(document.kind, 0) + 1
        for facet in Facet.objects.filter(document=document, facet="theme"):
            themes[facet.value] = themes.get(facet.value, 0) + 1
    return len(shown), themes, by_kind


@pytest.mark.parametrize("hidden", [False, True], ids=["open", "restricted branch"])
def test_the_counts_of_a_list_are_those_of_its_pages_one_by_one(hidden, site, client):
    tree = site.trees["fr"]
    if hidden:
        for story in tree.first["story"][:2]:
            restrict(story)
    listing = next(one for one in addresses(site) if one.name == "listing")
    answer = client.get(listing.url).context["listing"]
    index = tree.parents["story"]
    total, themes, kinds = counted_by_hand(
        visibility.current_rules(), tree.locale.pk, index.listed_kinds
    )
    assert answer.total == total > 5
    assert dict(answer.counts["theme"]) == themes
    assert dict(answer.counts["kind"]) == kinds
