"""Judged questions: how files are read, how answers are measured, what a measure leaves behind."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from search.analysis import EXACT, tokens
from search.evaluation import markdown
from search.evaluation.collection import (
    CORPUS,
    BadCollection,
    Question,
    guess,
    read_collection,
)
from search.evaluation.measures import Answer, figures, ndcg

PAGE = """---
title: "Le lavoir : une histoire"
summary: >
  Un lavoir
  et son toit.
tags: [eau, patrimoine]
---
# Autre titre

Un **mot** et un [lien](https://example.org/a "Vers ailleurs"), `code_court` et ![une photo](a.png).

Le toit
-------

- de l’ardoise
- un_mot_long <b>gras</b> &amp; 3 < 4

<!-- caché --><script>alert(1)</script>
"""


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, source in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    return folder


def judged(folder: Path, entries, name: str = "questions.json") -> Path:
    path = folder / name
    path.write_text(entries if isinstance(entries, str) else json.dumps(entries))
    return path


def test_a_markdown_file_is_read_as_a_page():
    page = markdown.read("eau/lavoir.md", PAGE)
    assert page.title == "Le lavoir : une histoire"
    assert page.summary == "Un lavoir et son toit."
    assert page.subjects == "eau, patrimoine"
    assert page.headings.splitlines() == ["Autre titre", "Le toit"]
    assert "Un mot et un lien, code_court et une photo." in page.text
    assert "de l’ardoise un_mot_long gras & 3 < 4" in page.text
    assert not {"https", "caché", "alert", "---"} & set(page.text.split())


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("# Le lavoir #\n\nUn mot", "Le lavoir"),
        ("Le lavoir\n=========\n\nUn mot", "Le lavoir"),
        ("## Une partie\n\nUn mot", "le petit lavoir"),
        ("", "le petit lavoir"),
        ("\ufeff---\r\ntitre: Le lavoir\r\n---\r\nUn mot", "Le lavoir"),
        ("# Le\0lavoir\n\nUn mot", "Le lavoir"),
        ('+++\ntitle = "Le lavoir"\n+++\nUn mot', "Le lavoir"),
        ("---\nUn mot entre deux règles\n---\n# Le lavoir", "Le lavoir"),
    ],
)
def test_a_title_is_that_of_the_head_or_the_first_heading_or_the_file(source, title):
    assert markdown.read("a/le-petit_lavoir.md", source).title == title


def test_the_language_is_told_by_the_head_or_the_folder_or_the_words(tmp_path):
    french = "Le lavoir est dans la rue, et il y a de l’eau."
    folder = write(
        tmp_path / "texts",
        {
            "a.md": f"---\nlang: en-GB\n---\n{french}",
            "en/b.md": french,
            "c.md": french,
            "d.md": "The wash house is in the street and there is water in it.",
            "e.md": "Zanzibar",
        },
    )
    queries = judged(tmp_path, [{"q": "lavoir", "rel": {"c": 3}}])
    collection = read_collection(folder, queries)
    assert {text.file: text.language for text in collection.texts} == {
        "a.md": "en-gb",
        "en/b.md": "en",
        "c.md": "fr",
        "d.md": "en",
        "e.md": "en",
    }
    assert collection.questions[0].language == "fr"
    assert guess("Zanzibar") == ""


def test_a_file_that_is_not_in_utf_8_is_read_as_windows_wrote_it(tmp_path):
    folder = write(tmp_path / "texts", {"a.md": "Un"})
    (folder / "b.md").write_bytes("# L’écluse\n\nUn cœur d’été".encode("cp1252"))
    found = read_collection(folder, judged(tmp_path, [{"q": "un", "rel": {"a": 3}}])).texts[1]
    assert (found.title, found.text) == ("L’écluse", "L’écluse Un cœur d’été")


def test_judged_files_are_found_however_they_are_named(tmp_path):
    folder = write(
        tmp_path / "texts",
        {
            "fr/eau/Été.md": "Un",
            "fr/a.md": "Deux",
            "en/a.md": "Two",
            "b.markdown": "Trois",
            "l’eau vive.md": "Quatre",
        },
    )
    names = {
        "l'eau vive.md": "l’eau vive.md",
        "fr/eau/Été.md": "fr/eau/Été.md",
        "eau/été": "fr/eau/Été.md",
        "été.md": "fr/eau/Été.md",
        "./fr/a": "fr/a.md",
        "corpus/en/a.md": "en/a.md",
        "b": "b.markdown",
    }
    queries = judged(tmp_path, [{"q": name, "rel": {name: 2}} for name in (*names, "a", "zzz")])
    collection = read_collection(folder, queries)
    found = {one.q: next(iter(one.grades), None) for one in collection.questions}
    assert found == {**names, "a": None, "zzz": None}
    [remark] = collection.remarks
    assert "2 judged files are not in the folder" in remark


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ("{", "not a JSON file"),
        ("[]", "must hold a list"),
        ('{"q": "un"}', "must hold a list"),
        ([{"query": "un"}], "entry 1: a question is"),
        ([{"q": "un", "rel": {"a.md": "beaucoup"}}], "a number to each file"),
        ([{"q": "un", "rel": {"a.md": 9}}], "between 0 and 3"),
        ([{"q": "un", "rel": {"zzz.md": 3}}], "No question of"),
    ],
)
def test_a_wrong_file_of_judgements_is_refused_with_the_reason(entries, words, tmp_path):
    folder = write(tmp_path / "texts", {"a.md": "Un"})
    with pytest.raises(BadCollection, match=words):
        read_collection(folder, judged(tmp_path, entries))


def test_a_wrong_folder_is_refused_with_the_reason(tmp_path):
    queries = judged(tmp_path, [{"q": "un", "rel": {"a.md": 3}}])
    with pytest.raises(CommandError, match="is not a folder"):
        call_command("search_eval", corpus=tmp_path / "zzz", queries=queries)
    with pytest.raises(CommandError, match="holds no Markdown file"):
        call_command("search_eval", corpus=write(tmp_path, {"x/a.pdf": ""}) / "x", queries=queries)
    with pytest.raises(CommandError, match="go together"):
        call_command("search_eval", corpus=tmp_path)


def test_ndcg_rewards_the_best_first():
    grades = {"a": 3, "b": 1, "c": 0}
    assert ndcg(["a", "b"], grades) == 1
    assert ndcg(["a"], grades) == pytest.approx(7 / (7 + 1 / 1.58496), abs=1e-4)
    assert ndcg(["b", "a"], grades) < ndcg(["a", "c", "b"], grades) < 1
    assert ndcg(["c", "d"], grades) == ndcg([], grades) == 0


def test_figures_are_shares_of_the_questions_that_ask_for_them():
    questions = [
        Question("1", "lavoir", "fr", {"a": 3, "b": 2, "c": 1}),
        Question("2", "lavior", "fr", {"a": 3}, kind="typo"),
        Question("3", "énergie", "fr", {"d": 1}, twin="e"),
        Question("4", "energie", "fr", {"d": 1}, twin="e"),
        Question("5", "rien", "fr", {"a": 0}),
    ]
    answers = {
        "1": Answer(["a", "c", "x"], 1.0),
        "2": Answer([], 2.0),
        "3": Answer(["x", "d"], 3.0),
        "4": Answer(["d", "x"], 4.0),
        "5": Answer(["x"], 5.0),
    }
    found = figures(questions, answers)
    assert found.questions == 4
    assert found.recall == pytest.approx((1 / 2 + 0 + 1 + 1) / 4)
    assert found.success == 0.75
    assert found.typo_success == 0
    assert found.same_for_twins == 0
    assert found.empty == 0.25
    assert found.median_ms == 3
    assert figures(questions[:1], answers).typo_success is None


def test_a_folder_of_ones_own_is_measured_and_leaves_nothing(tmp_path):
    folder = write(
        tmp_path / "texts",
        {
            "fr/lavoir.md": "---\ntitle: Le lavoir\n---\nDe l’eau et des pierres.",
            "fr/pont.md": "# Le pont\n\nDes pierres sur la rivière.",
            "es/puente.md": "# El puente\n\nLas piedras del río.",
        },
    )
    queries = judged(
        tmp_path,
        [
            {"q": "lavoirs", "rel": {"lavoir": 3}},
            {"q": "riviere", "rel": {"pont": 3}},
            {"q": "puentes", "rel": {"puente": 3}},
        ],
    )
    out, said = StringIO(), StringIO()
    call_command(
        "search_eval",
        corpus=folder,
        queries=queries,
        engine=["sqlite"],
        json=True,
        stdout=out,
        stderr=said,
    )
    report = json.loads(out.getvalue())
    assert (report["texts"], report["questions"]) == (3, 3)
    assert report["engines"]["sqlite"]["ndcg"] == 1
    assert report["engines"]["sqlite"]["success"] == 1
    assert set(report["engines"]["sqlite"]["by_question"].values()) == {1}
    assert "3 of 3 texts read" in said.getvalue()


def test_the_questions_of_the_project_are_as_many_and_as_hard_as_they_must_be():
    collection = read_collection()
    languages = [text.language for text in collection.texts]
    assert languages.count("fr") >= 200
    assert languages.count("en") >= 100
    assert len(collection.questions) >= 60
    assert not collection.remarks
    assert sum(map(is_hidden, collection.questions)) * 3 >= len(collection.questions)
    assert 3 <= len(collection.questions) / sum(one.held for one in collection.questions) <= 3.5


def is_hidden(question: Question) -> bool:
    """Return whether a question has no word form in common with the title of its best page."""
    best = max(question.grades, key=question.grades.get)
    title = markdown.read(best, (CORPUS / best).read_text()).title
    language = best.partition("/")[0]
    return not stems(question.q, language) & stems(title, language)


def stems(text: str, language: str) -> set[str]:
    return {one for one in tokens(text, language).split() if not one.startswith(EXACT)}
