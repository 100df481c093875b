"""What readers left: views, reactions, lists in which they keep pages, remarks."""

import zlib
from datetime import timedelta

from django.utils import timezone
from wagtail.models import Page

from contributions.remarks.models import Reaction, Remark
from contributions.remarks.passages import passages_of
from contributions.saving.models import PageViews, SavedList, SavedPage
from operations.demo.accounts import MODERATOR, account_name
from operations.demo.description import Saying
from operations.demo.pages import Placed
from operations.demo.records import Records
from operations.demo.texts.remarks import REMARKS

# The most that a page was read, in the demo.
MOST_VIEWS = 400
REACTING = ("author@example.org", "author2@example.org", "translator-en@example.org")
LISTS = (
    (
        "author@example.org",
        "À relire avant l'atelier",
        False,
        ("story-library@fr", "story-tools@fr", "report-buying@fr"),
    ),
    ("author@example.org", "Capteurs", True, ("story-sensor@fr", "coalition-sensors@fr")),
    ("author2@example.org", "Pour la mairie", True, ("story-night@fr", "story-heat@fr")),
    ("translator-en@example.org", "To translate next", False, ("story-hedges@fr", "kit@fr")),
)


def load_readers(placed: list[Placed], records: Records) -> None:
    """Let readers have been at the pages that this run made; nobody is told by mail."""
    made = {one.name.removeprefix("page."): records.get(one.name) for one in placed}
    _count_views(made)
    _keep_in_lists(made, records)
    _react(made, records)
    for saying in REMARKS:
        name = f"remark.{saying.key}"
        author = records.get(account_name(saying.author))
        if saying.page in made and author and not records.knows(name):
            page = made[saying.page].specific_class.objects.get(pk=made[saying.page].pk)
            decider = records.get(account_name(MODERATOR))
            records.remember(name, _remark(saying, page, author, decider))


def _number(name: str) -> int:
    """Return a number drawn from the name of a page: the same on each machine."""
    return zlib.crc32(name.encode())


def _count_views(made: dict[str, Page]) -> None:
    public = set(Page.objects.live().values_list("pk", flat=True))
    PageViews.objects.bulk_create(
        PageViews(page_id=page.pk, count=_number(name) % MOST_VIEWS)
        for name, page in made.items()
        if page.pk in public
    )


def _keep_in_lists(made: dict[str, Page], records: Records) -> None:
    for email, name, is_shared, keys in LISTS:
        user = records.get(account_name(email))
        pages = [made[key] for key in keys if key in made]
        if user is None or not pages:
            continue
        one, _made = SavedList.objects.get_or_create(
            user=user, name=name, defaults={"is_shared": is_shared}
        )
        SavedPage.objects.bulk_create(SavedPage(saved_list=one, page=page) for page in pages)


def _react(made: dict[str, Page], records: Records) -> None:
    people = [records.get(account_name(email)) for email in REACTING]
    kinds = list(Reaction.Kind)
    Reaction.objects.bulk_create(
        Reaction(user=user, page_id=page.pk, kind=kinds[(_number(name) + index) % len(kinds)])
        for name, page in made.items()
        if name.startswith(("kit-", "coalition-"))
        for index, user in enumerate(people)
        if user and _number(name) % (index + 2) == 0
    )


def _remark(saying: Saying, page, author, moderator) -> Remark:
    passages = passages_of(page) if saying.passage is not None else []
    passage = passages[saying.passage] if passages else None
    now = timezone.now()
    is_decided = bool(saying.outcome)
    remark = Remark.objects.create(
        page=page.page_ptr,
        title=page.title,
        passage=passage.key if passage else "",
        quote=passage.text if passage else "",
        kind=saying.kind,
        text=saying.text,
        language=page.locale.language_code,
        text_language=page.locale.language_code,
        author=author,
        author_name=author.get_full_name(),
        outcome=saying.outcome,
        reason=saying.reason,
        reply=saying.reply,
        decided_at=now - timedelta(days=saying.days - 2) if is_decided else None,
        decided_by=moderator if is_decided else None,
    )
    Remark.objects.filter(pk=remark.pk).update(created_at=now - timedelta(days=saying.days))
    return remark
