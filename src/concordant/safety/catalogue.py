"""All flags, in the order of the reference."""

from __future__ import annotations

from concordant.safety.aura import aura
from concordant.safety.cord import CORD
from concordant.safety.every_visit import EVERY_VISIT
from concordant.safety.flag import Flag
from concordant.safety.imaging import ccr_imaging
from concordant.safety.instability import instability
from concordant.safety.other_causes import OTHER_CAUSES
from concordant.safety.snnoop10 import SNNOOP10
from concordant.safety.vascular import VASCULAR

FLAGS: tuple[Flag, ...] = (
    *SNNOOP10,
    aura,
    *VASCULAR,
    instability,
    ccr_imaging,
    *CORD,
    *OTHER_CAUSES,
    *EVERY_VISIT,
)
