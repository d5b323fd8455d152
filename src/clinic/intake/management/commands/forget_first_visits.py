"""Delete what nobody took up in time, in every clinic. Opening the list does the same for one clinic."""

from typing import Any

from django.core.management.base import BaseCommand

from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.intake.asked import forget_old


class Command(BaseCommand):
    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:
        gone = sum(forget_old(Actor(), clinic.pk) for clinic in Clinic.objects.all())
        self.stdout.write(f"{gone} deleted")
