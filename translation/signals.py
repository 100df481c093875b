"""What follows a publication, a restriction, and the end of a request."""

from django.core.signals import request_finished
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import PageViewRestriction
from wagtail.signals import published
from wagtail_localize.models import StringTranslation

from translation import freshness, memory, overrides, privacy, texts


@receiver(published, dispatch_uid="translation.published")
def follow_publication(instance, **kwargs):
    """A source marks its translations; a translation becomes fresh."""
    is_version = hasattr(instance, "translation_key") and instance.live
    if is_version and not getattr(instance, "alias_of_id", None):
        freshness.note_changes(instance)
        freshness.note_publication(instance)


@receiver(request_finished, dispatch_uid="translation.request_finished")
def forget_minor(**kwargs):
    freshness.announce_minor(None)


@receiver(post_save, sender=PageViewRestriction, dispatch_uid="translation.restricted")
def follow_restriction(instance, raw=False, **kwargs):
    if not raw:
        privacy.copy_restriction(instance)


@receiver(
    m2m_changed,
    sender=PageViewRestriction.groups.through,
    dispatch_uid="translation.restricted_groups",
)
def follow_restricted_groups(instance, action, reverse=False, **kwargs):
    if not reverse and action in {"post_add", "post_remove", "post_clear"}:
        privacy.copy_restriction(instance)


@receiver(post_delete, sender=PageViewRestriction, dispatch_uid="translation.lifted")
def follow_lifted_restriction(instance, **kwargs):
    privacy.lift_restriction(instance)


@receiver(post_delete, sender=get_image_model(), dispatch_uid="translation.picture_deleted")
@receiver(post_delete, sender=get_document_model(), dispatch_uid="translation.file_deleted")
def follow_deleted_file(instance, **kwargs):
    overrides.forget(instance)


@receiver(post_save, sender=StringTranslation, dispatch_uid="translation.text_written")
def follow_text(instance, raw=False, update_fields=None, **kwargs):
    """Keep what the screens of wagtail-localize write: its version, and in the memory."""
    if not raw and (update_fields is None or "data" in update_fields):
        texts.note(instance)
        memory.learn([instance.translation_of_id])


@receiver(post_delete, sender=StringTranslation, dispatch_uid="translation.text_taken_out")
def follow_text_taken_out(instance, origin=None, **kwargs):
    """Keep that a text was taken out by itself; with its page, its versions go too."""
    if isinstance(origin, StringTranslation):
        texts.note(instance, "")
