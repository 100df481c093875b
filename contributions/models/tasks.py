"""The one step of the workflow: a moderator decides, never on their own text."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.forms import TaskStateCommentForm
from wagtail.models import AbstractGroupApprovalTask

from contributions.signals import decided

APPROVE, ASK, DECLINE = "approve", "reject", "decline"


class ReasonForm(TaskStateCommentForm):
    """The reason of a decision that is not to publish, which the author reads."""

    comment = forms.CharField(
        label=_("Reason"),
        help_text=_("The author reads it, in your words."),
        widget=forms.Textarea({"rows": 4}),
    )


class EditorialTask(AbstractGroupApprovalTask):
    """Publish, ask for changes, or do not keep; nobody decides on what they proposed."""

    class Meta:
        verbose_name = _("editorial decision")
        verbose_name_plural = _("editorial decisions")

    def get_actions(self, obj, user):
        if not self.may_decide(obj, user):
            return []
        return [
            (ASK, _("Ask for changes"), True),
            (DECLINE, _("Do not keep"), True),
            (APPROVE, _("Publish"), False),
        ]

    def may_decide(self, obj, user) -> bool:
        """Return whether `user` may decide on `obj`: in a group of the task, and not its author."""
        if is_author(obj, user) or not user.is_active:
            return False
        return user.is_superuser or self._user_in_groups(user)

    def get_form_for_action(self, action):
        return TaskStateCommentForm if action == APPROVE else ReasonForm

    @transaction.atomic
    def on_action(self, task_state, user, action_name, **kwargs):
        page = task_state.workflow_state.content_object
        if action_name not in {name for name, *_rest in self.get_actions(page, user)}:
            raise PermissionDenied
        if action_name == DECLINE:
            # Wagtail knows no refusal that ends: changes are asked for, then nothing is awaited.
            task_state.reject(user=user, **kwargs)
            task_state.workflow_state.refresh_from_db()
            task_state.workflow_state.cancel(user=user)
        else:
            super().on_action(task_state, user, action_name, **kwargs)
        comment = kwargs.get("comment", "")
        decided.send(type(self), page=page, user=user, action=action_name, comment=comment)

    def locked_for_user(self, obj, user):
        return not self.may_decide(obj, user)

    def user_can_access_editor(self, obj, user):
        return self.may_decide(obj, user)

    def get_task_states_user_can_moderate(self, user, **kwargs):
        states = super().get_task_states_user_can_moderate(user, **kwargs)
        return states.exclude(workflow_state__requested_by=user)

    @classmethod
    def get_description(cls):
        return _("A member of the chosen groups decides, never on their own text")


def is_author(page, user) -> bool:
    """Return whether `user` wrote `page` or proposed it."""
    if page.owner_id == user.pk:
        return True
    state = page.current_workflow_state
    return bool(state and state.requested_by_id == user.pk)
