"""What visitors have searched, as a report of the admin."""

from urllib.parse import urlencode

import django_filters
from django.db.models import F, OuterRef, Subquery, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from content.languages import name_for_reader
from search.asked import MONTHS_KEPT, months_before
from search.models import AskedQuestion

# What one visitor alone has asked may say who that is.
FEWEST_ASKED = 2
PERIODS = {"1": _("this month"), "3": _("three months"), "": _("thirteen months")}


class AskedFilterSet(WagtailFilterSet):
    """The language and the months that are counted, and what found nothing alone."""

    language = django_filters.ChoiceFilter(label=_("Language"), choices=lambda: _languages())
    period = django_filters.ChoiceFilter(
        label=_("Period"),
        method="in_period",
        choices=[(months, label) for months, label in PERIODS.items() if months],
        empty_label=PERIODS[""],
    )
    only = django_filters.ChoiceFilter(
        label=_("Answers"),
        method="without_answer",
        choices=[("none", _("found nothing"))],
        empty_label=_("all"),
    )

    class Meta:
        model = AskedQuestion
        fields = ["language", "period", "only"]

    def in_period(self, rows, name, value):
        """Return the rows of the last months, this one included."""
        this_month = timezone.localdate().replace(day=1)
        return rows.filter(month__gte=months_before(this_month, int(value) - 1))

    def without_answer(self, rows, name, value):
        return rows.filter(unanswered__gt=0)


class SynonymColumn(Column):
    """A link to new synonyms that begin with the question."""

    cell_template_name = "search/admin/synonym_cell.html"

    def get_value(self, instance):
        words = {"words": instance["question"], "language": instance["language"]}
        return f"{reverse(self.accessor)}?{urlencode(words)}"


class AskedView(ReportView):
    """The questions asked at least twice, the most asked first."""

    model = AskedQuestion
    permission_policy = ModelPermissionPolicy(AskedQuestion)
    permission_required = "view"
    page_title = _("What was searched")
    header_icon = "search"
    index_url_name = "search_asked"
    index_results_url_name = "search_asked_results"
    results_template_name = "search/admin/asked_results.html"
    filterset_class = AskedFilterSet
    default_ordering = "-asked"
    export_filename = "searches"
    list_export = ["question", "language", "asked", "unanswered", "pages"]
    export_headings = {
        "question": _("Question"),
        "language": _("Language"),
        "asked": _("Times asked"),
        "unanswered": _("Found nothing"),
        "pages": _("Pages found, at least"),
    }

    @cached_property
    def columns(self):
        columns = [
            Column("question", label=_("Question"), classname="title"),
            Column("language", label=_("Language"), accessor=_language_of),
            Column("asked", label=_("Times asked"), sort_key="asked"),
            Column("unanswered", label=_("Found nothing"), sort_key="unanswered"),
            Column("pages", label=_("Pages found"), accessor=_pages_of),
        ]
        if self.request.user.has_perm("search.add_synonym"):
            columns.append(SynonymColumn("synonym", label="", accessor="search_synonyms:add"))
        return columns

    @cached_property
    def no_results_message(self):
        if self.is_filtering:
            return gettext("No question was asked twice that these filters keep.")
        return gettext("No question was asked twice yet.")

    def get_filtered_queryset(self):
        rows = self.filter_queryset(AskedQuestion.objects.order_by())
        same = AskedQuestion.objects.filter(language=OuterRef("language"), key=OuterRef("key"))
        newest = same.order_by("-month")
        questions = rows.values("language", "key").annotate(
            total=Sum("asked"),
            without=Sum("unanswered"),
            question=Subquery(newest.values("question")[:1]),
            pages=Subquery(newest.values("pages")[:1]),
        )
        questions = questions.filter(total__gte=FEWEST_ASKED).values(
            "language", "question", "pages", asked=F("total"), unanswered=F("without")
        )
        return self.order_queryset(questions)

    def order_queryset(self, queryset):
        return queryset.order_by(self.ordering, "question", "language")

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "months_kept": MONTHS_KEPT}


def _languages() -> list[tuple[str, str]]:
    codes = AskedQuestion.objects.order_by("language").values_list("language", flat=True)
    return [(code, name_for_reader(code)) for code in codes.distinct()]


def _language_of(row: dict) -> str:
    return name_for_reader(row["language"])


def _pages_of(row: dict) -> str:
    """Return a number of pages as it is kept: none, or so many at least."""
    return gettext("%(pages)s or more") % {"pages": row["pages"]} if row["pages"] else "0"
