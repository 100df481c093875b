"""Fill an empty portal with French and English pages, the same ones for the same seed.

The site of 1,000 pages begins with the pages of the site of 100: what is measured on both is
the same page. A kit of fixed size comes first, then contributions of every kind, most of them
in both languages; one in twenty-five is a draft, and a second kit in preparation is a hidden
branch, as on any site that is being edited.
"""

from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

from wagtail.models import Locale

from benchmarks import contributions, kits
from benchmarks.insertion import Insertion
from benchmarks.terms import LANGUAGES, Size, Terms, make_terms
from benchmarks.words import RARE_EVERY, RARE_WORD, Prose
from coalitions.models import CoalitionIndexPage, EventIndexPage
from content.models import Attachment, PageCredit, PageTag, PageTerritory, PageTheme
from home.models import FeaturedPage, HomePage
from stories.models import StoryIndexPage

SEED = 20260901
FIRST_DAY = date(2015, 1, 1)
DAYS = 4200
KINDS = ("story", "report", "interview", "exploration", "event", "coalition")
SHARES = (68, 12, 6, 2, 8, 4)
DRAFT_EVERY = 25
DRAFT_LENGTH = 3
LATEST = 50
FIRST = 3


@dataclass
class Tree:
    """The pages of one language under which others are put, and those already there."""

    locale: Locale
    home: HomePage
    parents: dict[str, object]
    chapters: list = field(default_factory=list)
    first: dict[str, list] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    # Links go to recent pages, so that a page has as many of them on a large site.
    latest: dict[str, deque] = field(
        default_factory=lambda: {kind: deque(maxlen=LATEST) for kind in KINDS}
    )

    def keep(self, page) -> None:
        """Remember a published page, the first ones and the latest of its kind."""
        self.latest[page.kind].append(page)
        if len(self.first[page.kind]) < FIRST:
            self.first[page.kind].append(page)


@dataclass(frozen=True)
class Work:
    """What the versions of a page have in common."""

    number: int
    kind: str
    key: UUID
    day: date
    live: bool
    written_in: str
    theme_numbers: tuple[int, ...]
    territory_numbers: tuple[int, ...]
    tag_numbers: tuple[int, ...]
    organisation_number: int
    picture_number: int | None


@dataclass
class Site:
    """What was generated."""

    terms: Terms
    trees: dict[str, Tree]
    pages: int


def generate(pages: int, seed: int = SEED, size: Size | None = None) -> Site:
    """Insert exactly `pages` pages and return what was made.

    The homes and lists of French and English must be there (`open_locale`) and be empty.
    Raises `ValueError` when `pages` is less than the kits need.
    """
    random = Random(seed)  # noqa: S311 - text for measuring, not a secret
    maker = Maker(random, make_terms(random, size or Size()))
    maker.kits()
    if maker.insertion.count > pages:
        raise ValueError(f"A generated site has {maker.insertion.count} pages at least.")
    while maker.insertion.count < pages:
        maker.contribution(limit=pages - maker.insertion.count)
    maker.insertion.finish()
    for tree in maker.trees.values():
        _feature(tree)
    return Site(terms=maker.terms, trees=maker.trees, pages=maker.insertion.count)


