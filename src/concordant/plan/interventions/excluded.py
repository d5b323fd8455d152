"""Passive machines and supports that the clinic does not offer, and what may fairly be said of them (treatment 2).

A product rule. It is not true that none of them ever works for any neck pain. None has a rule, so none can be planned.
"""

from __future__ import annotations

from dataclasses import dataclass

from concordant.plan.interventions.intervention import Evidence


@dataclass(frozen=True, slots=True)
class Excluded:
    """One modality that is never offered."""

    id: str
    name: str
    target: str
    fair_sentence: str
    """For everybody to read."""
    evidence: Evidence


_MACHINES = ("passive-machines-left-out",)

EXCLUDED: tuple[Excluded, ...] = (
    Excluded(
        "x_ultrasound",
        "Therapeutic ultrasound",
        "soft tissue",
        "No better than placebo for neck pain.",
        Evidence(
            "Pulsed ultrasound no better than placebo for neck pain (moderate evidence of no benefit).",
            "moderate (of no benefit), neck pain",
            ("10.2174/1874325001307010440",),
            "read: ICON overview 2013 abstract; DOI pattern recalled",
            _MACHINES,
        ),
    ),
    Excluded(
        "x_ifc",
        "Interferential current",
        "pain modulation",
        "Not enough evidence to tell.",
        Evidence(
            "No trial in cervicogenic headache seen. Electrotherapy for neck pain: 20 small trials, 1239 people, could "
            "not be pooled, very low quality.",
            "very low",
            ("10.1002/14651858.CD004251.pub5",),
            "read: Cochrane 2013 abstract (the abstract part seen does not name interferential current)",
            _MACHINES,
        ),
    ),
    Excluded(
        "x_tens",
        "TENS",
        "pain modulation",
        "May ease pain for a short while; uncertain.",
        Evidence(
            "Results vs placebo inconsistent. JOSPT 2017 still lists TENS (grade C, may) for whiplash without headache "
            "focus, not for neck pain with headache.",
            "very low",
            ("10.1002/14651858.CD004251.pub5", "10.1002/14651858.CD011927.pub2", "10.2519/jospt.2017.0302"),
            "read: Cochrane 2013 abstract; JOSPT 2017 recommendations; 2019 review design only",
            _MACHINES,
        ),
    ),
    Excluded(
        "x_laser",
        "Low-level laser",
        "soft tissue",
        "Some evidence for chronic neck pain; none for this headache; we put the time into exercise.",
        Evidence(
            "Neck pain, 16 RCTs, n=820: pain 19.86/100 mm lower (95% CI 10.04 to 29.68) after treatment, 22.07 lower "
            "(17.42 to 26.72) up to 22 weeks. Not shown for cervicogenic headache.",
            "moderate for chronic neck pain; none for cervicogenic headache",
            ("10.1016/S0140-6736(09)61522-1", "10.2174/1874325001307010440", "10.2519/jospt.2017.0302"),
            "read: Chow 2009 abstract; ICON 2013 abstract; JOSPT 2017 (laser listed for chronic mobility deficits B); "
            "scope page of the massage therapists' college",
            _MACHINES,
        ),
    ),
    Excluded(
        "x_collar",
        "Soft collar beyond a few days",
        "immobilisation",
        "Keep moving.",
        Evidence(
            "Guideline: minimise collar use after whiplash (grade B).",
            "guideline grade B",
            ("10.2519/jospt.2017.0302",),
            "read: JOSPT 2017 recommendations",
        ),
    ),
)
