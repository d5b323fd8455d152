"""The one place where a constraint solver is made."""

from __future__ import annotations

from ortools.sat.python import cp_model


def solver_of(*, work: float, seconds: float | None = None, seed: int = 0) -> cp_model.CpSolver:
    """On one thread, so that the same question has the same answer. ``work`` limits it by its own count, which is the
    same on every machine; ``seconds`` by the clock."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = seed
    solver.parameters.max_deterministic_time = work
    if seconds is not None:
        solver.parameters.max_time_in_seconds = seconds
    # It would take Ctrl-C for itself and leave it to the system afterwards: whoever had asked for it heard nothing, and
    # the process died with all that was found.
    solver.parameters.catch_sigint_signal = False
    return solver
