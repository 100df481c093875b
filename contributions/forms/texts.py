"""The guided form of a text: what is common to every kind, and the parts of a story."""

from functools import partial

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content import visibility
from content.dates import PartialDate, Precision, refuse_reversed
from content.fields import LanguageChoiceField
from content.models import Licence, PageCredit, PageTerritory, PageTheme, Theme
from content.models.editorial import MAX_THEMES
from content.rows import in_order
from contributions.forms.fields import PartialDateField, TagsField, TerritoriesField, TextField
from contributions.forms.suggestions import suggested_tags, suggested_territories
from contributions.markdown import to_markdown, to_rich_text
from search.models import Document
from stories.models import StoryActor, StoryChapter, StoryPerson

UNTITLED = _("Untitled")


class LicenceField(forms.ModelChoiceField):
    def label_from_instance(self, licence):
        if not licence.summary:
            return licence.name
        words = "<span>{} <span class=fine>{}</span></span>"
        return format_html(words, licence.name, licence.summary)


class TextForm(forms.Form):
    """What every text says of itself.

    Nothing is compulsory in a draft; `needed` are the fields without which nothing is proposed.
    `apply` writes the valid fields and leaves the others of the page as they are.
    """

    needed = ("title", "summary", "licence")
    # Field of the form → attribute of the page that holds the same words.
    plain = {"title": "title", "summary": "summary", "text_language": "text_language"}
    rich: tuple[str, ...] = ()

    title = forms.CharField(
        label=_("Title"),
        max_length=160,
        required=False,
        help_text=_("What was done, where: “A library lends its tools”."),
    )
    summary = forms.CharField(
        label=_("In short"),
        max_length=600,
        required=False,
        help_text=_("Two or three sentences that make one want to read on. Shown in lists."),
        widget=forms.Textarea({"rows": 3}),
    )
    themes = forms.ModelMultipleChoiceField(
        Theme.objects.none(),
        label=_("Themes"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Five at most."),
    )
    territories = TerritoriesField(
        label=_("Territories"),
        required=False,
        help_text=_("Names or codes, separated by commas: Mayenne, 35, Rennes."),
    )
    tags = TagsField(
        label=_("Tags"),
        required=False,
        help_text=_("A few free words, separated by commas."),
    )
    coalition = forms.TypedChoiceField(
        label=_("Coalition that it answers"), required=False, coerce=int, empty_value=None
    )
    text_language = LanguageChoiceField(
        label=_("Language of your text"),
        help_text=_("The one you write in, whatever the language of these pages."),
    )
    credit = forms.CharField(
        label=_("Signed"),
        max_length=160,
        required=False,
        help_text=_("The name that readers see: yours, a pseudonym, or your group's."),
    )
    licence = LicenceField(
        Licence.objects.none(),
        label=_("What others may do with your text"),
        required=False,
        widget=forms.RadioSelect,
        empty_label=None,
    )

    def __init__(self, *args, page, user=None, **kwargs):
        self.page, self.user = page, user
        kwargs["initial"] = {**self.initial_of(page), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        locale_id = page.locale_id
        self.fields["themes"].queryset = Theme.objects.filter(locale=locale_id, live=True)
        self.fields["licence"].queryset = Licence.objects.filter(locale=locale_id, live=True)
        if not self.fields["licence"].queryset.exists():
            del self.fields["licence"]
        self.fields["territories"].locale_id = locale_id
        self.fields["territories"].suggest = partial(suggested_territories, locale_id)
        self.fields["tags"].suggest = partial(suggested_tags, locale_id)
        self.fields["coalition"].choices = public_pages("coalition", locale_id)

    def initial_of(self, page) -> dict:
        """Return what the fields show of `page`."""
        values = {name: getattr(page, attribute) for name, attribute in self.plain.items()}
        values |= {name: to_markdown(getattr(page, name)) for name in self.rich}
        signed = [one for one in page.page_credits.all() if one.role == PageCredit.Role.AUTHOR]
        return values | {
            "title": "" if page.title == UNTITLED else page.title,
            "themes": [row.theme_id for row in page.page_themes.all()],
            "territories": [row.territory for row in page.page_territories.all()],
            "tags": sorted(tag.name for tag in page.tags.all()),
            "coalition": page.coalition_id,
            "licence": page.licence_id,
            "credit": signed[0].name if signed else getattr(self.user, "display_name", ""),
        }

    def clean_themes(self):
        themes = self.cleaned_data["themes"]
        if len(themes) > MAX_THEMES:
            raise ValidationError(gettext("%(limit)s themes at most.") % {"limit": MAX_THEMES})
        return themes

    def apply(self, page) -> None:
        """Write onto `page` every field that is valid."""
        valid = self.cleaned_data
        for name in valid.keys() & self.plain.keys():
            setattr(page, self.plain[name], valid[name])
        for name in valid.keys() & set(self.rich):
            # As long as nobody touched the text, markup that Markdown has no sign for stays.
            if name in self.changed_data:
                setattr(page, name, to_rich_text(valid[name]))
        page.title = page.title or str(UNTITLED)
        if not page.first_published_at:
            page.content_language = page.text_language
        self._apply_terms(page, valid)
        if "licence" in valid:
            page.licence = valid["licence"]
        if "coalition" in valid:
            page.coalition_id = valid["coalition"]

    def _apply_terms(self, page, valid: dict) -> None:
        if "themes" in valid:
            page.page_themes = in_order([PageTheme(theme=theme) for theme in valid["themes"]])
        if "territories" in valid:
            page.page_territories = in_order(
                [PageTerritory(territory=one) for one in valid["territories"]]
            )
        if "tags" in valid:
            page.tags.set(valid["tags"])
        if "credit" in valid:
            others = [one for one in page.page_credits.all() if one.role != PageCredit.Role.AUTHOR]
            others += [
                one
                for one in page.page_credits.all()
                if one.role == PageCredit.Role.AUTHOR and one.organisation_id
            ]
            own = [PageCredit(name=valid["credit"], role=PageCredit.Role.AUTHOR)]
            page.page_credits = in_order([*(own if valid["credit"] else []), *others])


class StoryForm(TextForm):
    """The parts of a story of the field."""

    needed = (*TextForm.needed, "done")
    plain = {**TextForm.plain, "places": "places"}
    rich = ("done", "results", "difficulties", "advice")

    places = forms.CharField(
        label=_("Places"),
        max_length=200,
        required=False,
        help_text=_("As people say it: the town, the neighbourhood."),
    )
    begins = PartialDateField(
        label=_("From"), required=False, help_text=_("2026, 03/2026 or 12/03/2026.")
    )
    ends = PartialDateField(
        label=_("Until"), required=False, help_text=_("Leave empty if it goes on.")
    )
    done = TextField(
        label=_("What was done"),
        required=False,
        rows=10,
        help_text=_("Who, with what, in which order. Ten lines are enough."),
    )
    results = TextField(
        label=_("Results"), required=False, rows=6, help_text=_("What changed, with figures.")
    )
    difficulties = TextField(
        label=_("Difficulties"),
        required=False,
        rows=6,
        help_text=_("What did not work, and what you would not do again."),
    )
    advice = TextField(
        label=_("Advice"), required=False, rows=6, help_text=_("To whoever would begin tomorrow.")
    )
    chapter = forms.TypedChoiceField(
        label=_("Chapter that it illustrates"), required=False, coerce=int, empty_value=None
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["chapter"].choices = public_pages("chapter", self.page.locale_id)

    def initial_of(self, page) -> dict:
        chapters = [row.chapter_id for row in page.related_chapters.all()]
        return super().initial_of(page) | {
            "begins": page.begins,
            "ends": page.ends,
            "chapter": chapters[0] if chapters else None,
        }

    def clean(self):
        values = super().clean()
        begins, ends = values.get("begins"), values.get("ends")
        try:
            refuse_reversed(begins and begins.day, ends and ends.day, "ends")
        except ValidationError as error:
            self.add_error(None, error)
        return values

    def apply(self, page) -> None:
        super().apply(page)
        valid = self.cleaned_data
        if "begins" in valid and "ends" in valid:
            begins, ends = valid["begins"], valid["ends"]
            page.period_start, page.period_end = _day(begins), _day(ends)
            page.period_precision = _precision(begins, ends)
        if "chapter" in valid and "chapter" in self.changed_data:
            others = [row.chapter_id for row in page.related_chapters.all()][1:]
            wanted = dict.fromkeys(filter(None, [valid["chapter"], *others]))
            page.related_chapters = in_order(
                [StoryChapter(chapter_id=chapter) for chapter in wanted]
            )


def _day(value: PartialDate | None):
    return value.day if value else None


def _precision(*dates: PartialDate | None) -> str:
    """Return the coarsest precision of the dates: what is said of one holds for both."""
    order = [Precision.YEAR, Precision.MONTH, Precision.DAY]
    known = [one.precision for one in dates if one]
    return min(known, key=order.index) if known else Precision.MONTH


def public_pages(kind: str, locale_id: int) -> list[tuple]:
    """Return the public pages of a kind as choices, under the titles that readers see."""
    documents = Document.objects.in_locale(locale_id).filter(kind=kind)
    rows = documents.public(visibility.current_rules()).order_by("page__path")
    return [("", _("none")), *((document.pk, document.title) for document in rows)]


def put_actors(page, rows) -> None:
    """Write who took part; organisations that a moderator chose from the vocabulary stay."""
    chosen = [row for row in page.actors.all() if row.organisation_id]
    typed = [StoryActor(name=row["name"], role=row["role"]) for row in rows.kept]
    page.actors = in_order([*chosen, *typed])


def put_people(page, rows) -> None:
    """Write who is named, with their consent."""
    page.people = in_order(
        [StoryPerson(name=row["name"], consent=row["consent"]) for row in rows.kept]
    )
