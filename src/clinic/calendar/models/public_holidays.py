"""Which public holidays a clinic keeps."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import Clinic


class PublicHolidays(models.Model):
    """Without a row a clinic is closed on those of British Columbia."""

    class Province(models.TextChoices):
        BRITISH_COLUMBIA = "bc", _("British Columbia")
        NONE = "", _("None: open as on any other day")

    clinic = models.OneToOneField(Clinic, models.CASCADE, related_name="public_holidays", verbose_name=_("clinic"))
    province = models.CharField(
        _("province"), max_length=2, choices=Province.choices, default=Province.BRITISH_COLUMBIA, blank=True
    )
    open_on = models.JSONField(_("holidays on which the clinic is open"), default=list, blank=True)
    """Days as YYYY-MM-DD."""

    class Meta:
        verbose_name = _("public holidays")
        verbose_name_plural = _("public holidays")

    def __str__(self) -> str:
        return f"{self.clinic_id}: {self.province}"
