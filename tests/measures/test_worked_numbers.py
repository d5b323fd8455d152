"""The worked numbers of examination 3.4, 3.8, 3.18 and 5."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.facts import NotAllowed
from concordant.measures.physical.craniocervical_flexion import (
    activation_score,
    cumulative_index,
    performance_index,
)
from concordant.measures.physical.craniovertebral_angle import Point, craniovertebral_angle
from concordant.measures.physical.joint_position_error import angle_deg, position_error
from concordant.measures.physical.jull_cluster import cluster
from concordant.measures.physical.palpation import joint_dysfunction

C7, TRAGUS = Point(400, 600), Point(509, 470)


def test_the_worked_photo():
    assert craniovertebral_angle(C7, TRAGUS, facing_right=True) == pytest.approx(50.02, abs=0.005)


def test_a_photo_of_the_other_side_is_its_mirror():
    left = craniovertebral_angle(Point(-C7.x, C7.y), Point(-TRAGUS.x, TRAGUS.y), facing_right=False)
    assert left == pytest.approx(craniovertebral_angle(C7, TRAGUS, facing_right=True))


def turned(point, degrees):
    """A point of a photo that is turned counter-clockwise, as seen; y grows downward."""
    angle = math.radians(degrees)
    return Point(
        point.x * math.cos(angle) + point.y * math.sin(angle), point.y * math.cos(angle) - point.x * math.sin(angle)
    )


@given(st.floats(-10, 10), st.booleans())
def test_the_roll_of_the_camera_does_not_change_the_angle(roll, facing_right):
    flip = 1 if facing_right else -1
    points = [turned(Point(flip * one.x, one.y), roll) for one in (C7, TRAGUS)]
    found = craniovertebral_angle(*points, facing_right=facing_right, roll_deg=roll)
    assert found == pytest.approx(craniovertebral_angle(C7, TRAGUS, facing_right=True), abs=1e-6)


@pytest.mark.parametrize(("turn", "error"), [(10, 0.4), (15, 1.0), (20, 1.7)])
def test_a_body_turned_out_of_profile_reads_too_much(turn, error):
    """tan(CVA') = tan(CVA) / cos(psi), at 50 degrees."""
    high = 100 * math.tan(math.radians(50))
    seen = Point(100 * math.cos(math.radians(turn)), -high)
    assert craniovertebral_angle(Point(0, 0), seen, facing_right=True) == pytest.approx(50 + error, abs=0.05)


@pytest.mark.parametrize(
    ("distance_cm", "below_cm", "error"),
    [(100, 20, 3.0), (200, 20, 1.6), (300, 20, 1.1), (100, 50, 6.9), (200, 50, 3.7), (100, 0, 0)],
)
def test_a_camera_below_c7_reads_too_much(distance_cm, below_cm, error):
    """The tragus is 7.5 cm nearer to the lens than C7; the two are 17 cm apart at 50 degrees."""
    across, up = 17 * math.cos(math.radians(50)), 17 * math.sin(math.radians(50))
    c7 = Point(0, -below_cm / distance_cm)
    # Centred across on C7 the nearer tragus is only magnified, which at the height of C7 changes no angle.
    tragus = Point(across / (distance_cm - 7.5), -(below_cm + up) / (distance_cm - 7.5))
    assert craniovertebral_angle(c7, tragus, facing_right=True) == pytest.approx(50 + error, abs=0.06)


@pytest.mark.parametrize(
    ("c7", "tragus", "roll", "told"),
    [
        (C7, C7, 0, "one point"),
        (C7, TRAGUS, 10.1, "rolled by 10.1°"),
        (C7, TRAGUS, -10.1, "take the photo again"),
        (C7, TRAGUS, float("nan"), "finite"),
        (Point(float("nan"), 1), TRAGUS, 0, "finite"),
        (C7, Point(1, float("inf")), 0, "finite"),
    ],
)
def test_a_photo_that_tells_nothing_is_refused(c7, tragus, roll, told):
    with pytest.raises(ValueError, match=told):
        craniovertebral_angle(c7, tragus, facing_right=True, roll_deg=roll)


def test_seven_centimetres_on_the_target_are_the_cut_off():
    assert angle_deg(7.1) == pytest.approx(4.5, abs=0.02)
    assert angle_deg(-7.1) == -angle_deg(7.1)


def test_an_error_in_two_directions_is_the_distance():
    assert angle_deg(3, 4) == pytest.approx(angle_deg(5))
    assert angle_deg(-3, -4) == pytest.approx(angle_deg(5))


@pytest.mark.parametrize("error", [(float("nan"), 0), (1, float("inf"))])
def test_an_error_that_is_no_number_is_refused(error):
    with pytest.raises(ValueError, match="number of cm"):
        angle_deg(*error)


def test_absolute_constant_and_variable_error():
    found = position_error([3, -3, 3, -3, 3, -3])
    assert (found.absolute_deg, found.constant_deg, found.variable_deg) == (3, 0, 3.3)
    biased = position_error([4.0, 4.2, 4.4, 4.6, 4.8, 5.0])
    assert (biased.absolute_deg, biased.constant_deg, biased.variable_deg) == (4.5, 4.5, 0.4)
    assert position_error([-2.0] * 6).constant_deg == -2


@pytest.mark.parametrize("trials", [[], [3.0], [3.0] * 5])
def test_fewer_than_six_trials_give_no_position_error(trials):
    assert position_error(trials) is None


@pytest.mark.parametrize("trial", [float("nan"), 90, -90, float("inf")])
def test_a_position_error_that_cannot_be_is_refused(trial):
    with pytest.raises(ValueError, match="below 90 degrees"):
        position_error([1, 1, 1, 1, 1, trial])


@pytest.mark.parametrize(
    ("stage", "holds", "score", "index"),
    [(20, 0, 0, 0), (20, 10, 0, 0), (22, 10, 2, 20), (26, 6, 6, 36), (30, 10, 10, 100)],
)
def test_scores_of_the_craniocervical_flexion_test(stage, holds, score, index):
    assert (activation_score(stage), performance_index(stage, holds)) == (score, index)


@pytest.mark.parametrize(
    ("holds", "index"),
    [
        ({22: 10, 24: 10, 26: 10, 28: 10, 30: 10}, 300),
        ({22: 10, 24: 5}, 40),
        ({22: 0}, 0),
        ({}, None),
        ({24: 10}, None),
        ({22: 10, 26: 5}, None),
    ],
)
def test_the_cumulative_index(holds, index):
    assert cumulative_index(holds) == index


@pytest.mark.parametrize("stage", [18, 23, 32, float("nan")])
def test_a_stage_that_does_not_exist_is_refused(stage):
    with pytest.raises(NotAllowed):
        activation_score(stage)
    with pytest.raises(ValueError, match="the stages are 22, 24, 26, 28, 30"):
        cumulative_index({stage: 3})


@pytest.mark.parametrize("holds", [-1, 11, 2.5, float("nan")])
def test_holds_that_cannot_be_are_refused(holds):
    with pytest.raises(NotAllowed):
        performance_index(26, holds)


ANSWERS = (True, False, None)


@pytest.mark.parametrize("extension", ANSWERS)
@pytest.mark.parametrize("joints", ANSWERS)
@pytest.mark.parametrize("flexors", ANSWERS)
def test_the_cluster_is_all_three(extension, joints, flexors):
    parts = {extension, joints, flexors}
    expected = False if False in parts else None if None in parts else True
    assert cluster(extension, joints, flexors, age=40).positive is expected


@pytest.mark.parametrize(("age", "warned"), [(59.9, False), (60, True), (80, True), (None, True)])
def test_from_sixty_on_the_cluster_comes_with_a_warning(age, warned):
    assert bool(cluster(True, True, True, age=age).warning) is warned
    assert cluster(True, True, False, age=age).warning == ""


@pytest.mark.parametrize(
    ("resistance", "pain", "answer"),
    [
        ("stiff", 2, True),
        ("stiff", 1, False),
        ("normal", 9, False),
        ("lax", None, False),
        (None, 1, False),
        (None, 2, None),
        ("stiff", None, None),
        (None, None, None),
    ],
)
def test_a_joint_that_is_stiff_and_painful(resistance, pain, answer):
    assert joint_dysfunction(resistance, pain) is answer
