"""The server is killed in the middle of submissions: none that it acknowledged is lost.

Real processes on a database of their own. Authors whose request was cut send the same form again,
as a person does who presses the button again; what is there in the end is there once.
"""

import http.client
import json
import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.http import HttpResponse

from content.models import Licence
from portal.development import messages_in
from tests.browser.server import free_port
from tests.contributions.writing import BEGIN, fields_of, story
from tests.processes import PATIENCE, ROOT, Portal
from tests.snapshots import copy_snapshot

# The database of tests is made for its empty copy.
pytestmark = [pytest.mark.processes, pytest.mark.django_db]

AUTHORS = 4
KILLS = 20
# The master is killed too, which takes a start of the whole server, each so many times.
WHOLE = 7
PEOPLE = """
import json
from django.test import Client
from content.models import Licence
from contributions.charters import accept, current_charter
from operations.tree import open_locale
from tests.factories import account, term, tree_of

open_locale("fr")
licence = term(Licence, "CC BY", tree_of("fr").locale, code="CC-BY-4.0")
account("moderator@example.org", "Moderators")
sessions = []
for number in range(int("{authors}")):
    user = account(f"author{{number}}@example.org")
    accept(user, current_charter("fr"))
    client = Client()
    client.force_login(user)
    sessions.append(client.cookies["sessionid"].value)
print("\\n" + json.dumps([licence.pk, sessions]))
"""


class Server:
    """Gunicorn as `docs/operations.md` starts it, which is killed and started again."""

    def __init__(self, portal: Portal):
        self.portal = portal
        self.port = free_port()
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "gunicorn", "portal.wsgi", f"--bind=127.0.0.1:{self.port}"]
        # Loaded once by the master, so that a killed worker is replaced in a moment.
        command += ["--preload", "--threads=4", "--no-control-socket"]
        with (self.portal.folder / "server.log").open("a") as log:
            self.master = subprocess.Popen(
                command,
                cwd=ROOT,
                env=self.portal.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def kill(self, whole: bool) -> None:
        """Kill the process that answers, and the one that would replace it if `whole`."""
        if whole:
            os.killpg(self.master.pid, signal.SIGKILL)
            self.master.wait()
            self.start()
            return
        children = ["pgrep", "-P", str(self.master.pid)]
        for pid in subprocess.run(children, capture_output=True, text=True).stdout.split():
            os.kill(int(pid), signal.SIGKILL)

    def stop(self) -> None:
        os.killpg(self.master.pid, signal.SIGKILL)
        self.master.wait()


class Author:
    """Proposes one story after the other, and sends again what was not answered."""

    def __init__(self, server: Server, number: int, session: str, licence: int):
        self.server, self.name, self.licence = server, f"author{number}", licence
        self.cookies = f"sessionid={session}"
        self.acknowledged: list[str] = []
        self.cut = 0
        self.fields = {}

    def propose_until(self, stop: threading.Event) -> None:
        form = self._answered("GET", BEGIN, 200)
        token = re.search(r"csrftoken=([^;]+)", form["Set-Cookie"])[1]
        self.cookies += f"; csrftoken={token}"
        self.fields = {**fields_of(form), "csrfmiddlewaretoken": token}
        while not stop.is_set():
            title = f"Récit {len(self.acknowledged)} de {self.name}"
            words = story(Licence(pk=self.licence), title=title, done=f"Le texte de : {title}.")
            begun = self._answered("POST", BEGIN, 302, key=str(uuid4()), **words)
            number = re.search(r"/(\d+)/", begun["Location"])[1]
            send = f"/fr/proposer/envoyer/{number}/"
            self._answered("POST", send, 302, note=f"Note de : {title}", agreed="1")
            self.acknowledged.append(title)

    def _answered(self, method: str, path: str, status: int, **data) -> HttpResponse:
        """Return the answer to a request, made again until the server lives to give one."""
        body = urlencode({**self.fields, **data})
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                answer = self._ask(method, path, body)
            except ConnectionRefusedError:
                time.sleep(0.05)
            except (OSError, http.client.HTTPException):
                self.cut += 1
            else:
                assert answer.status_code == status, answer.content.decode()
                return answer
        raise TimeoutError(path)

    def _ask(self, method: str, path: str, body: str) -> HttpResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=PATIENCE)
        headers = {"Cookie": self.cookies, "Content-Type": "application/x-www-form-urlencoded"}
        try:
            connection.request(method, path, body if method == "POST" else None, headers)
            got = connection.getresponse()
            return HttpResponse(got.read(), status=got.status, headers=dict(got.getheaders()))
        finally:
            connection.close()


@pytest.fixture
def portal(tmp_path, db) -> Portal:
    portal = Portal(tmp_path)
    copy_snapshot(tmp_path / "portal.sqlite3")
    return portal


def submitted(portal: Portal) -> Counter:
    """Return how often each whole text is proposed: its title, its words, its note."""
    return Counter(
        portal.ask(
            "SELECT p.title, s.done, x.comment FROM contributions_exchange x"
            " JOIN contributions_proposal c ON c.id = x.proposal_id"
            " JOIN wagtailcore_page p ON p.id = c.page_id"
            " JOIN stories_storypage s ON s.page_ptr_id = p.id"
            " JOIN wagtailcore_workflowstate w ON w.object_id = CAST(p.id AS text)"
            " WHERE x.kind = 'submitted' AND w.status = 'in_progress'"
        )
    )


def received(portal: Portal) -> Counter:
    """Return how often each author was written to that a text was received, by its title."""
    found = Counter()
    for mail in messages_in(portal.folder / "mails").values():
        if "author" in mail["To"]:
            found[re.search(r"Récit \d+ de \w+", mail["Subject"])[0]] += 1
    return found


def test_twenty_kills_lose_no_submission_that_was_acknowledged(portal):
    licence, sessions = json.loads(
        portal.manage("shell", "-c", PEOPLE.format(authors=AUTHORS)).splitlines()[-1]
    )
    server = Server(portal)
    authors = [Author(server, number, one, licence) for number, one in enumerate(sessions)]
    stop = threading.Event()
    with ThreadPoolExecutor(AUTHORS) as pool:
        try:
            working = [pool.submit(author.propose_until, stop) for author in authors]
            for kill in range(KILLS):
                before = sum(len(author.acknowledged) for author in authors)
                while sum(len(author.acknowledged) for author in authors) == before:
                    assert not any(one.done() for one in working), [one.result() for one in working]
                    time.sleep(0.01)
                time.sleep(random.uniform(0, 0.3))  # noqa: S311
                server.kill(whole=kill % WHOLE == WHOLE - 1)
        finally:
            stop.set()
        for one in working:
            one.result(timeout=PATIENCE)
    server.stop()

    titles = [title for author in authors for title in author.acknowledged]
    assert sum(author.cut for author in authors) >= KILLS / 2, "too few requests were cut"
    assert submitted(portal) == {
        (title, f"<p>Le texte de : {title}.</p>", f"Note de : {title}"): 1 for title in titles
    }
    count, children = portal.ask(
        "SELECT (SELECT count(*) FROM stories_storypage), p.numchild FROM wagtailcore_page p"
        " JOIN stories_storyindexpage i ON i.page_ptr_id = p.id"
    )[0]
    assert count == children == len(titles)
    portal.manage("worker", "--once")
    assert received(portal) == dict.fromkeys(titles, 1)
