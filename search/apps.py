from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Public catalogue")

    def ready(self):
        from search import api, checks, lookups, remote, signals  # noqa: F401

        # The client of a search server takes longer to load than a reader is to wait.
        api.remote_engine()
