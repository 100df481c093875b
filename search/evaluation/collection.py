"""A folder of texts and the questions judged over it, whatever hand they come from."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from content.folding import without_accents
from search import analysis
from search.evaluation import markdown
from search.evaluation.markdown import Text
from search.languages import GRAMMARS, primary

HERE = Path(__file__).resolve().parent
CORPUS, JUDGEMENTS = HERE / "corpus", HERE / "judgements.json"
ENDINGS = {".md", ".markdown", ".mdown", ".txt"}
HIGHEST = 3
# So many words of a text tell its language.
WORDS_READ = 400
# What the column of a document holds.
LONGEST_LANGUAGE = 35


class BadCollection(ValueError):
    """A folder or a file of judgements that cannot be measured; the message says what to change."""


@dataclass(frozen=True)
class Question:
    """A question as a visitor types it, with the grade (0 to 3) of each judged text.

    `twins` names the questions that must have the same answers; `kind` what it tries; a `held`
    question is left out when weights are chosen.
    """

    id: str
    q: str
    language: str
    grades: dict[str, float] = field(default_factory=dict)
    kind: str = ""
    twin: str = ""
    held: bool = False


@dataclass(frozen=True)
class Collection:
    """Texts, questions, and what was not understood of the files, in words."""

    texts: list[Text]
    questions: list[Question]
    remarks: list[str] = field(default_factory=list)


def read_collection(
    folder: Path = CORPUS,
    judgements: Path = JUDGEMENTS,
    report: Callable[[int, int], None] = lambda done, total: None,
) -> Collection:
    """Return the collection of a folder and a file of judgements.

    Raises `BadCollection` when either is missing, empty or not what it should be.
    """
    texts = _texts(folder, report)
    questions, remarks = _questions(judgements, texts)
    return Collection(texts, questions, remarks)


def _texts(folder: Path, report) -> list[Text]:
    if not folder.is_dir():
        raise BadCollection(f"{folder} is not a folder: --corpus takes a folder of Markdown files.")
    paths = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in ENDINGS and path.is_file() and not _is_hidden(path, folder)
    )
    if not paths:
        raise BadCollection(
            f"{folder} holds no Markdown file (their names end in {', '.join(sorted(ENDINGS))})."
        )
    texts = []
    for number, path in enumerate(paths, start=1):
        file = path.relative_to(folder).as_posix()
        text = markdown.read(file, _source_of(path))
        texts.append(replace(text, language=_language_of(text)))
        if number % 500 == 0 or number == len(paths):
            report(number, len(paths))
    usual = _most_common([text.language for text in texts]) or "fr"
    return [text if text.language else replace(text, language=usual) for text in texts]


def _source_of(path: Path) -> str:
    """Return what a file holds: UTF-8, else what older Windows editors write."""
    content = path.read_bytes()
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _language_of(text: Text) -> str:
    """Return the language told by the front matter, else by a folder, else by the words, or ""."""
    if primary(text.language) in GRAMMARS:
        return text.language.lower()[:LONGEST_LANGUAGE]
    folders = [part.lower() for part in PurePosixPath(text.file).parts[:-1]]
    named = next((part for part in reversed(folders) if primary(part) in GRAMMARS), "")
    return named or guess(f"{text.title} {text.summary} {text.text[:5000]}")


def guess(text: str) -> str:
    """Return the language whose stop words are the most frequent in a text, "" if none is."""
    counts: Counter = Counter()
    for number, word in enumerate(analysis.words(text)):
        if number == WORDS_READ:
            break
        atom = without_accents(word.text)
        for language, grammar in GRAMMARS.items():
            counts[language] += atom in grammar.stop_words
    (best, first), (_other, second) = counts.most_common(2) if counts else [("", 0)] * 2
    return best if first > second else ""


def _most_common(values) -> str:
    counts = Counter(filter(None, values))
    return counts.most_common(1)[0][0] if counts else ""


def _questions(path: Path, texts: list[Text]) -> tuple[list[Question], list[str]]:
    entries = _entries(path)
    finder, languages = Finder(texts), {text.file: text.language for text in texts}
    usual = _most_common(languages.values())
    questions, unknown = [], []
    for number, entry in enumerate(entries, start=1):
        typed, judged = _read_entry(entry, number, path)
        grades = {}
        for name, grade in judged.items():
            file = finder.find(name)
            if file is None:
                unknown.append(name)
            else:
                grades[file] = max(grade, grades.get(file, 0))
        told = str(entry.get("lang") or entry.get("locale") or entry.get("language") or "")
        language = told or _language_wanted(grades, languages) or guess(typed) or usual
        questions.append(
            Question(
                id=str(entry.get("id") or number),
                q=typed,
                language=primary(language.replace("_", "-")),
                grades=grades,
                kind=str(entry.get("kind") or ""),
                twin=str(entry.get("twin") or ""),
                held=bool(entry.get("held")),
            )
        )
    return questions, _remarks(path, questions, unknown)


def _entries(path: Path) -> list:
    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise BadCollection(f"{path} cannot be read ({error.strerror}).") from error
    except ValueError as error:
        raise BadCollection(f"{path} is not a JSON file: {error}.") from error
    if isinstance(found, dict):
        found = next((value for value in found.values() if isinstance(value, list)), [])
    if not isinstance(found, list) or not found:
        raise BadCollection(f'{path} must hold a list: [{{"q": "…", "rel": {{"file": 3}}}}, …].')
    return found


def _read_entry(entry, number: int, path: Path) -> tuple[str, dict[str, float]]:
    """Return the question and the grades of an entry as they are written."""
    wrong = f"{path}, entry {number}: "
    if not isinstance(entry, dict) or not isinstance(entry.get("q"), str):
        raise BadCollection(wrong + 'a question is {"q": "…", "rel": {"file": grade}}.')
    judged = entry.get("rel", {})
    if isinstance(judged, list):
        judged = dict.fromkeys(map(str, judged), HIGHEST)
    try:
        grades = {str(name): float(grade) for name, grade in judged.items()}
    except (AttributeError, TypeError, ValueError) as error:
        raise BadCollection(wrong + '"rel" gives a number to each file: {"file": 3}.') from error
    if any(not 0 <= grade <= HIGHEST for grade in grades.values()):
        raise BadCollection(wrong + f"a grade is between 0 and {HIGHEST}.")
    return entry["q"], grades


def _language_wanted(grades: dict[str, float], languages: dict[str, str]) -> str:
    """Return the language of the pages that a question is about: that of its reader."""
    counts: Counter = Counter()
    for file, grade in grades.items():
        counts[languages[file]] += grade
    return counts.most_common(1)[0][0] if counts and max(counts.values()) else ""


def _remarks(path: Path, questions: list[Question], unknown: list[str]) -> list[str]:
    remarks = []
    if unknown:
        names = sorted(set(unknown))
        shown = ", ".join(names[:5]) + (" …" if len(names) > 5 else "")
        remarks.append(
            f"{len(names)} judged files are not in the folder and do not count: {shown}. "
            "Judgements name them by their path in it."
        )
    if not any(max(question.grades.values(), default=0) for question in questions):
        raise BadCollection(
            f"No question of {path} has a relevant file in the folder. " + " ".join(remarks)
        )
    return remarks


class Finder:
    """Finds the texts that judgements name: by path, without folder, without ending."""

    def __init__(self, texts: list[Text]):
        self._files = {_key(text.file): text.file for text in texts}
        self._called = defaultdict(set)
        for text in texts:
            for key in _shorter(_key(text.file)):
                self._called[key].add(text.file)

    def find(self, name: str) -> str | None:
        """Return the one file of the collection that is called `name`, or None."""
        key = _key(name)
        for candidate in (key, *_shorter(key)):
            if candidate in self._files:
                return self._files[candidate]
            if len(self._called.get(candidate, ())) == 1:
                return next(iter(self._called[candidate]))
        return None


def _key(name: str) -> str:
    path = PurePosixPath(name.replace("\\", "/").strip())
    ending = path.suffix.lower() in ENDINGS
    parts = [part for part in path.parts if part not in {"/", ".", ".."}]
    key = analysis.composed("/".join(parts)).casefold().replace("’", "'")
    return key[: -len(path.suffix)] if ending else key


def _shorter(key: str) -> Iterator[str]:
    """Yield the path without its first folder, then without the second, and so on."""
    while "/" in key:
        key = key.partition("/")[2]
        yield key
