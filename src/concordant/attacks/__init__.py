"""What one attack is like: the criteria that are asked of a single attack, defined once.

They are read in two ways: of the usual attack as the person tells it, and of a day of the diary (diagnosis 0.4).
Both go through the same definitions; only the answers differ (:mod:`concordant.attacks.signs`).
"""
