"""Scores that ask for action: the halves of the PHQ-4 from 3 on, and nothing else."""

import pytest

from concordant.measures.questionnaires import QUESTIONNAIRES, flags
from tests.measures.questionnaires.scoring import ADDING, scored


@pytest.mark.parametrize(
    ("items", "keys"),
    [
        ([1, 1, 1, 1], []),
        ([1, 2, 1, 1], ["gad2_positive"]),
        ([1, 1, 2, 1], ["phq2_positive"]),
        ([3, 3, 0, 3], ["gad2_positive", "phq2_positive"]),
        ([None, 3, 0, 3], ["phq2_positive"]),
    ],
)
def test_halves_before_and_on_the_limit(items, keys):
    found = flags(scored("phq4", items))
    assert [one.key for one in found] == keys
    assert all("safety question" in one.do and "referral" in one.do for one in found)


@pytest.mark.parametrize("measure", ["phq2", "gad2"])
def test_a_half_by_itself(measure):
    assert flags(scored(measure, total=2)) == ()
    assert [one.key for one in flags(scored(measure, [1, 2]))] == [f"{measure}_positive"]


def test_a_total_that_no_two_negative_halves_come_to():
    assert flags(scored("phq4", total=4)) == ()
    assert [one.key for one in flags(scored("phq4", total=5))] == ["phq4_half_positive"]


OTHERS = [one for one in ADDING if not one.id.startswith(("phq", "gad"))]


@pytest.mark.parametrize("one", OTHERS, ids=lambda one: one.id)
def test_no_other_score_asks_for_anything(one):
    version = QUESTIONNAIRES[one.id].versions[0]
    assert flags(scored(one.id, total=version.high, version=version.key)) == ()
