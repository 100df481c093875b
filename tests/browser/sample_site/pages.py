"""The pages of the sample site: every type full, empty and long, and what only some types show."""

from datetime import timedelta

from django.db.models import CharField, TextField
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from coalitions.models import CoalitionActor, CoalitionPage, EventPage
from content.blocks import BodyBlock
from content.fields import RichTextField
from content.models import PageCredit
from content.samples import sample_body
from home.models import FeaturedPage, HomePage, StandardPage
from kit.models import ChapterPage, KitPage
from stories.models import (
    InterviewPage,
    Participant,
    StoryChapter,
    StoryIndexPage,
    StoryLink,
    StoryPage,
    WorkshopReportPage,
)
from tests.browser import addresses
from tests.browser.sample_site.pictures import photograph
from tests.browser.sample_site.subjects import Subjects, long_attachments
from tests.browser.sample_site.words import (
    LONG_HTML,
    LONG_SENTENCE,
    LONG_TITLE,
    PARAGRAPH,
    UNBREAKABLE,
    long_table,
)
from tests.factories import PAGE_MODELS, Tree, add, many, parent_for, publish, sample

CHAPTERS_OF_A_LONG_KIT = 40
PARTS_OF_A_LONG_KIT = 5
INDEXES = {model for model in PAGE_MODELS if hasattr(model, "listed_kinds")}
# Those that `open_locale` makes, one a language.
ALONE = {HomePage, *INDEXES}


def existing(model, tree: Tree):
    """Return the page of a type that an open language has only once."""
    return model.objects.get(locale=tree.locale)


def empty_pages(tree: Tree, untouched: Tree) -> dict[str, Page]:
    """Publish a page of each type with a title only; lists and home are those of `untouched`."""
    found = {}
    for model in PAGE_MODELS:
        if model in ALONE:
            found[model] = existing(model, untouched)
            continue
        page = model(
            title="Un titre seul",
            locale=tree.locale,
            text_language="fr",
            content_language="fr",
            **({"person": "Lise Aubert"} if model is InterviewPage else {}),
        )
        found[model] = publish(add(parent_for(model, tree), page))
    return _named(found, "empty")


def full_pages(tree: Tree, subjects: Subjects) -> dict[str, Page]:
    """Publish a page of each type with every field of its sample, and join them up."""
    found = {}
    kit = publish(add(tree.home, subjects.dress(sample(KitPage, tree.locale))))
    part = publish(add(kit, sample(ChapterPage, tree.locale, slug="part", number="1")))
    for model in PAGE_MODELS:
        if model in ALONE:
            found[model] = _refill(existing(model, tree), sample(model, tree.locale))
            continue
        place = part if model is ChapterPage else parent_for(model, tree)
        page = kit if model is KitPage else sample(model, tree.locale)
        found[model] = page if page is kit else publish(add(place, subjects.dress(page)))
    publish(add(part, sample(ChapterPage, tree.locale, slug="following", number="3.2")))
    _join(found, subjects)
    return _named(found, "full")


def _refill(page: Page, words: Page) -> Page:
    """Give a page made by `open_locale` the words of a sample and publish it."""
    for name in ("title", "summary", "heading", "call_title", "call_text", "call_link_text"):
        if hasattr(words, name):
            setattr(page, name, getattr(words, name))
    return publish(page)


