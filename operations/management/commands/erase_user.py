"""Erase a person: the account, and every trace of it."""

import json

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from content.authorship import Fate
from operations.personal.erasure import LastAdministrator, erase


class Command(BaseCommand):
    help = (
        "Erase a person from accounts, texts, revisions, logs, index and caches. Frozen editions "
        "of the kit stay as they were printed."
    )

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument(
            "--texts",
            choices=Fate.values,
            default=Fate.ANONYMOUS.value,
            help="what becomes of published texts (default: anonymous)",
        )
        parser.add_argument("--yes", action="store_true", help="do not ask")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args, **options):
        user = get_user_model().objects.filter(email__iexact=options["email"]).first()
        if user is None:
            raise CommandError(f"No account has the address {options['email']}.")
        if not options["yes"] and input(f"Erase {user.email} for good? [y/N] ").lower() != "y":
            raise CommandError("Nothing was erased.")
        try:
            erased = erase(user, options["texts"])
        except LastAdministrator as error:
            raise CommandError(
                f"{error} is the only administrator: make another one first."
            ) from error
        if options["json"]:
            self.stdout.write(json.dumps({"erased": True, **erased.as_dict()}))
            return
        self.stdout.write(
            f"Erased. Published texts: {erased.published} ({options['texts']}); drafts deleted: "
            f"{erased.drafts}."
        )
        if erased.named_elsewhere:
            self.stdout.write(
                f"{erased.named_elsewhere} pages by others credit somebody of that name: see to "
                "them in the admin if it is the same person."
            )
