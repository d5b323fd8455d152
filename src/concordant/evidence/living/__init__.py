"""A new trial: read from a file, held to what every other row is held to, and shown in what it moves.

`questions` declares what the clinic pools for its advice. `document` reads the text of a file, `form` holds it to the
schema (`trial.schema.json`), `proposed` makes rows of it, `moving` computes before and after, `sentence` says it
plainly.
"""

from concordant.evidence.living.document import MOST_BYTES, text_of
from concordant.evidence.living.form import SCHEMA
from concordant.evidence.living.moving import Moved, NotEntered, Standing, not_entered, standing, what_moves
from concordant.evidence.living.proposed import EXAMPLE, Proposed, read_trial
from concordant.evidence.living.questions import QUESTIONS, Question, question
from concordant.evidence.living.sentence import sentence

__all__ = [
    "EXAMPLE", "MOST_BYTES", "QUESTIONS", "SCHEMA", "Moved", "NotEntered", "Proposed", "Question", "Standing",
    "not_entered", "question", "read_trial", "sentence", "standing", "text_of", "what_moves",
]  # fmt: skip
