"""Same instrument, position and headache phase, or not compared."""

import pytest

from concordant.facts import NotAllowed
from concordant.measures import MEASURES, Measurement, comparable
from tests.measures.values import taken

FRT, CCFT = MEASURES["frt_rotation_deg"], MEASURES["ccft_activation_mmhg"]
BENT, FREE = MEASURES["side_bend_rotation_deg"], MEASURES["c0_c2_rotation_deg"]
SIGN, FORCE = MEASURES["palpation_familiar_headache"], MEASURES["strength_flexion_newton"]


@pytest.mark.parametrize(
    ("measure", "changed", "answer", "reason"),
    [
        (FRT, {}, True, ""),
        (FRT, {"instrument": "goniometer"}, False, "another instrument: cervical_rom_device, then goniometer"),
        (FRT, {"position": "sitting"}, False, "another position: supine_full_flexion, then sitting"),
        # Full flexion is the test itself: the short word says the same, and whoever says nothing did it so.
        (FRT, {"position": "supine"}, True, ""),
        (FRT, {"position": ""}, True, ""),
        (BENT, {"position": "supine_full_flexion"}, False, "another position: supine, then supine_full_flexion"),
        (FREE, {"position": ""}, None, "the position is not known"),
        (FRT, {"headache_phase": "attack"}, False, "another headache phase: none, then attack"),
        (FRT, {"side": "left"}, False, "not the same test: FRT right and FRT left"),
        (FRT, {"instrument": ""}, None, "the instrument is not known"),
        (FRT, {"headache_phase": ""}, None, "the headache phase is not known"),
        # Another rater widens the error of a number, and takes the meaning of a sign.
        (FRT, {"rater": "R2"}, True, ""),
        (FRT, {"rater": ""}, True, ""),
        (CCFT, {"rater": "R2"}, False, "CCFT differs too much between raters: R1 and R2"),
        (CCFT, {"rater": ""}, None, "CCFT differs too much between raters, and who measured is not known"),
        (SIGN, {"rater": "R2"}, False, "familiar headache on palpation differs too much between raters: R1 and R2"),
        (SIGN, {"segment": "C2-C3"}, False, "not the same test"),
        # Where there is only one instrument, whoever names none used it.
        (CCFT, {"instrument": "", "position": ""}, True, ""),
        (FORCE, {"instrument": ""}, None, "the instrument is not known"),
    ],
)
def test_what_may_be_compared(measure, changed, answer, reason):
    value = True if measure is SIGN else 22
    for pair in (
        (taken(measure, value), taken(measure, value, **changed)),
        (taken(measure, value, **changed), taken(measure, value)),
    ):
        assert comparable(*pair).answer is answer
    found = comparable(taken(measure, value), taken(measure, value, **changed))
    assert bool(found.reasons) is bool(reason)
    assert not reason or found.reasons[0].startswith(reason)


def test_an_instrument_of_another_kind_leaves_it_open():
    odd = taken(FRT, 22, instrument="compass_app")
    found = comparable(odd, odd)
    assert found.answer is None
    assert "compass_app is not among the instruments of this test, whose error is known: cervical" in found.reasons[0]


def test_one_reason_against_outweighs_what_is_not_known():
    found = comparable(taken(FRT, 22), taken(FRT, 30, instrument="", headache_phase="attack"))
    assert (found.answer, found.reasons) == (False, ("another headache phase: none, then attack",))


@pytest.mark.parametrize(
    ("where", "told"),
    [({"side": None}, "side None"), ({"side": "photo"}, "side 'photo'"), ({"segment": "C1-C2"}, "segment 'C1-C2'")],
)
def test_a_measurement_at_a_place_that_the_fact_has_not_is_refused(where, told):
    with pytest.raises(ValueError, match=told):
        Measurement(FRT, 22, **({"side": "left"} | where))


@pytest.mark.parametrize("value", [float("nan"), -3, 500, True])
def test_a_measurement_that_cannot_be_is_refused(value):
    with pytest.raises(NotAllowed):
        Measurement(FRT, value, side="left")
