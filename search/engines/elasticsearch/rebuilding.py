"""Make the indices anew beside those that are searched, then let them take their place at once.

Nothing is lost meanwhile: each edit is written to both (`writing`), and no page that was read
before an edit takes the place of one that was read after it.
"""

from collections.abc import Callable
from contextlib import suppress

from django.conf import settings

from content import visibility
from search.engines.elasticsearch.client import FAILURES
from search.engines.elasticsearch.documents import index_language
from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.engines.elasticsearch.writing import moment
from search.models import Document

BATCH = 500


def rebuild(
    engine: ElasticsearchEngine, report: Callable[[int, int], None] = lambda done, total: None
) -> int:
    """Fill new indices with every page that anybody may read, and swap; return how many there are.

    The index of the database must be there: its tokens are those that are written. `report` is
    told how many pages are done, and of how many. A failure leaves the old indices in use.
    """
    texts = Document.objects.order_by().values_list("text_language", flat=True).distinct()
    languages = {index_language(one) for one in (*texts, settings.LANGUAGE_CODE)}
    filled = engine.indices.begin(languages)
    try:
        _fill(engine, filled, report)
        engine.indices.finish(filled)
    except BaseException:
        # Else each edit would be written to them too. The next rebuild forgets what is left.
        with suppress(*FAILURES):
            searched = engine.indices.state().live.values()
            engine.indices.forget(set(filled.values()) - set(searched))
        raise
    return engine.count()


def _fill(engine: ElasticsearchEngine, filled: dict[str, str], report: Callable) -> None:
    every = Document.objects.order_by("pk")
    total, done, last = every.count(), 0, 0
    while True:
        now = moment()
        batch = list(every.filter(pk__gt=last).values_list("pk", flat=True)[:BATCH])
        if not batch:
            return
        public = Document.objects.public(visibility.current_rules()).filter(pk__in=batch)
        engine.writer.fill(filled, list(public), now)
        done, last = done + len(batch), batch[-1]
        report(min(done, total), total)