def _join(found: dict, subjects: Subjects) -> None:
    """Link the full pages with one another in every way that an editor can."""
    # Read again: publishing a page as it was before it had children would forget them.
    for model, page in found.items():
        found[model] = model.objects.get(pk=page.pk)
    coalition, event, story = found[CoalitionPage], found[EventPage], found[StoryPage]
    coalition.coalition_family = subjects.family
    coalition.holder_organisation = subjects.organisation
    coalition.actors.add(
        CoalitionActor(organisation=subjects.organisation, locale=coalition.locale)
    )
    for model, page in found.items():
        for name, value in (("coalition", coalition), ("event", event)):
            if hasattr(page, f"{name}_id"):
                setattr(page, name, value)
        page.listing_image = photograph(f"Photo de {model.__name__}", seed=len(model.__name__))
        found[model] = publish(page)
    home = found[HomePage]
    home.featured = [FeaturedPage(page=found[model]) for model in (KitPage, StoryPage)]
    home.call_page = found[StandardPage]
    found[HomePage] = publish(home)
    other = publish(add(found[StoryIndexPage], sample(StoryPage, story.locale, slug="other")))
    story = found[StoryPage]
    story.related_chapters = [StoryChapter(chapter=found[ChapterPage])]
    story.story_links = [StoryLink(other=other, kind=StoryLink.Kind.INSPIRED_BY)]
    found[StoryPage] = publish(story)


def long_pages(tree: Tree, subjects: Subjects) -> dict[str, Page]:
    """Publish a page of each type with words, lists and tables that strain its layout."""
    found = {}
    kit = _lengthen(sample(KitPage, tree.locale), subjects)
    kit = publish(add(tree.home, kit))
    chapter = _long_book(kit, subjects)
    for model in PAGE_MODELS:
        if model in ALONE:
            page = _lengthen(existing(model, tree), subjects)
            found[model] = publish(page)
        elif model in {KitPage, ChapterPage}:
            found[model] = kit if model is KitPage else chapter
        else:
            page = _lengthen(sample(model, tree.locale, text_language="fr"), subjects)
            found[model] = publish(add(parent_for(model, tree), page))
    home = existing(HomePage, tree)
    home.featured = [FeaturedPage(page=page) for page in (kit, found[StoryPage])]
    found[HomePage] = publish(home)
    many(tree.stories, StoryPage, 30)
    return _named(found, "long")


