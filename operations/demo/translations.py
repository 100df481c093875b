"""The demo's kit as translators find it: followed in English, stale here, in review there."""

from django.contrib.auth import get_user_model
from wagtail.models import Locale, Page

from operations.demo.accounts import account_name
from operations.demo.records import Records
from operations.demo.texts.kit_spanish import SPANISH
from outbox.models import Entry
from translation import following, freshness, mails, services, texts, workflows

ENGLISH, SPANISH_CODE = "en", "es"
TRANSLATOR = account_name("translator-en@example.org")
# Parents first.
KIT = (
    "kit",
    "kit-introduction",
    "kit-look",
    "kit-count",
    "kit-ask",
    "kit-act",
    "kit-gather",
    "kit-mend",
    "kit-worksheet",
    "kit-conclusion",
    "kit-annex",
)
# The pages that are begun in Spanish, parents first.
BEGUN = ("kit", "kit-introduction", "kit-look", "kit-act", "kit-worksheet")
# The summary that was translated, before the one that is published now.
STALE = {
    "kit-count": "Un relevé d'une page, fait en une journée, dit ce que l'on possède et ce qui "
    "marche.",
}
# The summary that a translator proposes, and that waits for its reviewer.
IN_REVIEW = {
    "kit-gather": "A first meeting is won before it begins: whom you ring up, where you sit, and "
    "what you put on the table.",
}


def load_translations(records: Records) -> None:
    """Follow the English kit and begin the Spanish one, once; what is there already stays."""
    translator = records.get(TRANSLATOR)
    for key in KIT:
        _follow(records, key, translator)
    for key in BEGUN:
        _begin_spanish(records, key)


def _follow(records: Records, key: str, translator) -> None:
    """Follow the English version of a page from its source, or from what that said before."""
    name = f"followed.{key}"
    page, source = _fresh(records, key, ENGLISH), _fresh(records, key, "fr")
    if translator is None or page is None or source is None or records.knows(name):
        return
    source.summary = STALE.get(key, source.summary)
    translation = following.follow(page, source, translator)
    records.remember(name, translation)
    if key in STALE:
        freshness.note_changes(_fresh(records, key, "fr"))
    if key in IN_REVIEW:
        summary = next(unit for unit in texts.units_of(translation) if unit.path == "summary")
        texts.write(translation, [texts.Writing(summary.key, IN_REVIEW[key])], translator)
        workflows.submit(translation, translator)
    # Nobody is written to about what nobody did.
    Entry.objects.filter(topic=mails.MAIL, subject__startswith=f"{translation.pk}:").delete()


def _begin_spanish(records: Records, key: str) -> None:
    """Begin the Spanish version of a page, with the texts that have been translated so far."""
    name = f"page.{key}@{SPANISH_CODE}"
    source = _fresh(records, key, "fr")
    administrator = get_user_model().objects.filter(is_superuser=True).first()
    if source is None or administrator is None or records.knows(name):
        return
    locale = Locale.objects.get(language_code=SPANISH_CODE)
    try:
        translation = services.begin(source, locale, administrator)
    except services.ParentMissing:
        return
    records.remember(name, translation.get_target_instance())
    units = texts.units_of(translation)
    texts.write(
        translation,
        [
            texts.Writing(unit.key, texts.clean(unit.source, SPANISH[unit.source]))
            for unit in units
            if unit.source in SPANISH
        ],
        administrator,
    )


def _fresh(records: Records, key: str, language: str) -> Page | None:
    known = records.get(f"page.{key}@{language}")
    return Page.objects.filter(pk=known.pk).specific().first() if known else None
