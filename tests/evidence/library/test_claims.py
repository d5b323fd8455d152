"""The four figures of the article, certainty, and the plain sentence."""

import dataclasses

import pytest

from concordant.evidence import Refused
from concordant.evidence.library import (
    CLAIMS,
    UNITS,
    Answer,
    Difference,
    Domain,
    advice_on,
    caution,
    claim,
    claims,
    consistency,
    contrast_of,
    figure,
    for_pool,
    implied_people,
    implied_sd,
    of_pool,
    of_row,
    plain,
    pooled_by_id,
    prompts,
    rated,
    recompute,
    recomputed,
    risk_of_bias,
    risk_of_bias_of,
    trials,
    weight_at_risk,
)
from concordant.evidence.library.trial_row import Role

SHAM, NOTHING, INTENSITY, EXERCISE = CLAIMS


@pytest.mark.parametrize(
    ("name", "se", "z"),
    [(SHAM, 0.240, -3.88), (NOTHING, 0.163, -7.53), (INTENSITY, 0.268, -6.09), (EXERCISE, 0.515, -2.93)],
)
def test_what_the_interval_says(name, se, z):
    """The table of the dossier, "The seed's four figures"."""
    got = claim(name).printed
    assert got.se == pytest.approx(se, abs=5e-4)
    assert got.z == pytest.approx(z, abs=5e-3)


def test_the_four_stand_in_the_order_of_the_article():
    assert [(each.printed.estimate, each.printed.ci_low, each.printed.ci_high) for each in claims()] == [
        (-0.93, -1.4, -0.46),
        (-1.23, -1.55, -0.91),
        (-1.63, -2.15, -1.1),
        (-1.51, -2.52, -0.5),
    ]
    assert [each.recomputed.answer for each in claims()] == [Answer.PARTLY, Answer.NO, Answer.NO, Answer.YES]
    with pytest.raises(Refused):
        claim("bini2022-sham-frequency-short")


def test_the_partial_check_of_the_first_figure():
    check = claim(SHAM).check
    assert check.estimate == pytest.approx(-0.825)
    assert check.se == pytest.approx(0.287, abs=5e-4)
    assert (check.ci_low, check.ci_high) == (pytest.approx(-1.39, abs=5e-3), pytest.approx(-0.26, abs=5e-3))
    assert check.rest_estimate == pytest.approx(-1.17, abs=5e-3)
    assert check.rest_se == pytest.approx(0.44, abs=5e-3)
    assert check.is_consistent
    (said,) = [each for each in claim(SHAM).sentences if each.startswith("Partly checked")]
    assert "Consistent, does not confirm. Days and episodes are not the same unit." in said


def test_a_trial_can_contradict_a_pool_and_cannot_be_more_precise_than_it():
    known = claim(SHAM).check.known
    far = dataclasses.replace(known, yi=4.0)
    assert not consistency(claim(SHAM).printed, far, 0.25).is_consistent
    with pytest.raises(Refused, match="more precise alone"):
        consistency(claim(SHAM).printed, dataclasses.replace(known, se=0.1), 0.25)


def test_the_implied_spread():
    assert implied_people(0.163, 2) == pytest.approx(600, abs=5)
    assert implied_sd(0.163, 200) == pytest.approx(1.15, abs=5e-3)
    assert claim(NOTHING).implied_sd == pytest.approx(1.15, abs=0.01)
    assert claim(EXERCISE).people == 100
    assert claim(EXERCISE).implied_sd == pytest.approx(2.57, abs=0.01)
    with pytest.raises(Refused):
        implied_sd(0, 200)


def test_what_is_not_known_is_said():
    said = {each.row.id: " ".join(each.sentences) for each in claims()}
    assert "trials behind it were not seen" in said[INTENSITY]
    assert "cannot be computed again" in said[NOTHING]
    assert "Jull 2002, Tables 2 and 3" in said[NOTHING]
    assert "moderate" in said[SHAM]
    assert all("not seen" in said[each] for each in (NOTHING, INTENSITY, EXERCISE))
    assert "one trial" in said[EXERCISE]
    assert "until the arms of the trial are seen, nothing is confirmed" in said[EXERCISE]


