"""The newest visit of each discipline has a note in the demo, so that there is a hand-over to read. All is made up."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from concordant.record.care import Done, Note
from concordant.record.case import Case, Treatment

DONE: Mapping[str, Done] = MappingProxyType(
    {
        one.intervention: one
        for one in (
            Done(
                "suboccipital_release", "suboccipital muscles", "right", "10 minutes", True, "better", "eased at once"
            ),
            Done("rmt_upper_trapezius_levator", "upper trapezius, levator", "right", "15 minutes", False, "better"),
            Done("c1_c2_mobilisation", "C1-C2", "right", "3 sets × 30 seconds, grade III", True, "better"),
            Done("self_snag_c1_c2", "C1-C2", "right", "1 set × 2 times, checked", None, "same"),
            Done("dcf_stage1", dose="10 times × 10 seconds at 24 mmHg, supervised", response="same"),
            Done("dcf_stage2", dose="3 sets × 10 times, supervised", response="same"),
            Done("scapular_training", dose="3 sets × 10 times, supervised", response="same"),
            Done("co_contraction", dose="10 times × 5 seconds, supervised", response="same"),
            Done("education_core", dose="10 minutes"),
        )
    }
)
NOTES: Mapping[str, Note] = MappingProxyType(
    {
        "rmt": Note(
            subjective="The neck tires towards the evening; no flare after the last visit.",
            objective="Tender below the skull on the right, eases under held pressure.",
            analysis="Muscle guarding is less than at the start.",
            plan="Physiotherapy follows today.",
        ),
        "physiotherapist": Note(
            subjective="Exercises are done most days; the right side is still stiff in the morning.",
            objective="Rotation to the right freer after mobilisation; nods without strain.",
            analysis="Motion gains hold from visit to visit; control comes next.",
            plan="Raise the nod by one step if it stays easy.",
        ),
    }
)


def with_notes(case: Case, today: date) -> Case:
    """The case with a note for the newest treatment of each discipline."""
    newest: dict[str, Treatment] = {}
    for one in case.treatments:
        if one.took_place and one.date <= today and one.discipline in NOTES and one.interventions:
            newest[one.discipline] = one
    noted = {id(one): _noted(one) for one in newest.values()}
    return replace(case, treatments=tuple(noted.get(id(one), one) for one in case.treatments))


def _noted(one: Treatment) -> Treatment:
    done = tuple(DONE[each] for each in one.interventions if each in DONE)
    return replace(one, done=done, note=NOTES[one.discipline])
