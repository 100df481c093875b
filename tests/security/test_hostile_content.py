"""Nothing that anybody types runs in anybody's browser, even without the policy that forbids it.

Hostile words go in through every door: the forms of a story and of a report, remarks, reports of
readers, names of lists and of accounts, the editor, translations, synonyms, files that are
imported, questions to the search. Then all pages that show them are read by each role, and opened
in Chromium without the headers that would stop a script.
"""

import io
import json
import zipfile
from urllib.parse import urlencode

import pytest
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import sync_playwright
from wagtail.models import Page

from content.models import Licence, PageTag
from contributions.models import Proposal, Remark, Report
from contributions.saving.models import SavedList
from home.models import StandardPage
from operations.imported import ImportedDocument
from operations.personal.exports import archive_of
from search import services
from stories.models import StoryPage
from tests import translating
from tests.admin_forms import create_url, page_form
from tests.browser.conftest import ARGUMENTS
from tests.contributions import remarking
from tests.contributions.writing import decide, edit_url, save, space_url, story, submit
from tests.factories import carry_out, picture_file, published, term
from tests.operations.importing import run
from tests.requirements import CHROMIUM
from tests.security.payloads import HOST, PAYLOADS, chunks, shares
from tests.security.world import clients

pytestmark = pytest.mark.browser

ALL = "\n\n".join(PAYLOADS)
STORIES = 5
SITE = "http://portal.test"
# Counts what runs, and what only waits for a click or a pointer.
_WATCH = """
window.times = 0;
window.ran = window.alert = window.confirm = window.prompt = () => { window.times++; };
"""
_ARMED = r"""() => [...document.querySelectorAll('*')].flatMap(element =>
  [...element.attributes].filter(one => {
    const value = one.value.replace(/[\s\x00-\x20]/g, '').toLowerCase();
    if (/^on/i.test(one.name)) return value.includes('ran()');
    if (one.name === 'srcdoc') return true;
    const leads = /^(href|src|action|formaction|data|content|xlink:href)$/i.test(one.name);
    return leads && /^(0;url=)?(javascript|vbscript|data:text)/.test(value);
  }).map(one => `${element.tagName} ${one.name}=${one.value}`.slice(0, 160)))"""


@pytest.fixture
def browsers(fr):
    return clients(fr)


def _stories(browsers, licence) -> list[Proposal]:
    line, lines, tags = shares(150), shares(590), shares(50)
    made = []
    for turn in range(STORIES):
        author = browsers["author"].user
        author.display_name = next(line)
        author.save()
        rows = {
            "actors-0-name": next(line),
            "actors-0-role": next(line),
            "people-0-name": next(line),
            "people-0-consent": "given",
            "photos-0-file": picture_file(40, 30, name=f"<img src=x onerror=ran()>{turn}"),
            "photos-0-alt": next(line),
            "photos-0-caption": next(line),
            "photos-0-credit": next(line),
            "files-0-url": "https://example.org/a.pdf?<script>ran()</script>",
            "files-0-label": next(line),
            "tags": next(tags),
        }
        words = {"title": next(line), "summary": next(lines), "done": ALL, "credit": next(line)}
        made.append(_begun(browsers["author"], "recit", story(licence, **words, **rows)))
    return made


def _report(browsers, licence) -> Proposal:
    lines, line = shares(990), shares(150)
    rich = ("synthesis", "promises", "tensions", "wishes", "messages")
    rows = {
        "questions-0-text": next(lines),
        "key_points-0-text": next(lines),
        "key_points-0-name": next(line),
        "key_points-0-consent": "given",
        "points-0-text": next(lines),
        "points-0-kind": "finding",
        "participants-0-name": next(line),
        "participants-0-organisation": next(line),
        "participants-0-consent": "given",
    }
    words = {"title": next(line), "summary": next(lines)[:600], "licence": licence.pk}
    places = {"venue": next(line), "series": next(line), "held": "12/03/2026"}
    texts = dict.fromkeys(rich, ALL)
    return _begun(browsers["author"], "compte-rendu", {**words, **places, **texts, **rows})


def _begun(client, kind: str, words: dict) -> Proposal:
    response = save(client, f"/fr/proposer/{kind}/", **words)
    assert response.status_code == 302, response.context["errors"]
    return Proposal.objects.latest("pk")


def _publish(browsers, proposals) -> None:
    for number, proposal in enumerate(proposals):
        submit(browsers["author"], proposal, note=chunks(900)[number])
        # One is sent back, with reasons: the words of moderators are words too.
        decision = "approve" if number else "incomplete"
        answer = decide(browsers["moderator"], proposal, decision, chunks(1900)[number])
        assert answer.status_code == 302


