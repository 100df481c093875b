"""One page of each type of the kit, unsaved."""

from datetime import date

from content.samples import attachments, common, sample_body
from kit.models import ChapterPage, KitPage


def kit(locale) -> KitPage:
    """Return a kit in its current edition, without chapters."""
    values = common("sample-kit", "Le carnet des deux rives", "Un livre pour agir à plusieurs.")
    return KitPage(
        **values,
        locale=locale,
        baseline="Douze chapitres pour relier numérique et écologie",
        introduction="<p>Ouvrez-le où vous voulez : chaque chapitre tient debout seul.</p>",
        edition="deuxième édition",
        edition_date=date(2026, 3, 2),
        status=KitPage.Status.CURRENT,
    )


def chapter(locale) -> ChapterPage:
    """Return a chapter with every block that needs no picture."""
    values = common(
        "sample-chapter", "Mesurer avant d'équiper", "On compte d'abord ce que l'on possède."
    )
    return ChapterPage(
        **values,
        locale=locale,
        chapter_kind=ChapterPage.Kind.CHAPTER,
        number="3",
        valid_as_of=date(2026, 2, 1),
        body=sample_body(),
        attachments=attachments(locale),
    )
