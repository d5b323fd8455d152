"""People who have not been examined yet."""

from __future__ import annotations

from concordant.simulate.diary.course import steady
from concordant.simulate.diary.keeper import DILIGENT
from concordant.simulate.diary.kind import FROM_NECK, TENSION
from concordant.simulate.diary.write import Plan, Stream
from concordant.simulate.stages.neck_story import GOALS
from concordant.simulate.stages.someone import Someone
from concordant.simulate.story.care import asked
from concordant.simulate.story.draft import THE_PERSON, Draft
from concordant.simulate.story.headaches import from_the_neck, tension_type
from concordant.simulate.story.screen import OF_THE_PERSON


def _self_check(draft: Draft) -> None:
    day = draft.ago(2)
    draft.begin(day, draft.rng.choice(GOALS))
    few = ("laterality", "pain_starts_in_neck", "nausea", "photophobia", "phonophobia")
    told = {name: value for name, value in from_the_neck(draft.side).items() if name in few}
    draft.headache(f"{draft.side}-sided headache", day, told)
    draft.say(day, THE_PERSON, {name: OF_THE_PERSON[name] for name in ("cancer_active", "seizure_new")})
    del draft.case["injuries"]


def _intake_done(draft: Draft) -> None:
    day = draft.ago(13)
    draft.begin(day, draft.rng.choice(GOALS), kind="extended")
    dated = {"headache_onset_date": str(draft.ago(700)), "headache_onset_precision": "month"}
    draft.headache(f"{draft.side}-sided, from the neck", day, from_the_neck(draft.side) | dated)
    asked(draft, day, "A")
    kind = FROM_NECK.on_side(draft.side)
    draft.diary(Plan((Stream(kind, steady(15)),), DILIGENT, day, draft.ago(1), draft.today))


def _three_days(draft: Draft) -> None:
    day = draft.ago(3)
    draft.begin(day, draft.rng.choice(GOALS))
    dated = {"headache_onset_date": str(draft.ago(900)), "headache_onset_precision": "year"}
    draft.headache("a band around the head", day, tension_type() | dated)
    asked(draft, day, "A")
    draft.diary(Plan((Stream(TENSION, steady(14)),), DILIGENT, day, draft.ago(1), draft.today))


PEOPLE = (
    Someone("1001", "Maeve", "Thorburn", "female", 34, "self-check done, nothing else", _self_check),
    Someone("1002", "Harpreet", "Sandhu", "male", 41, "intake done, not examined yet", _intake_done),
    Someone("1003", "Rosalind", "Achterberg", "female", 27, "intake and three days of diary", _three_days),
)
