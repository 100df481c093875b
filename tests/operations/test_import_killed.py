"""Killed in the middle and run again: no duplicate, nothing half made.

Real processes on a database and a folder of their own, killed with SIGKILL; what is there in the
end is compared with a run that nobody disturbed.
"""

import random
import time
from pathlib import Path

import pytest

from tests.factories import picture_file
from tests.processes import PATIENCE, Portal, copy_of
from tests.snapshots import copy_snapshot

# The database of tests is made for its empty copy.
pytestmark = [pytest.mark.processes, pytest.mark.django_db]

DOCUMENTS = Path(__file__).parent / "documents"
REPORT = (DOCUMENTS / "report_fr.txt").read_text(encoding="utf-8")
COUNT = 36
TABLES = (
    "stories_participant", "stories_facilitator", "stories_reportquestion", "stories_reportpoint",
    "stories_reportkeypoint",
)  # fmt: skip
UPLOAD = """
import os, pathlib
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from accounts.models import User
from operations import intake
from wagtail.models import Locale

intake.AT_ONCE_FILES = -1
user = User.objects.create_user("editor@example.org", "a long password")
user.groups.set([Group.objects.get(name="Editors")])
folder = pathlib.Path(os.environ["UPLOADED"])
files = [SimpleUploadedFile(path.name, path.read_bytes()) for path in sorted(folder.iterdir())]
batch = intake.receive(user, files, Locale.objects.get(language_code="fr"))
intake.read_batch(batch.pk)
batch.refresh_from_db()
intake.confirm(batch)
"""


class Importing(Portal):
    """A portal that is killed while it imports."""

    def kill_after(self, documents: int, *arguments: str) -> None:
        """Start a command and kill it once so many documents are in, at any moment."""
        process = self.start(*arguments)
        end = time.monotonic() + PATIENCE
        while self.imported() < documents and process.poll() is None:
            assert time.monotonic() < end
            time.sleep(0.01)
        time.sleep(random.uniform(0, 0.05))  # noqa: S311
        assert process.poll() is None, "it was done before it could be killed"
        process.kill()
        process.wait()
        process.stderr.close()
        assert documents <= self.imported() < COUNT

    def imported(self) -> int:
        return self.ask("SELECT count(*) FROM operations_importeddocument")[0][0]

    def what_is_there(self) -> dict:
        """Return everything that an import makes, without the numbers that differ by chance."""
        pages = (
            "SELECT p.title, p.slug, p.live, count(r.id) FROM wagtailcore_page p"
            " LEFT JOIN wagtailcore_revision r ON r.object_id = CAST(p.id AS text)"
            " WHERE p.depth > 2 GROUP BY p.id ORDER BY 1"
        )
        rows = {
            table: self.ask(
                f"SELECT p.title, count(*) FROM {table} x JOIN wagtailcore_page p"  # noqa: S608
                " ON p.id = x.page_id GROUP BY 1 ORDER BY 1"
            )
            for table in TABLES
        }
        links = (
            "SELECT p.title, count(*) FROM wagtailcore_referenceindex x JOIN wagtailcore_page p"
            " ON p.id = CAST(x.object_id AS integer) GROUP BY 1 ORDER BY 1"
        )
        waiting = "SELECT source, links FROM operations_importeddocument ORDER BY 1"
        stored = self.ask("SELECT file FROM content_portalimage ORDER BY 1")
        on_disk = sorted((self.folder / "media" / "original_images").iterdir())
        assert [name for (name,) in stored] == [f"original_images/{path.name}" for path in on_disk]
        assert all(path.stat().st_size for path in on_disk)
        return {
            "pages": self.ask(pages),
            "rows": rows,
            "references": self.ask(links),
            "waiting": self.ask(waiting),
            "pictures": stored,
        }


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A folder of documents, each with a picture and a link to the next."""
    path = tmp_path_factory.mktemp("documents")
    title = REPORT.splitlines()[0]
    for number in range(COUNT):
        text = REPORT.replace(title, f"Atelier 3 - Récolte - Session {number}")
        text += f"\n\n![Le pré {number}](pre{number % 20}.jpg)\n"
        text += f"\nVoir [la suite](r{number + 1}.txt).\n"
        (path / f"r{number}.txt").write_text(text, encoding="utf-8")
    for number in range(20):
        picture = picture_file(600, 400 + number)
        (path / f"pre{number}.jpg").write_bytes(picture.read())
    return path


@pytest.fixture(scope="module")
def empty(tmp_path_factory, django_db_setup) -> Importing:
    """A portal with its French tree and nothing else."""
    portal = Importing(tmp_path_factory.mktemp("empty"))
    copy_snapshot(portal.folder / "portal.sqlite3")
    portal.manage("open_locale", "fr")
    return portal


@pytest.fixture(scope="module")
def undisturbed(empty, folder, tmp_path_factory) -> dict:
    """What a run leaves that nobody killed."""
    portal = copy_of(empty, tmp_path_factory.mktemp("whole"))
    portal.manage("import_documents", str(folder), "--json")
    return portal.what_is_there()


def test_a_command_that_was_killed_is_run_again(empty, folder, undisturbed, tmp_path):
    portal = copy_of(empty, tmp_path / "data")
    for documents in (3, 15):
        portal.kill_after(documents, "import_documents", str(folder), "--json")
    portal.manage("import_documents", str(folder), "--json")

    assert portal.imported() == COUNT
    assert portal.what_is_there() == undisturbed


def test_a_worker_that_was_killed_resumes_the_upload(empty, folder, undisturbed, tmp_path):
    portal = copy_of(empty, tmp_path / "data")
    portal.manage("shell", "-c", UPLOAD, UPLOADED=str(folder))
    for documents in (3, 15):
        portal.kill_after(documents, "worker")
        # The lease of the killed worker runs out: five minutes, which the test does not wait for.
        portal.change("UPDATE outbox_entry SET leased_until = NULL")
    portal.manage("worker", "--once")

    assert portal.imported() == COUNT
    assert portal.ask("SELECT state FROM operations_importbatch") == [("done",)]
    assert portal.ask("SELECT DISTINCT outcome FROM operations_importitem") == [("created",)]
    assert portal.ask("SELECT sum(length(data)) FROM operations_importfile") == [(0,)]
    assert portal.what_is_there() == undisturbed

    portal.change("UPDATE operations_importbatch SET created_at = '2020-01-01 00:00:00'")
    portal.manage("worker", "--once")
    assert portal.ask("SELECT count(*) FROM operations_importbatch") == [(0,)]
    assert portal.what_is_there() == undisturbed
