"""What follows a change of the tree or of a vocabulary at once."""

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Site

from content.models import PageTag, SiteIdentity


@receiver(post_save, sender=Site, dispatch_uid="content.identity")
def give_identity(instance, raw=False, **kwargs):
    """Every site has an identity row, so that site and identity are read together."""
    if not raw:
        SiteIdentity.objects.get_or_create(site=instance)


@receiver(post_save, sender=PageTag, dispatch_uid="content.merged_tag")
def follow_merged_tag(instance, raw=False, **kwargs):
    """A revision from before a merge brings its old tag back: the page gets the successor."""
    successor = None if raw else instance.tag.replaced_by_id
    if successor:
        PageTag.objects.filter(pk=instance.pk).delete()
        PageTag.objects.get_or_create(
            tag_id=successor, content_object_id=instance.content_object_id
        )
