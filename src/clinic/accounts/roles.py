"""Who may do what: five roles, each a list of permissions in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from concordant.language import said


class Permission(StrEnum):
    """One thing a person may do."""

    SEE_PEOPLE = "see people"
    REGISTER_PERSON = "register person"
    OPEN_CHART = "open chart"
    OPEN_OWN_CHART = "open own chart"
    RECORD_EXAMINATION = "record examination"
    RECORD_HISTORY = "record history"
    RECORD_DIARY = "record diary"
    SEND_INTAKE = "send intake"
    SIGN_PLAN = "sign plan"
    SIGN_LETTER = "sign letter"
    CORRECT_OWN_ENTRIES = "correct own entries"
    CORRECT_ANY_ENTRY = "correct any entry"
    IMPORT_CASE_FILE = "import case file"
    EXPORT_CASE_FILE = "export case file"
    READ_AUDIT_LOG = "read audit log"
    READ_EVIDENCE = "read evidence"
    KEEP_TRIALS = "keep trials"
    KEEP_CALENDAR = "keep calendar"
    OVERBOOK = "overbook"
    KEEP_CLAIMS = "keep claims"


@dataclass(frozen=True, slots=True)
class Role:
    """A place in the clinic."""

    key: str
    name: str | Promise
    description: str | Promise
    permissions: frozenset[Permission]


_CLINICAL = frozenset(
    {
        Permission.SEE_PEOPLE,
        Permission.OPEN_CHART,
        Permission.RECORD_EXAMINATION,
        Permission.RECORD_HISTORY,
        Permission.RECORD_DIARY,
        Permission.CORRECT_OWN_ENTRIES,
        Permission.READ_EVIDENCE,
        Permission.KEEP_TRIALS,
        Permission.KEEP_CALENDAR,
    }
)
_PLANNING = frozenset({Permission.SIGN_PLAN, Permission.SIGN_LETTER})
"""To conclude, to set the plan and to write to others is the physiotherapist's (treatment 0.5)."""
_ADMITTING = frozenset({Permission.REGISTER_PERSON, Permission.IMPORT_CASE_FILE, Permission.EXPORT_CASE_FILE})

PATIENT = Role(
    "patient",
    _("Patient"),
    _("Sees their own chart and who has looked at it, keeps the diary, and takes a copy along."),
    frozenset(
        {
            Permission.OPEN_OWN_CHART,
            Permission.RECORD_DIARY,
            Permission.SEND_INTAKE,
            Permission.CORRECT_OWN_ENTRIES,
            Permission.EXPORT_CASE_FILE,
            Permission.READ_EVIDENCE,
        }
    ),
)
PHYSIOTHERAPIST = Role(
    "physiotherapist",
    _("Physiotherapist"),
    _("Registers people, takes the history, examines, plans, treats, signs, and brings case files in and out."),
    _CLINICAL | _PLANNING | _ADMITTING,
)
RMT = Role(
    "rmt",
    _("Registered massage therapist"),
    _("Sees the charts of the clinic, examines, treats and signs."),
    _CLINICAL,
)
FRONT_DESK = Role(
    "front_desk",
    _("Front desk"),
    _("Registers and finds people, and keeps the calendar and the bills. Does not open charts."),
    frozenset(
        {
            Permission.SEE_PEOPLE,
            Permission.REGISTER_PERSON,
            Permission.READ_EVIDENCE,
            Permission.KEEP_CALENDAR,
            Permission.OVERBOOK,
            Permission.KEEP_CLAIMS,
        }
    ),
)
CLINIC_LEAD = Role(
    "clinic_lead",
    _("Clinic lead"),
    _("Practises, corrects any entry when its author cannot, keeps the bills, and reads the log of who did what."),
    _CLINICAL
    | _PLANNING
    | _ADMITTING
    | {Permission.CORRECT_ANY_ENTRY, Permission.READ_AUDIT_LOG, Permission.OVERBOOK, Permission.KEEP_CLAIMS},
)

ROLES: Mapping[str, Role] = MappingProxyType(
    {role.key: role for role in (PATIENT, PHYSIOTHERAPIST, RMT, FRONT_DESK, CLINIC_LEAD)}
)


def role_in_words(by: str) -> str:
    """Who said it. Entries name a role; case files from elsewhere may name anybody."""
    role = ROLES.get(by)
    return str(role.name) if role else said(by)
