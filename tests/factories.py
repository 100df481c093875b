"""Pages, terms, pictures and accounts for the tests, on the least data."""

import io
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.images import ImageFile
from django.utils.module_loading import import_string
from django.utils.text import slugify
from PIL import Image
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail.signal_handlers import disable_reference_index_auto_update

from coalitions.models import CoalitionIndexPage, EventIndexPage
from content.checks import portal_page_models
from content.models import PortalImage
from home.models import HomePage
from outbox import services as outbox
from search import api, services
from stories.models import StoryIndexPage


@dataclass(frozen=True)
class Tree:
    """The pages that an open language has from the start."""

    locale: Locale
    home: Page
    stories: Page
    coalitions: Page
    events: Page


def tree_of(language: str) -> Tree:
    """Return the tree of a language that is open."""
    locale = Locale.objects.get(language_code=language)
    return Tree(
        locale=locale,
        home=HomePage.objects.get(locale=locale),
        stories=StoryIndexPage.objects.get(locale=locale),
        coalitions=CoalitionIndexPage.objects.get(locale=locale),
        events=EventIndexPage.objects.get(locale=locale),
    )


PAGE_MODELS = sorted(portal_page_models(), key=lambda model: model._meta.label)


def sample(model, locale, **changes):
    """Return an unsaved page of `model` with the words of its sample, then `changes`."""
    page = import_string(model.sample)(locale)
    for name, value in {"text_language": locale.language_code, **changes}.items():
        setattr(page, name, value)
    return page


def add(parent, page, **fields):
    """Put `page` under `parent` as a draft and return it."""
    for name, value in fields.items():
        setattr(page, name, value)
    # Wagtail's index of references is half the time of a save; no page shows it.
    with disable_reference_index_auto_update():
        Page.objects.get(pk=parent.pk).add_child(instance=page)
    return page


def publish(page):
    """Publish `page` as an editor's click does and return it as it is stored."""
    # A page made before others were put under it would write its old number of children.
    page.refresh_from_db(fields=["path", "depth", "numchild", "url_path"])
    with disable_reference_index_auto_update():
        page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def published(parent, model, **changes):
    """Return a published page of `model` under `parent`, made of its sample."""
    return publish(add(parent, sample(model, parent.locale, **changes)))


def many(parent, model, count: int, start: int = 0, **changes) -> list:
    """Return live pages numbered from `start` to `count`, with their rows in the catalogue."""
    pages = []
    for number in range(start, count):
        page = model(
            title=f"{model.__name__} {number}",
            slug=f"many-{number}",
            locale=parent.locale,
            text_language=parent.locale.language_code,
            content_language="fr",
            **changes,
        )
        pages.append(add(parent, page))
        services.put(page)
    return pages


def restrict(page):
    """Ask readers of `page` and of what is under it for a password."""
    return PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="sesame"
    )


def unpublished(page):
    """Take `page` off the site as an editor's click does."""
    page = page.specific
    page.unpublish()
    return page


def parent_for(model, tree: Tree):
    """Return a page of `tree` under which a page of `model` may live."""
    places = {
        "home.HomePage": Page.get_first_root_node(),
        "kit.ChapterPage": None,
        "stories.StoryIndexPage": tree.home,
        "coalitions.CoalitionIndexPage": tree.home,
        "coalitions.EventIndexPage": tree.home,
        "coalitions.CoalitionPage": tree.coalitions,
        "coalitions.EventPage": tree.events,
    }
    default = tree.stories if model._meta.app_label == "stories" else tree.home
    place = places.get(model._meta.label, default)
    return place or kit_in(tree)


def kit_in(tree: Tree):
    """Return a published kit of `tree`, made at the first call."""
    from kit.models import KitPage

    existing = KitPage.objects.child_of(tree.home).first()
    return existing or published(tree.home, KitPage, slug="kit")


def term(model, name: str, locale, **fields):
    """Return a live term of a vocabulary."""
    fields.setdefault("slug", slugify(name))
    return model.objects.create(name=name, locale=locale, **fields)


def account(email: str, *groups: str, superuser: bool = False):
    """Return an account in the named groups."""
    user = get_user_model().objects.create_user(email, "a long password", is_superuser=superuser)
    user.groups.set([Group.objects.get(name=name) for name in groups])
    return user


def picture_file(width=800, height=600, picture_format="JPEG", name="picture", **options):
    """Return an uploaded picture in one colour."""
    output = io.BytesIO()
    Image.new("RGB", (width, height), (13, 92, 70)).save(output, picture_format, **options)
    output.seek(0)
    return ImageFile(output, name=f"{name}.{picture_format.lower()}")


def picture(title: str = "A bank", **options) -> PortalImage:
    """Return a stored picture."""
    return PortalImage.objects.create(title=title, file=picture_file(**options))


def carry_out() -> None:
    """Do all that the outbox holds, as the worker does after a commit: pages are indexed."""
    while outbox.drain():
        pass
    if remote := api.remote_engine():
        remote.refresh()
