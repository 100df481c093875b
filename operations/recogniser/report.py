"""Workshop reports: by sections, or in four parts (promises, tensions, wishes, messages)."""

import re

from content.folding import without_accents
from operations.recogniser.article import Article, Claim
from operations.recogniser.blocks import to_rich
from operations.recogniser.dates import find_dates
from operations.recogniser.description import gettext_noop
from operations.recogniser.inline import plain
from operations.recogniser.mentions import event_mention
from operations.recogniser.nodes import Node
from operations.recogniser.people import (
    looks_like_name,
    name_keys,
    read_people,
    read_person,
    split_names,
)
from operations.recogniser.sections import name_of, names, split_sections
from operations.recogniser.text import typewriter, word_set

SECTIONS = names(
    questions=r"(?:la |les |the )?(?:questions?|problematiques?)"
    r"(?: (?:posees?|traitees?|de depart|du groupe|asked|discussed|of the day))?\Z",
    synthesis=r"synthese|synthesis|(?:short )?summary|resume\Z|en bref|in short",
    facilitators=r"porteu(?:r|se)s?|animat(?:eur|rice)s?|anime(?:e|s)? par\Z|animation\Z"
    r"|facilitat(?:or|eur|rice)s?|facilitated by\Z|hosts?\Z|moderat(?:or|eur|rice)s?",
    participants=r"(?:les |the )?participant\w*|present(?:e|es|s)?\Z|personnes presentes|attendees"
    r"|people present|who (?:was there|came)",
    key_points=r"elements? importants?|points? (?:cles?|importants?|saillants?|marquants?)"
    r"|key (?:points?|elements?)|main points|discussion\Z|echanges\Z|what was said"
    r"|ce qui s'est dit|idees? fortes?",
    attention=r"points? (?:de |d')(?:vigilances?|attention)|vigilances?\Z"
    r"|points? of (?:attention|vigilance)|watch ?points?|watch out|a surveiller",
    leads=r"pistes?|leads?\Z|next steps|prochaines etapes|ideas to explore|suites? a donner",
    findings=r"constats?|findings?|what we (?:saw|found)",
)
FOUR_PARTS = names(
    promises=r"promesses?|promises?",
    tensions=r"tensions?",
    wishes=r"envies?|souhaits?|desirs?|wishes|desires",
    messages=r"messages?",
)
_SPOKEN = {"questions", "synthesis", "key_points"}
_SERIES = re.compile(
    r"(?P<series>(?:atelier|workshop|groupe|table ronde|round table|cycle|parcours|track)"
    r"(?:\s[^\W\d]{1,30}){0,3}?)\s?(?:\#|n\u00b0|no\.?)?\s?(?P<number>\d{1,3})\Z",
    re.IGNORECASE,
)
_SESSION = re.compile(r"(?:session|s[eé]ance)\s?(?:\#|n\u00b0|no\.?)?\s?(\d{1,3})\Z", re.IGNORECASE)
_PARTS = re.compile(r"\s+-\s+|\s*[:|,]\s+|\s*\u00b7\s*")
_RUN_BY = re.compile(
    r"\b(?:co-?)?(?:anim[eé]e?s?|facilit[eé]e?s?|port[eé]e?s?) par\s+(?P<fr>[^.;:(\n]{3,160})"
    r"|\b(?:co-?)?(?:facilitated|hosted|led|run|moderated) by\s+(?P<en>[^.;:(\n]{3,160})",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"[\s.>\u2022-]{0,5}(?P<name>[^:(\n]{2,40}?)\s{0,3}(?P<place>\([^()\n]{1,60}\))?\s{0,3}:\s+"
)
_NAME_AND_PLACE = re.compile(
    r"[\s.>-]{0,5}(?P<name>[^\W\d_][\w'-]{1,30})\s+(?=\([^()\n]{1,60}\)\s)"
)
# Words that open a point before a colon and are nobody's name.
_LABELS = word_set(
    "question questions reponse exemple exemples remarque note idee idees projet action actions "
    "constat besoin besoins proposition attention conclusion objectif objectifs outil outils "
    "resume synthese precision rappel suite decision accord risque limite ressource ressources "
    "answer example examples remark idea ideas project need needs proposal conclusion goal goals "
    "tool tools summary reminder decision agreement risk limit resource resources why how"
)
LONGEST_QUESTION = 400


