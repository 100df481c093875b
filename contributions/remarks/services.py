"""A remark is written, waits, is decided and answered, becomes a story; a page has reactions.

Views ask who may read the page; what a person may do with a remark is checked here.
"""

from dataclasses import dataclass
from uuid import UUID, uuid5

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone
from django.utils.html import format_html, linebreaks
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext, override
from wagtail.models import Page

from content import visibility
from content.cleaning import clean_rich_text
from content.consent import public_title
from contributions import decisions, services
from contributions.models import Proposal
from contributions.remarks import mails
from contributions.remarks.models import LONGEST_QUOTE, Reaction, Remark
from contributions.remarks.passages import passages_of
from contributions.reports import services as reports
from kit.models import ChapterPage
from stories.models import StoryChapter, StoryIndexPage, StoryPage

Kind, Outcome = Remark.Kind, Remark.Outcome
ON_COALITIONS = {Kind.JOIN}
WITHOUT_REASON = {Outcome.KEPT}
CHARACTERS_OF_A_TITLE = 80
_STORIES = UUID("6f0d2c0e-6d6b-4a0e-9f0c-6f3f2f6f7d11")


class AlreadyDecided(Exception):
    """Somebody else decided since the remark was read; nothing was written."""


def kinds_for(page) -> list[Kind]:
    """Return the kinds of remark that the specific `page` takes."""
    is_coalition = page.kind == "coalition"
    return [kind for kind in Kind if is_coalition or kind not in ON_COALITIONS]


@transaction.atomic
def write(
    user,
    page,
    kind: str,
    text: str,
    passage: str = "",
    text_language: str = "",
    key: UUID | None = None,
) -> Remark:
    """Return the remark of `user` on the specific `page`, which waits for a decision.

    `passage` is the key of a passage that the page has, or empty for all of it; `text_language`
    the code of a language, or empty for that of the interface. The same `key` makes one remark.
    `ValueError` for a kind or a passage that the page does not take.
    """
    if kind not in kinds_for(page):
        raise ValueError(f"No remark of kind {kind!r} on this page.")
    quotes = {one.key: one.text for one in passages_of(page)}
    if passage and passage not in quotes:
        raise ValueError("The page has no such passage.")
    # Two clicks at once make one remark: the second waits for the first.
    get_user_model().objects.select_for_update().get(pk=user.pk)
    if key and (existing := Remark.objects.filter(author=user, key=key).first()):
        return existing
    remark = Remark.objects.create(
        page=page.page_ptr,
        title=public_title(page),
        passage=passage,
        quote=quotes.get(passage, "")[:LONGEST_QUOTE],
        kind=kind,
        text=text,
        language=get_language(),
        text_language=text_language or get_language(),
        author=user,
        author_name=user.get_full_name(),
        **({"key": key} if key else {}),
    )
    mails.tell_moderators(remark)
    return remark


def moderates(user) -> bool:
    """Return whether `user` decides on remarks: on all, or on those of pages that they publish."""
    return decisions.may_moderate(user) or reports.may_decide(user)


def remarks_for(user):
    """Return the remarks on which `user` may decide, or could if they were not their own."""
    if decisions.may_moderate(user):
        return Remark.objects.all()
    pages = reports.pages_to_decide_on(user)
    return Remark.objects.filter(models.Q(page__in=pages.values("pk")) | models.Q(page=None))


def may_decide(remark: Remark, user) -> bool:
    """Return whether `user` may decide on a remark; nobody decides on their own."""
    if remark.author_id == user.pk or not moderates(user):
        return False
    return remarks_for(user).filter(pk=remark.pk).exists()


@transaction.atomic
def decide(
    remark: Remark, user, outcome: str, reason: str = "", reply: str = "", seen: str = ""
) -> None:
    """Decide on a remark, or decide again, and answer it; its author is told.

    `seen` is the outcome that `user` read before: `AlreadyDecided` when it is another by now.
    `PermissionDenied` to who may not decide, `ValueError` for what is not kept without a reason.
    """
    outcome, reason, reply = Outcome(outcome), reason.strip(), reply.strip()
    if outcome not in WITHOUT_REASON and not reason:
        raise ValueError("A remark that is not kept needs a reason.")
    if not may_decide(remark, user):
        raise PermissionDenied
    before = Remark.objects.select_for_update().get(pk=remark.pk)
    if before.outcome != seen:
        raise AlreadyDecided
    changed = (outcome, reason, reply) != (before.outcome, before.reason, before.reply)
    remark.outcome, remark.reason, remark.reply = outcome, reason, reply
    remark.decided_at, remark.decided_by = timezone.now(), user
    remark.save(update_fields=["outcome", "reason", "reply", "decided_at", "decided_by"])
    if changed:
        mails.tell_author(remark)