def _long_book(kit: KitPage, subjects: Subjects) -> ChapterPage:
    """Publish the chapters of a long kit, a fifth of them parts; return one inside a part."""
    part = inside = None
    for number in range(CHAPTERS_OF_A_LONG_KIT):
        is_part = number % (CHAPTERS_OF_A_LONG_KIT // PARTS_OF_A_LONG_KIT) == 0
        page = ChapterPage(
            title=f"{number} {LONG_TITLE}",
            slug=f"chapter-{number}",
            number=f"{number}.{number}.{number}",
            locale=kit.locale,
            text_language="fr",
            content_language="en",
        )
        if number == CHAPTERS_OF_A_LONG_KIT - 1:
            page = inside = _lengthen(page, subjects)
        page = publish(add(kit if is_part else part, page))
        part = page if is_part else part
    return ChapterPage.objects.get(pk=inside.pk)


def _lengthen(page: Page, subjects: Subjects) -> Page:
    """Give a page long words in every field that takes words; return it unsaved."""
    subjects.dress(page, tags=[f"{UNBREAKABLE}-{number}"[-100:] for number in range(12)])
    page.title = LONG_TITLE
    page.page_credits = [
        *page.page_credits.all(),
        *(PageCredit(name=f"{number} {LONG_SENTENCE}"[:160]) for number in range(20)),
    ]
    page.attachments = long_attachments(page.locale)
    page.attribution = LONG_SENTENCE[:300]
    page.incomplete = True
    for field in page._meta.concrete_fields:
        if type(field) is RichTextField:
            setattr(page, field.attname, LONG_HTML)
        elif _holds_words(field) and getattr(page, field.attname):
            setattr(page, field.attname, LONG_SENTENCE[: field.max_length or 600])
    page.title = LONG_TITLE
    if hasattr(page, "body"):
        page.body = _long_body()
    if isinstance(page, WorkshopReportPage):
        page.participants = [
            Participant(name=f"Personne {number} {UNBREAKABLE}", consent="given")
            for number in range(60)
        ]
    return page


def _holds_words(field) -> bool:
    """Return whether a field is free text that readers see."""
    ours = field.model._meta.label != "wagtailcore.Page"
    return ours and type(field) in {CharField, TextField} and not field.choices


def _long_body() -> list[tuple]:
    headings = [
        ("heading", {"text": f"{number} {LONG_TITLE}"[:160], "level": f"h{2 + number % 2}"})
        for number in range(12)
    ]
    every_block = sample_body()
    figures = BodyBlock().child_blocks["key_figures"].get_preview_value()
    return [
        *headings[:6],
        *every_block,
        ("text", LONG_HTML),
        ("table", long_table()),
        ("quote", {"text": LONG_SENTENCE, "author": LONG_SENTENCE[:160], "source": UNBREAKABLE}),
        ("key_figures", [*figures, {"value": "1 234 567 890", "label": LONG_SENTENCE[:160]}]),
        ("example", {"title": LONG_TITLE, "text": LONG_HTML, "place": UNBREAKABLE}),
        ("download", {"file_name": f"{UNBREAKABLE}.pdf", "host": f"{UNBREAKABLE}.example.org"}),
        *headings[6:],
    ]


def special_pages(tree: Tree, subjects: Subjects) -> dict[str, Page]:
    """Publish what only some pages show: photos, dates to come, forms of a report."""
    soon = timezone.localdate() + timedelta(days=40)
    event = {"starts_on": soon, "ends_on": soon, "participant_precision": "unknown"}
    four_parts = dict.fromkeys(("promises", "tensions", "wishes", "messages"), PARAGRAPH)
    return {
        addresses.STORY_OF_TEXT: _story(tree, subjects, photos=0),
        addresses.STORY_WITH_PHOTOS: _story(tree, subjects, photos=3),
        "chapter-without-kit-number": _new(tree, ChapterPage, number="", chapter_kind="conclusion"),
        "event-to-come": _new(tree, EventPage, **event),
        "event-cancelled": _new(tree, EventPage, cancelled=True, **event),
        "report-in-four-parts": _new(tree, WorkshopReportPage, form="four_parts", **four_parts),
    }


def _new(tree: Tree, model, **values) -> Page:
    slug = f"{model._meta.model_name}-{len(values)}"
    return publish(add(parent_for(model, tree), sample(model, tree.locale, slug=slug, **values)))


def _story(tree: Tree, subjects: Subjects, photos: int) -> Page:
    """Publish an article of a thousand words, with photographs between its paragraphs."""
    page = subjects.dress(sample(StoryPage, tree.locale, slug=f"story-{photos}"))
    page.body = [("text", PARAGRAPH * 5)] * 4
    for number in range(photos):
        picture = photograph(f"Photo {number}", seed=100 + number)
        figure = {"image": picture, "decorative": False, "alt_text": f"Une table, vue {number}"}
        page.body.append(("figure", {"image": figure, "caption": "Un samedi.", "credit": "L. A."}))
    return publish(add(tree.stories, page))


def right_to_left(tree: Tree) -> Page:
    """Publish a text that runs from right to left."""
    page = StoryPage(
        title="ورشة إصلاح في الساحة",
        slug="workshop",
        summary="اثنتا عشرة عائلة، ومحمصة خبز واحدة.",
        locale=tree.locale,
        text_language="ar",
        content_language="ar",
        done="<p>فتحنا الورشة <b>كل سبت أول</b> من الشهر (12:30).</p>",
        body=[("quote", {"text": "ينقصنا مفك واحد.", "author": "ساكنة"})],
    )
    return publish(add(tree.stories, page))


def restricted(tree: Tree) -> Page:
    """Publish a page that asks its readers for a password."""
    page = publish(add(tree.home, sample(StandardPage, tree.locale, slug="private")))
    PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="sesame"
    )
    return page


def _named(found: dict, state: str) -> dict[str, Page]:
    return {addresses.name_of(model, state): page for model, page in found.items()}
