from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    default = True
    verbose_name = _("Accounts")

    def ready(self):
        from accounts import checks, kept, mails  # noqa: F401


class PortalUsersConfig(WagtailUsersAppConfig):
    user_viewset = "accounts.views.UserViewSet"
