"""Make the groups and permissions of the roles."""

import json

from django.core.management.base import BaseCommand

from operations.roles import setup_roles


class Command(BaseCommand):
    help = "Make the groups and permissions of the roles; safe to run again."

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args, **options):
        report = setup_roles()
        if options["json"]:
            self.stdout.write(json.dumps({"groups": report.groups, "added": report.added}))
            return
        self.stdout.write(f"{len(report.groups)} groups, {report.added} permissions added.")
