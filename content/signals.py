"""What follows a change of the tree or of a vocabulary at once."""

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Site

from content.models import SiteIdentity


@receiver(post_save, sender=Site, dispatch_uid="content.identity")
def give_identity(instance, raw=False, **kwargs):
    """Every site has an identity row, so that site and identity are read together."""
    if not raw:
        SiteIdentity.objects.get_or_create(site=instance)