def test_the_reader_sees_who_calls_the_one_trial_what():
    said = " ".join(claim(EXERCISE).sentences)
    assert "Risk of bias of Jull 2002: high (Bini 2022)." in said
    assert "Risk of bias of Haas 2018: low (Bini 2022)." in claim(SHAM).sentences
    assert any("Martins 2026" in each and "low (reported second-hand)" in each for each in claim(SHAM).sentences)
    assert {each.trial_id for each in risk_of_bias()} <= {each.trial_id for each in trials()}
    assert [each.rating for each in risk_of_bias_of("dunning2021")] == ["low"]


def test_the_share_of_weight_at_high_risk():
    got = weight_at_risk({"jull2002": 3.0, "haas2018": 5.0, "youssef2013": 2.0})
    assert (got.high, got.not_rated) == (30.0, 20.0)
    for wrong in ({"jull2002": -1.0}, {"jull2002": 0.0}, {}):
        with pytest.raises(Refused):
            weight_at_risk(wrong)


def test_the_better_the_trial_the_smaller_the_effect():
    assert "moderate-to-large effect over all trials" in caution()
    assert "small effects" in caution()
    assert "low risk of bias" in caution()


def test_a_sentence_follows_its_number():
    """Nothing is typed: another figure gives another sentence."""
    row = dataclasses.replace(pooled_by_id(SHAM), estimate=-0.5, ci_low=-1.0, ci_high=0.0)
    assert recompute(row).row.estimate == -0.5
    assert "half a headache a week fewer" in plain(of_row(row)).lower()
    assert "no difference" in plain(of_row(row))


def test_every_published_figure_has_an_answer():
    answers = recomputed()
    assert len(answers) == 43
    assert all(each.why for each in answers)
    assert [each.row.id for each in answers if each.answer is not Answer.NO] == [SHAM, EXERCISE]
    for each in answers:
        if each.row.withheld:
            assert "recalled" in each.why
            assert each.value is None


def test_advice_that_moves_with_a_figure():
    assert [each.id for each in advice_on(SHAM)] == ["manual-therapy-early"]
    assert [each.id for each in advice_on(EXERCISE)] == ["neck-exercise"]
    assert advice_on("nothing") == ()


def test_the_plain_sentence_of_the_first_figure():
    said = plain(of_row(pooled_by_id(SHAM)))
    assert said.startswith("About one headache a week fewer than with sham treatment, on average in the short term.")
    assert "between 1.4 fewer and 0.5 fewer" in said
    assert "from person to person is not known" in said


@pytest.mark.parametrize(
    ("estimate", "words"),
    [
        (-1.23, "1.2 headaches"),
        (-1.55, "one and a half headaches"),
        (-1.65, "1.7 headaches"),
        (-0.3, "0.3 headaches"),
        (-0.01, "less than 0.1"),
    ],
)
def test_sizes_are_said_as_people_round(estimate, words):
    said = plain(Difference(estimate, estimate - 2, estimate + 2, UNITS["episodes per week"], "sham treatment"))
    assert words in said.lower()
    assert "no difference at all is possible" in said


def test_points_of_a_scale_are_said_with_their_outcome():
    said = plain(of_row(pooled_by_id(INTENSITY)))
    assert said.startswith("On average headache intensity was about 1.6 points lower on a scale of 0 to 10")
    assert "between 2.2 lower and 1.1 lower" in said
    disability = plain(of_row(pooled_by_id("fernandez2020-disability-short")))
    assert disability.startswith("On average disability was about 13.3 points lower on a scale of 0 to 100")
    with pytest.raises(Refused, match="outcome"):
        Difference(-1, -2, 0, UNITS["0-10"], "sham treatment")


def test_a_review_that_subtracts_the_other_way_round_has_no_sentence():
    with pytest.raises(Refused, match="no plain words"):
        of_row(pooled_by_id("chengdu2025-intensity"))


class Pool:
    def __init__(self, k, estimate=-1.0, ci_low=-1.5, ci_high=-0.5):
        self.k, self.estimate, self.ci_low, self.ci_high = k, estimate, ci_low, ci_high


def test_few_trials_are_said_and_no_prediction_is_invented():
    one, three, many = (plain(of_pool(Pool(k), "days per week", "usual care")) for k in (1, 3, 12))
    assert "one trial only" in one
    assert "Only 3 trials" in three
    assert "trials" not in many
    assert all("from person to person is not known" in each for each in (one, three, many))
    assert "another clinic" not in many
    nan = float("nan")
    assert plain(of_pool(Pool(12), "days per week", "usual care", prediction=(nan, nan))) == many
    wide = plain(of_pool(Pool(12), "days per week", "usual care", prediction=(-2.4, 0.4)))
    assert "anywhere between 2.4 fewer and 0.4 more" in wide


