"""The texts of a person who leaves: kept under the name, made anonymous, or withdrawn."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision, WorkflowState
from wagtail.search import index

from content.forgetting import Traces
from content.models import PageCredit, PortalImage
from content.publication import announce
from content.translated import forget_in_sources, forget_sources


class Fate(TextChoices):
    """What a person who leaves may ask for their published texts."""

    KEEP = "keep", _("They stay, under my name")
    ANONYMOUS = "anonymous", _("They stay, without my name")
    WITHDRAW = "withdraw", _("They are taken off the site and deleted")


@dataclass(frozen=True)
class Holdings:
    """The texts that a person proposed: published ones, and those never published or taken off."""

    published: list[Page]
    drafts: list[Page]


def holdings_of(user) -> Holdings:
    """Return the contributions of which the account is the owner, by title."""
    pages = Page.objects.filter(owner=user, alias_of__isnull=True).select_related("locale")
    owned = [
        page
        for page in pages.order_by("title", "pk")
        if getattr(page.specific_class, "is_contribution", False)
    ]
    return Holdings(
        published=[page for page in owned if page.live],
        drafts=[page for page in owned if not page.live],
    )


@transaction.atomic
def settle_texts(user, fate: Fate) -> None:
    """Do with the texts of `user` what they chose; drafts and pending changes are deleted.

    A text that credits others stays, without the name, where it would be withdrawn. Pages of the
    house (a chapter, a notice) stay in every case. The account is parted from them by the keepers.
    """
    fate = Fate(fate)
    traces = Traces(user.email, user.display_name)
    held = holdings_of(user)
    doomed = [page for page in held.drafts if not _has_co_authors(page, user)]
    if fate == Fate.WITHDRAW:
        doomed += [page for page in held.published if not _has_co_authors(page, user)]
    touched = _worked_on(user)
    _delete(doomed, user)
    for page in Page.objects.filter(pk__in=touched).specific():
        _drop_pending_changes(page, user)
    for page in Page.objects.filter(pk__in=touched).specific():
        _forget(page, traces, keep_name=fate == Fate.KEEP)
    forget_in_sources(Page.objects.filter(pk__in=touched), traces, keep_name=fate == Fate.KEEP)
    announce(touched)


def pages_naming(user) -> int:
    """Return how many pages credit somebody by the displayed name of `user`.

    A name proves nothing: a page that the person never wrote on may credit a namesake, so that an
    administrator decides.
    """
    if not user.display_name:
        return 0
    named = PageCredit.objects.filter(name__iexact=user.display_name)
    return named.exclude(page__in=_worked_on(user)).values("page").distinct().count()


def _has_co_authors(page: Page, user) -> bool:
    others = page.specific.page_credits.exclude(name="").exclude(name__iexact=user.display_name)
    return others.filter(role=PageCredit.Role.AUTHOR).exists()


def _worked_on(user) -> list[int]:
    """Return the pages on which the person wrote, with their translations and aliases."""
    written = Revision.page_revisions.filter(user=user).values_list("object_id", flat=True)
    first = Page.objects.filter(Q(owner=user) | Q(pk__in=[int(pk) for pk in written.distinct()]))
    keys = first.values("translation_key")
    family = Page.objects.filter(translation_key__in=keys)
    either = Q(pk__in=family.values("pk")) | Q(alias_of__in=family.values("pk"))
    return list(Page.objects.filter(either, depth__gt=1).values_list("pk", flat=True))


def _delete(pages: list[Page], user) -> None:
    """Delete pages, their translations and aliases, what is logged of them and their pictures."""
    keys = [page.translation_key for page in pages]
    family = Page.objects.filter(translation_key__in=keys)
    ids = list(family.values_list("pk", flat=True))
    pictures = _pictures_of(ids, user)
    for page in family.specific():
        # A translation may be gone with its source by now.
        if Page.objects.filter(pk=page.pk).exists():
            page.delete()
    PageLogEntry.objects.filter(page_id__in=ids).delete()
    forget_sources(keys)
    for picture in PortalImage.objects.filter(pk__in=pictures):
        if not ReferenceIndex.get_references_to(picture).exists():
            picture.delete()


def _pictures_of(page_ids: list[int], user) -> list[int]:
    """Return the pictures that `user` uploaded and that these pages show."""
    shown = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id__in=[str(pk) for pk in page_ids],
        to_content_type=ContentType.objects.get_for_model(PortalImage),
    )
    ids = [int(pk) for pk in shown.values_list("to_object_id", flat=True)]
    mine = PortalImage.objects.filter(uploaded_by_user=user, pk__in=ids)
    return list(mine.values_list("pk", flat=True))


def _drop_pending_changes(page: Page, user) -> None:
    """Forget what the person was changing in a text of theirs that is published."""
    if page.owner_id != user.pk or not page.live or not page.has_unpublished_changes:
        return
    for state in WorkflowState.objects.active().for_instance(page):
        state.cancel(user=None)
    if page.live_revision_id:
        page.revisions.filter(pk__gt=page.live_revision_id).delete()
        Page.objects.filter(pk=page.pk).update(
            latest_revision=page.live_revision_id, has_unpublished_changes=False
        )


def _forget(page, traces: Traces, keep_name: bool) -> None:
    """Take the person out of a page as it stands and out of each of its revisions."""
    page.refresh_from_db()
    clean = traces.without_address if keep_name else traces.replaced
    language = page.locale.language_code
    content = page.serializable_data()
    found = clean(content, language)
    if found != content:
        page = page.with_content_json(found)
        page.slug, page.draft_title = found["slug"], clean(page.draft_title, language)
        page.save(clean=False)
        index.insert_or_update_object(page)
    for revision in page.revisions.iterator(chunk_size=20):
        words = clean(revision.content, language)
        title = clean(revision.object_str, language)
        if words != revision.content or title != revision.object_str:
            Revision.objects.filter(pk=revision.pk).update(content=words, object_str=title)
    for entry in PageLogEntry.objects.filter(page_id=page.pk):
        label, data = clean(entry.label, language), clean(entry.data, language)
        if (label, data) != (entry.label, entry.data):
            PageLogEntry.objects.filter(pk=entry.pk).update(label=label, data=data)
