"""Random rules of every kind of node over facts of the dictionary, and random rows that a record could give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from concordant.criteria import (
    Criterion,
    CriterionError,
    above,
    all_but_one,
    all_of,
    any_of,
    at,
    at_a_visit,
    at_least,
    at_most,
    at_or_above,
    at_or_below,
    awaits,
    below,
    between,
    cleared,
    decide,
    held_at_retests,
    holds_at_least,
    in_a_headache,
    in_an_injury,
    key_of,
    known,
    meets,
    named,
    not_,
    on_or_after,
    one_of,
    only,
    surely,
    verdict,
    yes,
)
from concordant.criteria.columns import Aspect, Column, Holds, Places, Table, Where, program
from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Instances, Origin, Reading
from concordant.facts import DICTIONARY, NEVER, UNKNOWN, Fact, Scope, Span, Value
from concordant.facts.diary.counts import acute_med_days_per_30d, any_acute_med_days_per_30d, headache_days_per_30d
from concordant.facts.examination.flexion_rotation import frt_rotation_deg
from concordant.facts.examination.palpation import palpation_familiar_headache
from concordant.facts.history.block import block_agent, block_done, block_pre_nrs
from concordant.facts.history.injury import days_injury_to_headache, injury_date, whiplash_occurred
from concordant.facts.history.other_causes import dissection_stable_date
from concordant.facts.history.pattern import (
    attack_count_lifetime,
    attack_duration_minutes,
    headache_onset_date,
    laterality,
    nausea,
    pain_qualities,
    photophobia,
)
from concordant.facts.outcomes.change import cervical_change_class, headache_change_class
from concordant.facts.safety.history import cancer_history, fever, systemic_symptoms
from concordant.facts.safety.results import red_flag_cleared
from concordant.facts.safety.vascular import vascular_risk_factors

ROOM = Places(others=1, injuries=2, visits=3)
AS_OF = date(2026, 1, 30)
NEVER_ANSWERED = DICTIONARY["onset_to_continuous_hours"]
"""A number to which "never" is an answer."""

frt, palpated = at(frt_rotation_deg, side="left"), at(palpation_familiar_headache, side="right", segment="C2-C3")
flags: st.SearchStrategy[Any] = st.sampled_from(
    [photophobia, cancer_history, fever, whiplash_occurred, block_done, palpated]
)
numbers: st.SearchStrategy[Any] = st.sampled_from(
    [
        (attack_count_lifetime, (0, 4, 5, 10)),
        (attack_duration_minutes, (0, 30, 240, 241)),
        (headache_days_per_30d, (0, 8, 14.5, 15)),
        (any_acute_med_days_per_30d, (0, 10, 15)),
        (key_of(acute_med_days_per_30d, "triptan"), (0, 9, 10)),
        (NEVER_ANSWERED, (0, 24)),
        (days_injury_to_headache, (0, 7)),
        (block_pre_nrs, (3, 4)),
        (frt, (32, 33)),
    ]
)
choices = st.sampled_from([laterality, nausea, block_agent, cervical_change_class, headache_change_class])
lists = st.sampled_from([pain_qualities, systemic_symptoms, vascular_risk_factors])


@st.composite
def _numeric(draw: st.DrawFn) -> Criterion:
    fact, bounds = draw(numbers)
    kind = draw(st.sampled_from([above, at_or_above, below, at_or_below]))
    low, high = sorted(draw(st.tuples(st.sampled_from(bounds), st.sampled_from(bounds))))
    return between(fact, low, high) if draw(st.booleans()) else kind(fact, low)


@st.composite
def _listed(draw: st.DrawFn) -> Criterion:
    fact = draw(lists)
    every = fact.kind.words
    words = draw(st.lists(st.sampled_from(every), min_size=1, unique=True))
    use = draw(st.sampled_from(["meets", "only", "all", "several"]))
    if use == "several":
        return holds_at_least(draw(st.integers(1, len(every))), fact)
    return only(fact, *every) if use == "all" else (meets if use == "meets" else only)(fact, *words)


@st.composite
def _chosen(draw: st.DrawFn) -> Criterion:
    fact = draw(choices)
    return one_of(fact, *draw(st.lists(st.sampled_from(fact.kind.words), min_size=1, unique=True)))


_known: st.SearchStrategy[Any] = st.sampled_from(
    [
        photophobia,
        laterality,
        attack_duration_minutes,
        NEVER_ANSWERED,
        any_acute_med_days_per_30d,
        injury_date,
        pain_qualities,
        acute_med_days_per_30d,
        frt,
        headache_days_per_30d,
    ]
)
_ordered = st.sampled_from([(headache_onset_date, injury_date), (dissection_stable_date, headache_onset_date)])
_clearances = st.builds(
    lambda key, of: cleared(red_flag_cleared, key, tuple(of)),
    st.sampled_from(["gca", "low_csf"]),
    st.lists(st.sampled_from([fever, photophobia, cancer_history]), unique=True, max_size=3),
)
leaves = st.one_of(
    flags.map(yes),
    _numeric(),
    _listed(),
    _chosen(),
    _known.map(known),
    _ordered.map(lambda two: on_or_after(*two)),
    _clearances,
)


def _joined(parts: list[Criterion], kind: str, n: int) -> Criterion:
    n = min(n, len(parts))
    kinds = {"all": all_of, "any": any_of, "all but one": all_but_one}
    return kinds[kind](*parts) if kind in kinds else (at_least if kind == "at least" else at_most)(n, *parts)


def _bound(part: Criterion, kind: str, days: int) -> Criterion:
    """The rule bound, where it reads anything of what is bound; else as it was."""
    try:
        if kind == "held":
            return held_at_retests(days, part)
        return {"visit": at_a_visit, "injury": in_an_injury, "headache": in_a_headache}[kind](part)
    except CriterionError:
        return part


def _above(inner: st.SearchStrategy[Criterion]) -> st.SearchStrategy[Criterion]:
    kinds = st.sampled_from(["all", "any", "at least", "at most", "all but one"])
    several = st.builds(_joined, st.lists(inner, min_size=1, max_size=5), kinds, st.integers(0, 5))
    binding = st.sampled_from(["visit", "injury", "headache", "held"])
    single = st.one_of(
        inner.map(not_),
        inner.map(surely),
        inner.map(lambda part: named("a name", part)),
        inner.map(lambda part: awaits(part, settled_by=red_flag_cleared)),
    )
    table = st.builds(lambda a, b: decide(met_if=a, not_met_if=b), inner, inner)
    bound = st.builds(_bound, inner, binding, st.sampled_from([0, 28, 84]))
    return st.one_of(several, single, table, bound, bound)


criteria = st.recursive(leaves, _above, max_leaves=10)


@st.composite
def books(draw: st.DrawFn, most: int = 3) -> dict[str, Criterion]:
    """Rules of which later ones ask earlier ones."""
    rules: dict[str, Criterion] = {}
    for number in range(draw(st.integers(1, most))):
        rule = draw(criteria)
        asks: bool = draw(st.booleans())
        if rules and asks:
            rule = any_of(rule, surely(verdict(draw(st.sampled_from(sorted(rules))))))
        rules[f"rule {number}"] = rule
    return rules


# --- rows -----------------------------------------------------------------------------------------------

Row = dict[str, Any]


def columns_for(rules: dict[str, Criterion]) -> dict[str, Column]:
    """Every column that these rules can read."""
    table = Table(None, ROOM)
    program(rules, table)
    return table.asked


@st.composite
def row_of(draw: st.DrawFn, columns: dict[str, Column]) -> Row:
    """One row that a record could give: what is not there says nothing, a list is asked for as a whole."""
    row: Row = {"person": "somebody", "headache": draw(st.sampled_from(["A", "A", "A", None]))}
    there = Places(
        others=draw(st.integers(0, ROOM.others)) if row["headache"] else 0,
        injuries=draw(st.integers(0, ROOM.injuries)),
        visits=draw(st.integers(0, ROOM.visits)),
    )
    day = AS_OF
    for name, column in columns.items():
        if name == "headache":
            continue
        if not _is_there(column.where, there):
            row[name] = None
        elif column.aspect is Aspect.THERE:
            row[name] = True
        elif column.aspect is Aspect.DAY:
            row[name] = None
        elif column.aspect is Aspect.NONE:
            row[name] = draw(st.sampled_from([None, True])) if not there.injuries else None
        else:
            row[name] = draw(_value(column))
    for place in range(1, there.visits + 1):
        day -= timedelta(days=draw(st.sampled_from([0, 1, 27, 28, 29, 60])))
        row[f"visit{place}.date"] = day
    _made_whole(draw, row, columns, there)
    _clear(draw, row, columns)
    return row if row["headache"] else without_a_headache(row)


def without_a_headache(row: Row) -> Row:
    """Without a headache, what is asked of it and what is asked of the person are one."""
    of_person = {name.removeprefix("person."): name for name in row if name.startswith("person.")}
    return {plain: row[name] for plain, name in of_person.items() if plain not in row} | {
        name: row[plain] if (plain := name.removeprefix("person.")) in row else value for name, value in row.items()
    }


def _is_there(where: Where, there: Places) -> bool:
    return (
        (where.headache or 0) <= there.others
        and (where.injury or 0) <= there.injuries
        and (where.visit or 0) <= there.visits
    )


def _value(column: Column) -> st.SearchStrategy[Any]:
    if column.aspect in (Aspect.NEVER, Aspect.PARTIAL, Aspect.KNOWN, Aspect.ENTERED, Aspect.CLEARED, Aspect.AGAIN):
        return st.sampled_from([None, None, True])
    if column.holds is Holds.YES_NO:
        return st.sampled_from([None, True, False])
    if column.holds is Holds.WORD:
        return st.sampled_from([None, *column.words])
    if column.holds is Holds.DATE:
        return st.sampled_from([None, *(AS_OF - timedelta(days=days) for days in (0, 1, 7, 8))])
    near = [0, 3, 4, 5, 7, 8, 9, 10, 14, 15, 24, 30, 32, 33, 240, 241]
    if column.holds is Holds.WHOLE:
        return st.sampled_from([None, *near])
    return st.sampled_from([None, 14.5, 8.5, *map(float, near)])


def _made_whole(draw: st.DrawFn, row: Row, columns: dict[str, Column], there: Places) -> None:
    asked: dict[tuple[Any, Where], bool] = {}
    for name, column in columns.items():
        if column.aspect is Aspect.WORD and _is_there(column.where, there):
            key = (column.term, column.where)
            if key not in asked:
                asked[key] = draw(st.booleans())
            row[name] = bool(row[name]) if asked[key] else None
        if column.aspect is Aspect.LOW:
            high = name.removesuffix("low") + "high"
            if row[name] is None or row[high] is None:
                row[name] = row[high] = None
            else:
                row[name], row[high] = sorted((row[name], row[high]))
        if column.aspect is Aspect.NEVER and row[name]:
            base = name.removesuffix(".never")
            for other in (base, f"{base}.low", f"{base}.high"):
                if other in row:
                    row[other] = None


def _clear(draw: st.DrawFn, row: Row, columns: dict[str, Column]) -> None:
    """Days of clearances and entries, which the evaluator compares and a table holds compared (``~`` is not in it)."""
    days = st.sampled_from([AS_OF - timedelta(days=ago) for ago in range(3)])
    for name, column in columns.items():
        assert column.term is not None or not column.word
        if column.aspect is Aspect.CLEARED:
            row[f"~cleared {name.removesuffix('.cleared')}"] = draw(days)
        if column.aspect is Aspect.AGAIN and column.term is not None:
            entered = row.setdefault(f"~entered {column.word}", draw(days))
            row[name] = entered > row[f"~cleared {column.term.name}"] or None


# --- what the evaluator asks of a row -------------------------------------------------------------------


@dataclass
class RowKnowledge:
    """A row as the evaluator reads it: the same columns, one look-up at a time."""

    row: Row
    as_of: date = AS_OF

    def instances(self, scope: Scope) -> Instances:
        if scope is Scope.HEADACHE:
            others = [str(n) for n in range(1, ROOM.others + 1) if self.row.get(f"other{n}.exists")]
            return Instances(("0", *others) if self.row["headache"] is not None else ())
        if scope is Scope.INJURY:
            ids = [str(n) for n in range(1, ROOM.injuries + 1) if self.row.get(f"injury{n}.exists")]
            return Instances(tuple(ids), none_stated=bool(self.row.get("no_injury")))
        every = [str(n) for n in range(1, ROOM.visits + 1) if self.row.get(f"visit{n}.date") is not None]
        return Instances(tuple(reversed(every)))

    def day_of(self, visit: str) -> date:
        day: date = self.row[f"visit{visit}.date"]
        return day

    def says_nothing_of(self, names: frozenset[str]) -> bool:
        return False

    def newest_entry(self, facts: tuple[Fact[Any], ...]) -> date | None:
        return max((self.row[f"~entered {fact.name}"] for fact in facts), default=None)

    def visits_with(self, fact: Fact[Any], where: Binding) -> frozenset[str]:
        every = self.instances(Scope.VISIT).ids if fact.scope in (Scope.VISIT, Scope.COURSE) else ()
        return frozenset(one for one in every if self._was_entered(fact, self._where(where.bound(Scope.VISIT, one))))

    def _was_entered(self, fact: Fact[Any], there: Where) -> bool:
        start = there.that_matters(fact).prefix(fact) + fact.name
        if self.row.get(f"{start}.entered"):
            return True
        rare = (".entered", ".partial")
        values = (
            value
            for name, value in self.row.items()
            if (name == start or name.startswith((f"{start}.", f"{start}[", f"{start}="))) and not name.endswith(rare)
        )
        return fact.absent is None and any(value is not None for value in values)

    def _where(self, binding: Binding) -> Where:
        # Without a headache the columns of the headache hold what is known without one.
        headache = binding.headache or ("0" if self.row["headache"] is None else None)
        ids = (headache, binding.injury, binding.visit)
        return Where(*(None if one is None else int(one) for one in ids))

    def read(self, term: Term, where: Binding) -> Reading:
        there = self._where(where).that_matters(term.fact)
        value = self._value(there.prefix(term.fact) + term.name, term)
        if value is UNKNOWN:
            return Reading(UNKNOWN, Origin.MISSING, missing=(term.fact.name,))
        partial = bool(self.row.get(f"{there.prefix(term.fact)}{term.name}.partial"))
        return Reading(value, Origin.STATED, partial=partial)

    def _value(self, name: str, term: Term) -> Value:
        if self.row.get(f"{name}.never"):
            return NEVER
        if f"~cleared {name}" in self.row:
            return {"date": self.row[f"~cleared {name}"]} if self.row[f"{name}.cleared"] else UNKNOWN
        if self.row.get(f"{name}.known"):
            return {}
        low, high = self.row.get(f"{name}.low"), self.row.get(f"{name}.high")
        if low is not None and high is not None:
            return Span(low, high)
        words = {key.removeprefix(f"{name}="): on for key, on in self.row.items() if key.startswith(f"{name}=")}
        if words:
            return UNKNOWN if None in words.values() else frozenset(word for word, on in words.items() if on)
        value = self.row.get(name)
        return UNKNOWN if value is None else value


def named_rules(rules: Iterable[Criterion]) -> dict[str, Criterion]:
    """Rules under numbers."""
    return {f"rule {number}": rule for number, rule in enumerate(rules)}
