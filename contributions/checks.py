"""What must hold where proposals are decided."""

from django.core.checks import Error, Tags, register
from django.db import DatabaseError
from wagtail.models import GroupPagePermission

from contributions.models import EditorialTask
from stories.models import StoryIndexPage

NO_WORKFLOW = "contributions.E001"
CANNOT_PUBLISH = "contributions.E002"
HINT = "Run “manage.py setup_roles”."


@register(Tags.security, deploy=True)
def check_workflows(app_configs, **kwargs):
    """Each list of stories has the editorial workflow; who decides there may publish there.

    Runs under `check --deploy` only. Without a database, or before its first migration, there is
    no list to look at.
    """
    try:
        indexes = list(StoryIndexPage.objects.filter(alias_of__isnull=True))
        return [error for index in indexes for error in _errors(index)]
    except DatabaseError:
        return []


def _errors(index):
    workflow = index.get_workflow()
    tasks = EditorialTask.objects.filter(
        active=True, workflow_tasks__workflow=workflow, groups__isnull=False
    )
    if workflow is None or not tasks:
        yield Error(f"Nobody decides on proposals under “{index}”.", hint=HINT, id=NO_WORKFLOW)
        return
    above = index.get_ancestors(inclusive=True)
    allowed = GroupPagePermission.objects.filter(
        page__in=above, permission__codename="publish_page"
    )
    for task in tasks.distinct():
        for group in task.groups.exclude(pk__in=allowed.values("group")):
            yield Error(
                f"{group} decide on proposals under “{index}” and may not publish there.",
                hint=HINT,
                id=CANNOT_PUBLISH,
            )
