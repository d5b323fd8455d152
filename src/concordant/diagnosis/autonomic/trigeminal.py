"""What 3.1, 3.2 and 3.4 have in common: signs of the eye, nose and face on the side of the pain, and the site.

ICHD-3 (2018) 3.1, 3.2, 3.4, doi:10.1177/0333102417738202. The final text dropped flushing of the face and fullness of
the ear, which the beta text of 2013 had.
"""

from concordant.criteria import all_of, any_of, meets, one_of, yes
from concordant.diagnosis.side import one_sided
from concordant.facts.examination.signs import cas_miosis_or_ptosis
from concordant.facts.history.autonomic import (
    cas_conjunctival_or_tearing,
    cas_eyelid_oedema,
    cas_nasal,
    cas_sweating,
    restlessness,
)
from concordant.facts.history.pattern import pain_regions, pain_severity

SIGNS = (cas_conjunctival_or_tearing, cas_nasal, cas_eyelid_oedema, cas_sweating, cas_miosis_or_ptosis)

ipsilateral_sign = any_of(*(one_of(sign, "ipsilateral") for sign in SIGNS))
"""At least one of the signs, on the side of the pain."""

no_autonomic_sign = all_of(*(one_of(sign, "none") for sign in SIGNS))
"""Each of the signs was asked or looked for, and there is none on either side."""

sign_or_restlessness = any_of(C1=ipsilateral_sign, C2=yes(restlessness))
"""Criterion C of 3.1 and 3.2."""

severe_one_sided_about_the_eye = all_of(
    one_of(pain_severity, "severe", "very_severe"),
    one_sided,
    meets(pain_regions, "orbital", "supraorbital", "temporal"),
)
"""Criterion B of 3.1 and 3.2 without the length of the attack."""
