"""`python -m clinic run`: the main job. Bring the database up to date, fill an empty one, and serve."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from clinic import environment
from clinic.accounts.models import Clinic
from clinic.demo.loading import load
from clinic.demo.serving import serve
from clinic.demo.staff import password, sign_in_lines


class Command(BaseCommand):
    help = "Migrate, load a demo clinic into an empty database, say who can sign in, and serve on 127.0.0.1."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=2)

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        if not Clinic.objects.exists():
            self.stdout.write("Making the demo clinic (once) …")
            load(self.stdout.write)
        if not environment.setting("SITE_URL") and not settings.HTTPS:
            settings.SITE_URL = f"http://localhost:{options['port']}"
        self._say_who(options["port"])
        serve(port=options["port"], workers=options["workers"])

    def _say_who(self, port: int) -> None:
        self.stdout.write(f"\nConcordant serves http://127.0.0.1:{port}/   (Ctrl-C stops it)")
        if Clinic.objects.filter(slug="demo").exists():
            self.stdout.write(f"These can sign in to the demo clinic, all with the password {password()}")
            for line in sign_in_lines():
                self.stdout.write(line)
        if folder := getattr(settings, "EMAIL_FILE_PATH", None):
            self.stdout.write(f"No mail leaves this machine: each is written as a file into {folder}")
        self.stdout.write("")
        self.stdout.flush()
