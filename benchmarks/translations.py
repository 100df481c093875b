"""Measure the screens of translators, with a page of 200 texts, on sites of growing size."""

import argparse
import os
import sys

from benchmarks.options import add_sizes, checked, parser_of, say
from benchmarks.scratch import scratch_data_dir

SIZES = "100,10000"
REPEAT = 12
ROUNDS = 3
TEXTS = 200
# The longest that a screen may take, in milliseconds.
LIMIT = 2000


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = parser_of("python -m benchmarks.translations", __doc__, REPEAT)
    add_sizes(parser, "--sizes", SIZES, "numbers of pages")
    return checked(parser, arguments, ROUNDS)


def prepare(_generated):
    """Return a translator, and a translation of a page of `TEXTS` texts, the first half done.

    A page like it was translated before: the memory has something to say of each text.
    """
    from wagtail.models import Locale

    from home.models import HomePage
    from operations.roles import translators
    from translation import services, texts

    french, english = (Locale.objects.get(language_code=code) for code in ("fr", "en"))
    home = HomePage.objects.get(locale=french)
    user = _account(translators("en"))
    former, asked = (services.begin(_page(home, day), english, user) for day in ("mardi", "jeudi"))
    for translation, part in ((former, 1), (asked, 2)):
        units = texts.units_of(translation)
        some = units[: len(units) // part]
        texts.write(translation, [texts.Writing(one.key, f"EN {one.source}") for one in some], user)
    return user, asked


def _account(group: str):
    from django.contrib.auth import get_user_model
    from django.contrib.auth.models import Group

    user = get_user_model().objects.create_user("translator@example.org")
    user.groups.add(Group.objects.get(name=group))
    return user


def _page(home, day: str):
    from home.models import StandardPage

    sentence = "<p>Le {day} numéro {number}, on apporte un appareil et on le répare ensemble.</p>"
    blocks = [("text", sentence.format(day=day, number=number)) for number in range(TEXTS - 1)]
    fields = {"locale": home.locale, "text_language": "fr", "content_language": "fr"}
    page = StandardPage(title=f"Le {day}", slug=day, body=blocks, **fields)
    type(home).objects.get(pk=home.pk).add_child(instance=page)
    page.save_revision().publish()
    return page


def addresses(translation) -> list:
    """Return the screens that are measured."""
    from django.urls import reverse

    from benchmarks.addresses import Address

    desk = reverse("translation_desk")
    asked = {
        "desk": desk,
        "desk, one state": f"{desk}?state=missing&p=3",
        "desk as CSV": f"{desk}?export=csv",
        "texts": reverse("translation_editor", args=[translation.pk]),
        "texts to do": f"{reverse('translation_editor', args=[translation.pk])}?show=to-do",
        "state": reverse("translation_sheet", args=[translation.pk]),
        "PO files": reverse("translation_po_download", args=["en"]),
    }
    return [Address(name, url) for name, url in asked.items()]


def questions(prepared: tuple):
    """Give every screen to the portal; stock wagtail-localize has none like them."""
    user, translation = prepared
    for address in addresses(translation):
        yield "portal", address, user


def too_slow(figures) -> list[str]:
    """Return the screens that cost more than `LIMIT`, by what ratios are made of too."""
    return [
        f"{name}, {size:,} pages: {ways['portal'].cost:.0f} ms"
        for name, by_size in figures.items()
        for size, ways in by_size.items()
        if ways["portal"].cost > LIMIT
    ]


def main() -> None:
    options = parse(sys.argv[1:])
    with scratch_data_dir():
        os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.desk_settings"
        import django

        django.setup()
        from benchmarks.rounds import figures_of, told

        figures = figures_of(options.sizes, options.repeat, ROUNDS, prepare, questions)
        answer = told(figures, options)
    sys.stdout.write(answer + "\n")
    for line in too_slow(figures):
        say(f"Longer than {LIMIT / 1000:g} s: {line}")


if __name__ == "__main__":
    main()
