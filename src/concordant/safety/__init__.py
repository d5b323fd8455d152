"""Must someone act now? Red flags and precautions, what each forbids, and what has not been asked."""

from concordant.safety.assess import FlagReading, Safety, assess_safety
from concordant.safety.book import CLEAR, FLAGS, safety_rules
from concordant.safety.flag import TECHNIQUES, WHAT_TO_DO, Action, Flag

__all__ = [
    "CLEAR",
    "FLAGS",
    "TECHNIQUES",
    "WHAT_TO_DO",
    "Action",
    "Flag",
    "FlagReading",
    "Safety",
    "assess_safety",
    "safety_rules",
]
