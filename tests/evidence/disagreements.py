"""What is compared with the reference files, and every value of them that this project does not meet.

Keys say where a value stands: data set, model or test, place (from 0), field. The tests fail if one of these agrees
after all, lies further away than is said here, or if any other differs. `docs/reference/evidence_agreement.md` is
printed from this.
"""

from dataclasses import dataclass

COMPARED = {
    "Pools: nine models, three tests": 9364,
    "Intervals of tau² (Q-profile, profile likelihood), typical variance, log-likelihood": 357,
    "Both peaks of a two-peaked likelihood": 22,
    "Mantel-Haenszel and Peto": 62,
    "Three doses against one control group": 36,
    "Leave-one-out": 6688,
    "Influence": 1660,
    "Cumulative pools": 1296,
    "Tests of Egger and Begg": 490,
    "Trim and fill": 688,
    "Trim and fill, carried on in R to rounding": 188,
    "Meta-regression": 2295,
    "Subgroups": 747,
    "Three-level model, REML and ML, z and t": 4 * 21,
    "Three-level model: intervals and tests of its variances": 12,
    "Three-level model: cluster-robust errors": 21,
    "Three-level model: moderator, effects of the studies": 31,
}
"""How many values each comparison must count, so that none is left out silently."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a value differs, and how far at most."""

    why: str
    within: float
    relative: bool = True


RESIDUE = Reason(
    "The iteration of metafor stops a hair above tau² = 0, where the slope of the likelihood is negative from 0 on; "
    "here 0",
    within=2e-7,
    relative=False,
)
LOST_DIGITS = Reason(
    "The QE of metafor has nine right digits (raw years beside an intercept); exact fractions give this project's "
    "value, and the p of 1.7e-48 magnifies the difference",
    within=3e-7,
)
LOOSE = Reason(
    "Trim and fill in metafor refits with its default threshold of 1e-5, not the 1e-13 of the other values; "
    "carried on to its end (trim_and_fill_to_rounding.R) the same iteration gives this project's values to 1e-6",
    within=1.2e-3,
)
GAVE_UP = Reason(
    "The iteration of metafor gave up on the trials that are left: there is nothing to compare with", within=0
)

POOLING = {
    f"edge_one_giant_study ML {test} {field}": RESIDUE
    for test in ("z", "knha", "knha_adhoc")
    for field in ("tau2", "tau", "I2_metafor")
}
LEAVE_ONE_OUT = {
    f"edge_scale REML_{test} 3 {field}": RESIDUE for test in ("z", "knha") for field in ("tau2", "I2_metafor")
}
INFLUENCE = {"edge_scale tau2_del 3": RESIDUE}
NOT_SAID = {f"normand1999_md {place}": GAVE_UP for place in (1, 5)}
CUMULATIVE = {"hackshaw1998 REML 14 tau2": RESIDUE}
META_REGRESSION = {
    f"bcg_rd year {fit} QE_p": LOST_DIGITS for fit in ("FE z", "DL z", "DL knha", "SJ z", "SJ knha", "HE z", "HE knha")
}
TRIM_AND_FILL = dict.fromkeys(
    (
        "bcg_rd REML_R0",
        "bcg_rr REML_L0",
        "cgh_frequency_contrasts REML_L0",
        "edge_one_giant_study REML_L0",
        "hackshaw1998 REML_L0",
        "hackshaw1998 REML_R0",
        "raudenbush1985 REML_L0",
        "raudenbush1985 REML_R0",
    ),
    LOOSE,
)
"""Of these fits the pool and the filled effects; how many are filled agrees."""

ALL = {
    "Pools": POOLING,
    "Leave-one-out": LEAVE_ONE_OUT,
    "Influence": INFLUENCE,
    "Influence, place of the trial left out": NOT_SAID,
    "Cumulative pools": CUMULATIVE,
    "Meta-regression": META_REGRESSION,
    "Trim and fill": TRIM_AND_FILL,
}
"""By comparison, for the page."""

BESIDE = (
    "A likelihood with two peaks: the higher one is taken, and the answer says that there were two. An optimiser that "
    "starts on one side stops at the other, metafor's among them (`edge_two_peaks_*`: `REML_global` is met, "
    "`metafor_default_tau2` is only told).",
    "PyMARE 0.0.13 looks for the lowest value of a curve and not for the root of its slope: on the sets of "
    "`bench/bench_evidence.py` its REML lies 5e-6 to 9e-6 from metafor's and ours.",
    "Five of the eight effect-size variances of PyMARE are wrong; none of its converters is used or compared with.",
    "I² and prediction intervals have several definitions. Each is given under its own name: from tau² (metafor) and "
    "from Q (Higgins); with the test's own quantile (metafor 3.8) and with t of k - 2 (Higgins 2009, "
    "doi:10.1111/j.1467-985X.2008.00552.x).",
)
"""What a reader who compares should know, though no value of the files differs by it."""
