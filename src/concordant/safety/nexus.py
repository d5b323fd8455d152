"""NEXUS, the second voice after an injury: no imaging only if all five hold (diagnosis 4.7).

In the direct comparison it missed 16 patients, the Canadian C-spine rule 1 (Stiell, N Engl J Med 2003;349:2510-8).
"""

from concordant.criteria import any_of, named, no, yes
from concordant.facts.safety.signs import neuro_deficit_new
from concordant.facts.safety.trauma import alert_gcs_15, distracting_injury, intoxicated, midline_tenderness

asks_for_imaging = named(
    "NEXUS asks for imaging",
    any_of(
        yes(midline_tenderness),
        yes(neuro_deficit_new),
        no(alert_gcs_15),
        yes(intoxicated),
        yes(distracting_injury),
    ),
    source="NEXUS low-risk criteria",
)
"""Met: imaging. Not met: no imaging. Unknown: imaging, or ask what is missing."""
