"""Which locks close which tests (examination 1).

The reference locks "end-range and manual tests" where the neck may be unstable. Read cautiously: everything that moves,
loads or presses on the neck; only the photo stays open. A flag that holds hands-on work on the neck closes the same.
"""

from concordant.measures.procedure import Lock

ALARM = frozenset({Lock.ALARM})
HANDS_ON = frozenset({Lock.ALARM, Lock.INSTABILITY, Lock.HELD})
NOT_IN_AN_ATTACK = HANDS_ON | {Lock.ATTACK}
FROM_PROVOCATION_ON = HANDS_ON | {Lock.RISEN}
"""Step 8 and what comes after it."""
NOT_WHEN_IRRITABLE = FROM_PROVOCATION_ON | {Lock.IRRITABLE}
