"""The languages a document names, in French or in English, and the one it seems to be in."""

import re
from functools import cache

from babel import Locale

from content.folding import without_accents
from content.languages import COMMON_CODES, own_name
from operations.recogniser.text import folded, typewriter, word_set

_LINE = re.compile(
    r"(?P<contribution_fr>langues? de (?:votre|ta|la|cette) contribution)\s{0,3}:"
    r"|(?P<contribution_en>languages? of (?:your|the|this) contribution"
    r"|contribution languages?)\s{0,3}:"
    r"|(?P<resources_fr>langues? des? (?:ressources?|documents?|fichiers?|pi[eè]ces?)"
    r"(?: (?:jointe?s?|attach[eé]e?s?))?)\s{0,3}:"
    r"|(?P<resources_en>attached resources? languages?|attachments? languages?"
    r"|languages? of (?:the )?(?:attached resources?|attachments?))\s{0,3}:",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\s*(?:,|;|/|\bet\b|\band\b|&|\+)\s*")
_OTHER_NAMES = {"anglais britannique": "en-GB", "lsf": "fsl", "langue des signes francaise": "fsl"}
_CODE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})?\Z")

# The commonest small words of a language, none of them shared with another in this table.
_SMALL_WORDS = {
    "fr": word_set("le les des du une est et dans pour qui sur avec nous pas sont aux cette ses"),
    "en": word_set("the and of to is that for with are this was we they from have by which an"),
    "es": word_set("el los las y del una por con para que su como pero sus al"),
    "de": word_set("der die und das ist nicht mit ein eine den dem von auf zu sich auch"),
}
_WORD = re.compile(r"[^\W\d_]{1,30}")
SAMPLE = 6000


@cache
def _codes_by_name() -> dict[str, str]:
    names: dict[str, str] = dict(_OTHER_NAMES)
    for reader in ("en", "fr"):
        for code, name in Locale.parse(reader).languages.items():
            names.setdefault(folded(name), code.replace("_", "-"))
    for code in COMMON_CODES:
        names.setdefault(folded(own_name(code)), code)
    return names


def language_code(name: str) -> str:
    """Return the BCP 47 code of a language named in French, in English or in itself, or "".

    >>> language_code("Français"), language_code("German"), language_code("breton")
    ('fr', 'de', 'br')
    """
    label = folded(name)
    if code := _codes_by_name().get(label):
        return code
    is_code = _CODE.match(label) and label.split("-")[0] in _codes_by_name().values()
    return label.split("-")[0] if is_code else ""


def language_line(text: str) -> dict | None:
    """Return what a line says of languages, or None if it does not begin by saying so.

    The keys are "contribution" and "resources" (lists of names as written) and "interface", the
    language of the labels themselves.

    >>> language_line("Language of your contribution : French Attached resources language : Dutch")
    {'contribution': ['French'], 'resources': ['Dutch'], 'interface': 'en'}
    """
    if len(text) > 400:
        return None
    matched = list(_LINE.finditer(typewriter(text)))
    if not matched or text[: matched[0].start()].strip(" *_-"):
        return None
    said: dict = {"contribution": [], "resources": [], "interface": ""}
    ends = [*(found.start() for found in matched[1:]), len(text)]
    for found, end in zip(matched, ends, strict=True):
        what, said["interface"] = found.lastgroup.split("_")
        names = _SEVERAL.split(text[found.end() : end].strip(" *_-.|\n"))
        said[what].extend(name for name in names if name)
    return said


def guess_language(text: str) -> str:
    """Return the language whose small words are by far the most frequent in `text`, or "".

    >>> guess_language("the way of the river and the sea, which is that of all of us")
    'en'
    """
    words = _WORD.findall(without_accents(text[:SAMPLE]))
    counts = {code: sum(word in small for word in words) for code, small in _SMALL_WORDS.items()}
    (best, most), (_second, less) = sorted(counts.items(), key=lambda pair: -pair[1])[:2]
    return best if most >= 5 and most >= 2 * less else ""
