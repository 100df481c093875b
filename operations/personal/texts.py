"""What the texts, the library and their history keep about a person.

Here and not in `content/`, which stands beside `accounts/` and cannot use its registry.
"""

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model
from wagtail.images.models import Image
from wagtail.models import (
    Comment,
    CommentReply,
    ModelLogEntry,
    Page,
    PageLogEntry,
    PageSubscription,
    Revision,
    TaskState,
    UploadedFile,
    WorkflowState,
    get_page_models,
)
from wagtail_localize.models import SegmentOverride, StringTranslation

from accounts.personal_data import Keeper, KeptFile, not_personal, register
from content.consent import sources_of
from content.forgetting import without_account
from content.models import PortalImage
from content.readable import page_as_html
from content.rows import PersonRow
from translation.freshness import provenance
from translation.models import TranslationStatus

HISTORY_OF_COMMENTS = "wagtail.comments"


def _export_texts(user) -> list[dict]:
    return [_text(page) for page in _texts_of(user)]


def _texts_of(user):
    return Page.objects.filter(owner=user).order_by("pk").specific()


def _text(page) -> dict:
    revisions = page.revisions.order_by("created_at", "pk")
    return {
        "title": page.get_latest_revision_as_object().title,
        "type": str(page.cached_content_type.model_class()._meta.verbose_name),
        "language": page.locale.language_code,
        "published": page.live,
        "address": page.full_url if page.live else None,
        "first_published": _moment(page.first_published_at),
        "last_published": _moment(page.last_published_at),
        "file": f"{_folder(page)}/text.html",
        "revisions": [
            {
                "at": _moment(revision.created_at),
                "file": f"{_folder(page)}/revision-{revision.pk}.json",
            }
            for revision in revisions
        ],
    }


def _folder(page) -> str:
    return f"texts/{page.pk}-{page.slug}"


def _files_of_texts(user):
    for page in _texts_of(user):
        yield KeptFile(f"{_folder(page)}/text.html", lambda page=page: page_as_html(page))
        for revision in page.revisions.order_by("created_at"):
            yield KeptFile(
                f"{_folder(page)}/revision-{revision.pk}.json",
                lambda revision=revision: _stored_form(revision),
            )


def _stored_form(revision) -> bytes:
    encoder = Revision._meta.get_field("content").encoder
    return encoder(indent=2, ensure_ascii=False).encode(revision.content).encode()


def _erase_texts(user) -> None:
    """Part every page and revision from the account, also inside what revisions have stored."""
    Page.objects.filter(owner=user).update(owner=None)
    locked = {"locked": False, "locked_at": None, "locked_by": None}
    Page.objects.filter(locked_by=user).update(**locked)
    for revision in Revision.objects.iterator(chunk_size=50):
        content = without_account(revision.content, user.pk)
        if content != revision.content:
            Revision.objects.filter(pk=revision.pk).update(content=content)
    Revision.objects.filter(user=user).update(user=None)


def _export_activity(user) -> dict:
    written = Revision.objects.filter(user=user).order_by("created_at", "pk")
    return {
        "revisions": [{"at": _moment(row.created_at), "of": row.object_str} for row in written],
        "log": [
            {"at": _moment(row.timestamp), "action": row.action, "of": row.label, "data": row.data}
            for model in (PageLogEntry, ModelLogEntry)
            for row in model.objects.filter(user=user).order_by("timestamp", "pk")
        ],
        "proposed": [
            {"at": _moment(row.created_at), "state": row.status, "of": str(row.content_object)}
            for row in WorkflowState.objects.filter(requested_by=user)
        ],
        "decided": [
            {"at": _moment(row.finished_at), "state": row.status, "comment": row.comment}
            for row in TaskState.objects.filter(finished_by=user)
        ],
        "translated": [
            {"at": _moment(row.updated_at), "text": row.data}
            for row in StringTranslation.objects.filter(last_translated_by=user)
        ],
        "followed_pages": [
            row.page.title
            for row in PageSubscription.objects.filter(user=user).select_related("page")
        ],
    }


def _erase_activity(user) -> None:
    """Keep what was done, without who did it."""
    for model in (PageLogEntry, ModelLogEntry):
        theirs = model.objects.filter(user=user)
        for entry in theirs.filter(action__startswith=HISTORY_OF_COMMENTS):
            model.objects.filter(pk=entry.pk).update(data={})
        theirs.update(user=None)
    WorkflowState.objects.filter(requested_by=user).update(requested_by=None)
    TaskState.objects.filter(finished_by=user).update(finished_by=None)
    credited = _translations_crediting(user)
    for model in (StringTranslation, SegmentOverride):
        model.objects.filter(last_translated_by=user).update(last_translated_by=None)
    for status in credited:
        status.origin, status.translators = provenance(status.translation)
        status.save(update_fields=["origin", "translators"])
    PageSubscription.objects.filter(user=user).delete()
    _forget_fields_of_lists(user)


def _translations_crediting(user) -> list[TranslationStatus]:
    """Return the published translations that name the person, also under a name of before."""
    written = set(
        StringTranslation.objects.filter(last_translated_by=user)
        .order_by()
        .values_list("context__object", "locale")
        .distinct()
    )
    found = TranslationStatus.objects.exclude(translators=[]).select_related("translation__source")
    return [
        status
        for status in found
        if user.display_name in status.translators
        or (status.translation.source.object_id, status.translation.target_locale_id) in written
    ]


