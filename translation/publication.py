"""The gate before a translation goes live, and going live.

wagtail-localize would publish the words of the source wherever a translation is missing, over a
lock, and by cancelling a workflow.
"""

import json
from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.log_actions import log
from wagtail.models import LockableMixin, Revision
from wagtail_localize.models import Translation, TranslationLog

from translation import quality
from translation.freshness import BODY, Text, blocks_of, is_in_body, texts_of
from translation.models import TO_REVIEW
from translation.permissions import may_publish

PARTIAL = "translation.publish_partial"


class Refused(Exception):
    """The gate stays shut; `verdict` says why."""

    def __init__(self, verdict: "Verdict"):
        self.verdict = verdict
        super().__init__("; ".join(verdict.reasons))


@dataclass
class Verdict:
    """What stands between a translation and its readers."""

    reasons: list[str] = field(default_factory=list)
    missing: list[Text] = field(default_factory=list)
    total: int = 0

    @property
    def is_open(self) -> bool:
        return not self.reasons and not self.missing

    @property
    def may_be_partial(self) -> bool:
        """Whether only blocks of the body are missing: the rest of a page has no other mark."""
        return not self.reasons and bool(self.missing) and all(map(is_in_body, self.missing))

    @property
    def done(self) -> int:
        return self.total - len(self.missing)

    @property
    def percent(self) -> int:
        """The share of the texts that are translated, whole per cent, 100 only when all are."""
        return 100 * self.done // self.total if self.total else 100


def examine(translation: Translation, user, in_review: bool = False) -> Verdict:
    """Return why a translation cannot be published by a user now, and what it lacks.

    With `in_review`, the running review is no reason: it is the one that ends.
    """
    source = translation.source.get_source_instance()
    target = translation.get_target_instance()
    texts = texts_of(translation)
    verdict = Verdict(missing=[text for text in texts if text.is_missing], total=len(texts))
    if not getattr(source, "live", True):
        verdict.reasons.append(_("The original is not published."))
    if not in_review and getattr(target, "workflow_in_progress", False):
        verdict.reasons.append(_("The translation is being reviewed."))
    lock = target.get_lock() if isinstance(target, LockableMixin) else None
    if lock and target.locked and lock.for_user(user):
        verdict.reasons.append(_("The translation is locked by someone else."))
    errors = sum(text.error not in ("", TO_REVIEW) for text in texts)
    if errors:
        verdict.reasons.append(
            ngettext(
                "%(count)s text was refused by the form of the page: correct it first.",
                "%(count)s texts were refused by the form of the page: correct them first.",
                errors,
            )
            % {"count": errors}
        )
    verdict.reasons += [_too_long(text, source) for text in texts if _excess(text, source) > 0]
    return verdict


def _excess(text: Text, source) -> int:
    """Return by how many characters a translation is too long for its field."""
    limit = quality.limit_of(source, text.path)
    return len(quality.plain(text.translation)) - limit if limit else 0


def _too_long(text: Text, source) -> str:
    words = {"name": source._meta.get_field(text.path).verbose_name, "text": text.translation[:40]}
    words["excess"] = _excess(text, source)
    return _("“%(name)s” is %(excess)s characters too long: “%(text)s…”") % words


def draft(translation: Translation, user, partial: bool = False) -> Revision:
    """Save the translation as a draft revision of its page or term and return it.

    What is live stays as it is. With `partial`, a block with a missing text is kept whole in the
    language of the source. Raises `ValidationError`.
    """
    source = translation.source
    target = source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    if partial:
        _restore_blocks(target, source.as_instance(), texts_of(translation))
    revision = target.save_revision(user=user, log_action=True)
    TranslationLog.objects.create(
        source=source, locale=translation.target_locale, revision=revision
    )
    return revision


def _restore_blocks(target, original, texts: list[Text]) -> None:
    wanted = set(blocks_of([text for text in texts if text.is_missing]))
    originals = {block["id"]: block for block in original.body.get_prep_value()}
    blocks = [
        originals.get(block["id"], block) if block["id"] in wanted else block
        for block in target.body.get_prep_value()
    ]
    setattr(target, BODY, json.dumps(blocks, default=str))


@transaction.atomic
def publish(translation: Translation, user, partial: bool = False):
    """Publish a translation and return its page or term.

    Raises `PermissionDenied`, `Refused` while the gate is shut, and `ValidationError`. With
    `partial`, blocks of the body may be missing; readers are told.
    """
    if not may_publish(user, translation.get_target_instance()):
        raise PermissionDenied
    verdict = examine(translation, user)
    if not (verdict.is_open or (partial and verdict.may_be_partial)):
        raise Refused(verdict)
    is_partial = bool(verdict.missing)
    draft(translation, user, is_partial).publish(user=user)
    target = translation.get_target_instance()
    if is_partial:
        missing = len(blocks_of(verdict.missing))
        log(instance=target, action=PARTIAL, user=user, data={"blocks": missing})
    return target


def messages_of(error: ValidationError) -> list[str]:
    """Return the messages of a refused page, each with the name of its field."""
    if not hasattr(error, "error_dict"):
        return list(error.messages)
    return [
        f"{name} : {message}" for name, found in error.message_dict.items() for message in found
    ]
