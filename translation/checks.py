"""The settings without which wagtail-localize shows the words of one language under another."""

from django.apps import apps
from django.conf import settings
from django.core.checks import Error, register

# The setting, the value that it must have, and what goes wrong with any other.
SETTINGS = [
    ("WAGTAIL_I18N_ENABLED", True, "The page tree would have no languages."),
    (
        "WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE",
        False,
        "Asking for a translation would publish the source text under the address of another "
        "language.",
    ),
    (
        "WAGTAILLOCALIZE_DISABLE_ON_DELETE",
        True,
        "Deleting a translation would lose the words of its translators.",
    ),
]
# Applications that make aliases of the pages of another language, or a second way to translate.
REFUSED = {
    "wagtail_localize.locales": "It makes aliases that serve the words of another language.",
    "wagtail.contrib.simple_translation": "There would be two buttons to translate a page.",
}


@register("portal")
def check_settings(app_configs, **kwargs):
    """Refuse settings under which a translation could be published with source text in it."""
    wrong = [
        Error(f"{name} must be {value}.", hint=reason, id="translation.E001")
        for name, value, reason in SETTINGS
        if getattr(settings, name, None) is not value
    ]
    wrong += [
        Error(f"{name} must not be installed.", hint=reason, id="translation.E002")
        for name, reason in REFUSED.items()
        if apps.is_installed(name)
    ]
    first = settings.WAGTAIL_CONTENT_LANGUAGES[0][0]
    if first != settings.LANGUAGE_CODE:
        wrong.append(
            Error(
                "The first content language must be LANGUAGE_CODE.",
                hint="An address without a language answers in LANGUAGE_CODE.",
                id="translation.E003",
            )
        )
    return wrong
