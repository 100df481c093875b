"""A server that asks for TLS and a key: the least rights that work, and what a wrong one gives."""

import copy

import pytest
from django.core import checks
from elasticsearch import Elasticsearch

from outbox import services as outbox
from search import api, remote, services
from search.engines.base import SearchRequest
from search.engines.elasticsearch.comparing import RemoteDifferences
from stories.models import StoryPage
from tests.factories import add
from tests.search.asking import found, text
from tests.search.clusters import cluster_of

pytestmark = [pytest.mark.elasticsearch, pytest.mark.cluster]

PREFIX = "portal"
# The role of docs/search-server.md.
ROLE = {
    "cluster": ["monitor"],
    "indices": [{"names": [f"{PREFIX}*"], "privileges": ["manage", "read", "write"]}],
}


@pytest.fixture(scope="module")
def server():
    """Return a server with TLS and passwords, started for the tests of this module."""
    with cluster_of(SECURED="1") as server:
        yield server


@pytest.fixture
def new_key(server):
    """Return what makes an API key of a role, as the one user who may do everything."""
    administrator = Elasticsearch(
        server.urls, ca_certs=server.environment["ELASTICSEARCH_CA_FILE"], request_timeout=30
    )

    def make(role) -> str:
        made = administrator.security.create_api_key(name="portal", role_descriptors={"all": role})
        return made["encoded"]

    yield make
    for index in administrator.indices.get(index=f"{PREFIX}-*"):
        administrator.indices.delete(index=index)


@pytest.fixture
def portal(server, settings, fr):
    """Return the settings of a portal that is led to the server, and has no key yet."""
    settings.ELASTICSEARCH_URL = [_without_password(url) for url in server.urls]
    settings.ELASTICSEARCH_CA_FILE = server.environment["ELASTICSEARCH_CA_FILE"]
    settings.ELASTICSEARCH_PREFIX = PREFIX
    settings.ELASTICSEARCH_TIMEOUT = 20.0
    return settings


def _without_password(url: str) -> str:
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"


def complaints() -> str:
    """Return what `check --deploy` has to say of the search server."""
    said = checks.run_checks(tags=["search"], include_deployment_checks=True)
    return "\n".join(str(one.msg) for one in said)


def search(q="rivière"):
    return api.search(SearchRequest(q=q, locale="fr"))


def test_the_rights_of_the_guide_are_enough(portal, new_key, fr):
    portal.ELASTICSEARCH_API_KEY = new_key(ROLE)
    assert "search_rebuild" in complaints()
    remote.rebuild()
    text(fr, "Une rivière")
    assert complaints() == ""
    assert found("rivière") == ["Une rivière"]
    assert not search().degraded
    assert remote.compare() == RemoteDifferences()
    remote.rebuild()
    remote.roll_back()
    assert found("rivière") == ["Une rivière"]


@pytest.mark.parametrize("right", ["manage", "read", "write"])
def test_no_right_of_the_guide_is_too_much(portal, new_key, fr, right):
    less = copy.deepcopy(ROLE)
    less["indices"][0]["privileges"].remove(right)
    portal.ELASTICSEARCH_API_KEY = new_key(less)
    with pytest.raises(remote.FailedError, match="rights"):
        remote.rebuild()


def test_without_the_right_to_ask_its_version_the_check_says_so(portal, new_key):
    portal.ELASTICSEARCH_API_KEY = new_key({**ROLE, "cluster": []})
    assert "rights" in complaints()


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("ELASTICSEARCH_API_KEY", "bm90OmFrZXk=", "does not know this key"),
        ("ELASTICSEARCH_CA_FILE", "", "certificate of the search server is not trusted"),
        ("ELASTICSEARCH_CA_FILE", "/nowhere/ca.pem", "set ELASTICSEARCH_CA_FILE"),
    ],
)
def test_a_wrong_key_or_certificate_is_said_and_the_database_answers(
    portal, new_key, fr, setting, value, said
):
    portal.ELASTICSEARCH_API_KEY = new_key(ROLE)
    remote.rebuild()
    text(fr, "Une rivière")
    setattr(portal, setting, value)
    assert said in complaints()
    answer = search()
    assert (answer.total, answer.degraded) == (1, True)
    services.put(
        add(fr.stories, StoryPage(title="Une autre rivière", slug="autre", locale=fr.locale))
    )
    while outbox.drain():
        pass
    assert search().total == 2
