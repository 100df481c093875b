"""When two words are the same word: accents, case, hyphens and plain plurals set aside."""

import unicodedata


def without_accents(text: str) -> str:
    """Return `text` in lower case without diacritics; œ and æ become oe and ae."""
    text = text.casefold().replace("œ", "oe").replace("æ", "ae")
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def fold(text: str) -> str:
    """Return the form under which a tag is unique.

    "Écoles", "école" and "ECOLE" fold to "ecole"; "low-tech" and "lowtechs" to "lowtech".
    """
    words = without_accents(text).replace("’", "'").split()
    return " ".join(filter(None, (_singular(_letters(word)) for word in words)))


def _letters(word: str) -> str:
    return "".join(character for character in word if character.isalnum())


def _singular(word: str) -> str:
    # A word that ends in s in the singular loses it too: both forms still fold alike.
    if len(word) > 3 and (word.endswith("ux") or (word.endswith("s") and word[-2] != "s")):
        return word[:-1]
    return word
