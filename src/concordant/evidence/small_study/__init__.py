"""What a funnel of studies shows: slope on the standard error, rank correlation, trim and fill, and the funnel itself.

None of them proves that studies are missing, and with fewer than ten trials they are refused.
"""

from concordant.evidence.small_study.begg import Begg, begg
from concordant.evidence.small_study.egger import Egger, egger
from concordant.evidence.small_study.funnel import Funnel, Region, funnel
from concordant.evidence.small_study.trim_and_fill import TrimAndFill, trim_and_fill

__all__ = ["Begg", "Egger", "Funnel", "Region", "TrimAndFill", "begg", "egger", "funnel", "trim_and_fill"]
