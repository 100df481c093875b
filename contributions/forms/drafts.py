"""The whole form of a text: its fields, its rows, and the steps in which it is read."""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from contributions.forms import reports
from contributions.forms.files import LIMITS, FileRows, files_of, put_files
from contributions.forms.rows import (
    ActorRows,
    KeyPointRows,
    NamedRows,
    PersonRows,
    PhotoRows,
    PointRows,
    QuestionRows,
    one_more_row,
    photos_of,
    put_photos,
)
from contributions.forms.texts import StoryForm, put_actors, put_people
from contributions.markdown import to_rich_text
from stories.models import StoryPage, WorkshopReportPage


@dataclass(frozen=True)
class Step:
    """A part of the form: its fields and rows under one heading."""

    name: str
    title: str
    help: str = ""
    fields: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()


@dataclass(frozen=True)
class RowsKind:
    """Rows of the form: how they are read from a page and written onto it."""

    label: str
    more: str
    formset: type
    initial: object
    put: object


def _actors_of(page) -> list[dict]:
    return [
        {"name": row.name, "role": row.role} for row in page.actors.all() if not row.organisation_id
    ]


def _people_of(page) -> list[dict]:
    return [{"name": row.name, "consent": row.consent} for row in page.people.all()]


ACTORS = RowsKind(
    _("Who took part"),
    _("Add somebody who took part"),
    ActorRows,
    _actors_of,
    lambda page, rows, user: put_actors(page, rows),
)
PEOPLE = RowsKind(
    _("People named in the text"),
    _("Add a person"),
    PersonRows,
    _people_of,
    lambda page, rows, user: put_people(page, rows),
)
PHOTOS = RowsKind(_("Pictures"), _("Add a picture"), PhotoRows, photos_of, put_photos)
FILES = RowsKind(_("Files"), _("Add a file"), FileRows, files_of, put_files)


@dataclass(frozen=True)
class Kind:
    """A kind of text that authors propose."""

    name: str
    model: type
    form: type
    rows: dict[str, RowsKind]
    steps: tuple[Step, ...] = field(default=())


PICTURES = Step(
    "pictures",
    _("Pictures"),
    _("JPEG, PNG, WebP or GIF, 10 MB each, six at most. Where they were taken is erased."),
    rows=("photos",),
)
ATTACHED = Step("attached", _("Files"), LIMITS, rows=("files",))
STORY = Kind(
    "story",
    StoryPage,
    StoryForm,
    {"actors": ACTORS, "photos": PHOTOS, "files": FILES, "people": PEOPLE},
    (
        Step("start", _("In short"), fields=("title", "summary", "places", "begins", "ends")),
        Step(
            "story",
            _("The story"),
            _("Write as you speak. An empty line parts two paragraphs."),
            fields=("done", "results", "difficulties", "advice"),
            rows=("actors",),
        ),
        PICTURES,
        ATTACHED,
        Step(
            "subjects",
            _("What it is about"),
            _("So that others find it."),
            fields=("themes", "territories", "tags", "chapter", "coalition"),
        ),
        Step(
            "rights",
            _("Names, language, reuse"),
            fields=("text_language", "credit", "licence"),
            rows=("people",),
        ),
    ),
)
FOUR_PARTS = ("promises", "tensions", "wishes", "messages")
REPORT = Kind(
    "report",
    WorkshopReportPage,
    reports.ReportForm,
    {
        "questions": RowsKind(
            _("Questions"),
            _("Add a question"),
            QuestionRows,
            reports.questions_of,
            reports.put_questions,
        ),
        "points": RowsKind(
            _("Findings, leads, points of attention"),
            _("Add a point"),
            PointRows,
            reports.points_of,
            reports.put_points,
        ),
        "key_points": RowsKind(
            _("Key points of the discussion"),
            _("Add a key point"),
            KeyPointRows,
            reports.key_points_of,
            reports.put_key_points,
        ),
        "facilitators": RowsKind(
            _("Facilitators"),
            _("Add a facilitator"),
            NamedRows,
            reports.facilitators_of,
            reports.put_facilitators,
        ),
        "participants": RowsKind(
            _("Participants"),
            _("Add a participant"),
            NamedRows,
            reports.participants_of,
            reports.put_participants,
        ),
        "photos": PHOTOS,
        "files": FILES,
    },
    (
        Step(
            "start",
            _("In short"),
            fields=("title", "summary", "series", "session_number", "held", "venue", "event"),
        ),
        Step(
            "story",
            _("The discussion"),
            _("Write as you speak. An empty line parts two paragraphs."),
            fields=("form", "synthesis"),
            rows=("questions", "points", "key_points"),
        ),
        Step("parts", _("Or the four parts"), fields=FOUR_PARTS),
        Step(
            "present",
            _("Who was there"),
            _("Without their consent, readers see initials everywhere."),
            rows=("facilitators", "participants"),
        ),
        PICTURES,
        ATTACHED,
        Step(
            "subjects",
            _("What it is about"),
            _("So that others find it."),
            fields=("themes", "territories", "tags", "coalition"),
        ),
        Step("rights", _("Language and reuse"), fields=("text_language", "credit", "licence")),
    ),
)
KINDS = {kind.name: kind for kind in (STORY, REPORT)}


def kind_of(page) -> Kind:
    """Return the kind of text that a page is; `KeyError` if authors do not propose such pages."""
    by_model = {kind.model: kind for kind in KINDS.values()}
    return by_model[page.specific_class]


