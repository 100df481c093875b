"""How the server is reached: where it is, with which rights, and how long it may take to answer."""

from dataclasses import dataclass
from functools import cache

from django.conf import settings
from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch


class SetUpError(Exception):
    """The settings lead to no client: an address that is none, a file that is not there."""


# What a server that is away, slow, wrongly set up or without its index may raise.
FAILURES = (ApiError, TransportError, SetUpError)
# A server that hangs is noticed by the first, short question of a write.
WRITE_PROBE = 1.0
WRITE_TIMEOUT = 30.0
CONNECTIONS = 25


@dataclass(frozen=True)
class Configuration:
    """The settings of the server, hashable: one client serves all who have the same."""

    urls: tuple[str, ...]
    api_key: str = ""
    ca_file: str = ""
    prefix: str = "portal"
    shards: int = 1
    replicas: str = "0-1"
    refresh: str = "1s"
    timeout: float = 0.15


def configuration() -> Configuration | None:
    """Return what the settings say, None if they name no server."""
    if not settings.ELASTICSEARCH_URL:
        return None
    return Configuration(
        urls=tuple(settings.ELASTICSEARCH_URL),
        api_key=settings.ELASTICSEARCH_API_KEY,
        ca_file=settings.ELASTICSEARCH_CA_FILE,
        prefix=settings.ELASTICSEARCH_PREFIX,
        shards=settings.ELASTICSEARCH_SHARDS,
        replicas=settings.ELASTICSEARCH_REPLICAS,
        refresh=settings.ELASTICSEARCH_REFRESH,
        timeout=settings.ELASTICSEARCH_TIMEOUT,
    )


@cache
def client_of(config: Configuration) -> Elasticsearch:
    """Return the client, which keeps connections open and may be used by all threads.

    A node that refuses is left for another at once; one that hangs is not waited for twice, nor
    is an answer with an error asked for again: the database answers meanwhile. `SetUpError` if the
    settings hold nonsense.
    """
    try:
        return Elasticsearch(
            list(config.urls),
            api_key=config.api_key or None,
            ca_certs=config.ca_file or None,
            request_timeout=config.timeout,
            connections_per_node=CONNECTIONS,
            max_retries=len(config.urls) - 1,
            retry_on_timeout=False,
            retry_on_status=(),
        )
    except (ValueError, OSError) as error:
        raise SetUpError(str(error)) from error