def claim(article: Article) -> Claim | None:
    """Three of the four parts, or three sections of a report of which one holds what was said."""
    parts = {name_of(node.plain, FOUR_PARTS) for node in article.nodes if _is_short(node)} - {None}
    if len(parts) >= 3:
        return Claim(0.95, gettext_noop("It has the four parts of a workshop synthesis."))
    found = {section.key for section in split_sections(article.nodes, SECTIONS)} - {None}
    named = bool(_numbers(article.title))
    if found & _SPOKEN and (len(found) >= 3 or (named and len(found) >= 2)):
        sections = ", ".join(sorted(found))
        return Claim(
            0.9, gettext_noop("It has the sections of a workshop report: %(found)s"),
            {"found": sections},
        )  # fmt: skip
    if named and found:
        return Claim(0.6, gettext_noop("Its title has the number of a workshop or a session."))
    return None


def _is_short(node: Node) -> bool:
    return node.kind in ("heading", "paragraph") and len(node.text) <= 80


def fill(article: Article) -> None:
    """Give `form` ("discussion" or "four_parts") and what each of them holds.

    Derived: `series`, `series_number`, `theme`, `session_number`; `event`, `day`, `month`,
    `year`, `date_precision`; `speakers_not_listed`. Kept: `questions`, `findings`, `leads`,
    `attention` (lists of sentences), `facilitators`, `participants` (people), `key_points`
    (dicts of speaker and text), `synthesis`, and `promises`, `tensions`, `wishes`, `messages`
    (HTML).
    """
    article.description.derive(**_numbers(article.title))
    parts = {name_of(node.plain, FOUR_PARTS) for node in article.nodes if _is_short(node)} - {None}
    four = len(parts) >= 3
    table = {**SECTIONS, **FOUR_PARTS} if four else SECTIONS
    article.description.derive(form="four_parts" if four else "discussion")
    gathered: dict[str, list[Node]] = {}
    rest: list[Node] = []
    for section in split_sections(article.nodes, table):
        if section.key is None:
            rest.extend(section.nodes)
            continue
        article.drop(section.label)
        gathered.setdefault(section.key, []).extend(section.nodes)
    for key in ("facilitators", "participants"):
        rest.extend(_take_people(article, key, gathered.pop(key, [])))
    rest.extend(_take_key_points(article, gathered.pop("key_points", [])))
    for key, nodes in gathered.items():
        rest.extend(_take_texts(article, key, nodes))
    article.nodes = rest
    _find_facilitators(article)
    _find_event(article)


def _numbers(title: str) -> dict:
    """Return what a title says of its place in a series.

    >>> _numbers("Workshop 2 - Repair - Session 3")
    {'series': 'Workshop', 'series_number': 2, 'session_number': 3, 'theme': 'Repair'}
    """
    said: dict = {}
    others = []
    for part in _PARTS.split(typewriter(title)):
        if found := _SESSION.match(part.strip()):
            said["session_number"] = int(found[1])
        elif found := _SERIES.match(part.strip()):
            said.update(series=found["series"].strip(), series_number=int(found["number"]))
        elif part.strip():
            others.append(part.strip())
    return {**said, "theme": " - ".join(others)} if said else {}


def _take_people(article: Article, key: str, nodes: list[Node]) -> list[Node]:
    people, rest, linking = read_people(nodes)
    article.description.keep(**{key: people})
    article.drop(*linking)
    return rest


