"""Who knocks, at what: an account of each role, and one object behind each kind of address."""

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction, Locale, Page, Site, Task, Workflow

from content.models import (
    CoalitionFamily,
    GlossaryTerm,
    Licence,
    Organisation,
    Tag,
    Territory,
    Theme,
)
from contributions.charters import accept, current_charter
from contributions.models import Charter
from contributions.remarks import services as remarks
from contributions.reports.models import Report
from contributions.saving.models import SavedList, SavedPage
from home.models import StandardPage
from kit.models import ChapterPage
from operations.batches import ImportBatch, ImportFile, ImportItem
from search import services
from search.models import Synonym
from tests import translating
from tests.contributions.writing import begun, decide, proposed
from tests.factories import account, add, kit_in, picture, published, restrict, sample, term

# The author owns what `objects` makes; `other` is another author.
GROUPS = {
    "author": (),
    "other": (),
    "moderator": ("Moderators",),
    "translator": ("Translators en",),
    "editor": ("Editors",),
    "superuser": (),
}
# What `tests.factories.account` gives every account.
PASSWORD = "a long password"
# Titles of a draft, of what waits, of a page behind a password, of a page that is not published:
# only `author` reads the first two outside the admin, and nobody the others.
SECRETS = ("Zibeline", "Zéphyr", "Zinnia", "Zodiaque")
ROLES = ("anonymous", *GROUPS)


def clients(tree) -> dict[str, Client]:
    """Return a browser for each role; all but `anonymous` are signed in and took the charter."""
    charter = current_charter("fr")
    found = {"anonymous": Client()}
    for role, groups in GROUPS.items():
        user = account(f"{role}@example.org", *groups, superuser=role == "superuser")
        accept(user, charter)
        found[role] = _just_signed_in(user)
        found[role].user = user
    return found


def _just_signed_in(user) -> Client:
    """Return a browser that gave its password a moment ago: nothing asks for it again."""
    client = Client()
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def objects(fr, en, browsers) -> dict[str, object]:
    """Return one object of each kind, by the name that the tables of expectations use."""
    author, moderator = browsers["author"], browsers["moderator"]
    licence = term(Licence, "CC BY", fr.locale, code="CC-BY-4.0")
    draft, review, public = (
        make(author, licence, title=title)
        for make, title in zip((begun, proposed, proposed), (*SECRETS[:2], "Publié"), strict=True)
    )
    decide(moderator, public, "approve")
    chapter = published(kit_in(fr), ChapterPage, slug="chapitre", body=[])
    private = published(fr.home, StandardPage, slug="prive", title=SECRETS[2])
    restriction = restrict(private)
    english = published(en.home, StandardPage, slug="english")
    hidden = add(
        fr.home, sample(StandardPage, fr.locale), slug="cache", live=False, title=SECRETS[3]
    )
    document = Document.objects.create(title="Notes", file=ContentFile(b"%PDF-1.4", "notes.pdf"))
    owner = author.user
    lists = {
        shared: SavedList.objects.create(user=owner, name=f"Liste {shared}", is_shared=shared)
        for shared in (False, True)
    }
    for page in (draft.page, review.page, private, hidden):
        SavedPage.objects.create(saved_list=lists[True], page=page)
    batch = ImportBatch.objects.create(user=browsers["editor"].user, locale=fr.locale)
    file = ImportFile.objects.create(batch=batch, position=0, name="a.txt")
    translating.submit(browsers["editor"], kit_in(fr), en.locale)
    translation = translating.submit(browsers["editor"], chapter, en.locale)
    for proposal in (draft, review, public):
        proposal.address = proposal.page.url_path.removeprefix(fr.home.url_path)
    guarded = Collection.get_first_root_node().add_child(name="Réservé")
    private_document = Document.objects.create(
        title="Budget", collection=guarded, file=ContentFile(b"%PDF-1.4", "budget.pdf")
    )
    for page in (draft.page, review.page, public.page, private, hidden, english):
        services.put(page.specific)
    state = review.page.current_workflow_state
    return {
        "draft": draft,
        "review": review,
        "public": public,
        "draft_page": draft.page,
        "review_page": review.page,
        "public_page": Page.objects.get(pk=public.page_id),
        "chapter": chapter,
        "private_page": private,
        "restriction": restriction,
        "hidden_page": hidden,
        "document": document,
        "private_document": private_document,
        "collection_restriction": CollectionViewRestriction.objects.create(
            collection=guarded, restriction_type="password", password="sesame"
        ),
        "passkey": Authenticator.objects.create(
            user=account("absent@example.org"),
            type="webauthn",
            data={"name": "Clé", "credential": {}},
        ),
        "english": english,
        "picture": picture(),
        "list": lists[False],
        "shared_list": lists[True],
        "remark": remarks.write(owner, chapter, kind="example", text="Un exemple."),
        "report": Report.objects.create(
            page=chapter, title=chapter.title, kind="error", text="Une erreur.", language="fr"
        ),
        "batch": batch,
        "item": ImportItem.objects.create(file=file, rank=0, kind="story"),
        "translation": translation,
        "theme": term(Theme, "Eau", fr.locale),
        "territory": term(Territory, "Mayenne", fr.locale, kind="departement"),
        "organisation": term(Organisation, "Atelier", fr.locale),
        "tag": Tag.objects.create(name="perceuse", slug="perceuse"),
        "synonym": Synonym.objects.create(locale=fr.locale, words="vélo\nbicyclette"),
        "charter": Charter.objects.first(),
        "workflow": Workflow.objects.first(),
        "task": Task.objects.first(),
        "locale": Locale.objects.get(language_code="en"),
        "site": Site.objects.get(is_default_site=True),
        "user": owner,
        "group": Group.objects.get(name="Editors"),
        "kit": kit_in(fr),
        "licence": licence,
        "family": term(CoalitionFamily, "Soin", fr.locale),
        "glossary": term(GlossaryTerm, "Commun", fr.locale),
        "task_state": state.current_task_state,
        "workflow_state": state,
        "revision": chapter.latest_revision,
        "segment": translating.segments(translation)[0],
    }
