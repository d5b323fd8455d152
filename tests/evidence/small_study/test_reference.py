"""Egger, Begg and trim and fill of every reference file."""

import json
from pathlib import Path

from concordant.evidence.not_defined import NotDefined, Reason
from concordant.evidence.small_study import begg, egger, trim_and_fill
from tests.evidence import disagreements
from tests.evidence.agreement import CLOSED, TOLERANCE, Agreement, column, pooled_sets
from tests.evidence.references import expected

TO_ROUNDING = json.loads((Path(__file__).parent / "trim_and_fill_to_rounding.json").read_text())
FORMS = {
    "classical_lm": "classical",
    "meta_regression_FE": "FE",
    "meta_regression_DL": "DL",
    "meta_regression_REML": "REML",
}
EQUAL = "edge_equal_variances"


def test_egger_and_begg():
    agreement = Agreement()
    for name in pooled_sets("small_study"):
        yi, vi = column(name, "yi"), column(name, "vi")
        for kind, values in expected(name)["small_study"].items():
            if kind == "not_estimable":
                assert name == EQUAL
                for found in (egger(yi, vi, even_so=True), begg(yi, vi, even_so=True)):
                    assert isinstance(found, NotDefined)
                    assert found.reason is Reason.EQUAL_STANDARD_ERRORS
                continue
            if kind == "begg_rank":
                found = begg(yi, vi, even_so=True)
                agreement.check((name, "begg tau"), found.kendall_tau, values["kendall_tau"], CLOSED)
                agreement.check((name, "begg p"), found.p, values["p"], CLOSED)
                continue
            found = egger(yi, vi, form=FORMS[kind], even_so=True)
            for field, value in values.items():
                if field != "note":
                    attribute = "statistic" if field in {"t", "z"} else field
                    agreement.check((name, kind, field), getattr(found, attribute), value)
    agreement.settle("Tests of Egger and Begg")


def test_trim_and_fill():
    agreement, carried_on = Agreement(), Agreement()
    for name in pooled_sets("trim_and_fill"):
        yi, vi = column(name, "yi"), column(name, "vi")
        for kind, values in expected(name)["trim_and_fill"].items():
            model, estimator = kind.split("_")
            found = trim_and_fill(yi, vi, model=model, estimator=estimator, even_so=True)
            if "not_estimable_in_metafor" in values:
                assert name == EQUAL
                assert isinstance(found, NotDefined)
                assert found.reason is Reason.EQUAL_STANDARD_ERRORS
                continue
            assert (found.k0, found.side) == (values["k0"], values["side"])
            agreement.check((name, kind, "se_k0"), found.se_k0, values["se_k0"])
            for field, value in values.items():
                if field in {"k0", "se_k0", "side"}:
                    continue
                mine = found.filled_yi if field == "filled_yi" else getattr(found.pool, field)
                wanted = [value] if field == "filled_yi" and isinstance(value, float) else value
                agreement.check((name, kind, field), mine, wanted, TOLERANCE[model])
                if model == "REML":
                    carried_on.check((name, kind, field), mine, TO_ROUNDING[f"{name} {kind}"][field])
    assert {" ".join(where.split()[:2]) for where in agreement.differs} == disagreements.TRIM_AND_FILL.keys()
    reasons = dict.fromkeys(agreement.differs, disagreements.LOOSE)
    agreement.settle("Trim and fill", reasons)
    carried_on.settle("Trim and fill, carried on in R to rounding")
