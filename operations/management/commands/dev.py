"""Everything in one terminal: migrate, load the demo once, run web and worker together."""

import os
import signal
import subprocess
import sys

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from home.models import HomePage
from operations.tree import open_locale

LANGUAGES = ("fr", "en")


class Command(BaseCommand):
    help = "Run the portal for development on PORT, with demo content."

    def handle(self, *args, **options):
        call_command("migrate", verbosity=0)
        first_time = not HomePage.objects.exists()
        for language in LANGUAGES:
            open_locale(language)
        if first_time:
            call_command("demo")
        self._run_together()

    def _run_together(self):
        """Run web and worker until one ends or Ctrl-C; stop the other with it."""
        manage = [sys.executable, "manage.py"]
        environment = {**os.environ, "DEBUG": "true", "PYTHONUNBUFFERED": "1"}
        commands = [
            [*manage, "runserver", f"127.0.0.1:{settings.PORT}", "--nostatic"],
            [*manage, "worker"],
        ]
        self.stdout.write(f"\n  {settings.BASE_URL}  (Ctrl-C stops)\n")
        # Own process groups: the autoreloader's child must be stopped with its parent.
        processes = [
            subprocess.Popen(command, env=environment, start_new_session=True)
            for command in commands
        ]
        signal.signal(signal.SIGTERM, lambda *_received: sys.exit(0))
        try:
            while all(process.poll() is None for process in processes):
                try:
                    processes[0].wait(timeout=1)
                except subprocess.TimeoutExpired:
                    continue
        except KeyboardInterrupt:
            self.stdout.write("")
        finally:
            # A second signal, of an impatient hand or passed on by make, must leave nothing behind.
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            for process in processes:
                self._stop(process)

    def _stop(self, process):
        try:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=10)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
