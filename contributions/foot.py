"""What contributions add to every page that is read: counts, and two ways to act."""

from django.template.loader import render_to_string

from content.slots import fill
from contributions.saving.services import counts_of


@fill("page.facts")
def counts(request, page) -> str:
    """Return how often a page was read and saved, as rows of its facts."""
    if getattr(request, "is_preview", False):
        return ""
    counts = counts_of(page)
    if not (counts.views or counts.saves):
        return ""
    return render_to_string("contributions/saving/counts.html", {"counts": counts})


@fill("page.foot")
def actions(request, page) -> str:
    """Return the links to save and to report a page, and the picture that counts its view."""
    if getattr(request, "is_preview", False):
        return ""
    return render_to_string("contributions/foot.html", {"page": page})
