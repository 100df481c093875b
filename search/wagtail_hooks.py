"""Synonyms and the report of searches in the admin."""

from django.contrib.auth.models import Permission
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Locale
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from search.models import Synonym
from search.panels import FoundPanel
from search.query import clean
from search.reports import AskedView
from search.synonyms import LONGEST_ENTRY


class SynonymCreateView(CreateView):
    """The form of new synonyms, begun with the `words` and `language` of its address."""

    def get_initial_form_instance(self):
        language = clean(self.request.GET.get("language", ""))[:35]
        words = clean(self.request.GET.get("words", ""))[:LONGEST_ENTRY]
        locale = Locale.objects.filter(language_code=language).first()
        return Synonym(locale=locale or Locale.get_default(), words=words)


class SynonymViewSet(SnippetViewSet):
    model = Synonym
    icon = "search"
    url_namespace = "search_synonyms"
    base_url_path = "search/synonyms"
    add_view_class = SynonymCreateView
    add_to_admin_menu = True
    menu_name = "search-synonyms"
    menu_label = _("Synonyms")
    menu_order = 262
    copy_view_enabled = False
    list_display = ["__str__", "locale", "direction"]
    list_filter = ["locale", "direction"]
    search_fields = ["words"]
    panels = [
        FieldPanel("words"),
        FieldRowPanel([FieldPanel("direction"), FieldPanel("locale")]),
        FoundPanel(heading=_("What they find now")),
    ]


register_snippet(SynonymViewSet)


@hooks.register("register_admin_urls")
def register_report_urls():
    return [
        path("reports/searches/", AskedView.as_view(), name="search_asked"),
        path(
            "reports/searches/results/",
            AskedView.as_view(results_only=True),
            name="search_asked_results",
        ),
    ]


class AskedMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm("search.view_askedquestion")


@hooks.register("register_reports_menu_item")
def register_report_menu():
    return AskedMenuItem(
        _("What was searched"),
        reverse("search_asked"),
        name="searches",
        icon_name="search",
        order=100,
    )


@hooks.register("register_permissions")
def register_report_permission():
    return Permission.objects.filter(
        content_type__app_label="search", codename="view_askedquestion"
    )
