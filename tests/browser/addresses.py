"""The pages that the sample site has: each by a name that says what it shows.

A page type is looked at in three states: `full` (every field of its sample, in French), `empty`
(a title and nothing else) and `long` (titles of 160 characters, long words, long tables, long
lists, French text under an English interface).
"""

from content.checks import portal_page_models

STATES = ("full", "empty", "long")
STORY_OF_TEXT = "story-of-text"
STORY_WITH_PHOTOS = "story-with-three-photos"

_PAGES_OF_SPECIAL_KINDS = (
    STORY_OF_TEXT,
    STORY_WITH_PHOTOS,
    "chapter-without-kit-number",
    "event-to-come",
    "event-cancelled",
    "report-in-four-parts",
    "text-right-to-left",
)
_LISTS = (
    "list-second-page",
    "list-filtered",
    "list-filtered-to-nothing",
    "search",
    "search-with-results",
    "search-without-results",
    "theme",
    "theme-without-pages",
    "territory",
    "tag",
    "organisation",
)
_DEVELOPMENT = ("patterns", "mails", "mail")
STATUSES = {
    "not-translated": 404,
    "not-found": 404,
    "not-found-in-english": 404,
    "language-not-open": 404,
    "bad-request": 400,
    "permission-denied": 403,
    "server-error": 500,
    "password-required": 200,
}


def name_of(model, state: str) -> str:
    """Return the name of the page of a type in a state: "storypage-full"."""
    return f"{model._meta.model_name}-{state}"


PAGE_TYPES = sorted(portal_page_models(), key=lambda model: model._meta.label)
PAGES_OF_TYPES = tuple(name_of(model, state) for model in PAGE_TYPES for state in STATES)
READING_PAGES = (*PAGES_OF_TYPES, *_PAGES_OF_SPECIAL_KINDS)
_REMARKS = ("remarks", "remarks-on-a-passage", "remarks-none-yet")
NAMES = (*READING_PAGES, *_LISTS, *_REMARKS, *STATUSES, *_DEVELOPMENT)
