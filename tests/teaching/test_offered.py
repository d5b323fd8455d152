"""For whom a page is: before, on and after each limit, and never because nothing is known."""

import pytest

from concordant.criteria import Truth
from concordant.facts import DICTIONARY
from concordant.teaching import PAGES
from tests.people import NOT_ASKED, asked_everything, bare, record

BY_ID = {each.id: each for each in PAGES}
FOR_EVERYBODY = {"help_at_once", "moving"}


def offered(page, **facts):
    return BY_ID[page].is_offered(record(bare(**facts)))


def test_of_somebody_of_whom_nothing_is_known_only_what_is_for_everybody_is_offered():
    found = {page for page in BY_ID if offered(page) is Truth.MET}
    assert found == FOR_EVERYBODY


@pytest.mark.parametrize(
    ("page", "facts", "truth"),
    [
        ("sleep", {"isi_score": 7}, Truth.NOT_MET),
        ("sleep", {"isi_score": 8}, Truth.MET),
        ("sleep", {}, Truth.UNKNOWN),
        ("pain_science", {"pcs_score": 23, "csi_score": 39, "nociplastic_features": False}, Truth.NOT_MET),
        ("pain_science", {"pcs_score": 24}, Truth.MET),
        ("pain_science", {"csi_score": 40}, Truth.MET),
        ("pain_science", {"nociplastic_features": True}, Truth.MET),
        ("pain_science", {"pcs_score": 23, "csi_score": 39}, Truth.UNKNOWN),
        ("posture", {"desk_hours_per_day": 3.9, "sustained_posture_provokes": False}, Truth.NOT_MET),
        ("posture", {"desk_hours_per_day": 4, "work_posture_provokes": True}, Truth.MET),
        ("posture", {"sustained_posture_provokes": True, "posture_correction_eases": True}, Truth.MET),
        ("posture", {"sustained_posture_provokes": True}, Truth.UNKNOWN),
        ("medicine_days", {"any_acute_med_days_per_30d": 10}, Truth.MET),
        ("medicine_days", {"any_acute_med_days_per_30d": 9}, Truth.UNKNOWN),
        ("medicine_days", {"any_acute_med_days_per_30d": 9, "moh_status": "excluded"}, Truth.NOT_MET),
        ("medicine_days", {"moh_status": "definite"}, Truth.MET),
        ("self_management", {"goal_met": True}, Truth.MET),
        ("self_management", {"goal_met": False}, Truth.UNKNOWN),
        ("neck_headache", {"neck_driven": True}, Truth.MET),
        ("neck_headache", {"neck_driven": False}, Truth.NOT_MET),
        ("recovery", {}, Truth.UNKNOWN),
    ],
)  # fmt: skip
def test_the_limits(page, facts, truth):
    assert offered(page, **facts) is truth


@pytest.mark.parametrize("page", [each for each in PAGES if each.offered is not None], ids=lambda one: one.id)
def test_forgetting_a_fact_never_offers_a_page(page):
    known = asked_everything()
    before = page.is_offered(record(known))
    for fact in page.offered.when.facts():
        assert fact.name in DICTIONARY
        after = page.is_offered(record(asked_everything(**{fact.name: NOT_ASKED})))
        assert after is not Truth.MET or before is Truth.MET
