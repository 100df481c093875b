"""The public kinds of page, with the word readers know them by."""

from functools import cache

from wagtail.models import get_page_models


@cache
def kind_labels() -> dict[str, str]:
    """Return the (lazy) public label of each kind that is listed, in the order of the rooms."""
    models = [model for model in get_page_models() if hasattr(model, "search_mapping")]
    return {
        model.search_mapping.kind: model.public_label
        for model in models
        if model.search_mapping.listed
    }
