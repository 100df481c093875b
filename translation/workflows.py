"""The review of translations: one workflow a language, and its moves."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.models import (
    Locale,
    Page,
    TaskState,
    Workflow,
    WorkflowPage,
    WorkflowState,
    WorkflowTask,
)
from wagtail_localize.models import Translation

from translation import freshness, mails
from translation.models import TranslationReview
from translation.permissions import may_edit
from translation.publication import Refused, draft, examine

APPROVE, REJECT = "approve", "reject"


def name_of(language: str) -> str:
    """Return the name of the workflow in which translations into a language are reviewed."""
    return f"Translations {language}"


@transaction.atomic
def set_up(home: Page, reviewers: Group) -> Workflow:
    """Return the workflow of the language of `home`, made at the first call.

    It is the workflow of every page under `home` that has no nearer one; one that an
    administrator chose for `home` stays.
    """
    name = name_of(home.locale.language_code)
    workflow, made = Workflow.objects.get_or_create(name=name)
    if made:
        task = TranslationReview.objects.create(name=name)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    for step in TranslationReview.objects.filter(workflow_tasks__workflow=workflow):
        step.groups.add(reviewers)
    WorkflowPage.objects.get_or_create(page=home, defaults={"workflow": workflow})
    return workflow


def workflow_of(locale: Locale) -> Workflow | None:
    """Return the workflow in which translations into a language are reviewed, if it is there."""
    return Workflow.objects.filter(name=name_of(locale.language_code), active=True).first()


def may_be_reviewed(translation: Translation) -> bool:
    """Return whether a translation can be submitted: a page whose language has a workflow."""
    target = translation.get_target_instance()
    return isinstance(target, Page) and workflow_of(translation.target_locale) is not None


@transaction.atomic
def submit(translation: Translation, user) -> WorkflowState:
    """Put a whole translation before the reviewers of its language.

    Raises `PermissionDenied`, `Refused` while something is missing, and `ValidationError`.
    """
    target = translation.get_target_instance()
    if not may_edit(user, target):
        raise PermissionDenied
    verdict = examine(translation, user)
    if not verdict.is_open:
        raise Refused(verdict)
    revision = draft(translation, user)
    workflow = workflow_of(translation.target_locale)
    former = target.current_workflow_state
    if former:
        former.cancel(user=user)
    state = workflow.start(revision.content_object.specific, user)
    mails.tell(mails.SUBMITTED, translation, _reviewers_of(state).exclude(pk=user.pk))
    return state


def _reviewers_of(state: WorkflowState):
    groups = state.current_task_state.task.specific.groups.all()
    return get_user_model().objects.filter(groups__in=groups).distinct()


def may_decide(translation: Translation, user) -> bool:
    """Return whether a user may approve or refuse what waits for review."""
    state = _waiting(translation)
    target = translation.get_target_instance()
    return bool(state) and any(
        action == APPROVE for action, _name, _form in state.task.specific.get_actions(target, user)
    )


@transaction.atomic
def decide(translation: Translation, user, action: str, comment: str = "") -> None:
    """Approve, which publishes, or reject a translation that waits for review.

    What reviewers corrected meanwhile is published too. Raises `PermissionDenied`, and for an
    approval `Refused` (a text has been taken out, or the original has changed), `ValidationError`.
    """
    if not may_decide(translation, user):
        raise PermissionDenied
    state = _waiting(translation)
    if action == APPROVE:
        _take_in_corrections(state, translation, user)
    author = state.workflow_state.requested_by
    state.task.specific.on_action(state, user, action, comment=comment)
    if author and author != user:
        kind = mails.APPROVED if action == APPROVE else mails.REFUSED
        mails.tell(kind, translation, [author], comment)


def _take_in_corrections(state: TaskState, translation: Translation, user) -> None:
    """Put what was written since the submission into the revision that approval publishes."""
    verdict = examine(translation, user, in_review=True)
    if not verdict.is_open:
        raise Refused(verdict)
    if freshness.written_since(translation, state.revision.created_at):
        state.revision = draft(translation, user)
        state.save(update_fields=["revision"])


def _waiting(translation: Translation) -> TaskState | None:
    target = translation.get_target_instance()
    return getattr(target, "current_workflow_task_state", None)
