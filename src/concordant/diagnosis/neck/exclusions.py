"""Criterion D of 11.2.1: what has to be excluded before it can be met (diagnosis 1.2.1, 3.2).

5.3 and 5.4 go by the steps W1 to W8; dissection, giant cell arteritis and low pressure of the cerebrospinal fluid by
their suspicion rules, which are red flags; overuse of medicines excludes nothing, but its days have to be counted.
"""

from concordant.criteria import (
    all_of,
    any_of,
    at_or_above,
    awaits,
    below,
    decide,
    known,
    meets,
    named,
    no,
    not_,
    surely,
    verdict,
    yes,
)
from concordant.diagnosis.autonomic.indomethacin import indomethacin_failed
from concordant.diagnosis.autonomic.trigeminal import no_autonomic_sign
from concordant.diagnosis.diagnosis import features_key
from concordant.diagnosis.neck.onset import onset_related_to_neck_disorder
from concordant.diagnosis.neck.parallel import improved_in_parallel
from concordant.diagnosis.winners import ALLOWED_BESIDE_WHIPLASH
from concordant.facts.diary.counts import any_acute_med_days_per_30d, worsening_factor
from concordant.facts.examination.signs import (
    gon_or_c2_trigger_point,
    occipital_nerve_tender,
    scalp_dysaesthesia_or_allodynia,
)
from concordant.facts.history.autonomic import (
    indomethacin_response,
    restlessness,
)
from concordant.facts.history.block import occipital_block_eases
from concordant.facts.history.pattern import headache_continuous, pain_qualities
from concordant.facts.history.person import preexisting_headache
from concordant.facts.safety.results import red_flag_cleared

TWO_FOLD = 2
"""ICHD-3 G8: "significantly worse" usually means a two-fold or greater increase in frequency or severity."""

red_flags_asked = named(
    "red flags asked and none open",
    awaits(verdict("safety clear", of_headache=False), settled_by=red_flag_cleared),
    source="diagnosis 3.2, 4.1",
)

not_after_whiplash = named(
    "not after whiplash (5.3, 5.4)", not_(any_of(verdict("5.3"), verdict("5.4"))), source="ICHD-3 G9"
)
"""Open while it is open whether 5.3 or 5.4 is met (W6)."""

medicine_days_counted = named(
    "days with acute medicines are counted", known(any_acute_med_days_per_30d), source="diagnosis 3.2"
)

no_autonomic_headache = named(
    "no sign of a trigeminal autonomic headache, or indomethacin failed",
    awaits(
        any_of(
            all_of(no_autonomic_sign, no(restlessness), no(headache_continuous)),
            indomethacin_failed,
        ),
        settled_by=indomethacin_response,
    ),
    source="product rule, diagnosis 1.12, 3.2",
)

no_occipital_neuralgia = named(
    "no shooting pain with scalp allodynia and a tender occipital nerve",
    awaits(
        not_(
            all_of(
                meets(pain_qualities, "shooting", "stabbing", "sharp"),
                yes(scalp_dysaesthesia_or_allodynia),
                any_of(yes(occipital_nerve_tender), yes(gon_or_c2_trigger_point)),
            )
        ),
        settled_by=occipital_block_eases,
    ),
    source="product rule, diagnosis 3.2",
)

_older = yes(preexisting_headache)
_older_and_worse = all_of(_older, at_or_above(worsening_factor, TWO_FOLD))
_older_and_not_worse = all_of(_older, below(worsening_factor, TWO_FOLD))
_new_from_the_neck = all_of(no(preexisting_headache), onset_related_to_neck_disorder)
_timing_is_open = not_(surely(any_of(_older_and_worse, _older_and_not_worse, _new_from_the_neck)))

not_an_older_migraine = named(
    "not a migraine that was there before and has not become twice as bad",
    any_of(
        not_(surely(any_of(verdict(features_key("1.1")), verdict(features_key("1.2"))))),
        decide(
            met_if=any_of(
                _new_from_the_neck,
                _older_and_worse,
                all_of(_timing_is_open, improved_in_parallel),
            ),
            not_met_if=any_of(
                _older_and_not_worse,
                all_of(_timing_is_open, not_(improved_in_parallel)),
            ),
        ),
    ),
    source="ICHD-3 G7, G8; product rule, diagnosis 3.2 step 5",
)
"""Of one headache that fits 1.1 and 11.2.1: with the timing unknown, the course of treatment (C2) decides."""

EXCLUDED_FIRST = (
    red_flags_asked,
    *(() if ALLOWED_BESIDE_WHIPLASH else (not_after_whiplash,)),
    no_autonomic_headache,
    no_occipital_neuralgia,
    not_an_older_migraine,
    medicine_days_counted,
)
