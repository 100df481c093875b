"""What must be right with the search server before readers come."""

from django.core.checks import Warning as Caution
from django.core.checks import register

from search import api

SEARCH_SERVER = "search.W001"


@register("search", deploy=True)
def check_search_server(app_configs, **kwargs):
    """Say what is wrong with the search server of the settings; the database answers meanwhile.

    Runs under `check --deploy` only.
    """
    engine = api.remote_engine()
    if engine is None:
        return []
    from search.engines.elasticsearch.diagnosis import problem

    said = problem(engine)
    hint = "Until then searches are answered by the database."
    return [Caution(said, hint=hint, id=SEARCH_SERVER)] if said else []
