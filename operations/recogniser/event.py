"""Days, meetings and conferences: announced, or told afterwards."""

import re

from operations.recogniser.article import Article, Claim
from operations.recogniser.counts import participants
from operations.recogniser.dates import PartialDate, find_dates
from operations.recogniser.description import gettext_noop
from operations.recogniser.inline import plain
from operations.recogniser.mentions import NOUN, event_mention
from operations.recogniser.nodes import Node
from operations.recogniser.people import read_people
from operations.recogniser.sections import names, split_sections
from operations.recogniser.text import typewriter

SECTIONS = names(
    dates=r"(?:date|quand|when|dates)\Z",
    venue=r"(?:lieu|ou|adresse|where|venue|place|location)\Z",
    programme=r"(?:le |the )?(?:programme|program|deroule|agenda|ordre du jour)\Z",
    facilitators=r"(?:animation|animateurs?|animatrices?|facilitators?|facilitation"
    r"|intervenant(?:e|es|s)?|speakers?|hosts?)\Z",
    count=r"(?:nombre de participants|participants|attendance|number of participants)\Z",
)
_ONLINE = re.compile(
    r"\b(?:en ligne|a distance|à distance|visio(?:conf[eé]rence)?|en visio|webinaires?"
    r"|online|remotely|webinars?|virtual(?:ly)?|video call)\b",
    re.IGNORECASE,
)
_ON_SITE = re.compile(
    r"\b(?:en pr[eé]sentiel|sur place|in person|on[- ]site|face[- ]to[- ]face)\b", re.IGNORECASE
)
_BOTH = re.compile(r"\b(?:hybride?|en ligne et sur place|online and on[- ]site)\b", re.IGNORECASE)
# "le 14 novembre au Square Nord": a name with a capital right after the date
_VENUE = re.compile(
    r"\s?,?\s(?:au|à la|à l'|aux|à|at the|at|in the)\s?(?P<venue>[A-ZÀ-Þ][\w'-]*"
    r"(?:\s(?:de |du |des |d'|la |le |of |the )?[A-ZÀ-Þ][\w'-]*){0,4})"
)
_TOLD = re.compile(
    r"(?:retour sur|compte[- ]rendu d|recit d|r[eé]cit d|looking back|back on|a look back"
    r"|report (?:on|from))",
    re.IGNORECASE,
)
_HOUR = r"\d{1,2}\s?[h:]\s?(?:\d\d)?(?:\s?[ap]m)?"
_TIME = re.compile(
    rf"(?P<time>{_HOUR}(?:\s?(?:-|a|à|to)\s?{_HOUR})?)\s{{0,3}}[:,-]?\s{{0,3}}(?=\S)",
    re.IGNORECASE,
)
LONGEST_ITEM_TITLE = 200
_NOUN_ALONE = re.compile(rf"\b{NOUN}\b")


def claim(article: Article) -> Claim | None:
    """The title names an event by its number, or an event and the text says when and how many."""
    mention = event_mention(article.title)
    if mention and mention["number"]:
        values = {"series": mention["series"], "number": mention["number"]}
        return Claim(0.8, gettext_noop("The title names an event: %(series)s %(number)s"), values)
    facts = _facts(article)
    told = bool(_NOUN_ALONE.search(article.title) or _TOLD.match(typewriter(article.title)))
    if (mention or told) and len(facts) >= 2:
        message = gettext_noop("The title names an event and the text says: %(facts)s")
        return Claim(0.65, message, {"facts": ", ".join(facts)})
    sections = {section.key for section in split_sections(article.nodes, SECTIONS)} - {None}
    if len(sections & {"dates", "venue", "programme"}) >= 2 and (mention or "dates" in sections):
        message = gettext_noop("It has the labels of an announcement: %(labels)s")
        return Claim(0.6, message, {"labels": ", ".join(sorted(sections))})
    return None


def _facts(article: Article) -> list[str]:
    opening = article.opening
    facts = []
    if any(date.day for date in find_dates(opening)):
        facts.append("date")
    if participants(opening):
        facts.append("participants")
    if _mode(opening):
        facts.append("mode")
    return facts


