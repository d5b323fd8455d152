"""The worked examples of retest 1.2, to 1e-6."""

import numpy as np
import pytest

from concordant.change.normal import two_sided_p, z_of
from concordant.change.scores.measurement_error import (
    minimal_detectable_change,
    sem_of_published,
    standard_error_of_measurement,
)
from concordant.change.scores.reliable_change import clinical_cut_off, reliable_change_index
from concordant.change.scores.true_score import true_score, true_score_error

NDI_SEM = 2.234457


def about(value):
    return pytest.approx(value, abs=1e-6)


def test_the_constants():
    assert (z_of(0.95), z_of(0.90)) == (about(1.959964), about(1.644854))


@pytest.mark.parametrize(
    ("sd", "icc", "sem", "mdc95", "mdc90"),
    [
        pytest.param(7.9, 0.92, 2.234457, 6.193486, 5.197737, id="NDI"),
        pytest.param(7.9, 0.46, 5.805291, 16.091149, 13.504118, id="NDI, low end of the ICC"),
        pytest.param(7.9, 0.97, 1.368320, 3.792720, None, id="NDI, high end of the ICC"),
        pytest.param(1.6, 0.72, 0.846640, 2.346724, 1.969433, id="NPRS"),
        pytest.param(6.0, 0.86, 2.244994, 6.222693, 5.222248, id="HIT-6"),
        pytest.param(6.0, 0.77, 2.877499, 7.975873, None, id="HIT-6, ICC 0.77"),
    ],
)
def test_error_of_measurement(sd, icc, sem, mdc95, mdc90):
    found = standard_error_of_measurement(sd, icc)
    assert (found, minimal_detectable_change(found)) == (about(sem), about(mdc95))
    assert mdc90 is None or minimal_detectable_change(found, 0.90) == about(mdc90)


def test_pcs_from_its_sem():
    assert (minimal_detectable_change(4.6), minimal_detectable_change(4.6, 0.9)) == (about(12.750315), about(10.700402))


def test_reliable_change():
    sem = standard_error_of_measurement(7.9, 0.92)
    assert reliable_change_index(18, 11, sem) == about(-2.215190)
    assert two_sided_p(reliable_change_index(18, 11, sem)) == about(0.026747)
    assert reliable_change_index(18, 13, sem) == about(-1.582278)
    assert reliable_change_index(64, 56, standard_error_of_measurement(6.0, 0.86)) == about(-2.519763)


def test_cut_off_c():
    assert clinical_cut_off(18.1, 7.9, 4, 4) == about(8.739496)


def test_kelley():
    assert (true_score(30, 18.1, 0.92), true_score_error(7.9, 0.92)) == (about(29.048), about(2.143216))


def test_back_from_a_published_limit():
    sem = sem_of_published(5.9)
    assert (sem, minimal_detectable_change(sem, 0.90)) == (about(2.128575), about(4.951436))


@pytest.mark.parametrize(("first", "second"), [(18, 11), (18, 13), (64, 56), (11, 18)])
def test_the_index_and_the_limit_are_one_test(first, second):
    """RCI of 1.96 or more and a change of MDC95 or more are the same (retest 1.1)."""
    assert (abs(reliable_change_index(first, second, NDI_SEM)) >= z_of(0.95)) == (
        abs(second - first) >= minimal_detectable_change(NDI_SEM)
    )


def test_many_people_at_once():
    sd, icc = np.array([7.9, 1.6, 6.0]), np.array([0.92, 0.72, 0.86])
    sem = standard_error_of_measurement(sd, icc)
    assert minimal_detectable_change(sem) == about(np.array([6.193486, 2.346724, 6.222693]))
    assert reliable_change_index(np.array([18.0, 64.0]), np.array([11.0, 56.0]), sem[[0, 2]]) == about(
        np.array([-2.215190, -2.519763])
    )
    assert true_score(np.array([30.0]), np.array([18.1]), np.array([0.92])) == about(np.array([29.048]))
    assert true_score_error(np.array([7.9]), np.array([0.92])) == about(np.array([2.143216]))