def test_what_has_no_plain_words_is_refused():
    with pytest.raises(Refused, match="SMD"):
        of_row(pooled_by_id("fernandez2020-frequency-short"))
    with pytest.raises(Refused, match="no figure was seen"):
        of_row(pooled_by_id("bini2022-sham-frequency-short"))
    with pytest.raises(Refused, match="does not contain"):
        Difference(1, 2, 3, UNITS["0-10"], "sham", "pain")


def test_certainty_is_quoted_and_never_made():
    assert rated(pooled_by_id(SHAM)).says.startswith("Certainty as Demont 2023 rated it: moderate")
    assert "not seen" in rated(pooled_by_id(EXERCISE)).says
    assert "second-hand" in rated(pooled_by_id("martins2026-manual-intensity")).says
    assert rated(pooled_by_id("gross2015")).level == ""


def raised(**given):
    return {(each.domain, each.raised) for each in prompts(**given) if each.raised is not None}


@pytest.mark.parametrize(("people", "crossed"), [(399, True), (400, False), (401, False)])
def test_people_for_precision(people, crossed):
    assert raised(people=people) == {(Domain.IMPRECISION, crossed)}


@pytest.mark.parametrize(("i2", "crossed"), [(50.0, False), (50.1, True)])
def test_i2(i2, crossed):
    assert raised(i2=i2) == {(Domain.INCONSISTENCY, crossed)}


@pytest.mark.parametrize(("weight", "crossed"), [(50.0, False), (51.0, True)])
def test_weight_at_high_risk(weight, crossed):
    assert raised(percent_weight_at_high_risk=weight) == {(Domain.RISK_OF_BIAS, crossed)}


@pytest.mark.parametrize(
    ("ci", "crossed"), [((-1.4, 0.1), True), ((-1.4, -0.1), False), ((-0.9, 0.1), False), ((-1.0, 0.0), True)]
)
def test_an_interval_that_spans_nothing_and_enough(ci, crossed):
    assert raised(ci=ci, smallest_worthwhile=1.0) == {(Domain.IMPRECISION, crossed)}


def test_a_prediction_across_zero_with_an_interval_that_is_not():
    assert raised(ci=(-1, -0.1), prediction=(-2, 1)) == {(Domain.INCONSISTENCY, True)}
    assert raised(ci=(-1, 0.1), prediction=(-2, 1)) == {(Domain.INCONSISTENCY, False)}


def test_nothing_known_prompts_nothing():
    assert raised() == set()
    assert any("not assessable" in each.says for each in prompts(k=9))


def test_a_trial_comes_into_a_pool_once():
    frequency = [each for each in trials(outcome="headache frequency", poolable=True) if each.role is Role.CONTRAST]
    by_trial = {each.trial_id: contrast_of(each) for each in frequency if each.scale == "days with CGH per 4 weeks"}
    assert for_pool(list(by_trial.values())).labels == ("haas2018",)
    haas = [contrast_of(each) for each in frequency if each.trial_id == "haas2018"]
    with pytest.raises(Refused, match="twice"):
        for_pool(haas)
    uthaikhup = contrast_of(next(each for each in frequency if each.trial_id == "uthaikhup2017"))
    with pytest.raises(Refused, match="mixed units"):
        for_pool([haas[0], uthaikhup])


def test_a_row_that_may_not_be_pooled_gives_no_contrast():
    for trial in ("hall2007", "ylinen2010", "dunning2016"):
        for row in trials(trial=trial):
            if not row.is_poolable:
                with pytest.raises(Refused, match="cannot be pooled"):
                    contrast_of(row)


def test_a_contrast_printed_the_other_way_round_is_turned():
    (row,) = list(
        trials(trial="dehertogh2009", outcome="headache intensity at the moment", weeks=7, role=Role.CONTRAST)
    )
    assert (row.mean, contrast_of(row).yi) == (16.57, -16.57)


def test_figures_need_an_order():
    with pytest.raises(Refused):
        figure(1, 3, 2)
