"""The people whom pages name, and their consent: a list, with two buttons a line."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, get_page_models
from wagtail.permission_policies.pages import PagePermissionPolicy

from content.agreements import NobodyOfThatName, record
from content.consent import sources_of
from content.desks import DeskView
from content.folding import without_accents
from content.people import name_key
from content.rows import PersonRow

PAGE_SIZE = 50
ADDRESS = "content_people"
Consent = PersonRow.Consent


def may_record(user) -> bool:
    """Return whether a user may record the consent of people on some page."""
    return PagePermissionPolicy().user_has_permission(user, "change")


def address_for(page) -> str:
    """Return the address of the list of the people whom one page names."""
    return f"{reverse(ADDRESS)}?{urlencode({'page_id': page.pk})}"


@dataclass
class NamedPerson:
    """A person on a page, with every role there and the consent that all mentions have."""

    page: Page
    name: str
    consent: str
    roles: list[str] = field(default_factory=list)

    @property
    def consent_label(self) -> str:
        return str(Consent(self.consent).label)


def named_people(pages) -> list[NamedPerson]:
    """Return the people whom the saved `pages` name, by title and in the order of each page.

    One query for the pages and one for each place where a page type names people.
    """
    by_id = {page.pk: page for page in pages.select_related("locale")}
    found: dict[tuple, NamedPerson] = {}
    sources = {source: None for model in get_page_models() for source in sources_of(model)}
    for source in sources:
        for page_id, _row, name, consent in source.rows():
            if page_id in by_id:
                key = (page_id, name_key(name))
                person = found.setdefault(key, NamedPerson(by_id[page_id], name, consent))
                person.consent = _weaker(person.consent, consent)
                person.roles = list(dict.fromkeys([*person.roles, source.label]))
    return sorted(found.values(), key=lambda one: (without_accents(one.page.title), one.page.pk))


def _weaker(first: str, second: str) -> str:
    """Return the consent that two mentions of a person share: given only if both are."""
    strength = [Consent.REFUSED, Consent.NOT_ASKED, Consent.GIVEN]
    return min(first, second, key=strength.index)


class PeopleView(DeskView):
    """List named people of the pages that the user may change; record what one of them said."""

    template_name = "content/admin/people.html"
    page_title = gettext_lazy("Named people")
    header_icon = "group"
    may_enter = staticmethod(may_record)

    def get_context_data(self, **kwargs):
        people = [person for person in self._people() if self._is_asked_for(person)]
        return {
            **super().get_context_data(**kwargs),
            "people": Paginator(people, PAGE_SIZE).get_page(self.request.GET.get("p")),
            "consents": Consent.choices,
            "chosen": self.request.GET.get("consent", ""),
            "words": self.request.GET.get("q", ""),
        }

    def post(self, request):
        """Record a consent; the page and the name are those of a line of the list."""
        consent = request.POST.get("consent")
        if consent not in (Consent.GIVEN, Consent.REFUSED):
            return HttpResponseBadRequest()
        number = request.POST.get("page", "")
        page = get_object_or_404(Page, pk=number if number.isdecimal() else 0).specific
        if not page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        name = request.POST.get("name", "")
        try:
            record(page, name, consent, user=request.user)
        except NobodyOfThatName:
            messages.error(request, _("This page no longer names “%(name)s”.") % {"name": name})
        else:
            words = {"name": name, "title": page.title}
            said = (
                _("Readers of “%(title)s” now see the name: %(name)s.")
                if consent == Consent.GIVEN
                else _("Readers of “%(title)s” now see initials, no longer the name: %(name)s.")
            )
            messages.success(request, said % words)
        return redirect(request.get_full_path())

    def _people(self) -> list[NamedPerson]:
        pages = PagePermissionPolicy().instances_user_has_permission_for(
            self.request.user, "change"
        )
        wanted = self.request.GET.get("page_id", "")
        return named_people(pages.filter(pk=wanted) if wanted.isdecimal() else pages)

    def _is_asked_for(self, person: NamedPerson) -> bool:
        consent = self.request.GET.get("consent", "")
        words = without_accents(self.request.GET.get("q", "")).split()
        said = without_accents(f"{person.name} {person.page.title}")
        return consent in ("", person.consent) and all(word in said for word in words)
