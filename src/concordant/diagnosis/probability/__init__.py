"""How sure: the probability of cervicogenic headache against its rivals, with its interval (decision 0014).

``judge.probability`` is the entrance. Nothing is imported here, so that a verdict costs no numerical library.
"""
