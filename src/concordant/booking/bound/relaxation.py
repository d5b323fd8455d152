"""The linear relaxation: visits may be placed in parts. What it leaves out, no calendar can place.

It is solved by PDLP, a first-order method of OR-Tools (Applegate et al. 2021, arXiv 2106.04756), which is stopped when
it is near enough. The bound does not rest on how near: any prices of the rows prove one, by weak duality, and it is
worked out here from the prices alone.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from ortools.pdlp import solvers_pb2
from ortools.pdlp.python import pdlp

from concordant.booking.bound.columns import Columns, columns_of
from concordant.booking.bound.rows import Floats, Program, program_of
from concordant.booking.places.board import Board

MOST_PLACES = 1_000_000
"""A clinic of nine over twelve weeks has 210,000 and takes half a gigabyte; four times that many clinicians have
3,350,000."""
NEAR = 1e-3
"""Relative and absolute gap at which the search for better prices ends."""
ROUNDING = 1e-6
"""What adding a few million numbers may have lost."""


@dataclass(frozen=True, slots=True)
class Bound:
    """Proven: at least so many visits stay without a place in any calendar that keeps the rules."""

    unplaced: int
    exact: float
    """Before it is rounded up."""
    columns: Columns
    used: Floats
    """Of each place, the part of the visit that the relaxation puts there."""


def bound_of(board: Board, *, seconds: float) -> Bound:
    """The best bound of so many seconds. For a problem that is too large it is the number of visits that have no place
    by themselves."""
    never = sum(not places for places in board.places)
    columns = columns_of(board)
    if not 0 < columns.places <= MOST_PLACES:
        return Bound(never, float(never), columns, np.zeros(columns.places))
    program = program_of(board, columns)
    answer = pdlp.primal_dual_hybrid_gradient(_problem(program), _parameters(seconds))
    duals = _clipped(program, answer.dual_solution)
    left = program.cost - program.matrix.T @ duals
    exact = max(_sum(program, duals) + float(np.minimum(left, 0).sum()), float(never))
    return Bound(
        unplaced=max(math.ceil(exact - ROUNDING), never),
        exact=exact,
        columns=columns,
        used=np.clip(answer.primal_solution[: columns.places], 0, 1),
    )


def _problem(program: Program) -> pdlp.QuadraticProgram:
    problem = pdlp.QuadraticProgram()
    problem.objective_vector = program.cost
    problem.constraint_matrix = program.matrix
    problem.constraint_lower_bounds = program.low
    problem.constraint_upper_bounds = program.high
    problem.variable_lower_bounds = np.zeros(len(program.cost))
    problem.variable_upper_bounds = np.ones(len(program.cost))
    return problem


def _parameters(seconds: float) -> solvers_pb2.PrimalDualHybridGradientParams:
    parameters = solvers_pb2.PrimalDualHybridGradientParams()
    ends = parameters.termination_criteria
    ends.simple_optimality_criteria.eps_optimal_relative = NEAR
    ends.simple_optimality_criteria.eps_optimal_absolute = NEAR
    ends.time_sec_limit = seconds
    parameters.num_threads = 1
    parameters.presolve_options.use_glop = False
    return parameters


def _clipped(program: Program, duals: Floats) -> Floats:
    """A row without a lowest sum has no price above nothing, one without a highest none below."""
    duals = np.where(np.isinf(program.low) & (duals > 0), 0, duals)
    return np.where(np.isinf(program.high) & (duals < 0), 0, duals)


def _sum(program: Program, duals: Floats) -> float:
    low = np.where(np.isinf(program.low), 0, program.low)
    high = np.where(np.isinf(program.high), 0, program.high)
    return float(np.where(duals > 0, duals * low, duals * high).sum())
