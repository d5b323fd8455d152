"""What holds of any entries, in any order."""

from copy import deepcopy
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from concordant.answer import answer
from concordant.assessment import assess
from concordant.criteria import Evaluator
from concordant.criteria.reading import Origin
from concordant.diagnosis import BOOK
from concordant.facts import DICTIONARY, Scope
from concordant.record.read import read_plain
from concordant.record.record import Record
from concordant.report import report
from concordant.safety import assess_safety
from tests.facts.values_of import raw_values
from tests.people import asked_everything, bare
from tests.record.contradictions.examples import PAIRS

TODAY = date(2024, 1, 8)
PLAIN = [
    fact
    for fact in DICTIONARY.values()
    if fact.scope in (Scope.PERSON, Scope.HEADACHE, Scope.INJURY, Scope.VISIT)
    and fact.sides.value == "none"
    and fact.name not in ("birth_date", "sex", "age_years", "red_flag_cleared")
]
OF_A_VISIT = {fact.name for fact in DICTIONARY.of_scope(Scope.VISIT, Scope.COURSE)}
FACTS = st.lists(st.sampled_from(PLAIN), max_size=12, unique=True)


@st.composite
def cases(draw, base=bare):
    changes = {fact.name: draw(raw_values(fact.kind)) for fact in draw(FACTS)}
    for name in draw(st.lists(st.sampled_from(sorted(PAIRS)), max_size=2)):
        changes |= deepcopy(PAIRS[name].wrong)
    if "visits" in changes:
        changes = {name: value for name, value in changes.items() if name not in OF_A_VISIT}
    return base(**changes)


def says(record):
    return {
        (one.id, one.unknown, tuple((entry.term.name, str(entry.value), entry.said.on) for entry in one.entries))
        for one in record.contradictions
    }


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_entries_does_not_matter(case, random):
    turned = deepcopy(case)
    for owner in (turned["facts"], *(one["facts"] for one in turned["headaches"])):
        items = list(owner.items())
        random.shuffle(items)
        owner.clear()
        owner.update(items)
    for name in ("visits", "diary"):
        random.shuffle(turned.get(name, []))
    for visit in turned["visits"]:
        random.shuffle(visit.get("findings", []))
    assert says(Record(read_plain(turned), TODAY)) == says(Record(read_plain(case), TODAY))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(cases())
def test_nothing_crashes_and_what_is_contradicted_decides_nothing(case):
    found = assess(read_plain(case), TODAY)
    assert report(found)
    assert answer(found, every=True)
    for reading in found.diagnoses:
        contradicted = {
            term.name
            for leaf in reading.trace.leaves()
            for term, read in zip(leaf.criterion.terms, leaf.readings, strict=True)
            if read.origin is Origin.CONTRADICTED
        }
        known = {
            term.name
            for leaf in reading.trace.leaves()
            for term, read in zip(leaf.criterion.terms, leaf.readings, strict=True)
            if read.known
        }
        assert not (contradicted - known) & set(reading.because)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(cases(asked_everything))
def test_a_contradiction_never_closes_a_flag(case):
    read = read_plain(case)
    believed = Record(read, TODAY, withholding=False)
    raised = {one.flag.id: one.action for one in assess_safety(Evaluator(believed, BOOK), believed).open}
    open_now = {one.flag.id: one.action for one in assess(read, TODAY).safety.open}
    assert raised.keys() <= open_now.keys()
    assert all(open_now[name].strength <= action.strength for name, action in raised.items())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(cases())
def test_without_a_contradiction_nothing_changes(case):
    read = read_plain(case)
    looked_at, believed = Record(read, TODAY), Record(read, TODAY, withholding=False)
    if looked_at.contradictions:
        return
    verdicts = [[Evaluator(one, BOOK).rule(key, "A").truth for key in BOOK] for one in (looked_at, believed)]
    assert verdicts[0] == verdicts[1]
