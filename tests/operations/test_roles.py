"""Who may do what in the admin: every role at the same doors."""

import io
import json

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from home.models import StandardPage
from kit.models import ChapterPage
from operations.roles import setup_roles
from stories.models import StoryPage
from tests.admin_forms import create_url, edit_url, page_form
from tests.factories import account, add, kit_in, published, sample

ROLES = {
    "author": ["Authors"],
    "translator-en": ["Translators en"],
    "reviewer-en": ["Reviewers en"],
    "moderator": ["Moderators"],
    "editor": ["Editors"],
}
STAFF = {"translator-en", "reviewer-en", "moderator", "editor", "administrator"}
EDITORS = {"editor", "administrator"}
STORIES = EDITORS | {"moderator"}
ENGLISH = EDITORS | {"translator-en", "reviewer-en"}
ALLOWED = {
    "home of the admin": STAFF,
    "edit a French chapter": EDITORS,
    "edit a French story": STORIES,
    "edit an English page": ENGLISH,
    "edit an English story": ENGLISH | {"moderator"},
    "create a French story": STORIES,
    "create a French chapter": EDITORS,
    "create an English page": ENGLISH,
    "unpublish a French story": STORIES,
    "unpublish an English page": EDITORS | {"reviewer-en"},
    "list accounts": {"administrator"},
    "create an account": {"administrator"},
    "list groups": {"administrator"},
    "add a theme": EDITORS,
    "merge tags": EDITORS,
    "add synonyms": EDITORS,
    "read what was searched": EDITORS,
    "read the results of what was searched": EDITORS,
    "list redirects": EDITORS,
    "add a picture": STAFF,
    "add a document": STAFF,
    "change the identity of the site": {"administrator"},
    "list sites": {"administrator"},
    "list languages": {"administrator"},
}


@pytest.fixture
def doors(fr, en) -> dict[str, str]:
    """Return the address of each door of `ALLOWED`."""
    kit = kit_in(fr)
    chapter = published(kit, ChapterPage, slug="chapter")
    story = published(fr.stories, StoryPage, slug="story")
    page = published(en.home, StandardPage, slug="page")
    english = published(en.stories, StoryPage, slug="story")
    site = fr.home.sites_rooted_here.get()
    return {
        "home of the admin": reverse("wagtailadmin_home"),
        "edit a French chapter": edit_url(chapter),
        "edit a French story": edit_url(story),
        "edit an English page": edit_url(page),
        "edit an English story": edit_url(english),
        "create a French story": create_url(StoryPage, fr.stories),
        "create a French chapter": create_url(ChapterPage, kit),
        "create an English page": create_url(StandardPage, en.home),
        "unpublish a French story": reverse("wagtailadmin_pages:unpublish", args=[story.pk]),
        "unpublish an English page": reverse("wagtailadmin_pages:unpublish", args=[page.pk]),
        "list accounts": reverse("wagtailusers_users:index"),
        "create an account": reverse("wagtailusers_users:add"),
        "list groups": reverse("wagtailusers_groups:index"),
        "add a theme": reverse("wagtailsnippets_content_theme:add"),
        "merge tags": reverse("content_tags"),
        "add synonyms": reverse("search_synonyms:add"),
        "read what was searched": reverse("search_asked"),
        "read the results of what was searched": reverse("search_asked_results"),
        "list redirects": reverse("wagtailredirects:index"),
        "add a picture": reverse("wagtailimages:add"),
        "add a document": reverse("wagtaildocs:add"),
        "change the identity of the site": reverse(
            "wagtailsettings:edit", args=["content", "siteidentity", site.pk]
        ),
        "list sites": reverse("wagtailsites:index"),
        "list languages": reverse("wagtaillocales:index"),
    }


def client_of(role: str) -> Client:
    client = Client()
    groups = ROLES.get(role, [])
    client.force_login(account(f"{role}@example.org", *groups, superuser=role == "administrator"))
    return client


@pytest.mark.parametrize("role", [*ROLES, "administrator"])
def test_each_role_enters_by_its_own_doors_only(role, doors):
    client = client_of(role)
    entered = {name for name, url in doors.items() if client.get(url).status_code == 200}
    assert entered == {name for name, roles in ALLOWED.items() if role in roles}
    assert set(doors) == set(ALLOWED)


