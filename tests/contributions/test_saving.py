"""Views counted without knowing who came; pages saved in lists of one's own."""

import pytest
from django.core.cache import caches
from django.test import Client

from contributions.models import PageViews, SavedList, SavedPage
from contributions.saving import counting, services
from stories.models import StoryPage
from tests.factories import account, published, restrict
from tests.reading import Html

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture(autouse=True)
def nothing_counted_yet():
    counting.gathered.clear()


@pytest.fixture
def story(fr):
    return published(fr.stories, StoryPage, slug="lavoir", title="Le lavoir")


def see(page, address="203.0.113.5", browser=BROWSER, **headers):
    client = Client(REMOTE_ADDR=address, HTTP_USER_AGENT=browser)
    return client.get(f"/fr/_view/{page.pk}.gif", **headers)


def views(page) -> int:
    counting.gathered.write()
    return services.counts_of(page).views


def test_a_page_asks_for_a_picture_that_no_cache_keeps(story):
    page = Html(Client().get(story.get_url()))
    (picture,) = [one for one in page.all("img") if "/_view/" in one.get("src")]
    assert picture.get("alt") == ""
    answer = Client(HTTP_USER_AGENT=BROWSER).get(picture.get("src"))
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/gif")
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies
    assert views(story) == 1


def test_a_visitor_counts_once_a_day(story, monkeypatch):
    for _time in range(3):
        see(story)
    see(story, address="198.51.100.7")
    see(story, browser=BROWSER + " other")
    assert views(story) == 3
    caches["views"].clear()
    see(story)
    assert views(story) == 4


def test_nothing_that_tells_a_visitor_is_kept(story):
    see(story)
    counting.gathered.write()
    stored = repr(caches["views"]._cache)
    assert "203.0.113.5" not in stored
    assert "Firefox" not in stored
    assert [field.name for field in PageViews._meta.fields] == ["page", "count"]


def test_machines_are_no_readers(story):
    for browser in ("Googlebot/2.1", "curl/8.5", "", "python-requests/2.32"):
        assert see(story, browser=browser).status_code == 200
    see(story, headers={"Sec-Purpose": "prefetch;prerender"})
    Client(HTTP_USER_AGENT=BROWSER).head(f"/fr/_view/{story.pk}.gif")
    assert views(story) == 0


def test_views_are_written_together(story, fr, django_assert_num_queries):
    other = published(fr.stories, StoryPage, slug="autre")
    with django_assert_num_queries(0):
        for number in range(20):
            see(story, address=f"203.0.113.{number}")
            see(other, address=f"198.51.100.{number}")
    assert counting.gathered.write() == 40
    assert (views(story), views(other)) == (20, 20)
    with django_assert_num_queries(0):
        assert counting.gathered.write() == 0


def test_views_of_what_is_not_public_are_not_kept(story, fr):
    hidden = published(fr.stories, StoryPage, slug="cache")
    restrict(hidden)
    see(hidden)
    hidden.pk = 10**6
    see(hidden)
    assert counting.gathered.write() == 0
    assert not PageViews.objects.exists()


@pytest.mark.parametrize(
    ("read", "saved", "words"),
    [
        (0, 0, None),
        (1, 0, "1 vue"),
        (2, 1, "2 vues · , 1 enregistrement"),
        (60, 2, "60 vues · , 2 enregistrements"),
        (4000, 0, "4 000 vues"),
    ],
)
def test_counts_are_said_in_singular_and_plural(story, read, saved, words):
    PageViews.objects.create(page_id=story.pk, count=read)
    for number in range(saved):
        user = account(f"r{number}@example.org")
        for name in ("Un", "Deux"):
            services.save_page(user, story, SavedList.objects.filter(user=user), name)
    client = Client()
    client.force_login(account("seen@example.org"))
    for address in (f"/fr/enregistrer/{story.pk}/", story.get_url()):
        page = Html(client.get(address))
        rows = [
            one.text.replace("Lecture", "", 1)
            for one in page.all("div")
            if one.text.startswith("Lecture") and one.inside("dl")
        ]
        # Whichever no-break space the locale writes between thousands.
        rows = [" ".join(row.split()) for row in rows]
        assert rows == ([words] if words else [])


@pytest.fixture
def reader(db):
    return account("nour@example.org")


@pytest.fixture
def client(reader) -> Client:
    client = Client()
    client.force_login(reader)
    return client


def save(client, page, **fields):
    return client.post(f"/fr/enregistrer/{page.pk}/", fields)


def test_a_page_is_saved_into_a_new_list_then_moved(story, client, reader):
    address = f"/fr/enregistrer/{story.pk}/"
    assert f'href="{address}"' in Client().get(story.get_url()).content.decode()
    assert Client().get(address)["Location"].startswith("/fr/compte/login/")
    assert client.get(address).status_code == 200
    assert save(client, story).context["form"].errors["new_name"]
    assert save(client, story, new_name="À lire")["Location"] == "/fr/mes-listes/"
    assert "Le lavoir" in client.get("/fr/mes-listes/").content.decode()
    assert save(client, story, new_name="Atelier").status_code == 302
    assert [row.saved_list.name for row in SavedPage.objects.all()] == ["Atelier"]
    assert services.counts_of(story).saves == 1


def test_a_list_is_renamed_shared_emptied_and_deleted(story, client, reader):
    save(client, story, new_name="À lire")
    one = SavedList.objects.get()
    address, public = f"/fr/mes-listes/{one.pk}/", f"/fr/listes/{one.key}/"
    assert Client().get(public).status_code == 404
    client.post(address, {"name": "Lavoirs", "is_shared": "on"})
    shown = Client().get(public).content.decode()
    assert "Lavoirs" in shown
    assert "Le lavoir" in shown
    assert "nour" not in shown
    assert 'content="noindex"' in shown
    client.post(address, {"remove": story.pk})
    assert not SavedPage.objects.exists()
    SavedList.objects.create(user=reader, name="Autre")
    assert client.post(address, {"name": "Autre"}).context["form"].errors["name"]
    client.post(address, {"delete": "1"})
    assert [row.name for row in SavedList.objects.all()] == ["Autre"]


def test_nobody_reaches_the_list_of_another(story, client, reader):
    save(client, story, new_name="À lire")
    one = SavedList.objects.get()
    other = Client()
    other.force_login(account("basile@example.org"))
    for data in ({"delete": "1"}, {"remove": story.pk}, {"name": "Pris"}):
        assert other.post(f"/fr/mes-listes/{one.pk}/", data).status_code == 404
        assert Client().post(f"/fr/mes-listes/{one.pk}/", data).status_code == 302
    assert other.get(f"/fr/mes-listes/{one.pk}/").status_code == 404
    assert "lists" not in other.get(f"/fr/enregistrer/{story.pk}/").context["form"].fields
    # A crafted list is no choice of the form.
    save(other, story, lists=[one.pk], new_name="Mienne")
    assert one.saved_pages.count() == 1
    assert SavedPage.objects.count() == 2


def test_a_page_that_is_hidden_later_leaves_the_lists_and_says_no_title(story, client):
    save(client, story, new_name="À lire")
    restrict(story)
    shown = client.get("/fr/mes-listes/").content.decode()
    assert "Le lavoir" not in shown
    assert "1 page n’est pas en ligne" in shown
    assert client.get(f"/fr/enregistrer/{story.pk}/").status_code == 404


def test_an_empty_space_says_what_to_do_next(fr, client):
    assert "Vous n’avez pas encore de liste" in client.get("/fr/mes-listes/").content.decode()
