"""How the fields of a claim stand on the page: by discipline, and by what else they are about."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from django.forms import BaseForm, BoundField
from django.utils.translation import gettext as _

from clinic.claims.claim_facts import TOLD_ON
from clinic.claims.claim_fields import BY_THE_YEAR, OF_CLAIM, OF_EXTENDED, OF_MSP, Slot
from clinic.claims.disciplines import Discipline

GIVEN_HERE = (Discipline.PHYSIOTHERAPY, Discipline.MASSAGE_THERAPY)


class Group(NamedTuple):
    title: str
    fields: list[BoundField]
    is_open: bool
    """Shown at once: it is asked of everybody, says something, or is wrong."""


def groups_of(form: BaseForm, slots: Sequence[Slot]) -> Iterator[Group]:
    for discipline in Discipline:
        own = [one for one in slots if one.discipline == discipline and one.fact not in OF_EXTENDED]
        yield _group(form, str(discipline.label), own, is_open=discipline in GIVEN_HERE)
    yield _group(form, _("Of the whole claim"), [one for one in slots if one.fact in OF_CLAIM])
    yield _group(form, _("MSP supplementary benefits"), [one for one in slots if one.fact in OF_MSP])
    yield _group(form, _("Extended health plan"), [one for one in slots if one.fact in OF_EXTENDED])


def _group(form: BaseForm, title: str, own: list[Slot], *, is_open: bool = False) -> Group:
    facts = {one.fact for one in own}
    names = [one.name for one in own] + [f"{TOLD_ON}:{one.name}" for one in BY_THE_YEAR if one in facts]
    fields = [form[name] for name in names]
    return Group(title, fields, is_open or any(one.initial not in (None, "") or one.errors for one in fields))


def elsewhere_help(held: Sequence[date]) -> str:
    """What is asked, and which of them nobody has to count."""
    asked = _("All visits at other clinics for this claim.")
    days = ", ".join(f"{day:%-d %b %Y}" for day in held)
    return f"{asked} {_('In the record already, and counted once: %s.') % days}" if days else asked
