"""Who may do what, as a table that has to be changed on purpose."""

import pytest
from django.db import IntegrityError, transaction

from clinic.accounts.models import Clinic, User
from clinic.accounts.roles import ROLES, Permission
from tests.clinic import build

#                      patient physio rmt desk lead
MATRIX = {
    Permission.SEE_PEOPLE:          "-++++",
    Permission.REGISTER_PERSON:     "-+-++",
    Permission.OPEN_CHART:          "-++-+",
    Permission.OPEN_OWN_CHART:      "+----",
    Permission.RECORD_EXAMINATION:  "-++-+",
    Permission.RECORD_HISTORY:      "-++-+",
    Permission.RECORD_DIARY:        "+++-+",
    Permission.SEND_INTAKE:         "+----",
    Permission.SIGN_PLAN:           "-+--+",
    Permission.SIGN_LETTER:         "-+--+",
    Permission.CORRECT_OWN_ENTRIES: "+++-+",
    Permission.CORRECT_ANY_ENTRY:   "----+",
    Permission.IMPORT_CASE_FILE:    "-+--+",
    Permission.EXPORT_CASE_FILE:    "++--+",
    Permission.READ_AUDIT_LOG:      "----+",
    Permission.READ_EVIDENCE:       "+++++",
    Permission.KEEP_TRIALS:         "-++-+",
    Permission.KEEP_CALENDAR:       "-++++",
    Permission.OVERBOOK:            "---++",
    Permission.KEEP_CLAIMS:         "---++",
}  # fmt: skip


def test_the_table_names_every_permission() -> None:
    assert set(MATRIX) == set(Permission)


@pytest.mark.parametrize("permission", Permission)
def test_permissions_of_each_role(permission: Permission) -> None:
    held = "".join("+" if permission in role.permissions else "-" for role in ROLES.values())
    assert list(ROLES) == ["patient", "physiotherapist", "rmt", "front_desk", "clinic_lead"]
    assert held == MATRIX[permission]


def test_a_superuser_has_no_place_in_a_clinic_and_sees_no_charts(db: None) -> None:
    keeper = User.objects.create_superuser("keeper", password=build.PASSWORD)
    assert [permission for permission in Permission if keeper.may(permission)] == []


def test_an_account_that_was_closed_may_nothing(clinic: Clinic) -> None:
    user = build.a_user(clinic, is_active=False)
    assert not user.may(Permission.SEE_PEOPLE)


@pytest.mark.parametrize("missing", [{"clinic": None}, {"role": ""}])
def test_the_database_wants_clinic_and_role_of_everyone_else(clinic: Clinic, missing: dict[str, object]) -> None:
    user = build.a_user(clinic)
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=user.pk).update(**missing)
