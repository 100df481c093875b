"""What translators wrote or chose survives stopping, restarting, and deleted pictures."""

from django.urls import reverse
from wagtail.documents.models import Document
from wagtail_localize.models import OverridableSegment, SegmentOverride, StringTranslation

from home.models import StandardPage
from tests import factories, translating


def english(text: str) -> str:
    return f"EN {text}"


def test_what_was_edited_without_the_translation_is_taken_in_again(translation, editor_client):
    translating.write(editor_client, translation, english)
    target = translating.publish(editor_client, translation)
    editor_client.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]))
    target.summary = "By hand."
    target.save_revision().publish()
    edit = reverse("wagtailadmin_pages:edit", args=[target.pk])
    editor_client.post(edit, {"localize-restart-translation": "1"})
    translation.refresh_from_db()
    assert translation.enabled
    assert StringTranslation.objects.get(context__path="summary").data == "By hand."
    assert translating.publish(editor_client, translation).summary == "By hand."


def test_a_picture_that_a_translation_chose_may_be_deleted(fr, en, editor_client):
    own, other = factories.picture("Own"), factories.picture("Other")
    page = factories.published(fr.home, StandardPage, slug="p", listing_image=own)
    translation = translating.submit(editor_client, page, en.locale)
    translating.write(editor_client, translation, english)
    segment = OverridableSegment.objects.get(context__path="listing_image")
    translating.replace(editor_client, translation, segment, str(other.pk))
    assert SegmentOverride.objects.count() == 1
    other.delete()
    assert not SegmentOverride.objects.exists()
    target = translating.publish(editor_client, translation)
    assert target.live
    assert target.listing_image == own


def test_deleting_a_file_of_the_same_number_leaves_the_picture(fr, en, editor_client):
    own, other = factories.picture("Own"), factories.picture("Other")
    page = factories.published(fr.home, StandardPage, slug="p", listing_image=own)
    translation = translating.submit(editor_client, page, en.locale)
    segment = OverridableSegment.objects.get(context__path="listing_image")
    translating.replace(editor_client, translation, segment, str(other.pk))
    Document.objects.create(pk=other.pk, title="File", file="file.pdf").delete()
    assert SegmentOverride.objects.count() == 1
