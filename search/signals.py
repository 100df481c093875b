"""Keep the catalogue in step, in the transaction that publishes.

`page_published` is the one signal that comes with fresh tags; it is also sent for the aliases
of the page, which `put` leaves out. A deleted page takes its row along by cascade.
"""

from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from search import services


@receiver(page_published, dispatch_uid="search.published")
def catalogue_published(instance, **kwargs):
    services.put(instance.specific)


@receiver(page_unpublished, dispatch_uid="search.unpublished")
def forget_unpublished(instance, **kwargs):
    services.remove(instance.pk)