def _take_texts(article: Article, key: str, nodes: list[Node]) -> list[Node]:
    """Place a section that is text; return the nodes that it cannot hold."""
    if key in FOUR_PARTS or key == "synthesis":
        article.description.keep(**{key: to_rich(nodes)})
        return []
    rows, rest = [], []
    for node in nodes:
        if node.kind in ("paragraph", "list", "heading"):
            rows.extend(plain(line) for line in node.lines)
        else:
            rest.append(node)
    if key == "questions" and any(len(row) > LONGEST_QUESTION for row in rows):
        return nodes
    article.description.keep(**{key: [row for row in rows if row]})
    return rest


def _take_key_points(article: Article, nodes: list[Node]) -> list[Node]:
    fields = article.description.fields
    listed = [*fields.get("participants", []), *fields.get("facilitators", [])]
    known = {key for entry in listed for key in name_keys(entry)}
    lines = [line for node in nodes if node.kind in ("list", "paragraph") for line in node.lines]
    points = [_point(plain(line), known) for line in lines]
    if sum(bool(point["speaker"]) for point in points) >= 2:
        points = [point if point["speaker"] else _other_speaker(point) for point in points]
    unlisted = sorted(
        {point["speaker"] for point in points if point["speaker"]}
        - {point["speaker"] for point in points if _is_known(point["speaker"], known)}
    )
    article.description.keep(key_points=[point for point in points if point["text"]])
    article.description.derive(speakers_not_listed=unlisted)
    for name in unlisted:
        article.description.warn(
            gettext_noop("%(name)s speaks and is not in the list of participants."), name=name
        )
    return [node for node in nodes if node.kind not in ("list", "paragraph")]


def _is_known(name: str, known: set[str]) -> bool:
    return bool(known & name_keys(read_person(name)))


def _point(text: str, known: set[str]) -> dict:
    """Return a key point; the speaker is somebody listed, before a colon or with a place.

    >>> _point("Ana : we began small", {"ana", "sousa"})
    {'speaker': 'Ana', 'text': 'we began small'}
    """
    found = _SPEAKER.match(text[:120])
    if found and looks_like_name(found["name"].strip()) and _is_known(found["name"], known):
        speaker = f"{found['name'].strip()} {found['place'] or ''}".strip()
        return {"speaker": speaker, "text": text[found.end() :].strip()}
    found = _NAME_AND_PLACE.match(text[:120])
    if found and _is_known(found["name"], known):
        return {"speaker": found["name"], "text": text[found.end() :].strip()}
    return {"speaker": "", "text": text.strip()}


def _other_speaker(point: dict) -> dict:
    """Return the point with a speaker whom no list names, once others were seen to speak."""
    found = _SPEAKER.match(point["text"][:120])
    name = found["name"].strip() if found else ""
    words = name.split()
    is_name = (
        1 <= len(words) <= 3
        and looks_like_name(name)
        and all(word[0].isupper() for word in words)
        and not name.isupper()
        and without_accents(words[0]) not in _LABELS
    )
    if not is_name:
        return point
    speaker = f"{name} {found['place'] or ''}".strip()
    return {"speaker": speaker, "text": point["text"][found.end() :].strip()}


def _find_facilitators(article: Article) -> None:
    """Facilitators named in a sentence: "co-animé par Ana Sousa et Bo Lind"."""
    if article.description.fields.get("facilitators"):
        return
    for text in (article.description.summary, *article.paragraphs()):
        found = _RUN_BY.search(text[:2000])
        if not found:
            continue
        listed, _linking = split_names(found["fr"] or found["en"])
        people = [read_person(name) for name in listed if looks_like_name(name)]
        if people:
            article.description.derive(facilitators=people)
            return


def _find_event(article: Article) -> None:
    for text in article.paragraphs():
        mention = event_mention(text)
        if not mention:
            continue
        event = {"series": mention["series"], "number": mention["number"]}
        article.description.derive(event=event)
        date = next((date for date in find_dates(text) if date.day), None)
        if date:
            article.description.derive(
                day=date.day, month=date.month, year=date.year, date_precision=date.precision
            )
        return
