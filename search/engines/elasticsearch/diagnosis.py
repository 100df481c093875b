"""What is wrong with a server, in words that say what to do."""

from elastic_transport import ConnectionTimeout, TlsError, TransportError
from elasticsearch import VERSION as CLIENT
from elasticsearch import (
    ApiError,
    AuthenticationException,
    AuthorizationException,
    NotFoundError,
    UnsupportedProductError,
)

from search.engines.elasticsearch.client import SetUpError
from search.engines.elasticsearch.engine import ElasticsearchEngine

# Someone waits for the answer of a command, not a reader for a page.
PATIENCE = 5
NO_INDEX = "The search server has no index yet: run “manage.py search_rebuild”."


# The first that fits is said.
ADVICE = (
    (
        SetUpError,
        "The settings of the search server are wrong: check ELASTICSEARCH_URL "
        "(https://name:9200) and ELASTICSEARCH_CA_FILE.",
    ),
    (
        AuthenticationException,
        "The search server does not know this key or password: check ELASTICSEARCH_API_KEY, or the "
        "name and password in ELASTICSEARCH_URL.",
    ),
    (
        AuthorizationException,
        "The search server refuses: the key has not the rights that the operations guide lists, or "
        "the disk is full and the indices are read-only.",
    ),
    (
        TlsError,
        "The certificate of the search server is not trusted: set ELASTICSEARCH_CA_FILE to the "
        "certificate of its authority.",
    ),
    (
        ConnectionTimeout,
        "The search server does not answer in time: is it overloaded, or is something else at "
        "ELASTICSEARCH_URL?",
    ),
    (UnsupportedProductError, "What answers at ELASTICSEARCH_URL is not Elasticsearch."),
    (NotFoundError, NO_INDEX),
    (
        TransportError,
        "The search server cannot be reached: does it run, and is ELASTICSEARCH_URL its address?",
    ),
    (ApiError, "The search server answers with an error."),
    (Exception, "The search server did not take all pages."),
)


def advice(error: Exception) -> str:
    """Return what an error of the server means and what to do about it."""
    said = next(words for kind, words in ADVICE if isinstance(error, kind))
    return f"{said} ({type(error).__name__}: {error})"


def versions_agree(server: str) -> bool:
    """Return whether the client may speak to a server of a version such as "9.4.3"."""
    # A client speaks to servers of its own major version and of later ones.
    return int(server.partition(".")[0]) >= CLIENT[0]


def problem(engine: ElasticsearchEngine) -> str:
    """Return what keeps the server from answering searches, "" if nothing does."""
    try:
        client = engine.client.options(request_timeout=PATIENCE)
        version = client.info()["version"]["number"]
        if not versions_agree(version):
            return (
                f"The search server is Elasticsearch {version}, the client {CLIENT[0]}: install "
                "requirements-elasticsearch8.lock over the main lock, or a newer server."
            )
        # Rights are asked with it: to read the state of the indices, and to search.
        if not engine.indices.state().live:
            return NO_INDEX
        client.search(index=engine.config.prefix, size=0)
    except (ApiError, TransportError, SetUpError) as error:
        return advice(error)
    return ""
