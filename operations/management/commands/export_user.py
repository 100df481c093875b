"""Write all that the portal keeps about a person into one archive."""

import json
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from operations.personal.exports import archive_of


class Command(BaseCommand):
    help = "Write a ZIP of all that is kept about a person: JSON, HTML and files."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--output", help="the file to write (default: in DATA_DIR/exports)")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args, **options):
        user = get_user_model().objects.filter(email__iexact=options["email"]).first()
        if user is None:
            raise CommandError(f"No account has the address {options['email']}.")
        day = timezone.localdate()
        default = settings.DATA_DIR / "exports" / f"account-{user.pk}-{day}.zip"
        target = Path(options["output"] or default)
        target.parent.mkdir(parents=True, exist_ok=True)
        # Nobody else on the machine reads it, from the first byte on.
        target.touch(mode=0o600)
        target.write_bytes(archive_of(user))
        if options["json"]:
            figures = {"file": str(target), "bytes": target.stat().st_size}
            self.stdout.write(json.dumps(figures))
        else:
            self.stdout.write(f"Written: {target}")
