"""Which locks close which tests (examination 1).

The reference locks "end-range and manual tests" where the neck may be unstable. Read cautiously: everything that moves,
loads or presses on the neck; only the photo stays open.
"""

from concordant.measures.procedure import Lock

ALARM = frozenset({Lock.ALARM})
HANDS_ON = frozenset({Lock.ALARM, Lock.INSTABILITY})
NOT_IN_AN_ATTACK = HANDS_ON | {Lock.ATTACK}
NOT_WHEN_IRRITABLE = HANDS_ON | {Lock.IRRITABLE}
