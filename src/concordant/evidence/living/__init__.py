"""A new trial: read from a file, held to what every other row is held to, and shown in what it moves.

`questions` declares what the clinic pools for its advice; `proposed` reads a trial; `moving` computes before and after.
"""

from concordant.evidence.living.moving import Moved, Standing, standing, what_moves
from concordant.evidence.living.proposed import Proposed, read_trial
from concordant.evidence.living.questions import QUESTIONS, Question, question

__all__ = [
    "QUESTIONS", "Moved", "Proposed", "Question", "Standing", "question", "read_trial", "standing", "what_moves",
]  # fmt: skip
