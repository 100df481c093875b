from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContributionsConfig(AppConfig):
    name = "contributions"
    verbose_name = _("Contributions")

    def ready(self):
        from contributions import checks, following, foot, mails, personal, similar, slots  # noqa: F401
        from contributions.remarks import kept as _remarks  # noqa: F401
        from contributions.reports import kept as _reports  # noqa: F401
        from contributions.saving import kept as _saving  # noqa: F401

        following.silence_stock_mails()