class Maker:
    """Draws one page after another."""

    def __init__(self, random: Random, terms: Terms):
        self.random = random
        self.terms = terms
        self.insertion = Insertion()
        self.trees = {language: _tree(language) for language in LANGUAGES}
        self.prose = {language: Prose(random, language) for language in LANGUAGES}
        self.works = 0

    def uuid(self) -> UUID:
        return UUID(int=self.random.getrandbits(128), version=4)

    def kits(self) -> None:
        """Make the kit that readers see in both languages, and one in preparation."""
        keys = [self.uuid() for _number in range(kits.LENGTH)]
        for language, tree in self.trees.items():
            shown = kits.kit(tree, self.prose[language], keys, live=True, name="kit")
            for page, parent in shown:
                self._add(page, parent, FIRST_DAY)
                if page.kind == "chapter":
                    tree.chapters.append(page)
        keys = [self.uuid() for _number in range(DRAFT_LENGTH)]
        draft = kits.kit(self.trees["fr"], self.prose["fr"], keys, live=False, name="kit-draft")
        for page, parent in draft:
            self._add(page, parent, FIRST_DAY)

    def contribution(self, limit: int) -> None:
        """Make one contribution in one language or both, `limit` pages at most."""
        work = self._work()
        for language, text_language in self._versions()[:limit]:
            tree = self.trees[language]
            page = contributions.MAKERS[work.kind](work, tree, self.prose[text_language], self)
            self._describe(page, work, language, text_language)
            self._add(page, tree.parents[work.kind], work.day)
            if work.live:
                tree.keep(page)

    def _versions(self) -> list[tuple[str, str]]:
        """Return pairs of a language of the address and a language of the text."""
        draw = self.random.random()
        if draw < 0.55:
            return [("fr", "fr"), ("en", "en")]
        if draw < 0.75:
            return [("fr", "fr")]
        return [("en", "en")] if draw < 0.90 else [("en", "fr")]

    def _work(self) -> Work:
        self.works += 1
        random = self.random
        kind = "story" if self.works == 1 else random.choices(KINDS, SHARES)[0]
        illustrated = random.random() < 0.5
        return Work(
            number=self.works,
            kind=kind,
            key=self.uuid(),
            day=FIRST_DAY + timedelta(days=random.randrange(DAYS)),
            live=self.works % DRAFT_EVERY != 0,
            written_in=random.choice(LANGUAGES),
            theme_numbers=self._draw(self.terms.themes["fr"], 1, 3),
            territory_numbers=self._draw(self.terms.territories["fr"], 1, 2),
            tag_numbers=self._draw(self.terms.tags, 0, 4),
            organisation_number=random.randrange(len(self.terms.organisations["fr"])),
            picture_number=random.randrange(len(self.terms.pictures)) if illustrated else None,
        )

    def _draw(self, some: list, least: int, most: int) -> tuple[int, ...]:
        return tuple(self.random.sample(range(len(some)), self.random.randint(least, most)))

    def _describe(self, page, work: Work, language: str, text_language: str) -> None:
        """Give a page the fields and rows that every type has."""
        terms, prose = self.terms, self.prose[text_language]
        page.locale = self.trees[language].locale
        page.translation_key = work.key
        page.live = work.live
        page.slug = f"{work.kind}-{work.number}"
        page.summary = prose.sentences(2)
        if work.number % RARE_EVERY == 1:
            page.summary += f" {RARE_WORD[text_language].capitalize()}."
        page.content_language, page.text_language = work.written_in, text_language
        page.licence = terms.licences[language][0]
        if work.picture_number is not None:
            page.listing_image = terms.pictures[work.picture_number]
        page.page_themes = [
            PageTheme(theme=terms.themes[language][number], sort_order=order)
            for order, number in enumerate(work.theme_numbers)
        ]
        page.page_territories = [
            PageTerritory(territory=terms.territories[language][number], sort_order=order)
            for order, number in enumerate(work.territory_numbers)
        ]
        page.page_tags = [PageTag(tag=terms.tags[number]) for number in work.tag_numbers]
        page.page_credits = [
            PageCredit(name=f"Camille {work.number}", sort_order=0),
            PageCredit(
                organisation=terms.organisations[language][work.organisation_number],
                role=PageCredit.Role.CONTRIBUTOR,
                sort_order=1,
            ),
        ]
        page.attachments = [self._attachment(page, work)]
        # What the page would ask the database for, known here.
        page.themes = [row.theme for row in page.page_themes.all()]
        page.territories = [row.territory for row in page.page_territories.all()]

    def _attachment(self, page, work: Work) -> Attachment:
        return Attachment(
            locale=page.locale,
            translation_key=self.uuid(),
            label=f"{work.kind} {work.number}",
            url=f"https://example.org/{work.number}.pdf",
            language=work.written_in,
            pages=4,
            sort_order=0,
        )

    def _add(self, page, parent, day: date) -> None:
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        self.insertion.add(page, parent, noon)


def _tree(language: str) -> Tree:
    locale = Locale.objects.get(language_code=language)
    stories = StoryIndexPage.objects.get(locale=locale)
    parents = dict.fromkeys(KINDS, stories)
    parents["coalition"] = CoalitionIndexPage.objects.get(locale=locale)
    parents["event"] = EventIndexPage.objects.get(locale=locale)
    return Tree(locale=locale, home=HomePage.objects.get(locale=locale), parents=parents)


def _feature(tree: Tree) -> None:
    FeaturedPage.objects.bulk_create(
        FeaturedPage(home=tree.home, page_id=page.pk, sort_order=order)
        for order, page in enumerate(tree.first["story"])
    )
