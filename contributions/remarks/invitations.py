"""Under each passage of a page that is read: the way to react to it, and how many did."""

from collections import Counter
from urllib.parse import urlencode

from django.db.models import F, Func, OuterRef, Subquery, TextField, Value
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext, ngettext

from content.carried import carry
from content.slots import fill
from content.templatetags.reading import label_lang
from contributions.remarks.models import Remark
from contributions.remarks.passages import passages_of
from contributions.remarks.showing import anchor_of_remarks

CARRIED = "carried_remarks"
CHARACTERS_OF_A_NAME = 60


class _Joined(Func):
    """The values of a column, with a space between two; nothing where there is no row.

    A function and not an aggregate, so that it does not group the rows.
    """

    output_field = TextField()

    def as_sqlite(self, compiler, connection, **context):
        return super().as_sql(compiler, connection, function="GROUP_CONCAT", **context)

    def as_postgresql(self, compiler, connection, **context):
        return super().as_sql(compiler, connection, function="STRING_AGG", **context)


@carry(CARRIED)
def _passages_remarked():
    rows = Remark.objects.public().filter(page=OuterRef("pk")).order_by()
    joined = rows.annotate(keys=_Joined(F("passage"), Value(" ")))
    return Subquery(joined.values("keys"))


def remarks_by_passage(page) -> Counter:
    """Return how many remarks readers see of a page that is read, by the key of the passage.

    What is about the whole page has an empty key. A page from elsewhere, as in a preview, has
    none.
    """
    joined = getattr(page, CARRIED, None)
    # One remark on the whole page is an empty string; none at all is nothing.
    return Counter() if joined is None else Counter(joined.split(" "))


def is_draft(request) -> bool:
    """Return whether a page is only shown to who writes it or decides on it."""
    return bool(getattr(request, "is_preview", False) or getattr(request, "shown_to_author", None))


@fill("page.passages")
def invitations(request, page) -> dict[str, str]:
    """Return the link to react to each passage of a page, by the key of the passage."""
    if is_draft(request):
        return {}
    address = reverse("remarks", args=[page.alias_of_id or page.pk])
    around = label_lang(page.text_language)
    counts = remarks_by_passage(page)
    return {one.key: _link(one, address, around, counts[one.key]) for one in passages_of(page)}


def _link(passage, address: str, around: str, count: int) -> str:
    """Return the paragraph of one link; its name begins with the words that are seen of it.

    WCAG 2.5.3 (label in name) and 2.4.4 (purpose of a link).
    """
    extract = Truncator(passage.text).chars(CHARACTERS_OF_A_NAME)
    if count:
        words = ngettext("%(count)s remark", "%(count)s remarks", count) % {"count": count}
        name = gettext("%(words)s on the passage: %(extract)s")
    else:
        words = gettext("React to this passage")
        name = gettext("%(words)s: %(extract)s")
    return format_html(
        '<p class="react"{}><a{} href="{}?{}#{}" rel="nofollow" aria-label="{}">{}</a></p>',
        around,
        mark_safe(' class="said"') if count else "",
        address,
        urlencode({"passage": passage.key}),
        anchor_of_remarks(passage.key) if count else "write",
        name % {"words": words, "extract": extract},
        words,
    )
