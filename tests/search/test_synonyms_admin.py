"""Editors keep synonyms in the admin: the form says what is wrong and what each word finds."""

import re

import pytest
from django.urls import reverse

from search.models import Synonym
from tests.search.asking import found, text
from tests.search.test_synonyms import same

ADD = "search_synonyms:add"


def send(client, url: str, tree, words: str, direction: str = "both"):
    data = {"words": words, "direction": direction, "locale": tree.locale.pk}
    return client.post(url, data)


def test_what_an_editor_saves_is_searched_at_once(editor_client, fr):
    text(fr, "Un", "Un vélo.")
    text(fr, "Deux", "Une bicyclette.")
    response = send(editor_client, reverse(ADD), fr, "vélo, bicyclette")
    assert response.status_code == 302
    assert set(found("vélo")) == {"Un", "Deux"}
    edit = reverse("search_synonyms:edit", args=[Synonym.objects.get().pk])
    assert send(editor_client, edit, fr, "tandem\nvélo").status_code == 302
    assert found("vélo") == ["Un"]


@pytest.mark.parametrize("words", ["", "vélo", "vélo, vélos", "vélo, de la", "<script>, ()"])
def test_what_cannot_work_comes_back_with_its_reason(editor_client, fr, words):
    response = send(editor_client, reverse(ADD), fr, words)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["words"]
    assert not Synonym.objects.exists()


def test_the_form_begins_with_the_words_of_its_address(editor_client, fr, en):
    response = editor_client.get(reverse(ADD), {"words": "<b>puits", "language": "en"})
    form = response.context["form"]
    assert form["words"].value() == "<b>puits"
    assert form["locale"].value() == en.locale.pk
    assert "<b>puits" not in response.content.decode()
    assert editor_client.get(reverse(ADD), {"language": "zz\0"}).status_code == 200


def test_the_form_says_how_many_pages_each_word_finds(editor_client, fr):
    text(fr, "Un", "Un vélo.")
    for number in range(2):
        text(fr, f"Page {number}", "Une bicyclette.")
    group = same(fr, "vélo", "bicyclette", "draisienne")
    response = editor_client.get(reverse("search_synonyms:edit", args=[group.pk]))
    cells = re.findall(r"<td[^>]*>([^<]*)</td>", response.content.decode())
    assert cells == ["vélo", "1", "3", "bicyclette", "2", "3", "draisienne", "0", "3"]


def test_the_list_names_each_group(editor_client, fr):
    same(fr, "vélo", "bicyclette")
    same(fr, "véhicule", "vélo", one_way=True)
    page = editor_client.get(reverse("search_synonyms:list")).content.decode()
    assert "vélo = bicyclette" in page
    assert "véhicule → vélo" in page
