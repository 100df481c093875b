"""The lives of the proposed texts, gone through by the acts of their authors and a moderator."""

from datetime import datetime, timedelta

from django.utils import timezone, translation
from wagtail.models import Page

from contributions import decisions, services
from contributions.charters import accept, current_charter
from contributions.models import Exchange, Proposal
from contributions.models.tasks import APPROVE, ASK, DECLINE
from contributions.tokens import token_of
from operations.demo.accounts import MODERATOR, account_name
from operations.demo.description import Act, Turn
from operations.demo.pages import Placed
from operations.demo.records import Records, stable_id
from operations.demo.values import Values
from outbox.models import Entry

DECISIONS = {Act.ASK: ASK, Act.DECLINE: DECLINE, Act.PUBLISH: APPROVE}


def live_through(placed: list[Placed], records: Records, values: dict[str, Values]) -> None:
    """Make proposals of the pages that have a life, and go through it; no mail tells of it.

    An account that an administrator deleted proposes and decides nothing.
    """
    moderator = records.get(account_name(MODERATOR))
    for one in placed:
        author = records.get(account_name(one.entry.owner)) if one.entry.owner else None
        if one.entry.life is None or author is None or moderator is None:
            continue
        with translation.override(one.language):
            _Life(one, author, moderator, records, values[one.language]).live()
    exchanges = Exchange.objects.filter(
        proposal__page__in=[records.get(one.name) for one in placed]
    )
    told = [str(pk) for pk in exchanges.values_list("pk", flat=True)]
    Entry.objects.filter(topic=decisions.MAIL, subject__in=told).delete()


class _Life:
    def __init__(self, placed: Placed, author, moderator, records: Records, values: Values):
        self.placed, self.author, self.moderator = placed, author, moderator
        self.values, self.now = values, timezone.now()
        accept(author, current_charter(placed.language))
        self.proposal = Proposal.objects.create(
            page=records.get(placed.name).page_ptr,
            author=author,
            author_name=author.get_full_name(),
            language=placed.language,
            key=stable_id(placed.name),
        )

    def live(self) -> None:
        for turn in self.placed.entry.life:
            known = list(self.proposal.exchanges.values_list("pk", flat=True))
            self._act(turn)
            self._date(turn, self.now - timedelta(days=turn.days), known)
        begun = self.now - timedelta(
            days=max((one.days for one in self.placed.entry.life), default=1)
        )
        Proposal.objects.filter(pk=self.proposal.pk).update(created_at=begun)

    def _act(self, turn: Turn) -> None:
        # Read again: each act changes the page and its workflow.
        proposal = self.proposal = Proposal.objects.select_related("page").get(pk=self.proposal.pk)
        if turn.act is Act.SUBMIT:
            services.submit(proposal, self.author, turn.words)
        elif turn.act is Act.TAKE:
            decisions.take(proposal, self.moderator)
        elif turn.act is Act.WITHDRAW:
            services.withdraw(proposal, self.author)
        elif turn.act is Act.EDIT:
            services.save(proposal, self.author, token_of(proposal.page), self._change(turn))
        else:
            token, decision = token_of(proposal.page), DECISIONS[turn.act]
            decisions.decide(proposal, self.moderator, decision, token, turn.words)

    def _change(self, turn: Turn):
        def change(page) -> None:
            for name, value in turn.fields.items():
                setattr(page, name, self.values.field(value))

        return change

    def _date(self, turn: Turn, when: datetime, known: list[int]) -> None:
        """Let what the turn left say that it happened `when`."""
        self.proposal.exchanges.exclude(pk__in=known).update(at=when)
        this = Proposal.objects.filter(pk=self.proposal.pk)
        if turn.act is Act.SUBMIT:
            this.update(submitted_at=when)
        elif turn.act is Act.TAKE:
            this.update(taken_at=when)
        elif turn.act is Act.PUBLISH:
            page = Page.objects.filter(pk=self.proposal.page_id)
            page.update(first_published_at=when, last_published_at=when)
