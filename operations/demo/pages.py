"""The pages of the demo: placed as drafts, linked with their translations, filled, published."""

from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.db.models import Model
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Page, TranslatableMixin

from coalitions.models import CoalitionIndexPage, EventIndexPage
from content.rows import in_order
from home.models import HomePage
from operations.demo.accounts import account_name
from operations.demo.dates import published_at
from operations.demo.description import Entry, Ref, State, Version
from operations.demo.library import tags_named
from operations.demo.records import Records, stable_id
from operations.demo.values import Missing, Values
from stories.models import StoryIndexPage

# The pages that opening a language makes.
PLACES = {
    "home": HomePage,
    "stories": StoryIndexPage,
    "coalitions": CoalitionIndexPage,
    "events": EventIndexPage,
}


@dataclass(frozen=True)
class Placed:
    """A page that was made in this run and waits for its text."""

    entry: Entry
    language: str
    name: str


class Pages:
    """Places and fills the pages of the demo."""

    def __init__(self, records: Records, values: dict[str, Values], user):
        self.records = records
        self.values = values
        self.user = user
        self.locales = {locale.language_code: locale for locale in Locale.objects.all()}

    def load(self, entries: list[Entry]) -> list[Placed]:
        """Make the pages that are missing, then fill them: by then all links have an end.

        Return those that were made.
        """
        for entry in entries:
            if not entry.parent:
                self._adopt_place(entry)
        made = [entry for entry in entries if entry.parent]
        placed = [one for entry in made for one in self._place(entry)]
        for one in placed:
            self._fill(one)
        for entry in entries:
            if not entry.parent:
                self._complete(entry)
        return placed

    def _adopt_place(self, entry: Entry) -> None:
        for language in entry.versions:
            name = f"page.{entry.key}@{language}"
            self.records.adopt(name, place(entry.key, self.locales[language]))

    def _place(self, entry: Entry) -> list[Placed]:
        """Make the missing versions of an entry, empty drafts; return them."""
        placed = []
        source = None
        for language, version in entry.versions.items():
            name = f"page.{entry.key}@{language}"
            if not self.records.knows(name):
                page = self._translation(source, language, version) if source else None
                page = page or self._draft(entry, language, version)
                if page is None:
                    continue
                if entry.first_in_menu:
                    page.move(page.get_parent(), pos="first-child")
                self.records.remember(name, page)
                placed.append(Placed(entry, language, name))
            source = source or self._fresh(name)
        return placed

    def _draft(self, entry: Entry, language: str, version: Version) -> Page | None:
        parent = self._parent(entry.parent, language)
        if parent is None:
            return None
        page = apps.get_model(entry.model)(
            title=version.title,
            slug=find_available_slug(parent, version.slug),
            locale=self.locales[language],
            translation_key=stable_id(f"page.{entry.key}"),
            owner=self._owner(entry),
            live=False,
            text_language=version.text_language or language,
            content_language=entry.content_language,
        )
        return parent.add_child(instance=page)

    def _translation(self, source: Page, language: str, version: Version) -> Page | None:
        """Return the copy of `source` in `language`; None if its parent is not there."""
        locale = self.locales[language]
        parent = source.get_parent().get_translation_or_none(locale)
        if parent is None:
            return None
        page = source.copy_for_translation(locale)
        slug = find_available_slug(parent, version.slug, ignore_page_id=page.pk)
        # Not through `save`, which would leave a redirect from an address that nobody knew.
        Page.objects.filter(pk=page.pk).update(
            title=version.title,
            draft_title=version.title,
            slug=slug,
            url_path=f"{parent.url_path}{slug}/",
        )
        return page

    def _owner(self, entry: Entry):
        """Return the account that writes the page; the editor's if an administrator deleted it."""
        return (self.records.get(account_name(entry.owner)) if entry.owner else None) or self.user

    def _parent(self, key: str, language: str) -> Page | None:
        if key in PLACES:
            return place(key, self.locales[language])
        return self._fresh(f"page.{key}@{language}")

    def _fresh(self, name: str) -> Page | None:
        """Return a page as it is now: its path changes when a sibling is put before it."""
        known = self.records.get(name)
        return Page.objects.filter(pk=known.pk).specific().first() if known else None

    def _fill(self, one: Placed) -> None:
        page = self._fresh(one.name)
        entry, version = one.entry, one.entry.versions[one.language]
        values = self.values[one.language]
        described = {"summary": version.summary, **entry.fields, **version.fields}
        if entry.licence:
            described["licence"] = Ref(f"licence.{entry.licence}")
        if entry.picture:
            described["listing_image"] = Ref(f"picture.{entry.picture}")
        for field, value in described.items():
            setattr(page, field, values.field(value))
        if version.body:
            stream_block = page._meta.get_field("body").stream_block
            raw = values.body(stream_block, version.body, f"page.{entry.key}")
            page.body = stream_block.to_python(raw)
        for relation, rows in self._rows(entry, version).items():
            self._set_rows(page, relation, rows, values, f"page.{entry.key}/{relation}")
        page.tags.set(tags_named(entry.tags, self.records))
        if entry.state is State.DRAFT:
            page.save()
            page.save_revision(user=page.owner)
            return
        self._publish(page, published_at(entry, values.today))
        if entry.state in {State.UNPUBLISHED, State.EXPIRED}:
            self._unpublish(one, expired=entry.state is State.EXPIRED)
        if version.pending:
            self._leave_pending(one)

    def _publish(self, page: Page, when: datetime | None = None) -> None:
        """Publish in the name of the demo's editor, whatever their rights have become since.

        A page whose hour to go live is to come is only scheduled by it. `when` is the hour that
        the page gives as that of its publication.
        """
        this_page = Page.objects.filter(pk=page.pk)
        if when:
            this_page.update(first_published_at=when)
        revision = page.save_revision(user=self.user)
        revision.publish(user=self.user, skip_permission_checks=True)
        if when:
            this_page.filter(live=True).update(last_published_at=when)

    def _unpublish(self, one: Placed, expired: bool) -> None:
        page = self._fresh(one.name)
        action = UnpublishPageAction(page, user=self.user, set_expired=expired)
        action.execute(skip_permission_checks=True)

    def _leave_pending(self, one: Placed) -> None:
        """Save a revision with the changes that wait for their publication."""
        page = self._fresh(one.name)
        values = self.values[one.language]
        for field, value in one.entry.versions[one.language].pending.items():
            setattr(page, field, values.field(value))
        page.save_revision(user=self.user)

    def _rows(self, entry: Entry, version: Version) -> dict[str, list[dict]]:
        def subjects(field: str, keys) -> list[dict]:
            return [{field: Ref(f"{field}.{key}")} for key in keys]

        return {
            "page_themes": subjects("theme", entry.themes),
            "page_territories": subjects("territory", entry.territories),
            "page_credits": list(entry.credits),
            **entry.rows,
            **version.rows,
        }

    def _set_rows(self, page: Page, relation: str, rows, values: Values, name: str) -> None:
        model = page._meta.get_field(relation).related_model
        made = []
        for index, described in enumerate(rows):
            try:
                fields = values.row(described)
            except Missing:
                continue
            made.append(_row(model, fields, page, f"{name}/{index}"))
        setattr(page, relation, in_order(made))

    def _complete(self, entry: Entry) -> None:
        """Fill what is blank in the pages that opening a language made, and remember it."""
        for language, version in entry.versions.items():
            name = f"filled.{entry.key}@{language}"
            page = place(entry.key, self.locales[language])
            if self.records.knows(name) or page is None or page.has_unpublished_changes:
                continue
            values = self.values[language]
            described = {"summary": version.summary, **version.fields}
            wanted = {field: values.field(value) for field, value in described.items()}
            blank = {field: value for field, value in wanted.items() if not getattr(page, field)}
            for field, value in blank.items():
                setattr(page, field, value)
            for relation, rows in version.rows.items():
                if not getattr(page, relation).exists():
                    self._set_rows(page, relation, rows, values, f"{name}/{relation}")
            self._publish(page)
            filled = {field: plain(value) for field, value in blank.items()}
            self.records.remember(name, page, filled=filled)


def _row(model, fields: dict, page: Page, name: str) -> Model:
    if issubclass(model, TranslatableMixin):
        # The same in each version: that is what links a row with its translation.
        fields = {"locale": page.locale, "translation_key": stable_id(name), **fields}
    return model(**fields)


def place(key: str, locale: Locale) -> Page | None:
    """Return the page that opening a language made under `key`, as it is now."""
    return PLACES[key].objects.filter(locale=locale, alias_of__isnull=True).first()


def plain(value):
    """Return `value` as it can be kept in JSON: a related object by its key."""
    return value.pk if isinstance(value, Model) else value
