"""Many at once: nothing fails, nothing is lost, nothing is written twice."""

import threading
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy

import pytest
from django.db import connection
from django.test import Client

from content.models import Licence
from contributions.charters import accept, current_charter
from contributions.models import Exchange, Proposal
from stories.models import StoryPage
from tests.contributions.writing import BEGIN, fields_of, signed_in, story, submit
from tests.factories import account, term, tree_of

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

WRITERS = 16
CLICKS = 50


@pytest.fixture
def licence(transactional_db, django_db_serialized_rollback):
    return term(Licence, "CC BY", tree_of("fr").locale, code="CC-BY-4.0")


def writer(number: int):
    user = account(f"writer{number}@example.org")
    accept(user, current_charter("fr"))
    return signed_in(user)


def at_once(work, inputs) -> list:
    """Return what `work` answers for each input, all begun at the same moment."""
    inputs = list(inputs)
    start = threading.Barrier(len(inputs))

    def begin(one):
        start.wait()
        try:
            return work(one)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(inputs)) as pool:
        return list(pool.map(begin, inputs))


def test_sixteen_write_and_propose_at_once_and_nothing_is_lost(licence):
    clients = [writer(number) for number in range(WRITERS)]
    forms = [fields_of(client.get(BEGIN)) for client in clients]

    def write(number: int) -> list[int]:
        words = story(licence, title="Le même titre", done=f"Texte {number}.")
        begun = clients[number].post(BEGIN, {**forms[number], **words})
        proposal = Proposal.objects.get(author__email=f"writer{number}@example.org")
        return [begun.status_code, submit(clients[number], proposal).status_code]

    assert at_once(write, range(WRITERS)) == [[302, 302]] * WRITERS
    pages = StoryPage.objects.all()
    assert {page.done for page in pages} == {f"<p>Texte {n}.</p>" for n in range(WRITERS)}
    assert len({page.slug for page in pages}) == WRITERS
    assert pages[0].get_parent().numchild == WRITERS
    assert not any(StoryPage.find_problems())
    assert Exchange.objects.filter(kind=Exchange.Kind.SUBMITTED).count() == WRITERS


def test_fifty_clicks_at_once_make_one_page(licence):
    client = writer(0)
    data = {**fields_of(client.get(BEGIN)), **story(licence)}

    def click(_number: int) -> tuple[int, str]:
        tab = Client()
        tab.cookies = deepcopy(client.cookies)
        response = tab.post(BEGIN, data)
        return response.status_code, response.headers.get("Location", "")

    answers = set(at_once(click, range(CLICKS)))
    assert [status for status, _url in answers] == [302]
    assert Proposal.objects.count() == StoryPage.objects.count() == 1
