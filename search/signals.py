"""Keep the catalogue in step in the transaction that publishes, and the index after its commit.

`page_published` is the one signal that comes with fresh tags; it is also sent for the aliases
of the page, which `put` leaves out. A deleted page takes its row along by cascade.
"""

from django.db.models import Q
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from content.models import Organisation, Tag, Territory, Theme
from outbox import services as outbox
from search import remote, services, sync
from search.facets import ORGANISATION, TAG, THEME
from search.models import Facet
from search.topics import BRANCH, INDEX, TERM_RENAMED, TERRITORY_MOVED

# The facets whose terms are searched by name; a territory has its own follower.
NAMED = {Theme: THEME, Organisation: ORGANISATION, Tag: TAG}


@receiver(page_published, dispatch_uid="search.published")
def catalogue_published(instance, **kwargs):
    services.put(instance.specific)
    follow_branch(instance)


@receiver(page_unpublished, dispatch_uid="search.unpublished")
def forget_unpublished(instance, **kwargs):
    services.remove(instance.pk)
    follow_branch(instance)


@receiver(post_page_move, dispatch_uid="search.moved")
def follow_move(instance, **kwargs):
    outbox.post(BRANCH, instance.pk)
    remote.post_branch(instance.pk)


@receiver([post_save, post_delete], sender=PageViewRestriction, dispatch_uid="search.restricted")
def follow_restriction(instance, raw=False, **kwargs):
    if not raw:
        outbox.post(BRANCH, instance.page_id)


def follow_branch(page):
    """What is below a page is public with it and hidden with it."""
    if page.numchild:
        outbox.post(BRANCH, page.pk)


@receiver(post_save, sender=Territory, dispatch_uid="search.territory")
def follow_territory(instance, created, raw=False, **kwargs):
    """A territory may have changed its parent, by which a region finds its towns."""
    if not created and not raw:
        outbox.post(TERRITORY_MOVED, instance.pk)


@receiver(post_save, sender=Theme, dispatch_uid="search.theme")
@receiver(post_save, sender=Organisation, dispatch_uid="search.organisation")
@receiver(post_save, sender=Tag, dispatch_uid="search.tag")
def follow_term(instance, created, raw=False, **kwargs):
    """A term may have another name, by which its pages are searched, or be published or not."""
    if not created and not raw:
        # The value of a tag changes with its name: its pages are those that bear it.
        value = instance.pk if isinstance(instance, Tag) else instance.translation_key
        outbox.post(TERM_RENAMED, f"{NAMED[type(instance)]}:{value}")


@outbox.handler(TERM_RENAMED)
def catalogue_term(subject: str, payload: dict) -> None:
    """Write the rows of the live pages about a term again."""
    facet, _separator, value = subject.partition(":")
    rows = Facet.objects.filter(facet=facet, value=value)
    about = Q(page_tags__tag_id=value) if facet == TAG else Q(pk__in=rows.values("document_id"))
    services.rebuild(Page.objects.filter(about, live=True))


@outbox.handler(TERRITORY_MOVED)
def catalogue_territory(subject: str, payload: dict) -> None:
    """Write the rows of the live pages in a territory or in a part of it again."""
    level, every = {int(subject)}, set()
    while level - every:
        every |= level
        level = set(Territory.objects.filter(parent_id__in=level).values_list("pk", flat=True))
    pages = Page.objects.filter(live=True, page_territories__territory_id__in=every).distinct()
    services.rebuild(pages)


@outbox.handler(INDEX)
def index_page(subject: str, payload: dict) -> None:
    """Bring the index of one page in step with what anybody may read of it."""
    sync.pages([int(subject)])


@outbox.handler(BRANCH)
def index_branch(subject: str, payload: dict) -> None:
    """Bring the index of a page and of those below it in step."""
    sync.branch(int(subject))
