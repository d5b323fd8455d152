"""The public holiday of a day, on the pages of the calendar."""

from datetime import date
from typing import Any

from django import template

from clinic.calendar.holidays.kept import Kept, kept_by

register = template.Library()


@register.inclusion_tag("calendar/_holiday.html", takes_context=True)
def holiday_of(context: dict[str, Any], *days: date) -> dict[str, Any]:
    """Names it, and says whether the clinic is closed; nothing on other days."""
    clinic = context["request"].user.clinic
    kept = kept_by(clinic) if clinic is not None else Kept("")
    return {"holidays": [(day, kept.name_of(day), kept.is_closed(day)) for day in days if kept.name_of(day)]}


@register.inclusion_tag("calendar/_holiday.html", takes_context=True)
def holidays_of(context: dict[str, Any], days: tuple[date, ...]) -> dict[str, Any]:
    """Of several days."""
    return holiday_of(context, *days)
