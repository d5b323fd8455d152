"""Upper cervical instability (diagnosis 4.5).

Hutting 2013, doi:10.2522/ptj.20130186; Mansfield 2019, doi:10.1080/10669817.2019.1667045: the ligament tests vary in
sensitivity, agree poorly between raters and may be inappropriate. A negative test never clears, so none is asked for:
one that was done and is positive, or that brought on symptoms, counts. The rule is a product rule.
"""

from concordant.criteria import all_of, any_of, in_an_injury, meets, not_empty, one_of, surely, yes
from concordant.facts.safety.signs import lhermitte
from concordant.facts.safety.vascular import (
    adverse_reaction_to_testing,
    alar_ligament_test,
    five_d,
    membrane_tests,
    sharp_purser,
    transverse_ligament_test,
    uci_risk_conditions,
    uci_symptoms,
)
from concordant.safety.flag import flag
from concordant.safety.injury import an_injury_happened

TESTS = (sharp_purser, alar_ligament_test, membrane_tests, transverse_ligament_test)

_after_trauma = any_of(meets(uci_risk_conditions, "significant_neck_trauma"), in_an_injury(an_injury_happened))
_a_test_is_positive = any_of(*(one_of(test, "positive") for test in TESTS))

instability = flag(
    "uci",
    "Upper cervical instability must be excluded",
    "Hutting 2013, doi:10.2522/ptj.20130186; Mansfield 2019, doi:10.1080/10669817.2019.1667045; rule: product rule, "
    "diagnosis 4.5",
    emergency=any_of(
        surely(yes(adverse_reaction_to_testing)),
        meets(uci_symptoms, "drop_attacks"),
        meets(five_d, "drop_attacks"),
        all_of(yes(lhermitte), any_of(_after_trauma, not_empty(uci_risk_conditions))),
    ),
    same_day=any_of(
        surely(_a_test_is_positive),
        all_of(meets(uci_risk_conditions, "significant_neck_trauma"), not_empty(uci_symptoms)),
    ),
    urgent=all_of(not_empty(uci_risk_conditions), not_empty(uci_symptoms)),
    caution=not_empty(uci_risk_conditions),
    advice="No ligament stress tests (unsafe to test); after trauma the rules for imaging come first.",
)
