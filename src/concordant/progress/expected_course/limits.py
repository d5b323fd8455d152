"""What can be said beforehand and what cannot, in words (prognosis 1, 4, 5, 8; retest 4)."""

LIMITS: tuple[str, ...] = (
    "The people: trials left out many whom a clinic sees: those with headache on both sides, features of migraine, "
    "or with a claim after a crash. After an insured crash expect slower recovery; trial figures are no promise.",
    "The evidence: weeks 12 to 52 rest on one trial of cervicogenic headache (Haas 2018, 256 people in four arms, "
    "followed to week 52) and one of women with chronic headache of any kind (116 people, to week 26). Weeks 4 and 8 "
    "are set by judgement. Nothing was published between the weeks that are shown, so nothing is drawn between them.",
    "Other care: the figures are those of all care in an arm together, such as manipulation with light massage. What "
    "one part adds cannot be read from them, nor what medicines taken meanwhile did.",
    "Groups, not persons: a limit is made from means of groups. About one person in four does not halve their headache "
    "days with active care (Jull & Stanton 2005).",
    "Without treatment: people in comparison arms lost about 30 % of their headache days too. A fall in one person "
    "never proves that treatment caused it.",
)
"""Stands beside every band and chart."""

NO_FORECAST = (
    "No forecast is made for one person. No stable set of predictors was found in 200 people (Jull & Stanton 2005), "
    "the coefficients of the model after a crash were not seen (Cancelliere 2020), and how "
    "far people scatter about the mean course is not known. An interval without these would be invented."
)

BEFOREHAND = (
    "In studies about three in four people like you halve their headache days. We cannot tell in advance who. The "
    "first four weeks tell us most."
)
"""What the person is told (prognosis 5; product wording)."""

REVIEW_ONLY = (
    "The band opens a review where the decision table has not asked for one. It never stops the care of somebody who "
    "responds (prognosis 7; conflicts C26)."
)