def _remarks(browsers, page) -> None:
    for text in chunks(3900):
        assert remarking.send(browsers["other"], page, text=text).status_code == 302
    for remark, text in zip(Remark.objects.all(), chunks(3900), strict=True):
        url = f"/admin/proposals/remarks/{remark.pk}/"
        data = {"outcome": "aside", "reason": text, "reply": text, "seen": ""}
        assert browsers["moderator"].post(url, data).status_code == 302


def _reports_of_readers(browsers, page) -> None:
    for text in chunks(3900):
        data = {"kind": "error", "text": text, "email": "lecteur@example.org"}
        assert browsers["anonymous"].post(f"/fr/signaler/{page.pk}/", data).status_code == 302
    first = Report.objects.order_by("pk").first()
    answer = {"outcome": "changed", "answer": chunks(3900)[0]}
    url = f"/admin/reports/of-readers/{first.pk}/"
    assert browsers["editor"].post(url, answer).status_code == 302


def _lists(browsers, page) -> None:
    for name in chunks(80)[::6]:
        browsers["author"].post(f"/fr/enregistrer/{page.pk}/", {"new_name": name})
    assert SavedList.objects.exists()
    SavedList.objects.update(is_shared=True)


def _in_the_editor(browsers, fr) -> StoryPage:
    """Return a page on which each block of the rich text is a payload that is a link to another."""
    blocks = [
        {
            "key": f"b{number}",
            "text": payload,
            "type": "unstyled",
            "depth": 0,
            "inlineStyleRanges": [],
            "entityRanges": [{"offset": 0, "length": len(payload), "key": number}],
        }
        for number, payload in enumerate(PAYLOADS)
    ]
    links = {
        str(number): {
            "type": "LINK",
            "mutability": "MUTABLE",
            "data": {"url": ("javascript:ran()", payload, f"data:text/html,{payload}")[number % 3]},
        }
        for number, payload in enumerate(PAYLOADS)
    }
    url = create_url(StoryPage, fr.stories)
    client = browsers["editor"]
    words = {"title": chunks(250)[3], "slug": "hostile", "summary": chunks(500)[2]}
    rich = json.dumps({"blocks": blocks, "entityMap": links})
    data = {**page_form(client, url), **words, "done": rich, "action-publish": "on"}
    assert client.post(url, data).status_code == 302
    return StoryPage.objects.get(slug="hostile")


def _translation(browsers, page, en) -> None:
    client, line = browsers["editor"], shares(900)
    made = translating.submit(client, page, en.locale)
    for segment in translating.segments(made)[: len(chunks(900))]:
        url = reverse("wagtail_localize:edit_string_translation", args=[made.pk, segment.pk])
        # Markup that the source has not is refused; words go in.
        client.put(url, urlencode({"value": next(line)}), content_type=translating.FORM)


def _imported(folder, client) -> list:
    (folder / "hostile.md").write_text(f"# {chunks(200)[1]}\n\n{ALL}\n", encoding="utf-8")
    (folder / "hostile.html").write_text(f"<h1>Page</h1>{ALL}", encoding="utf-8")
    (folder / "hostile.txt").write_text(f"Page\n\n{ALL}\n", encoding="utf-8")
    run(folder)
    pages = [document.page.specific for document in ImportedDocument.objects.all()]
    for page in pages:
        page.get_latest_revision().publish()
    return pages


def _synonyms(browsers, locale) -> None:
    url = reverse("search_synonyms:add")
    for words in chunks(200)[::4]:
        browsers["superuser"].post(url, {"locale": locale.pk, "words": words, "live": "on"})


