"""The rooms of a chart: what kind of statement is signed there, and who may sign it."""

from collections.abc import Mapping
from types import MappingProxyType

from clinic.accounts.roles import Permission

ROOMS: Mapping[str, Permission] = MappingProxyType(
    {
        "history": Permission.RECORD_HISTORY,
        "safety": Permission.RECORD_EXAMINATION,
        "examination": Permission.RECORD_EXAMINATION,
        "treatment": Permission.RECORD_EXAMINATION,
        # What is concluded and what care is given: the physiotherapist's (treatment 0.5).
        "plan": Permission.SIGN_PLAN,
        # What people say about themselves from day to day; staff may write it down for them.
        "questionnaire": Permission.RECORD_DIARY,
        "diary": Permission.RECORD_DIARY,
        "home": Permission.RECORD_DIARY,
        # What people tell of themselves before a visit, in their own name alone (clinic.chart.own_words).
        "intake": Permission.SEND_INTAKE,
        "case file": Permission.IMPORT_CASE_FILE,
    }
)


SECTIONS: Mapping[str, Permission] = MappingProxyType(
    {
        "treatments": Permission.RECORD_EXAMINATION,
        "assessments": Permission.SIGN_PLAN,
        "plans": Permission.SIGN_PLAN,
    }
)
"""Sections of a fragment that need a permission of their own, in whichever room they are signed: a diary is no way to a
plan."""


def permission_for(kind: str) -> Permission:
    """Who may sign in this room."""
    try:
        return ROOMS[kind]
    except KeyError:
        raise ValueError(f"A chart has no room {kind!r}; it has {', '.join(ROOMS)}") from None


def permissions_of(content: Mapping[str, object]) -> tuple[Permission, ...]:
    """What the sections of a fragment need besides the permission of the room."""
    return tuple(dict.fromkeys(SECTIONS[section] for section in content if section in SECTIONS))
