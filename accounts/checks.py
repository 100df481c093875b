"""A field about people that no room answers for is refused."""

import re

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.checks import Error, register
from django.db import models

from accounts.personal_data import fields_with_a_rule

NO_RULE = "accounts.E001"

# What a field is called that may say who somebody is, or where they are.
_PERSONAL_NAME = re.compile(
    r"(^|_)(e?_?mail|phone|person|author|holder|owner|contributor|facilitator|participant|speaker"
    r"|translators?|ip|user_?agent|birth\w*|signature|nickname|pseudonym|names?)(_|$)"
)
_OF_CHARACTERS = (models.CharField, models.TextField, models.JSONField)


@register
def check_personal_fields(app_configs, **kwargs):
    """Demand a rule for each field that points to an account or looks personal.

    The rule is a keeper that names the field (`accounts.personal_data.register`), or the word
    that it concerns no person (`not_personal`).
    """
    ruled = fields_with_a_rule()
    return [
        Error(
            f"{label} may be about a person and has no rule of export and erasure.",
            hint="Name it in a Keeper, or in not_personal() (accounts/personal_data.py).",
            id=NO_RULE,
        )
        for label in personal_fields()
        if label not in ruled
    ]


def personal_fields(all_models=None) -> list[str]:
    """Return the labels ("app.Model.field") of the fields that may be about a person."""
    if all_models is None:
        all_models = apps.get_models(include_auto_created=True)
    return [
        f"{model._meta.label}.{field.name}"
        for model in all_models
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many)
        if _may_be_personal(field)
    ]


def _may_be_personal(field) -> bool:
    if field.related_model is get_user_model():
        return True
    if isinstance(field, models.EmailField | models.GenericIPAddressField):
        return True
    return isinstance(field, _OF_CHARACTERS) and bool(_PERSONAL_NAME.search(field.name))
