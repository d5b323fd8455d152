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
        # What people say about themselves from day to day; staff may write it down for them.
        "questionnaire": Permission.RECORD_DIARY,
        "diary": Permission.RECORD_DIARY,
        "home": Permission.RECORD_DIARY,
        "case file": Permission.IMPORT_CASE_FILE,
    }
)


def permission_for(kind: str) -> Permission:
    """Who may sign in this room."""
    try:
        return ROOMS[kind]
    except KeyError:
        raise ValueError(f"A chart has no room {kind!r}; it has {', '.join(ROOMS)}") from None
