"""Reliable change index and clinical cut-off of Jacobson & Truax 1991 (retest 1.1, recalled).

The index asks the same as the minimal detectable change: show one, decide by the other, never count both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordant.change.arguments import within

if TYPE_CHECKING:
    from concordant.change.arguments import Amount


def reliable_change_index(first: Amount, second: Amount, sem: Amount) -> Amount:
    """RCI = (second - first) / (sqrt(2) SEM), without unit; reliable from 1.959964 on, either way.

    The sign is that of the score, not of getting better. The SEM is above 0. Raises ArgumentError.
    """
    error = 2**0.5 * within("sem", sem, 0, is_open=True)
    index: Amount = (within("second", second) - within("first", first)) / error
    return index


def clinical_cut_off(patients_mean: float, patients_sd: float, well_mean: float, well_sd: float) -> float:
    """Cut-off c in points: where a score is as far from patients as from well people, in their standard deviations.

    Both SDs are above 0. Norms of well people must be read, never assumed. Raises ArgumentError.
    """
    s1, s0 = within("patients_sd", patients_sd, 0, is_open=True), within("well_sd", well_sd, 0, is_open=True)
    return (s0 * within("patients_mean", patients_mean) + s1 * within("well_mean", well_mean)) / (s0 + s1)
