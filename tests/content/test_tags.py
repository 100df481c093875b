"""Tags fold accents and plurals; editors merge them, and old addresses lead on."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from content.models import Tag
from content.tags import CannotMerge, merge
from search.models import Facet
from stories.models import StoryPage
from tests.admin_forms import edit_url, errors, page_form
from tests.factories import add, publish, published, sample


def tagged(tree, slug: str, *words: str) -> StoryPage:
    story = sample(StoryPage, tree.locale, slug=slug, body=[])
    story.tags.add(*words)
    return publish(add(tree.stories, story))


def names(page) -> set[str]:
    return set(StoryPage.objects.get(pk=page.pk).tags.names())


def test_spellings_of_one_word_typed_in_the_form_are_one_tag(fr, editor_client):
    tagged(fr, "first", "école")
    story = published(fr.stories, StoryPage, slug="second", body=[])
    data = page_form(editor_client, edit_url(story))
    data |= {"tags": "Écoles, ECOLE, lavoir", "action-publish": "on"}
    response = editor_client.post(edit_url(story), data)
    assert response.status_code == 302, errors(response)
    assert names(story) == {"école", "lavoir"}
    assert Tag.objects.filter(folded="ecole").count() == 1


def test_merging_moves_the_pages_and_the_old_address_leads_to_the_new(fr, editor_client, client):
    one, both = tagged(fr, "one", "vélo"), tagged(fr, "both", "vélo", "bicyclette")
    source, target = Tag.objects.get(folded="velo"), Tag.objects.get(folded="bicyclette")
    data = {"source": source.pk, "target": target.pk}
    assert editor_client.post(reverse("content_tags"), data).status_code == 302
    assert names(one) == names(both) == {"bicyclette"}
    assert set(Facet.objects.filter(facet="tag").values_list("value", flat=True)) == {"bicyclette"}
    with override("fr"):
        old, new = (reverse("tag", args=[tag.slug]) for tag in (source, target))
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (301, new)
    listed = client.get(response["Location"]).content.decode()
    assert one.get_url() in listed
    assert both.get_url() in listed


def test_a_word_that_was_merged_away_gives_its_successor_when_it_is_typed_again(fr):
    tagged(fr, "one", "vélo")
    tagged(fr, "two", "bicyclette")
    merge(Tag.objects.get(folded="velo"), Tag.objects.get(folded="bicyclette"))
    assert names(tagged(fr, "three", "Vélos")) == {"bicyclette"}


def test_a_revision_from_before_a_merge_does_not_bring_the_old_tag_back(fr):
    story, both = tagged(fr, "one", "vélo"), tagged(fr, "both", "vélo", "bicyclette")
    before = [page.save_revision() for page in (story, both)]
    merge(Tag.objects.get(folded="velo"), Tag.objects.get(folded="bicyclette"))
    for revision in before:
        revision.publish()
    assert names(story) == names(both) == {"bicyclette"}
    assert set(Facet.objects.filter(facet="tag").values_list("value", flat=True)) == {"bicyclette"}


@pytest.mark.parametrize("target", ["velo", "moto"])
def test_what_cannot_be_merged_is_refused(fr, target):
    tagged(fr, "one", "vélo", "moto", "train")
    merge(Tag.objects.get(folded="moto"), Tag.objects.get(folded="train"))
    with pytest.raises(CannotMerge):
        merge(Tag.objects.get(folded="velo"), Tag.objects.get(folded=target))


def test_merging_a_tag_with_itself_comes_back_with_its_reason(fr, editor_client):
    tagged(fr, "one", "vélo")
    tag = Tag.objects.get()
    response = editor_client.post(reverse("content_tags"), {"source": tag.pk, "target": tag.pk})
    assert response.status_code == 200
    assert errors(response)["target"]
