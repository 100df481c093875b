"""What is hidden now though the index may not know it yet."""

from wagtail.models import Page

from content import visibility
from outbox import services as outbox
from search import topics

# More than this waiting, and the index is too late to be asked.
MOST_WAITING = 5000


class TooLateError(Exception):
    """So much waits to be written that the index does not answer for the pages as they are."""


def hidden_pages(rules: visibility.Rules) -> tuple[int, ...]:
    """Return the pages that hide themselves and all below them.

    Those that the rules name, and those about which something waits in the outbox and that nobody
    may see any more: unpublished, deleted or moved below a private page a moment ago.
    `TooLateError` if too much waits.
    """
    waiting = outbox.waiting(topics.OF_PAGES, MOST_WAITING + 1)
    if len(waiting) > MOST_WAITING:
        raise TooLateError
    gone = set()
    if waiting:
        asked = {int(subject) for subject in waiting}
        public = visibility.public(Page.objects.filter(pk__in=asked), rules)
        gone = asked - set(public.order_by().values_list("pk", flat=True))
    return tuple(sorted({*rules.hidden_ids, *gone}))
