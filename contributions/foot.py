"""What contributions add to every page that is read: two ways to act, and a count."""

from django.template.loader import render_to_string

from content.slots import fill


@fill("page.foot")
def actions(request, page) -> str:
    """Return the links to save and to report a page, and the picture that counts its view."""
    if getattr(request, "is_preview", False):
        return ""
    return render_to_string("contributions/foot.html", {"page": page})
