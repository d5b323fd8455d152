"""Must someone act now? Red flags and precautions, what each blocks, and what has not been asked."""

from concordant.safety.assess import FlagReading, Safety, assess_safety
from concordant.safety.book import CLEAR, safety_rules
from concordant.safety.catalogue import FLAGS
from concordant.safety.flag import WHAT_TO_DO, Action, Flag
from concordant.safety.imaging import Imaging, InjuryReading
from concordant.safety.matrix import TECHNIQUES, Letter

__all__ = [
    "CLEAR",
    "FLAGS",
    "TECHNIQUES",
    "WHAT_TO_DO",
    "Action",
    "Flag",
    "FlagReading",
    "Imaging",
    "InjuryReading",
    "Letter",
    "Safety",
    "assess_safety",
    "safety_rules",
]
