"""Keep `IndexedText` and the frequency of its tokens, for both database engines.

A row is written whole in place of the old one; how many documents have a token changes by what the
two differ in, in the same transaction.
"""

from collections import Counter

from django.db import connection, transaction

from search.analysis import tokens
from search.models import Document, IndexedText, IndexTerm

# The row of `IndexTerm` that counts all documents; no token is empty.
EVERY_DOCUMENT = ""
COLUMNS = ("title", "summary", "headings", "body")
BATCH = 500


@transaction.atomic
def put(documents: list[Document]) -> None:
    """Index documents in place of what was indexed of them."""
    old = IndexedText.objects.in_bulk([document.pk for document in documents])
    new = [indexed(document) for document in documents]
    changes: Counter = Counter()
    for row in new:
        before = old.get(row.pk)
        changes.update(counted(row))
        if before:
            changes.subtract(counted(before))
    IndexedText.objects.bulk_create([row for row in new if row.pk not in old], batch_size=BATCH)
    IndexedText.objects.bulk_update([row for row in new if row.pk in old], COLUMNS)
    count(changes)


@transaction.atomic
def remove(page_ids: list[int]) -> None:
    """Take pages out of the index."""
    changes: Counter = Counter()
    for row in IndexedText.objects.filter(pk__in=page_ids):
        changes.subtract(counted(row))
    IndexedText.objects.filter(pk__in=page_ids).delete()
    count(changes)


def indexed(document: Document) -> IndexedText:
    """Return the tokens of a document, analysed in the language of its text."""
    language, words = document.text_language, document.words
    return IndexedText(
        document_id=document.pk,
        title=tokens(document.title, language),
        summary=tokens(document.summary, language),
        headings=tokens(f"{words.headings}\n{words.subjects}", language),
        body=tokens(words.text, language),
    )


def count(changes: Counter) -> None:
    """Add to the number of documents of each token; a token that none has any more goes."""
    # In one order for all, so that two writers never wait for each other.
    rows = sorted((token, change) for token, change in changes.items() if change)
    with connection.cursor() as cursor:
        for start in range(0, len(rows), BATCH):
            some = rows[start : start + BATCH]
            cursor.execute(
                "INSERT INTO search_indexterm (token, documents) VALUES "  # noqa: S608
                + ", ".join(["(%s, %s)"] * len(some))
                + " ON CONFLICT (token) DO UPDATE"
                " SET documents = search_indexterm.documents + excluded.documents",
                [value for row in some for value in row],
            )
    fewer = [token for token, change in rows if change < 0]
    for start in range(0, len(fewer), BATCH):
        IndexTerm.objects.filter(token__in=fewer[start : start + BATCH], documents__lte=0).delete()


def counted(row: IndexedText) -> set[str]:
    """Return the tokens of a row that frequencies count, that of every document among them."""
    return {EVERY_DOCUMENT, *row.tokens}
