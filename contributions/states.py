"""Where a proposal stands, as its author is told."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail.models import WorkflowState

from contributions.models import Exchange, Proposal


class State(TextChoices):
    """The states of a proposal; the values are those of `site/state.html`."""

    DRAFT = "draft", _("Draft")
    PROPOSED = "proposed", _("Proposed")
    READING = "reading", _("Being read")
    INCOMPLETE = "incomplete", _("To complete")
    PUBLISHED = "published", _("Published")
    CHANGED = "changed", _("Published · change proposed")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    DECLINED = "declined", _("Not kept")


NEXT = {
    State.DRAFT: _("Only you see it. Complete it when you like, then propose it."),
    State.PROPOSED: _("A moderator will read it."),
    State.READING: _("A moderator is reading it."),
    State.INCOMPLETE: _("A moderator asks for changes: read why, edit, and propose it again."),
    State.PUBLISHED: _("Everybody can read it. You may still correct it."),
    State.CHANGED: _("The published text stays as it is until a moderator has read your change."),
    State.WITHDRAWN: _("Nobody reads it any more. The text is kept: you may take it up again."),
    State.DECLINED: _("It will not be published. The text is kept, and so is the reason."),
}
WAITING = {State.PROPOSED, State.READING, State.CHANGED}


@dataclass(frozen=True)
class Standing:
    """Where a proposal stands, and what its author may do now."""

    state: State
    has_draft: bool = False
    needs_changes: bool = False

    @property
    def label(self):
        return self.state.label

    @property
    def next_step(self):
        return NEXT[self.state]

    @property
    def is_waiting(self) -> bool:
        return self.state in WAITING

    @property
    def may_edit(self) -> bool:
        return not self.is_waiting and self.state != State.DECLINED

    @property
    def may_submit(self) -> bool:
        """Whether there is something to propose: a draft, or a change of a published text."""
        return self.may_edit and (self.state != State.PUBLISHED or self.has_draft)

    @property
    def is_settled(self) -> bool:
        """Whether the text is as moderators left it: published without a change since, or ended."""
        return self.state == State.DECLINED or (
            self.state == State.PUBLISHED and not self.has_draft
        )

    @property
    def is_public(self) -> bool:
        return self.state in {State.PUBLISHED, State.CHANGED}


def standing(proposal: Proposal) -> Standing:
    """Return where `proposal` stands, from its page, its workflow and its ending."""
    page = proposal.page
    workflow = page.current_workflow_state
    status = workflow.status if workflow else ""
    has_draft = page.live and page.has_unpublished_changes
    if status == WorkflowState.STATUS_IN_PROGRESS:
        if page.live:
            return Standing(State.CHANGED, has_draft=True)
        return Standing(State.READING if proposal.taken_by_id else State.PROPOSED)
    if status == WorkflowState.STATUS_NEEDS_CHANGES:
        return Standing(State.INCOMPLETE, has_draft=has_draft, needs_changes=True)
    if page.live:
        return Standing(State.PUBLISHED, has_draft=has_draft)
    if proposal.ending:
        return Standing(State(proposal.ending))
    return Standing(State.DRAFT)


def asked_of(proposal: Proposal, now: Standing) -> Exchange | None:
    """Return what moderators last said when a text is to be completed or was not kept."""
    kinds = {State.INCOMPLETE: Exchange.Kind.INCOMPLETE, State.DECLINED: Exchange.Kind.DECLINED}
    kind = kinds.get(now.state)
    return proposal.exchanges.filter(kind=kind).last() if kind else None
