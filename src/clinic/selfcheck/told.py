"""What was answered, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from concordant.facts import UNKNOWN, Value
from concordant.selfcheck import question


@dataclass(frozen=True)
class Told:
    """One question with its answer."""

    name: str
    ask: str
    said: str | Promise


def told(answers: Mapping[str, Value], rough: Mapping[str, str] = MappingProxyType({})) -> list[Told]:
    """Each answer, in the order of answering. Of a day known only to a year or a month, that alone is told."""
    return [Told(name, question(name).ask, _said(name, value, rough.get(name, ""))) for name, value in answers.items()]


def _said(name: str, value: Value, rough: str) -> str | Promise:
    if value is UNKNOWN:
        return _("I do not know")
    if rough and isinstance(value, date):
        return date_format(value, "Y" if rough == "year" else "F Y")
    if value == frozenset():
        return _("none of these")
    return question(name).kind.say(value)
