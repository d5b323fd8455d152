"""What was answered, in words."""

from collections.abc import Mapping
from dataclasses import dataclass

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


def told(answers: Mapping[str, Value]) -> list[Told]:
    """Each answer, in the order of answering."""
    return [Told(name, question(name).ask, _said(name, value)) for name, value in answers.items()]


def _said(name: str, value: Value) -> str | Promise:
    if value is UNKNOWN:
        return _("I do not know")
    if value == frozenset():
        return _("none of these")
    return question(name).kind.say(value)
