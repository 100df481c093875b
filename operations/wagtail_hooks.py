"""The import of documents in the menu and among the addresses of the admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from operations import views


@hooks.register("register_admin_urls")
def register_import_urls():
    return [
        path("import/", views.UploadView.as_view(), name="operations_import"),
        path("import/<int:pk>/", views.BatchView.as_view(), name="operations_import_batch"),
        path(
            "import/<int:pk>/<int:item>/", views.ItemView.as_view(), name="operations_import_item"
        ),
    ]


class ImportMenuItem(MenuItem):
    def is_shown(self, request):
        return views.may_import(request.user)


@hooks.register("register_admin_menu_item")
def register_import_menu():
    address = reverse("operations_import")
    return ImportMenuItem(_("Import"), address, icon_name="download", order=270)
