"""Random rules and random rows: the columns say what the evaluator says."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from concordant.criteria.columns import Table, program
from concordant.criteria.columns.bits import Machine
from tests.criteria.columns.frames import evaluated, frame_of
from tests.criteria.columns.rules_and_rows import books, columns_for, row_of


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_the_evaluator_and_polars_agree(data):
    rules = data.draw(books())
    columns = columns_for(rules)
    rows = data.draw(st.lists(row_of(columns), min_size=1, max_size=10))
    frame = frame_of(rows, columns)
    asked = program(rules, Table(frame.columns))
    verdicts, conflicts = Machine(asked).run(frame)
    for number, row in enumerate(rows):
        expected = evaluated(rules, row)
        conflict = any(column[number] for column in conflicts)
        assert conflict == (expected is None), row
        if expected is not None:
            assert {key: verdicts[key][number] for key in expected} == expected, row


@given(st.data())
def test_where_everybody_has_a_headache_nothing_changes(data):
    rules = data.draw(books())
    columns = columns_for(rules)
    rows = [row | {"headache": "A"} for row in data.draw(st.lists(row_of(columns), min_size=1, max_size=6))]
    frame = frame_of(rows, columns)
    any_table, _ = Machine(program(rules, Table(frame.columns))).run(frame)
    full_table, _ = Machine(program(rules, Table(frame.columns, full=["headache"]))).run(frame)
    assert {key: list(values) for key, values in any_table.items()} == {
        key: list(values) for key, values in full_table.items()
    }


@given(st.data())
def test_a_missing_column_is_a_column_of_nulls(data):
    rules = data.draw(books())
    columns = columns_for(rules)
    rows = data.draw(st.lists(row_of(columns), min_size=1, max_size=6))
    frame = frame_of(rows, columns)
    gone = data.draw(st.sets(st.sampled_from(sorted(set(frame.columns) - {"headache"}))))
    places = Table(frame.columns).places
    short = frame.drop(gone)
    null = frame.with_columns(frame[name].clear(frame.height) for name in gone)
    one, _ = Machine(program(rules, Table(short.columns, places))).run(short)
    other, _ = Machine(program(rules, Table(null.columns, places))).run(null)
    # A pair of bounds of which one is gone is no pair; the registry refuses it before it comes here.
    if not any(name.endswith((".low", ".high")) for name in gone):
        assert {key: list(values) for key, values in one.items()} == {key: list(v) for key, v in other.items()}
