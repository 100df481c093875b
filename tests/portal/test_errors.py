"""Errors in the design of the site, in the language of the address."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client, RequestFactory
from django.utils import translation

from content import visibility
from portal import csp, errors
from stories.models import StoryPage
from tests.factories import published, restrict
from tests.reading import Html


@pytest.fixture
def breaking(monkeypatch):
    """Return a function that makes every page raise an error."""

    def install(error):
        def raise_it(request):
            raise error

        monkeypatch.setattr(visibility, "rules_for", raise_it)
        return Client(raise_request_exception=False)

    return install


@pytest.mark.parametrize(("url", "language"), [("/fr/recits/", "fr"), ("/en/stories/", "en")])
def test_a_fault_is_a_page_in_the_language_of_the_address(fr, breaking, url, language):
    client = breaking(RuntimeError("the secret of the fault"))
    response = client.get(url)
    html = Html(response)
    assert response.status_code == 500
    assert html.one("html").get("lang") == language
    assert "secret of the fault" not in html.source
    assert html.one("h1").text
    assert response["Content-Security-Policy"] == csp.as_header(csp.READING)


def test_the_page_of_a_fault_reads_nothing_from_the_database(db, django_assert_num_queries):
    request = RequestFactory().get("/fr/recits/")
    with django_assert_num_queries(0, connection=connection):
        for view, status in ((errors.server_error, 500), (errors.bad_request, 400)):
            assert view(request).status_code == status


def test_a_forged_host_is_refused_in_the_design_of_the_site(fr):
    response = Client(raise_request_exception=False).get("/fr/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert Html(response).one("html").get("lang") == "fr"
    assert "evil.example" not in response.content.decode()


@pytest.mark.parametrize(("url", "language"), [("/fr/x/", "fr"), ("/en/x/", "en")])
def test_a_refusal_is_a_page_in_the_language_of_the_address(fr, url, language):
    request = RequestFactory().get(url, headers={"host": "localhost"})
    with translation.override(language):
        response = errors.permission_denied(request, PermissionDenied())
    assert response.status_code == 403
    assert Html(response).one("html").get("lang") == language
    assert Html(response).one("meta", name="robots").get("content") == "noindex"


def test_a_form_sent_without_its_token_is_refused_in_the_design_of_the_site(fr):
    story = published(fr.stories, StoryPage)
    restriction = restrict(story)
    client = Client(enforce_csrf_checks=True)
    url = f"/_util/authenticate_with_password/{restriction.pk}/{story.pk}/"
    response = client.post(url, {"password": "sesame", "return_url": story.get_url()})
    assert response.status_code == 403
    assert Html(response).all("main", id="content")


def test_a_wrong_password_says_so_beside_its_field(fr):
    story = published(fr.stories, StoryPage)
    restriction = restrict(story)
    url = f"/_util/authenticate_with_password/{restriction.pk}/{story.pk}/"
    response = Client().post(url, {"password": "wrong", "return_url": story.get_url()})
    assert response.status_code == 200
    field = Html(response).one("input", name="password")
    assert field.get("aria-invalid") == "true"
    assert "errorlist" in response.content.decode()
