"""C2 over any course of retests, against a plain reading of the table of diagnosis 3.4."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from concordant.criteria import Binding, Truth, evaluate
from concordant.diagnosis.neck.parallel import improved_in_parallel
from tests.people import FIRST_VISIT, bare, record

NECK = ("resolved", "improved", "within_error", "worse")
HEADACHE = ("resolved", "improved_important", "improved", "important_but_uncertain", "within_error", "worse")
RETEST = st.tuples(st.sampled_from((7, 14, 27, 28, 29, 56, 84)), st.sampled_from(NECK), st.sampled_from(HEADACHE))


def since(better, days):
    """Index of the first of the unbroken run of better retests that ends with the last; None where there is none."""
    start = None
    for index in range(len(days) - 1, -1, -1):
        if not better[index]:
            break
        start = index
    return start


def at_last(days, neck, headache):
    """The verdict of the last of these retests."""
    neck_run = since([word in ("improved", "resolved") for word in neck], days)
    headache_run = since([word in ("improved_important", "resolved") for word in headache], days)
    now = days[-1]
    if now < 28 or neck[-1] == "worse":
        return None
    if neck_run is not None and headache_run is not None:
        headache_later = days[headache_run] - days[neck_run]
        parallel = headache_later >= -28 and (headache_later <= 28 or headache_run - neck_run <= 1)
        held = now - days[neck_run] >= 28 and now - days[headache_run] >= 28
        return True if parallel and held else None
    if neck_run is not None and headache[-1] in ("within_error", "worse"):
        return False if now - days[neck_run] >= 84 else None
    return False if neck[-1] == "within_error" and headache_run is not None else None


def of_the_table(days, neck, headache):
    verdicts = [at_last(days[: end + 1], neck[: end + 1], headache[: end + 1]) for end in range(len(days))]
    told = [verdict for verdict in verdicts if verdict is not None]
    return {True: Truth.MET, False: Truth.NOT_MET}[told[-1]] if told else Truth.UNKNOWN


@given(st.lists(RETEST, min_size=1, max_size=6))
def test_the_newest_verdict_of_the_table_stands(retests):
    case = bare()
    days, day = [], 0
    for gap, neck, headache in retests:
        day += gap
        days.append(day)
        facts = {"cervical_change_class": neck, "headache_change_class": headache, "change_confounders": []}
        case["visits"].append({"date": (FIRST_VISIT + timedelta(days=day)).isoformat(), "facts": facts})
    found = evaluate(improved_in_parallel, record(case, FIRST_VISIT + timedelta(days=day)), Binding(headache="A")).truth
    assert found is of_the_table(days, [one[1] for one in retests], [one[2] for one in retests])
