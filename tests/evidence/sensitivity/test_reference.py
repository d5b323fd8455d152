"""Leave-one-out, influence and cumulative pools of every reference file."""

from concordant.evidence.sensitivity import cumulative, influence, leave_one_out
from tests.evidence import disagreements
from tests.evidence.agreement import TOLERANCE, Agreement, column, pooled_sets
from tests.evidence.references import expected


def test_leave_one_out():
    agreement = Agreement()
    for name in pooled_sets("leave_one_out"):
        for kind, wanted in expected(name)["leave_one_out"].items():
            model, test = kind.split("_")
            found = leave_one_out(column(name, "yi"), column(name, "vi"), model=model, test=test)
            assert [row["omitted"] for row in wanted] == list(range(1, len(wanted) + 1))
            for place, row in enumerate(wanted):
                for field, value in row.items():
                    if field != "omitted":
                        where = (name, kind, place, field)
                        agreement.check(where, getattr(found, field)[place], value, TOLERANCE[model])
    agreement.settle("Leave-one-out", disagreements.LEAVE_ONE_OUT)


def test_influence():
    agreement = Agreement()
    not_said = set()
    for name in pooled_sets("influence"):
        found = influence(column(name, "yi"), column(name, "vi"))
        for field, values in expected(name)["influence"].items():
            if field == "method":
                assert values == "REML"
                continue
            for place, value in enumerate(values):
                if value is None:
                    not_said.add(f"{name} {place}")
                else:
                    agreement.check((name, field, place), getattr(found, field)[place], value)
    assert not_said == disagreements.NOT_SAID.keys()
    agreement.settle("Influence", disagreements.INFLUENCE)


def test_cumulative():
    agreement = Agreement()
    for name in pooled_sets("cumulative_by_year"):
        wanted = expected(name)["cumulative_by_year"]
        for model in ("REML", "DL"):
            order, found = cumulative(column(name, "yi"), column(name, "vi"), by=column(name, "year"), model=model)
            assert (order + 1).tolist() == wanted["order_rows"] == [row["row"] for row in wanted[model]]
            for place, row in enumerate(wanted[model]):
                for field, value in row.items():
                    if field != "row":
                        agreement.check((name, model, place, field), getattr(found, field)[place], value)
    agreement.settle("Cumulative pools", disagreements.CUMULATIVE)
