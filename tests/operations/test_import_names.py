"""No address, file or title of a picture that the import makes says who has not agreed."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page

from content.agreements import record
from content.models import PortalImage
from operations.imported import ImportedDocument
from stories.models import InterviewPage
from tests.factories import picture_file

NAME = "Aziliz Kerdudo"
REPORT = f"""# Taille des haies avec {NAME}

## Question
Comment tailler sans blesser ?

## Synthèse
On taille en hiver, dit Aziliz.

![{NAME} devant la haie](Portrait_aziliz-kerdudo.jpg)

## Participants
- {NAME} (Le lavoir)
- Groupe 2

## Points de vigilance
- les nids, dit Kerdudo au Groupe 2
"""
INTERVIEW = f"# Entretien avec {NAME}, jardinière du lavoir\n\n## Que faites-vous ?\n\nDes haies.\n"

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path, fr, settings):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    path = tmp_path / "in"
    path.mkdir()
    (path / "Portrait_aziliz-kerdudo.jpg").write_bytes(picture_file().read())
    return path


def take_in(folder, name: str, text: str) -> Page:
    (folder / name).write_text(text, encoding="utf-8")
    call_command("import_documents", str(folder), json=True, stdout=StringIO())
    return ImportedDocument.objects.get(source=name).page.specific


def says(text: str) -> bool:
    return "aziliz" in text.lower() or "kerdudo" in text.lower()


def test_the_address_of_a_report_says_no_name(folder):
    page = take_in(folder, "report.md", REPORT)

    assert page.title == f"Taille des haies avec {NAME}"
    assert page.slug == "taille-des-haies-avec-a-k"


def test_the_address_of_an_interview_says_no_name(folder):
    page = take_in(folder, "interview.md", INTERVIEW)

    assert isinstance(page, InterviewPage)
    assert page.person == NAME
    assert page.slug == "entretien-avec-a-k-jardiniere-du-lavoir"


def test_a_title_without_names_keeps_its_address(folder):
    assert take_in(folder, "note.md", "# Été au lavoir\n\nMot.\n").slug == "ete-au-lavoir"


def test_two_pages_of_one_title_have_two_addresses(folder):
    first = take_in(folder, "a.md", INTERVIEW)
    second = take_in(folder, "b.md", INTERVIEW + "\nEt des fruits.\n")

    assert second.slug == f"{first.slug}-2"


def test_a_title_that_no_address_can_hold_still_has_one(folder):
    assert take_in(folder, "note.md", "# こんにちは\n\nUn mot.\n").slug == "page"


def test_a_picture_says_no_name(folder):
    take_in(folder, "report.md", REPORT)
    image = PortalImage.objects.get()

    assert image.file.name.startswith("original_images/portrait-a-k-")
    assert not says(f"{image.title} {image.description} {image.file.name}")


def test_a_reader_reads_no_name_until_it_is_given_and_never_again_once_withdrawn(folder):
    page = take_in(folder, "report.md", REPORT)
    page.get_latest_revision().publish()
    page = type(page).objects.get(pk=page.pk)
    read = Client().get(page.get_url()).content.decode()

    assert not says(read)
    assert "A. K. devant la haie" in read
    assert "Groupe 2" in read
    record(page, NAME, "given")
    assert NAME in Client().get(page.get_url()).content.decode()
    record(page, NAME, "refused")
    assert not says(Client().get(page.get_url()).content.decode())
