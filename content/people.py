"""Hide the names of people who have not agreed to be named, wherever a text says them.

`Names` is made of the people of one page. Its methods give a text or a page of HTML back with the
initials of those who have not agreed. A name is found without regard to case, accents, order
("SALIOU Maud"), hyphens, apostrophes and spaces of any kind; a given name or a surname alone is
found when it is written with a capital and nobody who agreed bears it too. A surname that is a
common word ("Moulin") is found alone where its capital or what stands beside it tells a name. A
group ("Groupe 2") is nobody to hide.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from content.common_words import AFTER_PEOPLE, BEFORE_THINGS, GROUPS, SURNAMES
from content.folding import without_accents

LONGEST_NAME = 8
SHORTEST_ALONE = 3
# Marks that are drawn inside a word: combining accents, soft hyphens, zero-width joiners.
_INSIDE = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_INSIDE}])*")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
# A full stop joins the words of an address; with a space after it, it ends a sentence.
_BETWEEN = re.compile(r"\.|[\s'’ʼ`´,_\-‐‑‒–]{0,3}")
_TAG = re.compile(r"(<[^<>]*>)")
_RAW = re.compile(r"<(/?)(?:script|style)\b", re.IGNORECASE)
_SPOKEN = re.compile(
    r"(\s(?:alt|title|aria-label|aria-description|placeholder|content)=)"
    r"(?:\"([^\"]*)\"|'([^']*)')"
)
# Words that begin no name: "Une habitante" is nobody in particular.
_ARTICLES = frozenset(
    ("un", "une", "des", "le", "la", "les", "l", "du", "de", "d", "a", "an", "the", "some")
)
# Words of a name that are not one alone: titles and particles.
_TITLES = ("mme", "mlle", "madame", "mademoiselle", "monsieur", "mrs", "miss", "maitre")
_GRADES = ("dr", "docteur", "pr", "prof", "professeur")
_PARTICLES = ("van", "von", "der", "den", "del", "della", "dos", "das", "saint", "sainte")
_NEVER_ALONE = frozenset((*_ARTICLES, *_TITLES, *_GRADES, *_PARTICLES))
_BEFORE_PEOPLE = frozenset((*_TITLES, *_GRADES, "m", "mm", "mr", "ms"))
_LABEL_END = re.compile(r"\s{0,2}[:(]|\s*\Z")
_SENTENCE_END = re.compile(r"[.!?…:;\n•«»\"()\[\]\u2013\u2014-]")


def is_group(name: str) -> bool:
    """Whether a line of a list of people names a group, hence nobody: "Groupe 2", "Table ronde".

    A capital on the second word tells a person: "Ville Virtanen".
    """
    key, words = name_key(name), name.split()
    return bool(key) and key[0] in GROUPS and not any(word[0].isupper() for word in words[1:2])


def initials(name: str) -> str:
    """Return the initials of a name: "Noé Béraud-Lys" becomes "N. B. L."; a group has none."""
    if is_group(name):
        return name
    words = name.replace("-", " ").split()
    return " ".join(f"{word[0].upper()}." for word in words if word[0].isalnum())


@lru_cache(maxsize=8192)
def _folded(word: str) -> str:
    return without_accents(_INVISIBLE.sub("", word))


def name_key(name: str) -> tuple[str, ...]:
    """Return the form under which two spellings of a name are the same; brackets do not count."""
    return tuple(_folded(word) for word in _WORD.findall(_without_brackets(name)))


def _without_brackets(name: str) -> str:
    return name.partition("(")[0]


@dataclass(frozen=True)
class Person:
    """A person named on a page, and whether readers may read the name."""

    name: str
    agreed: bool


class Names:
    """The people of one page, and how a text reads without those who have not agreed.

    A name that stands several times is shown only if every one of its mentions agreed.
    False when everybody agreed: nothing is to be hidden.
    """

    def __init__(self, people: Iterable[Person] = ()):
        named = [(name_key(person.name), person) for person in people]
        named = [
            (key, person)
            for key, person in named
            if key and key[0] not in _ARTICLES and not is_group(person.name)
        ]
        refused = {key for key, person in named if not person.agreed}
        self._hidden = {key: person.name.strip() for key, person in named if key in refused}
        self._shown = {key: person.name.strip() for key, person in named if key not in refused}

    def __bool__(self) -> bool:
        return bool(self._hidden)

    @property
    def hidden(self) -> list[str]:
        """The names that readers see as initials, in the order of the page."""
        return list(self._hidden.values())

    def mask(self, text: str) -> str:
        """Return plain `text` with initials in place of the names to hide. Linear in its length."""
        if not self._hidden or not text:
            return text
        words = list(_WORD.finditer(text))
        pieces, end, rank = [], 0, 0
        while rank < len(words):
            length, initial = self._longest(text, words, rank)
            if length and initial is not None:
                pieces += [text[end : words[rank].start()], initial]
                end = words[rank + length - 1].end()
                # "Michel B." must not become "M. B..".
                end += text.startswith(".", end)
            rank += length or 1
        return "".join([*pieces, text[end:]]) if pieces else text

    def mask_html(self, markup: str) -> str:
        """Return HTML with the names hidden in its texts and in the attributes that are read out.

        Tags, scripts, styles and addresses stay as they are.
        """
        if not self._hidden:
            return markup
        pieces, raw = _TAG.split(markup), False
        for rank, piece in enumerate(pieces):
            if rank % 2:
                if found := _RAW.match(piece):
                    raw = not found.group(1)
                elif not raw:
                    pieces[rank] = _SPOKEN.sub(self._mask_attribute, piece)
            elif not raw and piece:
                pieces[rank] = self._mask_escaped(piece)
        return "".join(pieces)

    def _mask_escaped(self, markup: str) -> str:
        text = html.unescape(markup) if "&" in markup else markup
        masked = self.mask(text)
        if masked == text:
            return markup
        return html.escape(masked, quote=False) if "&" in markup else masked

    def _mask_attribute(self, match: re.Match) -> str:
        value = match.group(2) if match.group(2) is not None else match.group(3)
        text = html.unescape(value)
        masked = self.mask(text)
        if masked == text or text.startswith(("http:", "https:", "/")):
            return match.group()
        return f'{match.group(1)}"{html.escape(masked)}"'

    def _longest(self, text: str, words: list[re.Match], rank: int) -> tuple[int, str | None]:
        """Return how many words the longest name at a word has, and what stands for it.

        (0, None) where no name begins; initials of None for a name that stays.
        """
        candidates = self._by_first_word.get(_folded(words[rank].group()), ())
        for key, initial in candidates:
            if self._reads(text, words, rank, key):
                alone = len(key) == 1 or key in self._alone
                if not alone:
                    return len(key), initial
                if key in self._common and not _tells_a_name(text, words, rank):
                    continue
                if not words[rank].group()[0].islower():
                    return len(key), initial
        return 0, None

    @staticmethod
    def _reads(text: str, words: list[re.Match], rank: int, key: tuple[str, ...]) -> bool:
        if rank + len(key) > len(words):
            return False
        for step in range(1, len(key)):
            before, word = words[rank + step - 1], words[rank + step]
            if _folded(word.group()) != key[step]:
                return False
            if word.start() - before.end() > 3 or not _BETWEEN.fullmatch(
                text, before.end(), word.start()
            ):
                return False
        return True

    @cached_property
    def _alone(self) -> dict[tuple[str, ...], str]:
        """The given names and surnames that are hidden alone, with their initials."""
        agreed = {key for name in self._shown.values() for key, _part in _parts(name)}
        return {
            key: initials(part)
            for name in self._hidden.values()
            for key, part in _parts(name)
            if key not in agreed and key not in self._hidden
        }

    @cached_property
    def _common(self) -> set[tuple[str, ...]]:
        """The names hidden alone that are common words too, if another part of the name is not."""
        found = set()
        for name in self._hidden.values():
            keys = [key for key, _part in _parts(name)]
            common = {key for key in keys if len(key) == 1 and key[0] in SURNAMES}
            found |= common if len(common) < len(keys) else set()
        return found

    @cached_property
    def _by_first_word(self) -> dict[str, list[tuple[tuple[str, ...], str | None]]]:
        """What may be read from each first word, longest first; names that stay come as None."""
        readings: dict[tuple[str, ...], str | None] = dict(self._alone)
        for key in self._shown:
            readings.update(dict.fromkeys(_orders(key), None))
        for key, name in self._hidden.items():
            readings.update(dict.fromkeys(_orders(key), initials(_without_brackets(name))))
        found: dict[str, list] = {}
        for key in sorted(readings, key=len, reverse=True):
            found.setdefault(key[0], []).append((key, readings[key]))
        return found


def _tells_a_name(text: str, words: list[re.Match], rank: int) -> bool:
    """Whether a common word with a capital is a name here, by what stands beside it.

    "avec Moulin", "M. Moulin", "Moulin : oui" and "Moulin propose" are somebody; "le Moulin" and
    "Moulin à vendre" are not.
    """
    word = words[rank]
    before = words[rank - 1] if rank else None
    after = words[rank + 1] if rank + 1 < len(words) else None
    previous = _folded(before.group()) if before else ""
    if previous in _BEFORE_PEOPLE:
        return True
    if previous in BEFORE_THINGS:
        return False
    if _LABEL_END.match(text, word.end()):
        return True
    if after and after.group().casefold() in AFTER_PEOPLE:
        return True
    is_shouted = len(word.group()) > 1 and word.group().isupper()
    if is_shouted and any(near and near.group().isupper() for near in (before, after)):
        return False
    return before is not None and not _SENTENCE_END.search(text, before.end(), word.start())


def _parts(name: str) -> list[tuple[tuple[str, ...], str]]:
    """Return the words of a name that may stand alone, a compound word being one."""
    words = _without_brackets(name).split()
    if len(words) < 2:
        return []
    parts = [(name_key(word), word) for word in words]
    return [
        (key, word)
        for key, word in parts
        if key and len("".join(key)) >= SHORTEST_ALONE and not set(key) <= _NEVER_ALONE
    ]


def _orders(key: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the orders in which the words of a name are written: surname first, or last."""
    if len(key) > LONGEST_NAME:
        return [key]
    return [key[turn:] + key[:turn] for turn in range(len(key))]
