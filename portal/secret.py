"""The secret key of an installation that was given none."""

import os
from pathlib import Path

from django.utils.crypto import get_random_string


def secret_from(data_dir: Path) -> str:
    """Return the key kept in `data_dir`, drawing it the first time.

    The file is readable by its owner only. It is created exclusively, so that
    two processes that start together agree on one key.
    """
    path = data_dir / "secret_key"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    key = get_random_string(64)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(key)
    return key
