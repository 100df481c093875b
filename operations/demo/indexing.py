"""Wagtail's search index and its index of references, written once at the end of a load.

By themselves both are written at each save of a page and of each of its rows: more than half of
the time that a load takes.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db.models import Model
from django.db.models.signals import post_save
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import ReferenceIndex
from wagtail.search.backends import get_search_backends
from wagtail.search.index import get_indexed_models
from wagtail.signal_handlers import disable_reference_index_auto_update


@contextmanager
def index_later() -> Iterator[None]:
    """Leave the indexes alone inside the block; for a command, since all threads are concerned."""
    models = [one for one in get_indexed_models() if getattr(one, "search_auto_update", True)]
    for model in models:
        post_save.disconnect(post_save_signal_handler, sender=model)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        for model in models:
            post_save.connect(post_save_signal_handler, sender=model)


def index_now(objects: Iterable[Model]) -> None:
    """Write both indexes for `objects`, as they are in the database."""
    keys = defaultdict(set)
    for one in objects:
        keys[type(one)].add(one.pk)
    searched = set(get_indexed_models())
    for model, pks in keys.items():
        if ReferenceIndex.is_indexed(model):
            for one in model._default_manager.filter(pk__in=pks):
                ReferenceIndex.create_or_update_for_object(one)
        if model in searched:
            found = list(model.get_indexed_objects().filter(pk__in=pks))
            for backend in get_search_backends(with_auto_update=True):
                backend.add_bulk(model, found)