def _forget_fields_of_lists(user) -> None:
    """Free what the person had locked among the vocabularies."""
    for model in {content_type.model_class() for content_type in ContentType.objects.all()}:
        if model and not issubclass(model, Page) and hasattr(model, "locked_by"):
            model._default_manager.filter(locked_by=user).update(locked_by=None, locked=False)


def _export_comments(user) -> list[dict]:
    comments = Comment.objects.filter(user=user).select_related("page")
    replies = CommentReply.objects.filter(user=user).select_related("comment__page")
    return [
        {"at": _moment(row.created_at), "page": row.page.title, "text": row.text}
        for row in comments
    ] + [
        {"at": _moment(row.created_at), "page": row.comment.page.title, "text": row.text}
        for row in replies
    ]


def _erase_comments(user) -> None:
    Comment.objects.filter(resolved_by=user).update(resolved_by=None)
    CommentReply.objects.filter(user=user).delete()
    Comment.objects.filter(user=user).delete()


def _uploads_of(user):
    return [
        *PortalImage.objects.filter(uploaded_by_user=user).order_by("pk"),
        *get_document_model().objects.filter(uploaded_by_user=user).order_by("pk"),
    ]


def _export_uploads(user) -> list[dict]:
    return [
        {"title": row.title, "at": _moment(row.created_at), "file": row.file.name}
        for row in _uploads_of(user)
    ]


def _files_of_uploads(user):
    for row in _uploads_of(user):
        yield KeptFile(f"files/{row.pk}-{row.filename}", lambda row=row: _bytes_of(row))


def _bytes_of(row) -> bytes:
    with row.file.storage.open(row.file.name) as stored:
        return stored.read()


def _erase_uploads(user) -> None:
    """Keep what is in the library, which pages show, without who put it there."""
    for model in (PortalImage, Image, get_document_model()):
        model.objects.filter(uploaded_by_user=user).update(uploaded_by_user=None)
    for upload in UploadedFile.objects.filter(uploaded_by_user=user):
        upload.file.delete(save=False)
        upload.delete()


def _export_mentions(user) -> list[dict]:
    """Return where pages name somebody as the person is called."""
    if not user.display_name:
        return []
    sources = {source for model in get_page_models() for source in sources_of(model)}
    found = {
        (page_id, source.label, consent)
        for source in sources
        for page_id, _row, name, consent in source.rows().filter(
            **{f"{source.name}__iexact": user.display_name}
        )
    }
    titles = dict(Page.objects.filter(pk__in=[one[0] for one in found]).values_list("pk", "title"))
    return [
        {"page": titles[page_id], "role": role, "consent": consent}
        for page_id, role, consent in sorted(found)
    ]


def _leave_mentions(user) -> None:
    """A name alone proves nothing: mentions follow the choice for texts, or the consent."""


def _moment(value) -> str | None:
    return value.isoformat() if value else None


def _fields_that_name_people() -> tuple[str, ...]:
    """Return the fields of people named with a consent, which decides what readers see."""
    sources = {source for model in get_page_models() for source in sources_of(model)}
    return tuple(
        f"{source.model._meta.label}.{name}"
        for source in sources
        for name in (source.name, source.consent)
        if issubclass(source.model, PersonRow | Page)
    )


register(
    Keeper(
        "texts",
        _export_texts,
        _erase_texts,
        label=_("Your texts, with each of their revisions"),
        fields=(
            "wagtailcore.Page.owner",
            "wagtailcore.Page.locked_by",
            "wagtailcore.Revision.user",
        ),
        files=_files_of_texts,
    )
)
register(
    Keeper(
        "activity",
        _export_activity,
        _erase_activity,
        label=_("What you did: revisions, proposals, decisions, translations, the log"),
        fields=(
            "wagtailcore.PageLogEntry.user",
            "wagtailcore.ModelLogEntry.user",
            "wagtailcore.WorkflowState.requested_by",
            "wagtailcore.TaskState.finished_by",
            "wagtailcore.PageSubscription.user",
            "wagtail_localize.StringTranslation.last_translated_by",
            "wagtail_localize.SegmentOverride.last_translated_by",
            "translation.TranslationStatus.translators",
        ),
    )
)
register(
    Keeper(
        "comments",
        _export_comments,
        _erase_comments,
        label=_("Your comments in the administration"),
        fields=(
            "wagtailcore.Comment.user",
            "wagtailcore.Comment.resolved_by",
            "wagtailcore.CommentReply.user",
        ),
    )
)
register(
    Keeper(
        "uploads",
        _export_uploads,
        _erase_uploads,
        label=_("The pictures and documents that you added"),
        fields=(
            "content.PortalImage.uploaded_by_user",
            "wagtailimages.Image.uploaded_by_user",
            "wagtaildocs.Document.uploaded_by_user",
            "wagtailcore.UploadedFile.uploaded_by_user",
        ),
        files=_files_of_uploads,
    )
)
register(
    Keeper(
        "mentions",
        _export_mentions,
        _leave_mentions,
        label=_("The pages that name somebody as you are called"),
        fields=("content.PageCredit.name", *_fields_that_name_people()),
    )
)
not_personal(
    *(
        f"content.{model}.name"
        for model in (
            "Theme",
            "Territory",
            "Organisation",
            "CoalitionFamily",
            "GlossaryTerm",
            "Licence",
            "Tag",
            "SiteIdentity",
        )
    ),
    "content.Attachment.file_name",
    # The address of the house, which an administrator publishes.
    "content.SiteIdentity.contact_email",
)
