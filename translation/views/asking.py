"""The small page on which a reader asks for a translation, without an account."""

from allauth.core.ratelimit import consume
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods
from wagtail.models import Locale, Page

from content import visibility, visitors
from content.consent import public_title
from translation import services


@require_http_methods(["GET", "HEAD", "POST"])
def ask_for_translation(request, page_id):
    """Count one more reader for a public page that the language of the address has not.

    The same network counts once a day for a page and a language; a machine is thanked
    and not counted.
    """
    rules = visibility.rules_for(request)
    home = rules.home(get_language())
    page = visibility.public(
        Page.objects.filter(pk=page_id).select_related("locale"), rules
    ).first()
    if home is None or page is None:
        raise Http404
    versions = visibility.public(Page.objects.filter(translation_key=page.translation_key), rules)
    own = versions.filter(locale_id=home.locale_id).first()
    if own:
        return redirect(own.get_url(request))
    request.translated_urls = {page.locale.language_code: page.get_url(request)}
    context = {
        "page_title": public_title(page),
        "page_language": page.locale.language_code,
        "back": reverse("not_translated", args=[page.pk]),
    }
    status = 200
    if request.method == "POST":
        allowed = consume(request, action="ask_for_translation")
        context["sent"], context["refused"] = bool(allowed), not allowed
        status = 200 if allowed else 429
        if allowed and not visitors.took_the_lure(request):
            facts = ("translation", page.translation_key, home.locale_id)
            if visitors.is_first_today(request, *facts, whole_network=True):
                services.ask(page, Locale(pk=home.locale_id))
    return render(request, "translation/ask.html", context, status=status)
