"""What the pages and exercises rest on. Those that the evidence library knows are taken from there."""

from __future__ import annotations

from dataclasses import dataclass

from concordant.evidence.library import sources
from concordant.language import said


@dataclass(frozen=True, slots=True)
class Cited:
    """A paper, and how it is known here."""

    doi: str
    english_name: str
    english_how_known: str
    """``read …`` or ``recalled``; what was seen of it."""

    @property
    def name(self) -> str:
        """In the language of the moment."""
        return said(self.english_name)

    @property
    def how_known(self) -> str:
        """In the language of the moment."""
        return said(self.english_how_known)


def _known(doi: str) -> Cited:
    one = sources()[doi]
    return Cited(one.doi, one.name, one.how_known)


ICHD_3 = Cited("10.1177/0333102417738202", "ICHD-3, classification of headache", "read")
LORD_1994 = Cited("10.1136/jnnp.57.10.1187", "Lord 1994, third occipital nerve headache", "read")
VINCENT_1999 = Cited(
    "10.1177/0333102499019S2503", "Vincent and Luna 1999, cervicogenic headache beside migraine", "read"
)
LUEDTKE_2018 = Cited("10.1177/0333102417716934", "Luedtke 2018, neck findings in migraine", "read")
SNNOOP10 = Cited("10.1212/WNL.0000000000006697", "SNNOOP10, Do 2019", "read")
BIMOH = Cited("10.1136/jnnp-2014-308548", "BIMOH, brief advice on medication overuse", "read (abstract)")
LIN_2024 = Cited("10.1002/ejp.2182", "Lin 2024, pain education in neck pain", "read (abstract)")
SULLIVAN_2019 = Cited("10.1038/s41598-019-42785-8", "Sullivan 2019, sleep care in headache", "read (abstract)")
DAHER_2020 = Cited("10.1177/0269215520912000", "Daher 2020, aerobic exercise added to neck exercise", "read (abstract)")
CHEN_2018 = Cited("10.1093/ptj/pzx101", "Chen 2018, neck exercise in office workers", "read (abstract)")
CCGI_2016 = Cited("10.1016/j.jmpt.2016.08.007", "CCGI guideline 2016", "read; DOI recalled")
COCHRANE_2010 = Cited("10.1002/14651858.CD005956.pub2", "Cochrane review 2010, keeping up exercise", "read in part")
DEMONT_2023 = Cited(
    "10.1002/pmrj.12856", "Demont 2023, review of physiotherapy", "read (record of the abstract; clinic's article)"
)
JULL_2002 = Cited("10.1097/00007632-200209010-00004", "Jull 2002, exercise and manipulation", "read (abstract)")
HALL_2007 = Cited("10.2519/jospt.2007.2379", "Hall 2007, self-SNAG", "read (abstract); strap and hands recalled")
SENSORIMOTOR_2018 = Cited("10.1186/s12891-018-1964-3", "Sensorimotor training protocol 2018", "read (abstract)")

JOSPT_2017 = _known("10.2519/jospt.2017.0302")
OPTIMA_2019 = _known("10.1002/ejp.1374")
PROMISE = _known("10.1016/S0140-6736(14)60457-8")
IFOMPT = _known("10.2519/jospt.2022.11147")
RANI_2022 = _known("10.1080/09593985.2022.2037032")
YLINEN_2010 = _known("10.2340/16501977-0527")
