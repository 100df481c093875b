"""The catalogue's addresses; their words are translated with the interface."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from search import views

urlpatterns = [
    path(pgettext_lazy("address", "search/"), views.search, name="search"),
    path(
        pgettext_lazy("address", "search/suggestions/"),
        views.suggestions,
        name="search_suggestions",
    ),
    path(
        pgettext_lazy("address", "search/results.<slug:form>"),
        views.search_results,
        name="search_results",
    ),
    path(pgettext_lazy("address", "themes/<slug:slug>/"), views.theme, name="theme"),
    path(pgettext_lazy("address", "territories/<slug:slug>/"), views.territory, name="territory"),
    path(pgettext_lazy("address", "tags/<slug:slug>/"), views.tag, name="tag"),
    path(
        pgettext_lazy("address", "organisations/<slug:slug>/"),
        views.organisation,
        name="organisation",
    ),
    path(
        pgettext_lazy("address", "not-translated/<int:page_id>/"),
        views.not_translated,
        name="not_translated",
    ),
]
