from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from accounts.personal_data import not_personal

_PRECISION = "coalitions.EventPage.participant_precision"


class CoalitionsConfig(AppConfig):
    name = "coalitions"
    verbose_name = _("Coalitions and events")

    def ready(self):
        # The holder of a coalition is named with a consent, which the keeper of mentions reads.
        not_personal("coalitions.CoalitionPage.holder_role", _PRECISION)
