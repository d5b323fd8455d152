"""Which locks close which tests (examination 1).

The reference locks "end-range and manual tests" where the neck may be unstable. Read cautiously: everything that moves,
loads or presses on the neck; only the photo stays open. An open flag closes what it forbids as treatment (diagnosis
4.9): one that holds mid-range work by hand the tests by hand and at end range, one that holds loading those that load.
"""

from concordant.measures.procedure import Lock

ALARM = frozenset({Lock.ALARM})
_MOVES = frozenset({Lock.ALARM, Lock.INSTABILITY, Lock.LOADED})
"""The person's own movement and effort."""
BY_HAND = _MOVES | {Lock.HELD}
"""By the examiner's hands, or at end range."""
NOT_IN_AN_ATTACK = _MOVES | {Lock.ATTACK}
FROM_PROVOCATION_ON = _MOVES | {Lock.RISEN}
"""Step 8 and what comes after it."""
PROVOKED_BY_HAND = BY_HAND | {Lock.RISEN}
NOT_WHEN_IRRITABLE = FROM_PROVOCATION_ON | {Lock.IRRITABLE}
