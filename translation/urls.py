"""The public addresses: the glossary, and where readers ask for a translation."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from translation.views.asking import ask_for_translation
from translation.views.glossary import glossary

urlpatterns = [
    path(pgettext_lazy("address", "glossary/"), glossary, name="glossary"),
    path(
        pgettext_lazy("address", "ask-for-translation/<int:page_id>/"),
        ask_for_translation,
        name="ask_for_translation",
    ),
]
