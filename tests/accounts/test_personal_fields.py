"""A field that may be about a person needs a rule of export and erasure."""

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models
from django.test.utils import isolate_apps

from accounts import personal_data
from accounts.checks import NO_RULE, check_personal_fields, personal_fields
from accounts.personal_data import Keeper, fields_with_a_rule, keepers, register


def test_every_field_about_a_person_has_a_rule():
    assert check_personal_fields(None) == []
    assert len(personal_fields()) > 40


def test_no_rule_is_left_of_a_field_that_is_gone():
    assert fields_with_a_rule() - _all_fields() == set()


def _all_fields() -> set[str]:
    return {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
    }


@isolate_apps("accounts")
def test_a_new_personal_field_would_be_seen():
    class Visit(models.Model):
        who = models.ForeignKey(get_user_model(), on_delete=models.CASCADE)
        reply_to = models.EmailField()
        author_name = models.CharField(max_length=10)
        place = models.GenericIPAddressField()
        subject = models.CharField(max_length=10)

        class Meta:
            app_label = "accounts"

        def __str__(self):
            return self.subject

    assert personal_fields([Visit]) == [
        f"accounts.Visit.{name}" for name in ("who", "reply_to", "author_name", "place")
    ]


def test_a_field_without_a_rule_fails_the_checks(monkeypatch):
    monkeypatch.setattr("accounts.checks.personal_fields", lambda: ["kit.KitPage.printer_name"])
    (error,) = check_personal_fields(None)
    assert error.id == NO_RULE
    assert "kit.KitPage.printer_name" in error.msg


def test_two_keepers_never_share_a_name(monkeypatch):
    monkeypatch.setattr(personal_data, "_keepers", dict(personal_data._keepers))
    with pytest.raises(ValueError, match="twice"):
        register(Keeper(keepers()[0].name, lambda user: [], lambda user: None))
