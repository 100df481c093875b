"""Time requests through Django's test client, in rounds, so that sizes share the same noise."""

import gzip
import time
from dataclasses import dataclass, field

from django.db import connection
from django.test import Client

from benchmarks.addresses import Address
from benchmarks.figures import WARM_UP, Times, WrongAnswer, percentile


@dataclass
class Figure(Times):
    """What one page costs at one size: milliseconds of each request, queries, bytes.

    `times` is by the clock, `cpu` what this process worked: on SQLite that is all of it, and
    it hardly moves when other programs load the machine.
    """

    cpu: list[float] = field(default_factory=list)
    queries: int = 0
    bytes: int = 0
    bytes_gzip: int = 0

    @property
    def cpu_p50(self) -> float:
        return percentile(self.cpu, 50)

    @property
    def cost(self) -> float:
        """The milliseconds that ratios are made of: work where it is all ours, else the clock."""
        return self.cpu_p50 if connection.vendor == "sqlite" else self.p50


def measure(address: Address, figure: Figure, repeat: int, user=None) -> None:
    """Add `repeat` times to `figure`, after a warm-up; count queries and bytes once.

    `user` is signed in; without one, a reader asks who has no account.
    """
    client = _client(user, HTTP_ACCEPT_ENCODING="gzip")
    for _number in range(WARM_UP):
        _asked(client, address)
    if not figure.queries:
        _count(address, figure, user)
    for _number in range(repeat):
        start, worked = time.perf_counter(), time.process_time()
        _asked(client, address)
        figure.cpu.append((time.process_time() - worked) * 1000)
        figure.times.append((time.perf_counter() - start) * 1000)


def _count(address: Address, figure: Figure, user) -> None:
    def counted(execute, sql, parameters, many, context):
        figure.queries += 1
        return execute(sql, parameters, many, context)

    client = _client(user)
    with connection.execute_wrapper(counted):
        content = _asked(client, address).content
    figure.bytes = len(content)
    # Django's own gzip adds up to 100 random bytes against BREACH: not counted.
    figure.bytes_gzip = len(gzip.compress(content, compresslevel=6))


def _client(user, **headers) -> Client:
    client = Client(SERVER_NAME="localhost", **headers)
    if user:
        client.force_login(user)
    return client


def _asked(client: Client, address: Address):
    response = client.get(address.url)
    if response.status_code != address.status:
        raise WrongAnswer(f"{address.url} answered {response.status_code}, not {address.status}.")
    return response
