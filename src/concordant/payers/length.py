"""How long a visit has to be (R43)."""

from __future__ import annotations

from concordant.payers.rules import whole_of
from concordant.settings import whole

LEAST_MASSAGE = whole(
    "coverage_least_massage_minutes",
    whole_of("R43"),
    unit="min",
    low=0,
    high=120,
    says="A massage visit to ICBC that is shorter than this is warned of.",
    source="icbc_rules R43 (two clinics say so; no page of ICBC was seen)",
)
