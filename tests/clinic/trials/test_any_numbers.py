"""Whatever a file with the right form says, in whatever model: it is shown, or refused with its result."""

from typing import Any, get_args

import hypothesis.strategies as st
import yaml
from hypothesis import example, given, settings

from clinic.trials.shown import looked_at
from concordant.evidence import Refused
from concordant.evidence.library import trials
from concordant.evidence.living import read_trial
from concordant.evidence.pooling import Model, Test
from tests.clinic.trials.conftest import a_trial

SIZES = st.one_of(st.sampled_from([0, 1, -1, 1e9, -1e9, 1e-9, 5e-324, 0.1]), st.floats(-1e9, 1e9), st.floats(-30, 30))
SPREADS = SIZES.map(abs)
ARM = st.fixed_dictionaries({"n": st.sampled_from([2, 40, 10**9]), "mean": SIZES, "sd": SPREADS})
DIFFERENCE = st.one_of(
    st.fixed_dictionaries({"estimate": SIZES, "se": SPREADS.filter(bool)}),
    st.fixed_dictionaries({
        "estimate": SIZES, "p": st.sampled_from([1e-300, 1e-16, 0.004, 0.5, 0.9999999999999999])
    }),
    st.tuples(SIZES, SPREADS).map(lambda it: {"estimate": it[0], "ci_low": it[0] - it[1], "ci_high": it[0] + it[1]}),
)  # fmt: skip


def written(result: dict[str, Any], *, days: bool) -> str:
    trial = yaml.safe_load(a_trial())
    common = {name: value for name, value in trial["results"][0].items() if name not in ("experimental", "control")}
    if not days:
        common |= {"outcome": "headache intensity", "scale": "VAS 0-100"}
    return yaml.safe_dump({**trial, "results": [{**common, **result}]})


@settings(max_examples=120)
@given(
    st.one_of(
        st.fixed_dictionaries({"experimental": ARM, "control": ARM}), st.fixed_dictionaries({"difference": DIFFERENCE})
    ),
    st.booleans(),
    st.sampled_from(get_args(Model)),
    st.sampled_from(get_args(Test)),
)
@example({"difference": {"estimate": -3.3, "p": 0.004}}, True, "REML", "knha")
@example({"difference": {"estimate": 1e9, "se": 1e-9}}, True, "REML", "knha_adhoc")
@example({"difference": {"estimate": 1e9, "se": 1e9}}, False, "SJ", "knha")
def test_any_numbers(result: dict[str, Any], days: bool, model: Model, test: Test) -> None:
    refused = None
    try:
        looked = looked_at(read_trial(written(result, days=days)), trials(), model, test)
    except Refused as error:
        refused, looked = error, None
    if looked is None:
        assert refused is not None
        assert refused.row == 1
        assert refused.column
    else:
        assert bool(looked.shifts) != bool(looked.not_entered)
        for shift in looked.shifts:
            assert shift.after
            assert "nan" not in (shift.picture + str(shift.numbers)).lower()
