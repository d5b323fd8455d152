"""The sentences that stand beside the number."""

MEANING = (
    "Of people with a headache like this one, from this setting and with these results: the share in whom this "
    "headache comes from the neck rather than being migraine, tension-type or another headache. A person may have "
    "several headaches, and about 30 % of people with cervicogenic headache also meet criteria of migraine "
    "(Vincent 1999, doi:10.1177/0333102499019S2503)."
)
NOT_A_DIAGNOSIS = "This is not a diagnosis: ICHD-3 criteria decide, and are shown apart."
BIAS = (
    "Likely too high or too low in ways the interval does not hold: nearly all studies took criteria that include neck "
    "signs as the truth (incorporation bias) and compared clear cases with clear controls (spectrum bias)."
)
DEPENDENCE = (
    "How neck signs hang together is not published. As a choice, a further sign that points the same way counts in "
    "part, and the interval allows for weak to near-complete correlation."
)
AFTER_WHIPLASH = (
    "ICHD-3 codes this headache {code}, not 11.2.1. The number then says how likely the neck is its source, which "
    "guides treatment and is no code."
)
DEFINITE = "The criteria of 11.2.1 are met already; the number does not add to them or take from them."
EXCLUDED = "The criteria of 11.2.1 are not met; the number speaks of neck findings, not against that verdict."
URGENT = "A red flag is open that a physician has to answer; the number leaves such causes out."
NOT_SCREENED = "Red flags are not all asked; the number leaves serious causes out."
WITHHELD = (
    "Withheld: a red flag is open ({flag}). Whether the neck is the source is not the question until it is answered."
)
