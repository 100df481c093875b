"""What contributions add to every page that is read: ways to act, what others did, and a count."""

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.template.loader import render_to_string

from content.carried import carry
from content.slots import fill
from contributions.remarks.invitations import is_draft, remarks_by_passage
from contributions.saving.models import PageViews
from contributions.saving.services import Counts, savers_of

VIEWS, SAVES = "carried_views", "carried_saves"


@carry(VIEWS)
def _views():
    return Coalesce(Subquery(PageViews.objects.filter(page=OuterRef("pk")).values("count")), 0)


@carry(SAVES)
def _saves():
    return Coalesce(Subquery(savers_of(OuterRef("pk"))), 0)


@fill("page.facts")
def counts(request, page) -> str:
    """Return how often the page was read and saved, a row of its facts, once it was."""
    # Nothing was carried along to a preview.
    found = Counts(getattr(page, VIEWS, 0), getattr(page, SAVES, 0))
    if not (found.views or found.saves):
        return ""
    return render_to_string("contributions/saving/counts.html", {"counts": found})


@fill("page.foot")
def actions(request, page) -> str:
    """Return the links to remark on a page, save and report it, and the picture of its view."""
    if is_draft(request):
        return ""
    # An alias is its source read at another address.
    remarks = remarks_by_passage(page).total()
    context = {"number": page.alias_of_id or page.pk, "remarks": remarks}
    return render_to_string("contributions/foot.html", context)
