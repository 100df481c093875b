"""Insert pages in bulk: tree paths are computed, child rows and the catalogue are written along.

Saving page by page asks treebeard for a place each time, which costs up to 109 ms on a large
tree. Here the place of a page is its parent's path and a step that is counted in memory. No
signal is sent and nothing is logged or put into the admin's search index.
"""

from collections import defaultdict

from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models.sql import InsertQuery
from django.utils import timezone, translation
from modelcluster.models import get_all_child_relations
from wagtail.models import Page

from search import sync
from search.facets import facet_values
from search.models import Document, DocumentText, Facet
from search.services import words_of

BATCH = 200


class Insertion:
    """A set of new pages, placed one by one and written in batches.

    Call `add` for each page, parents first, and `finish` once at the end.
    """

    def __init__(self):
        last = Page.objects.order_by("-pk").first()
        self.next_pk = last.pk + 1
        self.children: dict[str, int] = {}
        self.waiting: list = []
        self.count = 0

    def add(self, page, parent, published_at) -> None:
        """Give `page` its place as the last child of `parent`; it is written later.

        `parent` is a page of the database, or one that was added before. `published_at` is
        the first publication of a live page.
        """
        place = self.children.get(parent.path, parent.numchild) + 1
        self.children[parent.path] = place
        page.pk = page.id = page.page_ptr_id = self.next_pk
        page.depth = parent.depth + 1
        page.path = Page._get_path(parent.path, page.depth, place)
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.draft_title = page.title
        if page.live:
            page.first_published_at = page.last_published_at = published_at
        self.next_pk += 1
        self.count += 1
        self.waiting.append(page)
        if len(self.waiting) >= BATCH:
            self.flush()

    @transaction.atomic
    def flush(self) -> None:
        """Write the waiting pages with their child rows and their rows of the catalogue."""
        by_model = defaultdict(list)
        for page in self.waiting:
            by_model[type(page)].append(page)
        _insert(Page, self.waiting)
        for model, pages in by_model.items():
            _insert(model, pages)
        self._write_rows()
        self._write_catalogue()
        for page in self.waiting:
            # Rows link pages to pages: kept, they would hold the whole site in memory.
            page._cluster_related_objects = {}
        self.waiting = []

    @transaction.atomic
    def finish(self) -> None:
        """Write what waits, the children of each parent, the next key to give, and the index."""
        if self.waiting:
            self.flush()
        for path, number in self.children.items():
            Page.objects.filter(path=path).update(numchild=number)
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), [Page]):
                cursor.execute(statement)
        self._index()

    def _index(self) -> None:
        sync.everything()

    def _write_rows(self) -> None:
        rows = defaultdict(list)
        for page in self.waiting:
            held = getattr(page, "_cluster_related_objects", {})
            for relation in get_all_child_relations(type(page)):
                for row in held.get(relation.get_accessor_name(), ()):
                    setattr(row, relation.field.attname, page.pk)
                    rows[relation.related_model].append(row)
        for model, some in rows.items():
            model.objects.bulk_create(some, batch_size=BATCH)

    def _write_catalogue(self) -> None:
        pages = [page for page in self.waiting if page.live]
        Document.objects.bulk_create([_document(page) for page in pages], batch_size=BATCH)
        DocumentText.objects.bulk_create([_words(page) for page in pages], batch_size=BATCH)
        facets = [
            Facet(document_id=page.pk, facet=facet, value=value)
            for page in pages
            for facet, value in sorted(facet_values(page))
        ]
        Facet.objects.bulk_create(facets, batch_size=BATCH)


def _insert(model, pages: list) -> None:
    """Insert the columns that `model` itself adds; `bulk_create` refuses inherited tables."""
    fields = model._meta.local_concrete_fields
    size = connection.ops.bulk_batch_size(fields, pages)
    for start in range(0, len(pages), size):
        query = InsertQuery(model)
        query.insert_values(fields, pages[start : start + size], raw=True)
        query.get_compiler(connection=connection).execute_sql()


def _document(page) -> Document:
    mapping = page.search_mapping
    own_day = getattr(page, mapping.date) if mapping.date else None
    day = own_day or timezone.localdate(page.first_published_at)
    with translation.override(page.locale.language_code):
        facts = [str(fact) for fact in getattr(page, mapping.facts)()]
    return Document(
        page_id=page.pk,
        locale_id=page.locale_id,
        translation_key=page.translation_key,
        kind=mapping.kind,
        family=mapping.family,
        listed=mapping.listed,
        title=page.title,
        summary=page.summary,
        facts=facts,
        image_id=page.listing_image_id,
        text_language=page.text_language,
        content_language=page.content_language,
        dated=day,
        year=day.year,
    )


def _words(page) -> DocumentText:
    return DocumentText(document_id=page.pk, **words_of(page))