def public_remarks(page) -> list[Remark]:
    """Return what readers see of the remarks on a page, the oldest first."""
    return list(Remark.objects.public().filter(page=page))


@dataclass(frozen=True)
class ReactionCount:
    """How many people reacted in one way to a page, and whether somebody is one of them."""

    kind: Reaction.Kind
    count: int
    is_mine: bool

    @property
    def label(self):
        return self.kind.label


def reactions_to(page, user=None) -> list[ReactionCount]:
    """Return the count of each kind of reaction to a page, in one query."""
    mine = models.Q(user=user.pk if user else None)
    rows = Reaction.objects.filter(page=page).order_by().values("kind")
    counted = rows.annotate(
        people=models.Count("pk"), own=models.Count("pk", filter=mine)
    ).values_list("kind", "people", "own")
    counts = {kind: (people, bool(own)) for kind, people, own in counted}
    return [ReactionCount(kind, *counts.get(kind, (0, False))) for kind in Reaction.Kind]


@transaction.atomic
def react(user, page, kind: str) -> bool:
    """Give a reaction to a page, or take it back; return whether it stands. Bears two clicks.

    `ValueError` for an unknown kind.
    """
    kind = Reaction.Kind(kind)
    _row, is_new = Reaction.objects.get_or_create(user=user, page_id=page.pk, kind=kind)
    if not is_new:
        Reaction.objects.filter(user=user, page=page.pk, kind=kind).delete()
    return is_new


def may_make_story(remark: Remark, user) -> bool:
    """Return whether `user` may begin a story with the words of a remark."""
    if remark.outcome == Outcome.HIDDEN:
        return False
    return remark.author_id == user.pk or may_decide(remark, user)


@transaction.atomic
def make_story(remark: Remark, user) -> Proposal:
    """Begin a story of `user` with the words of a remark; the same one at the second call.

    It answers the chapter or the coalition of the remark and links to its page. `PermissionDenied`
    to who may not, or may not propose; `StoryIndexPage.DoesNotExist` where no story may go.
    """
    if not may_make_story(remark, user):
        raise PermissionDenied
    remark = Remark.objects.select_for_update(of=("self",)).get(pk=remark.pk)
    index = StoryIndexPage.objects.select_related("locale").get(
        locale__language_code=remark.language, alias_of__isnull=True, live=True
    )
    key = uuid5(_STORIES, f"{remark.pk}:{user.pk}")
    if existing := services.begun(user, key):
        return existing
    proposal, _is_new = services.begin(user, index, _story(remark, user, index), key)
    remark.proposal = proposal
    remark.save(update_fields=["proposal"])
    return proposal


def _story(remark: Remark, user, index: StoryIndexPage) -> StoryPage:
    """Return a story, not saved, that says what the remark says and where it was said."""
    first_line = next(iter(remark.text.strip().splitlines()), "")
    story = StoryPage(
        title=first_line[:CHARACTERS_OF_A_TITLE],
        locale=index.locale,
        text_language=remark.text_language,
        content_language=remark.text_language,
        done=clean_rich_text(linebreaks(remark.text, autoescape=True) + _origin(remark, user)),
    )
    page = remark.page.specific if remark.page_id else None
    if page is None or page.locale_id != index.locale_id:
        return story
    if isinstance(page, ChapterPage):
        story.related_chapters = [StoryChapter(chapter=page)]
    elif page.kind == "coalition":
        story.coalition = page
    return story


def _origin(remark: Remark, user) -> str:
    """Return the paragraph that says on which page the remark was made, and by whom."""
    title = remark.title
    if remark.page_id:
        title = format_html('<a linktype="page" id="{}">{}</a>', remark.page_id, title)
    with override(remark.language):
        if remark.author_id == user.pk:
            words = gettext("First said as a remark on “%(title)s”.")
        else:
            words = gettext("First said by %(author)s as a remark on “%(title)s”.")
    values = {"title": title, "author": format_html("{}", remark.author_name)}
    return format_html("<p>{}</p>", mark_safe(words % values))  # noqa: S308  # both are escaped


def remarks_of(user) -> list[Remark]:
    """Return the remarks that a person wrote, the latest first, with their pages."""
    own = Remark.objects.filter(author=user).select_related("page__locale", "proposal")
    return list(own.order_by("-created_at", "-pk"))


def on_other_versions(page: Page, rules) -> list[Page]:
    """Return the public versions of a page in other languages that have remarks, with `count`."""
    others = Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)
    counted = visibility.public(others, rules).annotate(
        count=models.Count("remarks", filter=~models.Q(remarks__outcome__in=Remark.NOT_PUBLIC))
    )
    return list(counted.filter(count__gt=0).select_related("locale").order_by("locale"))
