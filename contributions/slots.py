"""The ways in to proposing a text, on the pages that readers read."""

from urllib.parse import urlencode

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from content.slots import fill
from contributions.states import standing


@fill("site.footer")
def ways_in(request, page) -> str:
    """Return the entries of the foot of every page: propose a text, find one's own again."""
    entry = '<li><a href="{}">{}</a></li>'
    return format_html(
        f"{entry}{entry}",
        reverse("propose"),
        _("Propose a text"),
        reverse("my_space"),
        _("My texts"),
    )


@fill("page.before")
def ways_out_of_preview(request, page) -> str:
    """Return what the author of a draft is told above its preview, and the ways on from there."""
    proposal = getattr(request, "shown_to_author", None)
    if proposal is None:
        return ""
    context = {"proposal": proposal, "standing": standing(proposal)}
    return render_to_string("contributions/preview.html", context)


@fill("stories.list")
def propose_from_list(request, page) -> str:
    """Return the button above the list of stories."""
    button = '<p class="actions propose"><a class="button" href="{}">{}</a></p>'
    return format_html(button, reverse("propose"), _("Propose a text"))


@fill("chapter.stories")
def answer_chapter(request, page) -> str:
    """Return the invitation to tell what one did with a chapter."""
    return _invitation("chapter", page, _("You tried this where you live? Tell it."))


@fill("coalition.stories")
def answer_coalition(request, page) -> str:
    """Return the invitation to tell what one did with a coalition."""
    return _invitation("coalition", page, _("You take part? Tell what you did."))


@fill("event.reports")
def answer_event(request, page) -> str:
    """Return the invitation to report on a workshop of an event that took place."""
    if page.cancelled or not page.is_past:
        return ""
    words, action = _("You were there? Report on your workshop."), _("Report on a workshop")
    return _invitation("event", page, words, "propose_report", action)


def _invitation(kind: str, page, words: str, form: str = "propose_story", action: str = "") -> str:
    url = f"{reverse(form)}?{urlencode({kind: page.pk or ''})}"
    context = {"url": url, "words": words, "action": action or _("Tell a story")}
    return render_to_string("contributions/invitation.html", context)
