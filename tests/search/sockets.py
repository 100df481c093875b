"""Servers that are none: what an address may lead to when the search server is away."""

import socket
import threading
from contextlib import contextmanager


class BlackHole:
    """Takes connections and never answers; counts them."""

    def __init__(self):
        self.taken = 0
        self._kept = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._take, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    def _take(self):
        while True:
            try:
                connection, _address = self._socket.accept()
            except OSError:
                return
            self.taken += 1
            self._kept.append(connection)

    def close(self):
        for one in (self._socket, *self._kept):
            one.close()


@contextmanager
def black_hole():
    """Give a server that never answers."""
    hole = BlackHole()
    try:
        yield hole
    finally:
        hole.close()


def closed_port() -> str:
    """Return an address that refuses connections."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return f"http://127.0.0.1:{free.getsockname()[1]}"
