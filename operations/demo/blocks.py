"""Blocks of a body, as the texts of the demo write them: pairs of a name and a value."""

from datetime import date

from operations.demo.description import Prose, Ref, picture


def text(words: str):
    return "text", Prose(words)


def heading(words: str, level: str = "h2"):
    return "heading", {"text": words, "level": level}


def figure(key: str, alt_text: str, caption: str, credit: str = ""):
    image = {"image": picture(key), "decorative": False, "alt_text": alt_text}
    return "figure", {"image": image, "caption": caption, "credit": credit}


def quote(words: str, author: str = "", source: str = ""):
    return "quote", {"text": words, "author": author, "source": source}


def key_figures(*figures: dict):
    return "key_figures", list(figures)


def key_figure(
    value: str,
    label: str,
    unit: str = "",
    source: str = "",
    as_of: date | None = None,
    projected: bool = False,
) -> dict:
    return {
        "value": value,
        "unit": unit,
        "label": label,
        "source": source,
        "as_of": as_of,
        "kind": "projected" if projected else "measured",
    }


def example(title: str, words: str, place: str = "", story: Ref | None = None):
    return "example", {"title": title, "text": Prose(words), "place": place, "story": story}


def attention(words: str, title: str = ""):
    return "attention", {"title": title, "text": Prose(words)}


def call(title: str, words: str, link_text: str, target: Ref, deadline=None):
    value = {"title": title, "text": words, "link_text": link_text, "page": target}
    return "call_to_action", {**value, "deadline": deadline}


def table(caption: str, *rows: list[str], first_column: bool = False):
    cells = {
        "data": list(rows),
        "first_row_is_table_header": True,
        "first_col_is_header": first_column,
    }
    return "table", {"caption": caption, "table": cells}


def file(key: str, label: str, language: str, pages: int):
    return "download", {
        "document": Ref(f"file.{key}"),
        "label": label,
        "language": language,
        "pages": pages,
    }


def exchange(question: str, answer: str):
    return "question_answer", {"question": question, "answer": Prose(answer)}


def key_points(title: str, *points: tuple[str, str]):
    rows = [{"speaker": speaker, "text": words} for speaker, words in points]
    return "key_points", {"title": title, "points": rows}


def axis(title: str, introduction: str, *groups: dict):
    return "axis", {"title": title, "introduction": Prose(introduction), "groups": list(groups)}


def group(title: str, challenge: str, phases: list[tuple[str, str]], roadmap: dict) -> dict:
    return {
        "title": title,
        "challenge": Prose(challenge),
        "phases": [{"title": name, "text": Prose(words)} for name, words in phases],
        "roadmap": roadmap,
    }