def fill(article: Article) -> None:
    """Give `programme` (dicts of time, title, text), `facilitators`, and derived facts.

    Derived: `series`, `number`; `day`, `month`, `year` (None when unsaid), `date_precision` (day,
    month, year), `date_as_written`, `last_day`, `last_month`; `mode` (online, on_site, both);
    `venue`; `participants_count` with `participants_precision` (exact, about).
    """
    opening = article.opening
    dates_text = opening
    rest: list[Node] = []
    for section in split_sections(article.nodes, SECTIONS):
        text = "\n".join(plain(line) for node in section.nodes for line in node.lines)
        if section.key == "dates":
            dates_text = text
        if section.key == "venue":
            article.description.keep(venue=text)
            article.drop(section.label)
        elif section.key == "programme":
            items, others = _programme(section.nodes)
            article.description.keep(programme=items)
            article.drop(section.label)
            rest.extend(others)
        elif section.key == "facilitators":
            people, others, linking = read_people(section.nodes)
            article.description.keep(facilitators=people)
            article.drop(section.label, *linking)
            rest.extend(others)
        else:
            rest.extend(_with_label(section.label, section.nodes))
            opening += f"\n{section.label}: {text}" if section.key == "count" else ""
    article.nodes = rest
    _series(article)
    _date(article, dates_text)
    _attendance(article, opening)


def _programme(nodes: list[Node]) -> tuple[list[dict], list[Node]]:
    """Return the items of a programme, and what follows: text that begins with no hour."""
    items: list[dict] = []
    for index, node in enumerate(nodes):
        lines = [plain(line) for line in node.lines]
        if node.kind != "list" and not all(_TIME.match(typewriter(line)) for line in lines):
            return items, nodes[index:]
        items.extend(_item(line) for line in lines)
    return items, []


def _item(line: str) -> dict:
    """Return an item of a programme.

    >>> _item("9h30 - 10h : Welcome")
    {'time': '9h30 - 10h', 'title': 'Welcome', 'text': ''}
    """
    found = _TIME.match(typewriter(line))
    time = line[: found.end("time")] if found else ""
    title = line[found.end() :] if found else line
    if len(title) <= LONGEST_ITEM_TITLE:
        return {"time": time.strip(), "title": title, "text": ""}
    return {"time": time.strip(), "title": title[:40].rsplit(" ", 1)[0], "text": title}


def _with_label(label: str, nodes: list[Node]) -> list[Node]:
    """Put a label back before the text it was cut from: the body keeps the line whole."""
    if not label or not nodes:
        return nodes
    first = nodes[0]
    if first.kind != "paragraph":
        return [Node("paragraph", label), *nodes]
    colon = "" if label.endswith(":") else " :"
    return [Node("paragraph", f"{label}{colon} {first.text}", gap=first.gap), *nodes[1:]]


def _series(article: Article) -> None:
    mention = event_mention(article.title) or event_mention(article.opening)
    if mention:
        article.description.derive(series=mention["series"], number=mention["number"])


def _date(article: Article, text: str) -> None:
    dates = find_dates(text)
    # A day is the event's own; years and months are more often those of a programme around it.
    date = next((date for date in dates if date.day), None) or next(iter(dates), None)
    if not date:
        article.description.warn(gettext_noop("No date found."))
        return
    description = article.description
    description.derive(
        day=date.day, month=date.month, year=date.year, date_precision=date.precision,
        last_day=date.last_day, last_month=date.last_month,
    )  # fmt: skip
    words = " ".join(text[date.start : date.end].split())
    description.derive(date_as_written=words)
    if date.year is None:
        message = gettext_noop("The date says no year: “%(date)s”.")
        description.warn(message, date=words)
    if not description.fields.get("venue"):
        description.derive(venue=_venue(text, date))


def _venue(text: str, date: PartialDate) -> str:
    found = _VENUE.match(typewriter(text), date.end)
    return text[found.start("venue") : found.end("venue")] if found else ""


def _mode(text: str) -> str:
    typed = typewriter(text)
    online, on_site = bool(_ONLINE.search(typed)), bool(_ON_SITE.search(typed))
    if _BOTH.search(typed) or (online and on_site):
        return "both"
    return "online" if online else ("on_site" if on_site else "")


def _attendance(article: Article, text: str) -> None:
    description = article.description
    mode = _mode(text) or ("on_site" if description.fields.get("venue") else "")
    description.derive(mode=mode)
    if counted := participants(text):
        number, precision = counted
        description.derive(participants_count=number, participants_precision=precision)
