"""The restriction of a source holds for its translations at once.

wagtail-localize copies it when translations are asked for or updated, and not in between.
"""

from wagtail.models import Page, PageViewRestriction

from translation import freshness


def translations_of(page: Page) -> list[Page]:
    """Return the pages that translators make from `page`."""
    source = freshness.source_of(page)
    if source is None:
        return []
    locales = source.translations.values_list("target_locale_id", flat=True)
    return list(Page.objects.filter(translation_key=page.translation_key, locale_id__in=locales))


def copy_restriction(restriction: PageViewRestriction) -> None:
    """Give the translations of a page its restriction."""
    for page in translations_of(restriction.page):
        copies = PageViewRestriction.objects.filter(page=page)
        copy = copies.first() or PageViewRestriction(page=page)
        copy.restriction_type = restriction.restriction_type
        copy.password = restriction.password
        copy.save()
        copy.groups.set(restriction.groups.all())


def lift_restriction(restriction: PageViewRestriction) -> None:
    """Take a restriction that was lifted off the translations that have the same."""
    PageViewRestriction.objects.filter(
        page__in=translations_of(restriction.page),
        restriction_type=restriction.restriction_type,
        password=restriction.password,
    ).delete()
