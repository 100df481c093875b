"""From a description to the fields of a page: what fits goes in its field, the rest in the body."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.html import escape
from django.utils.text import slugify
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.models import Locale, Orderable, Page

from coalitions.models import (
    CoalitionActor,
    CoalitionExperience,
    CoalitionPage,
    CoalitionProblem,
    EventFacilitator,
    EventPage,
    EventProgrammeItem,
)
from content.folding import fold, without_accents
from content.models import Attachment, Organisation, PageTheme, Theme
from content.models.editorial import MAX_THEMES
from content.rows import in_order
from home.models import StandardPage
from kit.models import ChapterPage
from operations.recogniser import Description
from stories.models import (
    ExplorationLeader,
    ExplorationPage,
    Facilitator,
    InterviewPage,
    Participant,
    ReportKeyPoint,
    ReportPoint,
    ReportQuestion,
    StoryActor,
    StoryPage,
    WorkshopReportPage,
)

MODELS: dict[str, type[Page]] = {
    "chapter": ChapterPage,
    "coalition": CoalitionPage,
    "event": EventPage,
    "interview": InterviewPage,
    "exploration": ExplorationPage,
    "report": WorkshopReportPage,
    "story": StoryPage,
    "page": StandardPage,
}
LONGEST_TITLE = 200


@dataclass
class Draft:
    """A page being filled: what did not fit, what was made on the way, what to check."""

    page: Page
    description: Description
    locale: Locale
    overflow: list[str] = field(default_factory=list)
    made: list[str] = field(default_factory=list)
    to_check: list[str] = field(default_factory=list)

    def said(self, name: str, default=""):
        """Return a field of the description."""
        return self.description.fields.get(name, default)

    def fit(self, text: str, model, name: str) -> str:
        """Return `text` if the field of the model holds it, else its beginning.

        The whole text then goes to the body: no word is lost to a limit.
        """
        limit = model._meta.get_field(name).max_length
        if not limit or len(text) <= limit:
            return text
        self.overflow.append(text)
        self.to_check.append(
            _("Too long for its field, whole in the body: “%(text)s…”") % {"text": text[:60]}
        )
        return text[: limit - 1].rstrip() + "…"

    def put(self, **values) -> None:
        """Set text fields of the page, each as far as it fits."""
        for name, text in values.items():
            setattr(self.page, name, self.fit(text, type(self.page), name))

    def organisation(self, name: str) -> Organisation | None:
        """Return the organisation of that name in the locale; make it if there is none."""
        if not name:
            return None
        name = self.fit(name, Organisation, "name")
        known = Organisation.objects.filter(locale=self.locale)
        folded = fold(name)
        found = next((one for one in known if folded in (fold(one.name), fold(one.acronym))), None)
        if found:
            return found
        self.made.append(_("organisation “%(name)s”") % {"name": name})
        slug = _free_slug(slugify(without_accents(name))[:150] or "organisation", self.locale)
        return Organisation.objects.create(name=name, slug=slug, locale=self.locale)


def _free_slug(wanted: str, locale: Locale) -> str:
    taken = set(
        Organisation.objects.filter(locale=locale, slug__startswith=wanted).values_list(
            "slug", flat=True
        )
    )
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (wanted, *numbered) if slug not in taken)


def fill(page: Page, description: Description, locale: Locale) -> Draft:
    """Set every field of `page` from `description`, child rows included; nothing is saved.

    Organisations that are named and unknown are made. Returns what the report should say.
    """
    draft = Draft(page, description, locale)
    _common(draft)
    _KINDS.get(description.kind, _nothing_more)(draft)
    page.body = [*_body(draft), *(("text", f"<p>{escape(text)}</p>") for text in draft.overflow)]
    for relation in get_all_child_relations(type(page)):
        if issubclass(relation.related_model, Orderable):
            in_order(list(getattr(page, relation.get_accessor_name()).all()))
    return draft


def _common(draft: Draft) -> None:
    page, description = draft.page, draft.description
    title = description.title or _("Untitled")
    if len(title) > LONGEST_TITLE:
        draft.overflow.append(title)
        title = title[: LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"
    page.title = page.draft_title = title
    draft.put(summary=description.summary)
    language = description.content_language or draft.locale.language_code
    page.content_language = page.text_language = language
    page.incomplete = description.incomplete
    page.attachments = [_attachment(draft, file) for file in description.attachments]
    page.page_themes = [PageTheme(theme=theme) for theme in _themes(draft)]


def _attachment(draft: Draft, file: dict) -> Attachment:
    texts = {name: draft.fit(file[name], Attachment, name) for name in ("label", "file_name")}
    url = file["url"]
    if len(url) > Attachment._meta.get_field("url").max_length:
        draft.overflow.append(url)
        url = ""
    return Attachment(
        **texts,
        host=file["host"],
        url=url,
        language=file["language"] or draft.description.resources_language,
        pages=file["pages"],
    )


def _themes(draft: Draft) -> list[Theme]:
    """Return the themes of the vocabulary that the description names; report the others."""
    named = draft.said("themes", [])[:MAX_THEMES]
    known = {}
    if named:
        known = {fold(theme.name): theme for theme in Theme.objects.filter(locale=draft.locale)}
    for name in named:
        if fold(name) not in known:
            draft.to_check.append(_("Theme not in the vocabulary: %(name)s") % {"name": name})
    return list(dict.fromkeys(known[fold(name)] for name in named if fold(name) in known))


def _body(draft: Draft) -> list[tuple[str, object]]:
    blocks = []
    heading = draft.page.title
    for name, value in draft.description.body:
        if name == "axis":
            value = _axis(draft, value)
        elif name == "heading":
            heading = value["text"]
        elif name == "table":
            # A table needs a caption (WCAG 1.3.1): what stands over it names it.
            value = {**value, "caption": heading}
        blocks.append((name, str(value) if isinstance(value, str) else value))
    return blocks


def _axis(draft: Draft, axis: dict) -> dict:
    """Return an axis whose titles the block accepts: present, and of 200 characters at most."""
    groups = [
        {
            **group,
            "title": _block_title(draft, group["title"], _("Group")),
            "phases": [
                {**phase, "title": _block_title(draft, phase["title"])} for phase in group["phases"]
            ],
        }
        for group in axis["groups"]
    ]
    return {**axis, "title": _block_title(draft, axis["title"], _("Axis")), "groups": groups}


def _block_title(draft: Draft, title: str, missing: str = "") -> str:
    if len(title) <= LONGEST_TITLE:
        return title or missing
    draft.overflow.append(title)
    return title[: LONGEST_TITLE - 1] + "…"


def _day(draft: Draft) -> tuple[date | None, str]:
    """Return the date that is known, completed to its first day, and its precision.

    Without a year there is no date at all, however well the day is known.
    """
    said = draft.said
    if not said("year", None):
        return None, "day"
    try:
        day = date(said("year"), said("month", None) or 1, said("day", None) or 1)
    except ValueError:
        draft.to_check.append(_("No such day: %(date)s") % {"date": said("date_as_written")})
        return None, "day"
    return day, said("date_precision", "day")


def _event_of(draft: Draft, named: dict | None) -> EventPage | None:
    """Return the event page of a series and number in the locale, draft or live."""
    if not named or not named.get("number"):
        return None
    events = EventPage.objects.filter(locale=draft.locale, number=named["number"])
    return next((one for one in events if fold(one.series) == fold(named["series"])), None)


def _chapter(draft: Draft) -> None:
    draft.page.chapter_kind = draft.said("chapter_kind", ChapterPage.Kind.CHAPTER)
    draft.put(number=draft.said("number"))


def _coalition(draft: Draft) -> None:
    page, said = draft.page, draft.said
    page.number = said("number", None)
    page.stage = said("stage", page._meta.get_field("stage").default)
    page.transforming_intent = _paragraphs(said("intention"))
    page.vision, page.impact = str(said("vision")), str(said("impact"))
    page.problems = [CoalitionProblem(text=text) for text in said("problems", [])]
    page.experiences = [CoalitionExperience(text=text) for text in said("experiences", [])]
    page.actors = [
        CoalitionActor(description=draft.fit(text, CoalitionActor, "description"))
        for text in said("actors", [])
    ]
    if holder := said("holder", None):
        draft.put(holder_name=holder["name"], holder_role=holder["role"])
        page.holder_organisation = draft.organisation(holder["organisation"])
    if presented := said("presented_at", None):
        draft.to_check.append(
            _("Presented at “%(event)s”: to add on the page of that event.")
            % {"event": presented["series"]}
        )


def _event(draft: Draft) -> None:
    page, said = draft.page, draft.said
    draft.put(series=said("series"), venue=said("venue"))
    page.number = said("number", None)
    page.starts_on, page.date_precision = _day(draft)
    page.ends_on = _last_day(draft) if page.starts_on else None
    draft.put(date_as_written="" if page.starts_on else said("date_as_written"))
    page.mode = said("mode", EventPage.Mode.ON_SITE)
    page.participant_count = said("participants_count", None)
    page.participant_precision = said("participants_precision", EventPage.CountPrecision.UNKNOWN)
    page.programme = [
        EventProgrammeItem(
            **{name: draft.fit(item[name], EventProgrammeItem, name) for name in ("time", "title")},
            text=item["text"],
        )
        for item in said("programme", [])
    ]
    page.facilitators = _people(draft, EventFacilitator, "facilitators")


def _last_day(draft: Draft) -> date | None:
    said, first = draft.said, draft.page.starts_on
    if not said("last_day", None):
        return None
    try:
        last = date(first.year, said("last_month", None) or first.month, said("last_day"))
    except ValueError:
        return None
    return last if last >= first else None


def _interview(draft: Draft) -> None:
    page, said = draft.page, draft.said
    draft.put(person=said("person"), person_role=said("role"), occasion=said("occasion"))
    page.organisation = draft.organisation(said("organisation"))
    page.event = _event_of(draft, said("event", None))
    page.coalition_number = said("coalition_number", None)
    if page.coalition_number:
        coalitions = CoalitionPage.objects.filter(locale=draft.locale)
        page.coalition = coalitions.filter(number=page.coalition_number).first()


def _exploration(draft: Draft) -> None:
    page = draft.page
    for name in ("context", "proceedings", "results", "lessons"):
        setattr(page, name, str(draft.said(name)))
    organisations = [draft.organisation(name) for name in draft.said("led_by", [])]
    page.leaders = [ExplorationLeader(organisation=one) for one in dict.fromkeys(organisations)]
    page.event = _event_of(draft, draft.said("event", None))


def _report(draft: Draft) -> None:
    page, said = draft.page, draft.said
    page.form = said("form", WorkshopReportPage.Form.DISCUSSION)
    draft.put(
        series=said("series"),
        series_number=str(said("series_number")),
        session_number=str(said("session_number")),
        venue=said("venue"),
    )
    page.held_on, page.date_precision = _day(draft)
    for name in ("synthesis", "promises", "tensions", "wishes", "messages"):
        setattr(page, name, str(said(name)))
    page.questions = [ReportQuestion(text=text) for text in said("questions", [])]
    kinds = (("findings", "finding"), ("leads", "lead"), ("attention", "attention"))
    page.points = [
        ReportPoint(kind=kind, text=text) for name, kind in kinds for text in said(name, [])
    ]
    page.key_points = [
        ReportKeyPoint(name=draft.fit(point["speaker"], ReportKeyPoint, "name"), text=point["text"])
        for point in said("key_points", [])
    ]
    page.facilitators = _people(draft, Facilitator, "facilitators")
    page.participants = _people(draft, Participant, "participants")
    page.event = _event_of(draft, said("event", None))


def _story(draft: Draft) -> None:
    page, said = draft.page, draft.said
    draft.put(places=", ".join(said("places").split("\n")))
    page.period_start, page.period_precision = _day(draft)
    for name in ("done", "results", "difficulties", "advice"):
        setattr(page, name, str(said(name)))
    page.actors = [
        StoryActor(name=draft.fit(text, StoryActor, "name")) for text in said("actors", [])
    ]


def _people(draft: Draft, model, name: str) -> list:
    """Return the rows of named people; their consent is "not asked"."""
    return [
        model(
            name=draft.fit(person["name"], model, "name"),
            organisation=draft.fit(person["organisation"], model, "organisation"),
        )
        for person in draft.said(name, [])
    ]


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.split("\n") if line)


def _nothing_more(draft: Draft) -> None:
    """A plain page has no field beside the common ones."""


_KINDS = {
    "chapter": _chapter,
    "coalition": _coalition,
    "event": _event,
    "interview": _interview,
    "exploration": _exploration,
    "report": _report,
    "story": _story,
}
