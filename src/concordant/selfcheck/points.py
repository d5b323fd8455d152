"""What may speak for or against each kind of headache in the words of the person: criteria of the engine, said plainly.

Each point is a published criterion that the person alone can tell. How many attacks there were and how long they last
belong to the same criteria and are asked at the first visit: they need more time than they tell here.
"""

from __future__ import annotations

from dataclasses import dataclass

from concordant.attacks import migraine, tension_type
from concordant.attacks.signs import AS_TOLD
from concordant.criteria import Criterion, all_of, any_of, at_or_above, key_of, yes
from concordant.diagnosis.explaining.plain_words import PLAIN
from concordant.diagnosis.neck.chisg import one_sided_without_shift
from concordant.diagnosis.neck.labels import CODE as CERVICOGENIC
from concordant.facts.diary.counts import acute_med_days_per_30d, any_headache_days_per_30d
from concordant.facts.history.pattern import pain_starts_in_neck, provoked_by_neck_movement_or_posture
from concordant.language import said
from concordant.record.derive.overuse import LIMITS

OVERUSE_DAYS = 15
"""Days with headache in 30: ICHD-3 8.2 A, doi:10.1177/0333102417738202."""


@dataclass(frozen=True, slots=True)
class Point:
    """One criterion, and what is said where it is met and where it is not."""

    criterion: Criterion
    where_met: str
    where_not_met: str
    """As they are declared, in English."""
    source: str

    @property
    def speaks_for(self) -> str:
        """In the language of the moment."""
        return said(self.where_met)

    @property
    def speaks_against(self) -> str:
        """In the language of the moment."""
        return said(self.where_not_met)


@dataclass(frozen=True, slots=True)
class Family:
    """One kind of headache with its points."""

    code: str
    """Of the diagnosis whose plain words name it."""
    called: str
    """As it is declared, in English."""
    points: tuple[Point, ...]

    @property
    def name(self) -> str:
        """In the language of the moment, as it stands within a sentence."""
        return said(self.called)


_ICHD = "ICHD-3 (2018) {}, doi:10.1177/0333102417738202"
_CHISG = "CHISG 1998, Headache 1998;38:442-5 (recalled), {}"

NECK = Family(
    CERVICOGENIC,
    PLAIN[CERVICOGENIC].name,
    (
        Point(
            one_sided_without_shift,
            "It is always on the same side.",
            "It changes sides, or is on both sides.",
            _CHISG.format("III"),
        ),
        Point(
            yes(pain_starts_in_neck),
            "It starts in your neck.",
            "It does not start in your neck.",
            _CHISG.format("IV"),
        ),
        Point(
            yes(provoked_by_neck_movement_or_posture),
            "Moving or holding your neck can bring it on.",
            "Moving or holding your neck does not bring it on.",
            _CHISG.format("Ia1"),
        ),
    ),
)

MIGRAINE = Family(
    "1.1",
    PLAIN["1.1"].name,
    (
        Point(
            migraine.character(AS_TOLD),
            "The pain is like that of migraine: its side, how it feels, how strong it is, or that it gets worse "
            "when you walk.",
            "The pain is not like that of migraine.",
            _ICHD.format("1.1 C"),
        ),
        Point(
            migraine.accompaniment(AS_TOLD),
            "You feel sick with it, or both light and sound bother you.",
            "You do not feel sick with it, and light and sound do not both bother you.",
            _ICHD.format("1.1 D"),
        ),
    ),
)

TENSION_TYPE = Family(
    "2.1",
    # What 2.1, 2.2 and 2.3 share; how often it comes is not told apart here.
    "a tension-type headache",
    (
        Point(
            tension_type.character(AS_TOLD),
            "The pain is like that of a tension-type headache: on both sides, tight, not too strong, or no worse when "
            "you walk.",
            "The pain is not like that of a tension-type headache.",
            _ICHD.format("2.1 C"),
        ),
        Point(
            tension_type.neither_sick_nor_both_sensitive(AS_TOLD),
            "You do not feel sick with it, and light and sound do not both bother you.",
            "You feel sick with it, or both light and sound bother you.",
            _ICHD.format("2.1 D"),
        ),
    ),
)

_half_of_days = at_or_above(any_headache_days_per_30d, OVERUSE_DAYS)
_many_drug_days = any_of(
    *(
        at_or_above(key_of(acute_med_days_per_30d, key), LIMITS[key])
        for key in acute_med_days_per_30d.kind.keys
        if key in LIMITS
    )
)

OVERUSE = Family(
    "8.2",
    PLAIN["8.2"].name,
    (
        Point(
            all_of(_half_of_days, _many_drug_days),
            "Your head hurts on half of all days or more, and you take a pain drug on many days. Do not stop it on "
            "your own. Ask a doctor or a pharmacist.",
            "You have fewer headache days, or fewer days with a pain drug, than this kind needs.",
            _ICHD.format("8.2 A, B"),
        ),
    ),
)

FAMILIES = (NECK, MIGRAINE, TENSION_TYPE, OVERUSE)
