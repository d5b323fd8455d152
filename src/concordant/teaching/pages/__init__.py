"""The pages, in the order in which a person would want them."""

from concordant.teaching.page import Page
from concordant.teaching.pages.activity import moving
from concordant.teaching.pages.help_at_once import help_at_once
from concordant.teaching.pages.medicine import medicine_days
from concordant.teaching.pages.neck_headache import neck_headache, referred_pain, why_missed
from concordant.teaching.pages.pain_science import pain_science
from concordant.teaching.pages.posture import posture
from concordant.teaching.pages.recovery import recovery
from concordant.teaching.pages.self_management import self_management
from concordant.teaching.pages.sleep import sleep

PAGES: tuple[Page, ...] = (
    help_at_once,
    neck_headache,
    referred_pain,
    why_missed,
    recovery,
    moving,
    posture,
    sleep,
    pain_science,
    medicine_days,
    self_management,
)
