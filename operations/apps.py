from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OperationsConfig(AppConfig):
    name = "operations"
    verbose_name = _("Operations")

    def ready(self):
        from operations import checks, intake  # noqa: F401
        from operations.personal import erasure, exports, kept, texts  # noqa: F401
