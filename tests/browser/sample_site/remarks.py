"""What readers said of a page of the sample site: of each passage, in each outcome."""

from django.utils import translation

from contributions.remarks import services
from contributions.remarks.models import Remark
from contributions.remarks.passages import passages_of
from tests.factories import account

Kind, Outcome = Remark.Kind, Remark.Outcome
LONG = "Anticonstitutionnellement" * 3
SAID = (
    (Kind.IMPERFECTION, "", "La date est celle de l'an passé.", Outcome.KEPT, "", "Corrigé."),
    (Kind.EXAMPLE, "de", "Bei uns zählt die Schule mit.", Outcome.COVERED, "Voir plus bas.", ""),
    (Kind.QUESTION, "ar", "ماذا عن الليل؟", Outcome.SET_ASIDE, LONG, LONG),
)


def write_remarks(page, moderator) -> None:
    """Say something of the first passages of a page and of all of it; decide on each."""
    reader = account("reader@example.org")
    with translation.override(page.locale.language_code):
        for passage in ["", *(one.key for one in passages_of(page)[:2])]:
            for kind, language, text, outcome, reason, reply in SAID:
                remark = services.write(reader, page, kind, text, passage, language)
                services.decide(remark, moderator, outcome, reason, reply)
        services.react(reader, page, "useful")
