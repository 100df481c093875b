"""Languages by name: BCP 47 codes in the database, words in the reader's language on the page.

The names come from the Unicode CLDR through Babel.
"""

from functools import lru_cache

from babel import Locale, UnknownLocaleError
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

# Offered in forms, most useful first. Any other BCP 47 code that CLDR knows is valid too.
COMMON_CODES = [
    "fr",
    "en",
    "es",
    "de",
    "it",
    "pt",
    "nl",
    "br",
    "eu",
    "oc",
    "ca",
    "co",
    "gsw",
    "ar",
    "ber",
    "tr",
    "uk",
    "pl",
    "ro",
    "ru",
    "zh",
    "vi",
    "wo",
    "ht",
    "gcf",
    "rcf",
]
UNDETERMINED = "und"


# Bounded: codes come from addresses too.
@lru_cache(maxsize=1024)
def _parse(code: str) -> Locale | None:
    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError, TypeError):
        return None


# Bounded: codes come from addresses too.
@lru_cache(maxsize=1024)
def language_name(code: str, reader: str) -> str:
    """Return the name of a language in the language `reader`, or the code if none is known."""
    reader_locale = _parse(reader) or _parse("en")
    if code == UNDETERMINED or not code:
        return ""
    locale = _parse(code)
    names = reader_locale.languages
    name = names.get(code.replace("-", "_")) or (names.get(locale.language) if locale else None)
    return name or code


def interface_language() -> str:
    """Return the language of the words of the interface around a page (WCAG 3.1.1).

    It is the active language if the portal has its catalogue, else that of `LANGUAGE_CODE`.
    """
    active = get_language() or settings.LANGUAGE_CODE
    return active if active in settings.INTERFACE_LANGUAGES else settings.LANGUAGE_CODE


def name_for_reader(code: str) -> str:
    """Return the name of a language in that of the interface ("français", "French")."""
    return language_name(code, interface_language())


def own_name(code: str) -> str:
    """Return the name a language gives itself ("français", "English")."""
    return language_name(code, code)


def direction(code: str) -> str:
    """Return "rtl" or "ltr" for the `dir` attribute of a text in that language."""
    locale = _parse(code or "")
    return locale.text_direction if locale else "ltr"


def validate_language(code: str) -> None:
    """Raise `ValidationError` unless `code` is a BCP 47 language known to the CLDR."""
    if code != UNDETERMINED and language_name(code, "en") == code:
        raise ValidationError(
            _("“%(code)s” is not the code of a known language. Try “fr”, “en” or “pt-BR”."),
            params={"code": code},
        )


def language_choices() -> list[tuple[str, str]]:
    """Return the codes offered in forms with their names in the active language."""
    lazy_name = lazy(name_for_reader, str)
    return [(code, lazy_name(code)) for code in COMMON_CODES]
