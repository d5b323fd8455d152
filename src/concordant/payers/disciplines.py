"""Who treats, in the words of the chart, and what it is called in claims and fee tables."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

CLAIMED: Mapping[str, str] = MappingProxyType(
    {
        "physiotherapist": "physiotherapy",
        "rmt": "massage_therapy",
        "kinesiologist": "kinesiology",
        "counsellor": "counselling",
        "psychologist": "psychology",
        "acupuncturist": "acupuncture",
        "chiropractor": "chiropractic",
    }
)
"""The discipline of a treatment -> as claims name it."""

TREATS: Mapping[str, str] = MappingProxyType({claimed: who for who, claimed in CLAIMED.items()})
"""As claims name it -> the discipline of a treatment."""
