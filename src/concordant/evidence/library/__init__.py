"""The library: trials and published pools as a reviewed, dated, cited data set, and what the clinic's advice rests on.

``data/`` holds the rows (edition: :data:`REVIEWED`). Numbers known only from memory stay in the files, marked;
nothing here hands them out. ``trials`` and ``pooled`` ask, ``claims`` says what stands behind the four figures of the
clinic's article, ``recomputed`` says of every published figure whether it can be computed again, and ``all_advice``
what rests on what.
"""

from concordant.evidence.library.advice import Advice, Direction, Source, advice, advice_on, all_advice, sources
from concordant.evidence.library.certainty import Domain, Prompt, Rated, prompts, rated
from concordant.evidence.library.claims import CLAIMS, Claim, caution, claim, claims, implied_people, implied_sd
from concordant.evidence.library.contrast import Contrast, ForPool, contrast_of, for_pool
from concordant.evidence.library.edition import REVIEWED
from concordant.evidence.library.known import HowKnown
from concordant.evidence.library.needed import Needed, needed, needed_for
from concordant.evidence.library.plain import UNITS, Difference, Unit, of_pool, of_row, plain
from concordant.evidence.library.pooled_row import PooledRow
from concordant.evidence.library.query import pooled, pooled_by_id, trials
from concordant.evidence.library.recompute import (
    Answer,
    Consistency,
    Figure,
    Recomputed,
    consistency,
    figure,
    printed,
    recompute,
    recomputed,
)
from concordant.evidence.library.risk_of_bias import (
    RiskOfBias,
    WeightAtRisk,
    risk_of_bias,
    risk_of_bias_of,
    weight_at_risk,
)
from concordant.evidence.library.trial_row import Role, TrialRow, ValueKind

__all__ = [
    "CLAIMS",
    "REVIEWED",
    "UNITS",
    "Advice",
    "Answer",
    "Claim",
    "Consistency",
    "Contrast",
    "Difference",
    "Direction",
    "Domain",
    "Figure",
    "ForPool",
    "HowKnown",
    "Needed",
    "PooledRow",
    "Prompt",
    "Rated",
    "Recomputed",
    "RiskOfBias",
    "Role",
    "Source",
    "TrialRow",
    "Unit",
    "ValueKind",
    "WeightAtRisk",
    "advice",
    "advice_on",
    "all_advice",
    "caution",
    "claim",
    "claims",
    "consistency",
    "contrast_of",
    "figure",
    "for_pool",
    "implied_people",
    "implied_sd",
    "needed",
    "needed_for",
    "of_pool",
    "of_row",
    "plain",
    "pooled",
    "pooled_by_id",
    "printed",
    "prompts",
    "rated",
    "recompute",
    "recomputed",
    "risk_of_bias",
    "risk_of_bias_of",
    "sources",
    "trials",
    "weight_at_risk",
]
