"""What an author does with a text: begin, save, propose, withdraw, take up again, delete.

Each checks the right of the author on Wagtail's own rules, in one transaction. Nothing here
publishes.
"""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language
from wagtail.actions.edit_page import EditPageAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.coreutils import string_to_ascii
from wagtail.models import Page

from contributions.decisions import NotWaiting, record
from contributions.models import Exchange, Proposal
from contributions.states import State, standing
from contributions.tokens import token_of

Kind = Exchange.Kind


class Conflict(Exception):
    """The text was saved elsewhere since it was opened here; nothing was written.

    `page` is the text as it was saved.
    """

    def __init__(self, page):
        super().__init__()
        self.page = page


class NotEditable(Exception):
    """The text is with the moderators, or was not kept: nothing was written."""


def begun(user, key) -> Proposal | None:
    """Return the proposal that a form began, which a second click of the form is to find."""
    return Proposal.objects.filter(author=user, key=key).select_related("page").first()


@transaction.atomic
def begin(user, parent: Page, page, key) -> tuple[Proposal, bool]:
    """Put `page` under `parent` as a draft of `user`; return its proposal, and whether it is new.

    The same `key` makes one page. `PermissionDenied` to who may not add pages there.
    """
    # Also keeps two from taking the same place in the tree at once.
    parent = Page.objects.select_for_update().get(pk=parent.pk).specific
    if existing := begun(user, key):
        return existing, False
    may_add = parent.permissions_for_user(user).can_add_subpage()
    if not may_add or not type(page).can_create_at(parent):
        raise PermissionDenied
    page.live, page.owner, page.locale = False, user, parent.locale
    page.slug = free_slug(page, parent)
    parent.add_child(instance=page)
    page.save_revision(user=user, log_action=True, clean=False)
    proposal = Proposal.objects.create(
        page=page.page_ptr,
        author=user,
        author_name=user.get_full_name(),
        language=get_language(),
        key=key,
    )
    return proposal, True


@transaction.atomic
def save(proposal: Proposal, user, token: str, change) -> Page:
    """Save what `change(page)` makes of the latest text of a proposal; return the page.

    `Conflict` when `token` is not that of the latest text, `NotEditable` while it waits for
    a decision or was not kept, `PermissionDenied` to anybody but its author.
    """
    proposal = _own(proposal, user)
    if not standing(proposal).may_edit:
        raise NotEditable
    stored = proposal.page.specific
    latest = stored.get_latest_revision_as_object()
    if token_of(stored) != token:
        raise Conflict(latest)
    _write(latest, user, change)
    return latest


def _write(page, user, change) -> None:
    """Save what `change(page)` makes of a text; its address follows its title until published."""
    change(page)
    if not page.first_published_at:
        page.slug = free_slug(page, page.get_parent())
    EditPageAction(page, user=user).execute()


@transaction.atomic
def submit(proposal: Proposal, user, note: str = "") -> None:
    """Propose the latest text to the moderators. `ValueError` if it waits for them already."""
    proposal = _own(proposal, user)
    now = standing(proposal)
    page = proposal.page.specific
    if not now.may_submit:
        raise ValueError("There is nothing to propose.")
    if not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
    page.get_latest_revision_as_object().full_clean()
    again = proposal.submitted_at is not None
    proposal.note, proposal.submitted_at, proposal.ending = note, timezone.now(), ""
    proposal.language, proposal.author_name = get_language(), user.get_full_name()
    proposal.save()
    if now.needs_changes:
        page.current_workflow_state.resume(user)
    else:
        page.get_workflow().start(page, user)
    record(proposal, Kind.RESUBMITTED if again else Kind.SUBMITTED, user, note)


@transaction.atomic
def update(proposal: Proposal, user, token: str, change, note: str = "") -> None:
    """Propose what `change(page)` makes of a text that waits, in the place of what was proposed.

    It keeps its place and whoever reads it. `NotWaiting` if it was decided meanwhile, `Conflict`
    as in `save`, `PermissionDenied` to anybody but its author.
    """
    proposal = _own(proposal, user)
    if not standing(proposal).is_waiting:
        raise NotWaiting
    stored = proposal.page.specific
    latest = stored.get_latest_revision_as_object()
    if token_of(stored) != token:
        raise Conflict(latest)
    # A fresh state: what a moderator decides about the former one is refused.
    stored.current_workflow_state.cancel(user=user)
    _write(latest, user, change)
    latest.full_clean()
    latest.get_workflow().start(latest, user)
    record(proposal, Kind.UPDATED, user, note)


@transaction.atomic
def withdraw(proposal: Proposal, user) -> None:
    """Take a text back from the moderators, or off the site. `NotWaiting` if it is with nobody.

    The change of a published text is taken back first: the text stays published.
    """
    proposal = _own(proposal, user)
    page = proposal.page.specific
    now = standing(proposal)
    if now.is_waiting or now.needs_changes:
        page.current_workflow_state.cancel(user=user)
        proposal.taken_by = proposal.taken_at = None
        proposal.ending = "" if page.live else Proposal.Ending.WITHDRAWN
        proposal.save(update_fields=["taken_by", "taken_at", "ending"])
        record(proposal, Kind.WITHDRAWN, user)
    elif now.state == State.PUBLISHED:
        # Wagtail asks for the right to publish; a text may always be taken back by who wrote it.
        UnpublishPageAction(page, user=user).execute(skip_permission_checks=True)
    else:
        raise NotWaiting


@transaction.atomic
def take_up_again(proposal: Proposal, user) -> None:
    """Make a draft of a text that was withdrawn. Nothing happens to another one."""
    proposal = _own(proposal, user)
    if standing(proposal).state == State.WITHDRAWN:
        proposal.ending = ""
        proposal.save(update_fields=["ending"])


@transaction.atomic
def delete(proposal: Proposal, user) -> None:
    """Delete a text that is neither public nor being read; `PermissionDenied` for another."""
    proposal = _own(proposal, user)
    page = proposal.page.specific
    if standing(proposal).is_waiting or not page.permissions_for_user(user).can_delete():
        raise PermissionDenied
    # Who deletes their own text is not told of it by mail.
    Proposal.objects.filter(pk=proposal.pk).update(author=None)
    page.delete(user=user)


def free_slug(page, parent) -> str:
    """Return the address of a page by its title, which no other page under `parent` has."""
    base = slugify(string_to_ascii(page.title))[:80].strip("-") or "texte"
    taken = set(
        Page.objects.child_of(parent)
        .filter(slug__startswith=base)
        .exclude(pk=page.pk)
        .values_list("slug", flat=True)
    )
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


def _own(proposal: Proposal, user) -> Proposal:
    """Return the proposal read again under a lock; `PermissionDenied` unless `user` wrote it."""
    proposal = Proposal.objects.select_for_update().get(pk=proposal.pk)
    Page.objects.select_for_update().get(pk=proposal.page_id)
    if proposal.author_id != user.pk or proposal.page.owner_id != user.pk or not user.is_active:
        raise PermissionDenied
    return proposal
