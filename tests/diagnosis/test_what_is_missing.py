"""What a diagnosis still asks for must be able to settle it."""

from concordant.criteria import Binding, Truth
from concordant.criteria.nodes import Term
from concordant.diagnosis import Status
from concordant.facts.history.pattern import temporal_relation_neck
from tests.people import FIRST_VISIT, NOT_ASKED, asked_everything, assessed, record

ONE_DIARY_DAY = [{"date": FIRST_VISIT.isoformat(), "acute_medication": []}]


def test_the_relation_of_two_dates_asks_for_both():
    case = asked_everything(headache_onset_date=NOT_ASKED, headache_onset_precision=NOT_ASKED)
    reading = record(case).read(Term(temporal_relation_neck), Binding(headache="A"))
    assert set(reading.missing) == {"headache_onset_date", "neck_disorder_onset_date"}


def test_one_answered_day_does_not_make_medicine_days_known():
    case = asked_everything(acute_med_days_per_30d=NOT_ASKED, diary=ONE_DIARY_DAY, temporal_relation_neck="established")
    found = assessed(case).diagnosis("11.2.1", "A")
    assert found.criteria["D"] is Truth.UNKNOWN


def test_a_provisional_diagnosis_asks_for_one_more_relation():
    found = assessed(asked_everything(neck_disorder_onset_date="2021-12-01")).diagnosis("11.2.1", "A")
    assert found.status is Status.PROVISIONAL
    assert found.missing == ("headache_onset_date",)


def test_a_settled_diagnosis_asks_for_nothing():
    found = assessed(asked_everything(temporal_relation_neck="established")).diagnosis("11.2.1", "A")
    assert (found.status, found.missing) == (Status.DEFINITE, ())
