"""How common cervicogenic headache is before any test, by where people come from (decision 0014).

A setting holds the studies that were read for it. Its prior is an equal mixture of their Beta distributions, each
scaled down to at most STUDY_CASES cases. So two studies that disagree give a wide prior, and no study a narrow one.
Shares are of people with a headache, except where a study says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass

from concordant.diagnosis.probability.assumptions import CARE_SETTING
from concordant.diagnosis.probability.published import JULL, LEONE, Proportion, counted


@dataclass(frozen=True, slots=True)
class Rivals:
    """How the headaches that are not cervicogenic divide, as counts of one study."""

    migraine: float
    tension_type: float
    other: float
    source: str
    how_known: str


@dataclass(frozen=True, slots=True)
class CareSetting:
    """Where people come from."""

    key: str
    name: str
    shares: tuple[Proportion, ...]
    rivals: tuple[Rivals, ...]
    note: str = ""


KNACKSTEDT = "Knackstedt 2010, doi:10.1177/0333102410368442"
NILSSON = "Nilsson 1995, doi:10.1097/00007632-199509000-00008"
ANTHONY = "Anthony 2000, Clin Exp Rheumatol 18(2 Suppl 19):S59"
LORD = "Lord 1994, doi:10.1136/jnnp.57.10.1187"
DROTTNING = "Drottning 2002, doi:10.1046/j.1468-2982.2002.00315.x"

_akershus_chronic = counted(
    "P-AKERSHUS",
    "of people aged 30-44 with 15 or more headache days a month",
    36,
    790,
    f"{KNACKSTEDT}; Aaseth 2009, Acta Neurol Scand Suppl 189:30-2",
    "derived: 0.17 % over 3.71 %, each of 21,300 who answered",
)
_hospital_outpatients = Rivals(772, 245, 152, LEONE, "read: 66, 21 and 13 % of 1,169")
_single_headaches = Rivals(22, 33, 0, JULL, "read: volunteers with one headache, 22 migraine, 33 tension-type")
_general = Rivals(42, 100, 42, "HUNT4 2018, PMC5859006", "derived: 18.1, 43.1 and 18 % of 232")

GENERAL_POPULATION = CareSetting(
    "general_population",
    "general population",
    (
        counted("P-VAGA", "of adults", 75, 1838, "Sjaastad 2008, doi:10.1111/j.1600-0404.2007.00962.x", "read: 4.1 %"),
        counted("P-NILSSON-ALL", "of adults", 8, 320, NILSSON, "read, second hand: 2.5 %; people derived from 8 cases"),
        counted("P-AKERSHUS-ALL", "of people aged 30-44", 36, 21_300, KNACKSTEDT, "derived: 0.17 % of 71 % of 30,000"),
    ),
    (_general,),
    "These are shares of all adults; of those with a headache the share is larger.",
)
FREQUENT_HEADACHE = CareSetting(
    "frequent_headache",
    "frequent headache",
    (
        counted("P-NILSSON", "of people with 5 or more headache days a month", 8, 45, NILSSON, "read: 17.8 % (8-32)"),
        _akershus_chronic,
    ),
    (_single_headaches, _hospital_outpatients),
)
HEADACHE_CLINIC = CareSetting(
    "headache_clinic",
    "headache clinic",
    (
        counted("P-ANTHONY", "of patients with idiopathic headache, no whiplash", 128, 796, ANTHONY, "read: 16.1 %"),
        _akershus_chronic,
    ),
    (_hospital_outpatients,),
)
AFTER_WHIPLASH = CareSetting(
    "after_whiplash",
    "headache that began after a whiplash",
    (
        counted("P-LORD", "of people with chronic neck pain and headache, by blocks", 27, 71, LORD, "read: 27 of 71"),
        counted(
            "P-DROTTNING",
            "of people with headache one month after, at 6 weeks",
            47,
            222,
            DROTTNING,
            "derived: 8 % of 587; that the 8 % are of all 587 is recalled",
        ),
    ),
    (_single_headaches, _hospital_outpatients),
    "How the other headaches divide was not read for this setting; that of the other settings stands in.",
)

CARE_SETTINGS = (GENERAL_POPULATION, FREQUENT_HEADACHE, HEADACHE_CLINIC, AFTER_WHIPLASH)


def clinics_setting() -> CareSetting:
    """What the clinic has set."""
    return CARE_SETTINGS[CARE_SETTING - 1]
