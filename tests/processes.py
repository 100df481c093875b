"""A portal of its own in processes of its own, which a test may kill."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 120


class Portal:
    """A portal of its own under a folder: its database, its pictures, its commands."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.environment = {
            **os.environ, "DATA_DIR": str(folder), "DATABASE_URL": "", "DEBUG": "true",
        }  # fmt: skip

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env={**self.environment, **environment},
            stdout=subprocess.PIPE if arguments[0] == "shell" else subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )

    def manage(self, *arguments: str, **environment: str) -> str:
        """Run a command to its end; return what a shell wrote."""
        process = self.start(*arguments, **environment)
        output, said = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, said.decode()
        return (output or b"").decode()

    def ask(self, question: str) -> list[tuple]:
        database = next(self.folder.glob("*.sqlite3"))
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
            return connection.execute(question).fetchall()

    def change(self, statement: str) -> None:
        database = next(self.folder.glob("*.sqlite3"))
        with closing(sqlite3.connect(database)) as connection, connection:
            connection.execute(statement)


def copy_of(portal: Portal, folder: Path) -> Portal:
    shutil.copytree(portal.folder, folder, dirs_exist_ok=True)
    return type(portal)(folder)