class Draft:
    """The form of a text, empty, filled in from its page, or with what was typed."""

    def __init__(self, kind: Kind, page, user=None, data=None, files=None, initial=None):
        self.kind, self.page, self.user = kind, page, user
        adding = data.get("add", "") if data is not None else ""
        if adding in kind.rows:
            data = one_more_row(data, adding, kind.rows[adding].formset.max_num)
        self.form = kind.form(data, page=page, user=user, initial=initial)
        self.rows = {
            name: rows.formset(
                data,
                files,
                prefix=name,
                initial=rows.initial(page),
            )
            for name, rows in kind.rows.items()
        }

    @property
    def photos(self) -> dict:
        """The pictures of the page, by their block: what the form shows beside their words."""
        return {photo["block"]: photo["image"] for photo in photos_of(self.page)}

    @property
    def files(self) -> dict:
        """The files of the page, by their key."""
        return {file["key"]: file["held"] for file in files_of(self.page)}

    def is_valid(self) -> bool:
        """Return whether everything that was typed is understood, and all that is needed there."""
        # Each is asked, so that every error is shown at once.
        return all([self.form.is_valid(), *(rows.is_valid() for rows in self.rows.values())])

    def apply(self, page) -> None:
        """Write onto `page` all that is valid; what is not stays as the page has it."""
        self.is_valid()
        self.form.apply(page)
        for name, rows in self.rows.items():
            if rows.is_valid():
                self.kind.rows[name].put(page, rows, self.user)

    @property
    def missing(self) -> list[dict]:
        """What a moderator needs and the text has not, each with its place in the form."""
        needed = [self.form[name] for name in self.kind.form.needed if name in self.form.fields]
        found = [bound for bound in needed if not bound.value()]
        if not self._has_text:
            found.append(self.form[self.kind.form.rich[0]])
        missing = [{"label": bound.label, "id": bound.auto_id} for bound in found]
        # WCAG 1.1.1: a picture says what it shows, or is passed over.
        if any(not photo["alt"] and not photo["decorative"] for photo in self._values("photos")):
            label = _("What a picture shows, unless it is decorative")
            missing.append({"label": label, "id": "rows-photos"})
        return missing

    @property
    def _has_text(self) -> bool:
        """Whether there is a text, or rows that say something by themselves."""
        saying = self.rows.keys() - {"photos", "files", "people", "actors"}
        texts = (self.form[name].value() for name in self.kind.form.rich)
        return any(texts) or any(self._values(name) for name in saying)

    def _values(self, name: str) -> list[dict]:
        """Return the rows of one name: those that were typed, or those of the page."""
        rows = self.rows[name]
        return rows.kept if rows.is_bound else rows.initial or []

    def without_files(self) -> None:
        """Read pictures and files from the page again: a browser never sends a file twice."""
        for name in self.rows.keys() & {"photos", "files"}:
            if self.rows[name].is_valid():
                rows = self.kind.rows[name]
                self.rows[name] = rows.formset(prefix=name, initial=rows.initial(self.page))

    @property
    def parts(self) -> list[dict]:
        """The steps with their bound fields and rows, for the template."""
        return [
            {
                "step": step,
                "next": following,
                "fields": [self.form[name] for name in step.fields if name in self.form.fields],
                "rows": [self._shown(name) for name in step.rows],
            }
            for step, following in zip(self.kind.steps, self._next_names(), strict=True)
        ]

    def _shown(self, name: str) -> dict:
        """Return rows for the template; those of pictures and files with the thing itself."""
        formset = self.rows[name]
        images = self.photos if name == "photos" else {}
        files = self.files if name == "files" else {}
        for form in formset.forms:
            form.image = images.get(form["block"].value()) if images else None
            form.held = files.get(form["key"].value()) if files else None
            form.is_blank = not (form.has_changed() if formset.is_bound else form.initial)
        return {"name": name, "kind": self.kind.rows[name], "formset": formset}

    def _next_names(self) -> list[str]:
        """Return for each step the name of the one to go on to; the last one stays."""
        names = [step.name for step in self.kind.steps]
        return [*names[1:], names[-1]]

    @property
    def errors(self) -> list[dict]:
        """Every error with the id and label of its field, for the summary above the form."""
        found = [{"label": "", "id": "", "text": text} for text in self.form.non_field_errors()]
        found += _errors_of(self.form)
        for name, rows in self.rows.items():
            found += [
                {"label": self.kind.rows[name].label, "id": f"rows-{name}", "text": text}
                for text in rows.non_form_errors()
            ]
            for form in rows.forms:
                found += _errors_of(form)
                found += [
                    {"label": self.kind.rows[name].label, "id": f"rows-{name}", "text": text}
                    for text in form.non_field_errors()
                ]
        return found

    def differences(self, stored) -> list[dict]:
        """Return the fields that `stored` has otherwise than what was typed here."""
        theirs = self.kind.form(page=stored, user=self.user)
        typed = {name: _typed(self.form, name) for name in theirs.fields}
        same = {name: typed[name] == _typed(theirs, name) for name in self.kind.form.plain}
        same |= {
            name: to_rich_text(typed[name]) == to_rich_text(_typed(theirs, name))
            for name in self.kind.form.rich
        }
        return [
            {"label": theirs[name].label, "text": _typed(theirs, name)}
            for name, equal in same.items()
            if not equal
        ]


def _typed(form, name: str) -> str:
    """Return the value that a field shows, as a browser sends it back."""
    return str(form[name].value() or "").replace("\r\n", "\n").strip()


def _errors_of(form) -> list[dict]:
    return [
        {"label": bound.label, "id": bound.id_for_label or bound.auto_id, "text": text}
        for bound in form
        for text in bound.errors
    ]
