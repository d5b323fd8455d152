"""Two diagnoses that fit one headache: which one is coded (G7, G9, G12 of ICHD-3, and diagnosis 3.2)."""

import pytest

from concordant.criteria import Truth
from concordant.diagnosis import Status
from tests.diagnosis.test_index import COMPLETE
from tests.people import asked_everything, assessed

DEFINITE = Status.DEFINITE
FITS_ALL_BUT = {
    "3.1": "E", "3.2": "F", "3.4": "E", "4.7": "E", "4.8": "C", "4.10": "D", "3.5.1": "B", "A11.2.5": "D",
}  # fmt: skip


def both(winner, loser, **more):
    found = assessed(asked_everything(**(COMPLETE[loser] | COMPLETE[winner] | more)))
    return found.diagnosis(winner, "A"), found.diagnosis(loser, "A")


@pytest.mark.parametrize(
    ("winner", "loser"),
    [
        ("5.2", "4.10"),
        ("5.4", "4.10"),
        ("3.4", "4.10"),
        ("6.5.1.1", "3.1"),
        ("6.4.1", "3.2"),
        ("7.2", "3.4"),
        ("5.1", "3.1"),
        ("5.3", "4.8"),
        ("5.3", "3.5.1"),
        ("3.4", "3.5.1"),
        ("7.2", "A11.2.5"),
    ],
)
def test_the_first_is_coded_and_the_second_is_not(winner, loser):
    first, second = both(winner, loser)
    assert (first.status, second.status) == (DEFINITE, Status.EXCLUDED)
    assert second.criteria[FITS_ALL_BUT[loser]] is Truth.NOT_MET


@pytest.mark.parametrize("loser", ["3.1", "3.2", "3.4"])
def test_somebody_who_had_headaches_before_may_have_both(loser):
    first, second = both("6.4.1", loser, preexisting_headache=True)
    assert (first.status, second.status) == (DEFINITE, DEFINITE)


def test_two_causes_are_both_coded():
    first, second = both("6.5.1.1", "7.2")
    assert (first.status, second.status) == (DEFINITE, DEFINITE)


def test_occipital_neuralgia_without_a_block_asks_for_the_block():
    case = asked_everything(
        **{name: value for name, value in COMPLETE["13.4"].items() if name != "occipital_block_eases"}
    )
    found = assessed(case).diagnosis("13.4", "A")
    assert (found.status, found.missing) == (Status.UNDETERMINED, ("occipital_block_eases",))


def test_relief_by_trigger_point_massage_says_nothing_of_11_2_1():
    case = asked_everything(trigger_point_release_abolishes=True, trigger_points_reproducible=True)
    without = asked_everything(trigger_points_reproducible=True)
    criteria = [assessed(one).diagnosis("11.2.1", "A").criteria for one in (case, without)]
    assert criteria[0] == criteria[1]