def test_an_author_is_sent_to_the_login_from_every_door(doors):
    client = client_of("author")
    for url in doors.values():
        response = client.get(url)
        assert response.status_code == 302, url
        assert response["Location"].startswith(reverse("wagtailadmin_login")), url


def test_a_reader_without_an_account_is_sent_to_the_login(doors):
    response = Client().get(doors["edit a French story"])
    assert response["Location"].startswith(reverse("wagtailadmin_login"))


def send(client, page, action: str):
    """Change the summary of a page and press a button of the editing form."""
    data = page_form(client, edit_url(page))
    data["summary"] = "Un autre résumé."
    client.post(edit_url(page), {**data, **({action: "on"} if action else {})})
    stored = type(page).objects.get(pk=page.pk)
    return stored.summary == "Un autre résumé.", stored.has_unpublished_changes


@pytest.mark.parametrize(
    ("role", "publishes"), [("translator-en", False), ("reviewer-en", True), ("editor", True)]
)
def test_a_translator_saves_what_a_reviewer_publishes(role, publishes, en):
    page = published(en.home, StandardPage, body=[])
    live_changed, has_draft = send(client_of(role), page, "action-publish")
    assert (live_changed, has_draft) == (publishes, not publishes)


def test_a_moderator_publishes_stories_and_nothing_else(fr):
    client = client_of("moderator")
    story = published(fr.stories, StoryPage, body=[])
    assert send(client, story, "action-publish") == (True, False)
    page = published(fr.home, StandardPage)
    response = client.post(edit_url(page), {"title": "x", "action-publish": "on"})
    assert response.status_code == 302
    assert StandardPage.objects.get(pk=page.pk).title == page.title


def test_an_editor_creates_and_publishes_a_page(fr, editor_client):
    url = create_url(StandardPage, fr.home)
    data = page_form(editor_client, url)
    data |= {"title": "La charte", "slug": "charte", "action-publish": "on"}
    assert editor_client.post(url, data).status_code == 302
    assert Client().get("/fr/charte/").status_code == 200


def test_nobody_edits_a_draft_of_another_tree_by_its_number(fr, en):
    draft = add(fr.home, sample(StandardPage, fr.locale), slug="draft", live=False)
    client = client_of("translator-en")
    for name in ("view_draft", "edit", "delete", "copy", "history", "move"):
        response = client.get(reverse(f"wagtailadmin_pages:{name}", args=[draft.pk]))
        assert response.status_code in {302, 403}, name
        assert "charte" not in response.content.decode()


def permissions() -> tuple:
    """Return everything that groups hold, to compare two states of it."""
    pages = GroupPagePermission.objects.values_list("group__name", "page_id", "permission_id")
    models = Group.objects.values_list("name", "permissions__id")
    return sorted(pages), sorted(models, key=repr)


def test_setting_up_the_roles_again_changes_nothing(fr):
    before = permissions()
    report = setup_roles()
    assert report.added == 0
    assert permissions() == before


def test_setting_up_the_roles_puts_back_what_a_role_needs_and_leaves_what_was_added(fr):
    editors = Group.objects.get(name="Editors")
    on_pages, _on_models = permissions()
    GroupPagePermission.objects.filter(group=editors).delete()
    editors.permissions.clear()
    extra = Permission.objects.get(codename="view_user")
    editors.permissions.add(extra)
    assert setup_roles().added > 5
    assert extra in editors.permissions.all()
    assert editors.permissions.filter(codename="change_theme").exists()
    assert permissions()[0] == on_pages
    assert setup_roles().added == 0


def test_wagtails_own_groups_lose_their_rights_on_the_whole_tree(fr):
    root = Page.get_first_root_node()
    assert not GroupPagePermission.objects.filter(page=root).exists()


def test_the_command_says_in_one_object_what_it_did(fr):
    output = io.StringIO()
    call_command("setup_roles", json=True, stdout=output)
    report = json.loads(output.getvalue())
    assert report["added"] == 0
    assert {"Authors", "Moderators", "Editors", "Administrators", "Translators en"} <= set(
        report["groups"]
    )
