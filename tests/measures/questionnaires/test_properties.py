"""What holds for the answers of every questionnaire that adds up."""

from hypothesis import given
from hypothesis import strategies as st

from concordant.measures.questionnaires import NotScorable, Status
from concordant.measures.questionnaires.items import OneOf
from tests.measures.questionnaires.scoring import ADDING, scored


def answers_of(item):
    if isinstance(item, OneOf):
        return st.sampled_from(sorted(item.points_of))
    return st.integers(int(item.low), int(item.high))


@st.composite
def forms(draw, blanks=True):
    """A questionnaire with answers that its form offers."""
    one = draw(st.sampled_from(ADDING))
    version = draw(st.sampled_from(one.versions))
    count = draw(st.integers(version.lengths.start, version.lengths.stop - 1))
    each = [answers_of(item) for item in version.items[:count]]
    return one, version, [draw(st.one_of(st.none(), answer) if blanks else answer) for answer in each]


def of(form):
    one, version, answers = form
    return scored(one.id, answers, version=version.key)


@given(forms())
def test_a_total_is_within_the_range_and_only_where_enough_is_answered(form):
    one, version, answers = form
    found = of(form)
    answered = sum(each is not None for each in answers[: len(version.added)])
    assert (found.total is None) == (answered < version.fewest_answered)
    if found.total is not None:
        assert version.low - 1e-9 <= found.total <= version.high + 1e-9
        assert not one.bands or found.band is not None


@given(forms(), st.data())
def test_a_worse_answer_never_lowers_the_total(form, data):
    """Raising the points of an item: of a reversed one that is a lower number."""
    _one, version, answers = form
    place = data.draw(st.integers(0, len(answers) - 1))
    item = version.items[place]
    if answers[place] is None:
        return
    other = data.draw(answers_of(item))
    low, high = sorted((answers[place], other), key=item.points)
    before, after = (of((*form[:2], [*answers[:place], each, *answers[place + 1 :]])) for each in (low, high))
    if before.total is not None:
        assert before.total <= after.total


@given(forms(), st.randoms())
def test_the_order_of_equal_items_does_not_matter(form, random):
    one, version, answers = form
    if len(set(map(id, version.items))) > 1:
        return
    turned = random.sample(answers, len(answers))
    assert of((one, version, turned)).total == of(form).total


@given(forms(blanks=False))
def test_a_total_typed_from_the_same_answers_agrees(form):
    one, version, answers = form
    found = of(form)
    assert found.status is Status.COMPLETE
    assert scored(one.id, answers, version=version.key, total=found.total) == found


_ANYTHING = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.lists(st.integers(), max_size=2)
)


@given(st.sampled_from(ADDING), st.lists(_ANYTHING, max_size=30), st.text(max_size=10), _ANYTHING)
def test_whatever_is_sent_is_scored_or_refused(one, items, version, total):
    try:
        found = scored(one.id, items, version=version, total=total)
    except NotScorable:
        return
    assert all(each is None or isinstance(each, int | float) for each in found.items)
