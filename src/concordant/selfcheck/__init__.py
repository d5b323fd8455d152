"""The self-check: from what somebody has answered so far to the next question, or to what the answers say.

For people without an account. Danger signs come first, and one of them ends it with what to do. Nothing here is a
diagnosis, and nothing remembers: every step follows from the answers alone (decision 28).
"""

from concordant.selfcheck.answers import INJURY, Answers, case_of
from concordant.selfcheck.question import Question, question
from concordant.selfcheck.step import Step, next_step
from concordant.selfcheck.stop import Stop
from concordant.selfcheck.summary import Side, Summary

__all__ = ["INJURY", "Answers", "Question", "Side", "Step", "Stop", "Summary", "case_of", "next_step", "question"]