def _addresses(browsers, proposals) -> dict[str, list[str]]:
    """Return what each role reads."""
    live = list(Page.objects.filter(live=True, depth__gt=1).specific())
    own = {proposal.page_id for proposal in proposals}
    hostile = [page for page in live if page.pk in own]
    remarked = [remarking.address(page) for page in live if page.slug in ("page", "hostile")]
    shared = [f"/fr/listes/{one.key}/" for one in SavedList.objects.all()[:8]]
    slugs = PageTag.objects.values_list("tag__slug", flat=True).distinct()[:3]
    tags = [reverse("tag", args=[slug]) for slug in slugs]
    asked = [f"/fr/recherche/?{urlencode({'q': words})}" for words in chunks(255)[::3]]
    edited = [reverse("wagtailadmin_pages:edit", args=[page.pk]) for page in hostile[:2]]
    return {
        "anonymous": [*(page.get_url() for page in live), *remarked, *shared, *asked, *tags],
        "author": [
            "/fr/mon-espace/",
            "/fr/mes-listes/",
            *map(space_url, proposals),
            *map(edit_url, proposals),
            *(f"/fr/enregistrer/{page.pk}/" for page in hostile[:2]),
        ],
        "other": ["/fr/mon-espace/remarques/"],
        "moderator": [
            "/admin/",
            "/admin/proposals/",
            "/admin/proposals/remarks/",
            *(f"/admin/proposals/{proposal.pk}/" for proposal in proposals),
            *(f"/admin/proposals/remarks/{remark.pk}/" for remark in Remark.objects.all()),
        ],
        "superuser": [
            reverse("wagtailadmin_explore", args=[live[0].get_parent().pk]),
            *(reverse("wagtailadmin_explore", args=[page.get_parent().pk]) for page in hostile[:1]),
            *edited,
            *(reverse("wagtailadmin_pages:history", args=[page.pk]) for page in hostile[:2]),
            "/admin/reports/of-readers/",
            *(f"/admin/reports/of-readers/{report.pk}/" for report in Report.objects.all()),
            reverse("search_synonyms:list"),
            reverse("search_asked"),
            "/admin/translations/",
            "/admin/images/",
            "/admin/users/",
            "/admin/reports/site-history/",
        ],
    }


def _read(browsers, proposals) -> dict[str, str]:
    read = {}
    for role, addresses in _addresses(browsers, proposals).items():
        for address in dict.fromkeys(addresses):
            answer = browsers[role].get(address)
            assert answer.status_code == 200, (role, address)
            read[f"{role} {address[:80]} {len(read)}"] = answer.content.decode()
    author = browsers["author"].user
    with zipfile.ZipFile(io.BytesIO(archive_of(author))) as archive:
        read["archive"] = archive.read("index.html").decode()
    return read


def _opened(pages: dict[str, str]) -> dict[str, list[str]]:
    """Return what ran, waited or went out, by the name of the page; nothing if all is well."""
    found: dict[str, list[str]] = {}
    sent: list[str] = []
    names = list(pages)

    def answer(route):
        url = route.request.url
        number = url.removeprefix(f"{SITE}/page/")
        if number.isdigit():
            body = pages[names[int(number)]]
            route.fulfill(status=200, content_type="text/html; charset=utf-8", body=body)
        else:
            sent.append(url)
            route.abort()

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        context = browser.new_context(service_workers="block")
        context.add_init_script(_WATCH)
        context.route("**/*", answer)
        tab = context.new_page()
        for number, name in enumerate(names):
            sent.clear()
            tab.goto(f"{SITE}/page/{number}", wait_until="load")
            tab.mouse.move(5, 5)
            faults = tab.evaluate(_ARMED)
            if times := tab.evaluate("window.times"):
                faults.append(f"{times} scripts ran")
            faults += [url for url in sent if HOST in url]
            if faults:
                found[name] = faults
        browser.close()
    return found


def test_nothing_that_people_type_runs(browsers, fr, en, settings, tmp_path, mailoutbox):
    settings.ACCOUNT_RATE_LIMITS = {}
    licence = term(Licence, "CC BY", fr.locale, code="CC-BY-4.0")
    plain = published(fr.home, StandardPage, slug="page", title="Une page")
    with translation.override("fr"):
        proposals = [*_stories(browsers, licence), _report(browsers, licence)]
        _publish(browsers, proposals)
        _remarks(browsers, plain)
        _reports_of_readers(browsers, plain)
        _lists(browsers, plain)
        edited = _in_the_editor(browsers, fr)
        _translation(browsers, edited, en)
        imported = _imported(tmp_path, browsers["editor"])
        _synonyms(browsers, fr.locale)
        carry_out()
        for page in (edited, *imported):
            services.put(page)
        read = _read(browsers, proposals)
    for number, mail in enumerate(mailoutbox):
        read[f"mail {number} {mail.subject[:60]}"] = mail.alternatives[0][0]

    assert len(PAYLOADS) >= 200
    # The words came through the doors: they are read, and do nothing.
    assert sum("ran()" in html for html in read.values()) > len(proposals) * 3
    assert _opened(read) == {}


def test_what_runs_would_be_seen():
    bad = _opened({str(number): payload for number, payload in enumerate(PAYLOADS[:12])})
    assert len(bad) >= 10
    assert any("ran" in fault for faults in bad.values() for fault in faults)
