"""Where guidelines differ, both sides are told, and the clinic's choice is a setting that the planner obeys."""

import os
import subprocess
import sys

import pytest

from concordant.plan.disagreement import DISAGREEMENTS, TOGETHER, WHO_MAY_SET, disagreements_of
from concordant.settings.declared import DECLARED
from tests.plan.examples import EXAMPLES


def told(identity, visits=10):
    plan = next(one for one in EXAMPLES if one.id == identity).plan()
    return {one.id: one for one in disagreements_of(plan, visits=visits)}


@pytest.mark.parametrize("one", DISAGREEMENTS, ids=lambda one: one.id)
def test_both_sides_stand_with_source_and_how_it_is_known(one):
    for side in (*one.for_it, *one.against_it):
        assert side.says
        assert side.source.startswith("10.")
        assert side.how_known.startswith("read")
    assert one.for_it
    assert one.against_it
    assert one.chosen
    assert one.figures is None or one.figures.id == one.advice


def test_the_choice_to_combine_is_a_setting_of_this_clinic():
    one = told("1")["combined"]
    assert one.setting == TOGETHER
    assert one.who_may_change == WHO_MAY_SET
    assert DECLARED[TOGETHER].value is True


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("1", {"combined", "massage", "machines"}),
        ("4", set()),
        ("5", {"combined", "machines"}),
        ("6", {"machines"}),
        ("8", {"combined", "thrust", "massage", "machines"}),
    ],
)
def test_only_what_the_plan_touches_is_told(example, expected):
    assert set(told(example)) == expected


@pytest.mark.parametrize(("visits", "expected"), [(12, False), (13, True)])
def test_many_visits_are_more_than_the_trials_gave(visits, expected):
    assert ("many-visits" in told("1", visits)) is expected


APART = """
from concordant.plan.interventions import Section
from tests.plan.examples import EXAMPLES
for one in EXAMPLES:
    plan = one.plan()
    assert not plan.hands_on and not plan.hands_on_later, one.id
    assert [each.id for each in plan.not_combined] == one.out.get("physio_hands_on", []), one.id
    assert [each.id for each in plan.home_now] == one.out.get("home_now", []), one.id
    assert not {each.id for each in plan.not_combined} & {each.id for each in plan.offered}
from concordant.plan.disagreement import COMBINED
assert "exercise goes first" in COMBINED.chosen
"""


def test_a_clinic_that_chose_otherwise_gets_exercise_first(tmp_path):
    chosen = tmp_path / "settings.toml"
    chosen.write_text(
        f'signed_by = "Dr. Example"\nsigned_on = 2024-01-01\n[settings]\n{TOGETHER} = false\n', encoding="utf-8"
    )
    environment = {**os.environ, "CONCORDANT_SETTINGS": str(chosen)}
    done = subprocess.run([sys.executable, "-c", APART], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
