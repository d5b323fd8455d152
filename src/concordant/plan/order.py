"""Which items come first, and how many there may be at once (treatment 5.2, 6.1 steps 6 and 7). Product rules."""

from __future__ import annotations

from collections.abc import Sequence

from concordant.criteria import Criterion, at_or_above, below, one_of
from concordant.facts.examination.general import irritability
from concordant.facts.plan.episode import adherence_percent_28d
from concordant.plan.phases import Phase
from concordant.plan.plan import Item
from concordant.settings import whole

_SOURCE = "treatment 5.2, 6.1 (assumption)"

HANDS_ON_A_VISIT = whole(
    "plan_hands_on_a_visit",
    3,
    low=1,
    high=6,
    says="So many hands-on joint techniques at most in one visit.",
    source=_SOURCE,
)
HOME_ITEMS = whole(
    "plan_home_items",
    4,
    low=1,
    high=8,
    says="So many home items at most.",
    source=_SOURCE,
)
HOME_ITEMS_PARTLY_DONE = whole(
    "plan_home_items_partly_done",
    3,
    low=1,
    high=8,
    says="So many home items at most where part of the programme is not done.",
    source=_SOURCE,
)
HOME_ITEMS_FEW = whole(
    "plan_home_items_few",
    2,
    low=1,
    high=8,
    says="So many home items at most with high irritability, or where less than half of the programme is done.",
    source=_SOURCE,
)
HALF_DONE = whole(
    "plan_home_half_done_percent",
    50,
    unit="%",
    low=1,
    high=100,
    says="Below this share of the home programme the fewest home items are given.",
    source=_SOURCE,
)
MOSTLY_DONE = whole(
    "plan_home_mostly_done_percent",
    70,
    unit="%",
    low=1,
    high=100,
    says="Below this share of the home programme fewer home items are given.",
    source=_SOURCE,
)

hardly_done: Criterion = below(adherence_percent_28d, HALF_DONE)
mostly_done: Criterion = at_or_above(adherence_percent_28d, MOSTLY_DONE)
very_irritable: Criterion = one_of(irritability, "high")

_ORDER = (
    "self_snag_c1_c2",
    "dcf_stage1",
    "dcf_stage2",
    "active_mobility",
    "postural_correction",
    "scapular_training",
    "neck_strength_resistance",
    "neck_strength_isometric",
    "sensorimotor_training",
    "gaze_stability",
    "co_contraction",
    "extensor_training",
    "aerobic_exercise",
)
_ORDER_IN_STRENGTHEN = (
    "neck_strength_resistance",
    "neck_strength_isometric",
    "scapular_training",
    "aerobic_exercise",
    "dcf_stage2",
)
_AEROBIC = "aerobic_exercise"


def in_order(items: Sequence[Item], phase: Phase, *, sensitised: bool) -> tuple[Item, ...]:
    """Home items, the most telling first; with widespread sensitivity aerobic exercise leads."""
    order = (*_ORDER_IN_STRENGTHEN, *_ORDER) if phase is Phase.STRENGTHEN else _ORDER
    first = (_AEROBIC, *order) if sensitised else order
    return tuple(sorted(items, key=lambda item: first.index(item.id)))


def one_per_segment_first(items: Sequence[Item]) -> tuple[Item, ...]:
    """Each joint once before any joint a second time; otherwise in the order of the catalogue."""
    seen: dict[str, int] = {}
    turns: list[int] = []
    for item in items:
        turn = seen.get(item.intervention.segment, 0)
        seen[item.intervention.segment] = turn + 1
        turns.append(turn)
    ranked = sorted(range(len(items)), key=turns.__getitem__)
    chosen = sorted(ranked[:HANDS_ON_A_VISIT])
    return (*(items[at] for at in chosen), *(items[at] for at in ranked[HANDS_ON_A_VISIT:]))
