"""The rights of a person over their data, among the pages of their account."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from operations.personal import views

urlpatterns = [
    path(pgettext_lazy("address", "your-data/"), views.data, name="account_data"),
    path(
        pgettext_lazy("address", "your-data/archive/"), views.archive, name="account_data_archive"
    ),
    path(pgettext_lazy("address", "delete/"), views.delete, name="account_delete"),
    path(pgettext_lazy("address", "deleted/"), views.deleted, name="account_deleted"),
]
