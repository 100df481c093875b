"""The workflow of proposals, made by code and never by clicks."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import GroupApprovalTask, Page, Task, Workflow, WorkflowPage, WorkflowTask

from contributions.groups import MODERATORS
from contributions.models import EditorialTask

# What Wagtail's migrations made, with an English name, for the whole tree.
STOCK = "Moderators approval"


def setup_workflows(indexes: list[Page]) -> int:
    """Give each list of stories the workflow of proposals; return how much was added."""
    _remove_stock()
    task, made = _task()
    workflow, made_too = _workflow()
    added = made + made_too
    added += WorkflowTask.objects.get_or_create(workflow=workflow, task=task)[1]
    moderators = Group.objects.get_or_create(name=MODERATORS)[0]
    if not task.groups.filter(pk=moderators.pk).exists():
        task.groups.add(moderators)
        added += 1
    for index in indexes:
        assigned = WorkflowPage.objects.filter(page=index).first()
        if assigned is None or assigned.workflow_id != workflow.pk:
            WorkflowPage.objects.update_or_create(page=index, defaults={"workflow": workflow})
            added += 1
    return added


def _task() -> tuple[EditorialTask, bool]:
    task = EditorialTask.objects.filter(active=True).order_by("pk").first()
    if task:
        return task, False
    with translation.override(settings.LANGUAGE_CODE):
        return EditorialTask.objects.create(name=gettext("Decision of a moderator")), True


def _workflow() -> tuple[Workflow, bool]:
    """Return the workflow that has the editorial task, named in the language of the site."""
    workflow = Workflow.objects.filter(
        active=True, workflow_tasks__task__in=EditorialTask.objects.filter(active=True)
    ).first()
    if workflow:
        return workflow, False
    with translation.override(settings.LANGUAGE_CODE):
        return Workflow.objects.create(name=gettext("Reading of proposals")), True


def _remove_stock() -> None:
    """Remove Wagtail's own workflow, or set it aside where it was used already."""
    for workflow in Workflow.objects.filter(name=STOCK):
        if workflow.workflow_states.exists():
            if workflow.active:
                workflow.deactivate()
        else:
            WorkflowPage.objects.filter(workflow=workflow).delete()
            workflow.delete()
    for task in GroupApprovalTask.objects.filter(name=STOCK):
        if task.task_states.exists():
            if task.active:
                task.deactivate()
        elif not WorkflowTask.objects.filter(task=task).exists():
            Task.objects.filter(pk=task.pk).delete()
