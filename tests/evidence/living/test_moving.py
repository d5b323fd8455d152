"""What a further trial changes, against metafor (R 4.2.2, metafor 3.8-1); the R line stands beside each number.

Before all of them, in R::

    library(metafor); se <- 3.3/qnorm(1 - 0.004/2)   # Haas 2018, week 12: -3.3 days in 4 weeks, p = 0.004
    e <- escalc("MD", m1i=6.1, sd1i=4.0, n1i=40, m2i=8.9, sd2i=4.4, n2i=41)
    y <- c(-3.3, e$yi); v <- c(se^2, e$vi)
"""

import pytest
import yaml

from concordant.evidence.library import trials
from concordant.evidence.living import not_entered, question, read_trial, sentence, standing, what_moves
from tests.evidence.living.example import written

ADHOC = (-2.99942207942831, 0.724103025941568, -12.2000233771255, 6.20117921826887, 0)


def arms(m1, sd1, m2, sd2):
    return {"experimental": {"n": 40, "mean": m1, "sd": sd1}, "control": {"n": 41, "mean": m2, "sd": sd2}}


def intensity(scale, **stated):
    arms_gone = {"experimental": None, "control": None}
    return {"outcome": "headache intensity", "scale": scale, "difference": stated, **arms_gone}


def after(result=None, model="REML", test="knha_adhoc", question_id="hands-on-days"):
    """Beside Haas 2018 alone, whatever else the library takes up: it tells days, and no number of intensity."""
    haas = trials(trial="haas2018")
    (moved,) = what_moves(read_trial(written(result=result)), haas, model=model, test=test)
    assert moved.before.question.id == question_id
    return moved.after.pool


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        # rma(y, v, method="REML", test="adhoc")
        (lambda: after(), ADHOC),
        # rma(y, v, method="EE")
        (lambda: after(model="FE", test="z"),
         (-2.99942207942831, 0.724103025941568, -4.41863793137026, -1.58020622748637, 0)),
        # rma(y, v, method="DL", test="knha")
        (lambda: after(model="DL", test="knha"),
         (-2.99942207942831, 0.244830296227088, -6.110285948908, 0.111441790051373, 0)),
        # w <- escalc("MD", m1i=1.5, sd1i=1.0, n1i=40, m2i=2.2, sd2i=1.1, n2i=41)
        # rma(c(-3.3, 4*w$yi), c(se^2, 16*w$vi), method="REML", test="adhoc")
        (lambda: after({"scale": "days per week", **arms(1.5, 1.0, 2.2, 1.1)}), ADHOC),
        # m <- escalc("MD", m1i=6.6, sd1i=4.3, n1i=40, m2i=9.7, sd2i=4.8, n2i=41); f <- 28/30.4375
        # rma(c(-3.3, f*m$yi), c(se^2, f^2*m$vi), method="REML", test="adhoc")
        (lambda: after({"scale": "days per month", **arms(6.6, 4.3, 9.7, 4.8)}),
         (-3.02985387839585, 0.722734320057309, -12.213064118904, 6.15335636211234, 0)),
        # rma(-1.2, ((2.1-0.3)/(2*qnorm(0.975)))^2, method="EE")
        (lambda: after(intensity("NPRS 0-10", estimate=-1.2, ci_low=-2.1, ci_high=-0.3),
                       question_id="hands-on-intensity"),
         (-1.2, 0.459192111232189, -2.1, -0.3, 0)),
        # rma(-9/10, ((4+22)/(2*qnorm(0.975))/10)^2, method="EE")
        (lambda: after(intensity("VAS 0-100 mm", estimate=-9, ci_low=-22, ci_high=4),
                       question_id="hands-on-intensity"),
         (-0.9, 0.66327749400205, -2.2, 0.4, 0)),
    ],
)  # fmt: skip
def test_after_is_what_metafor_says(found, expected):
    pool = found()
    told = (pool.estimate, pool.se, pool.ci_low, pool.ci_high, pool.tau2)
    assert told == pytest.approx(expected, rel=1e-6, abs=1e-9)


def test_a_trial_joins_those_that_a_clinic_has():
    """rma(c(y, 0.5), c(v, 0.64), method="REML", test="adhoc"); the interval of t with k-2:
    predicted mean ± qt(0.975, 1) * sqrt(tau2 + se^2)."""
    kept = read_trial(written())
    result = {"experimental": None, "control": None, "difference": {"estimate": 0.5, "se": 0.8}}
    third = read_trial(written(trial_id="third2028", doi="10.1234/third", year=2028, result=result))
    (moved,) = what_moves(third, (*trials(trial="haas2018"), *kept.rows))
    assert [one.name for one in moved.before.entered] == ["Haas 2018", "Example 2027"]
    assert moved.before.pool.ci_low == pytest.approx(ADHOC[2], rel=1e-6)
    pool = moved.after.pool
    told = (pool.k, pool.estimate, pool.se, pool.ci_low, pool.ci_high, pool.tau2, pool.p)
    expected = (-1.7786065947718, 1.22243394566123, -7.03831534800948, 3.48110215846589, 3.55780970089614)
    assert told == pytest.approx((3, *expected, 0.282920819030276), rel=1e-6)
    assert pool.prediction_interval_t_k_minus_2 == pytest.approx((-30.3383406128061, 26.7811274232625), rel=1e-6)


@pytest.mark.parametrize(
    ("scale", "value"),
    [
        ("episodes per week", "MD, episodes per week"),
        ("days", "MD, days"),
        ("hours per week", "MD, hours per week"),
        ("days per fortnight", "MD, days per fortnight"),
        ("NPRS 0-10", "MD, NPRS 0-10"),
    ],
)
def test_a_unit_that_cannot_be_pooled_is_refused_with_result_and_column(scale, value):
    trial = read_trial(written(result={"scale": scale}))
    assert what_moves(trial) == ()
    (outside,) = not_entered(trial)
    why = {asked.id: why for asked, why in outside.why}["hands-on-days"]
    assert "cannot be said in headache days per 4 weeks; row 1; column scale" in why
    assert repr(value) in why


@pytest.mark.parametrize(
    ("result", "value"),
    [
        # −8 days per week are more than a week has.
        ({"scale": "days per week", **arms(1, 1, 9, 1)}, "-32 with a standard error of"),
        ({"experimental": None, "control": None, "difference": {"estimate": -28.01, "se": 1}}, "-28.01 with"),
        ({"experimental": None, "control": None, "difference": {"estimate": 1, "se": 28.01}}, "error of 28.01"),
        ({"experimental": None, "control": None, "difference": {"estimate": 1, "se": 0.00099}}, "error of 0.00099"),
        (intensity("VAS 0-100", estimate=-101, se=5), "-10.1 with"),
    ],
)
def test_a_difference_that_cannot_be_enters_nothing_and_asks_for_the_unit(result, value):
    trial = read_trial(written(result=result))
    assert what_moves(trial) == ()
    (told,) = [why for _, why in not_entered(trial)[0].why if "cannot be a difference" in why]
    assert value in told
    assert told.endswith("is the unit right?")


def test_the_largest_differences_that_can_be_enter():
    for difference in ({"estimate": -28, "se": 28}, {"estimate": 28, "se": 0.001}):
        result = {"experimental": None, "control": None, "difference": difference}
        assert len(what_moves(read_trial(written(result=result)))) == 1


def test_higher_is_better_is_another_question():
    trial = read_trial(written(result={"better": "higher"}))
    assert what_moves(trial) == ()
    assert "another direction" in not_entered(trial)[0].says


def test_two_scales_at_one_time_are_one_row():
    first = intensity("NPRS 0-10", estimate=-1.2, se=0.4)
    trial = read_trial(written(result=first))
    (moved,) = what_moves(trial)
    given = yaml.safe_load(written(result=first))
    given["results"].append(yaml.safe_load(written(result=intensity("VAS 0-100", estimate=-13, se=5)))["results"][0])
    (again,) = what_moves(read_trial(yaml.safe_dump(given)))
    assert (again.after.pool.estimate, again.after.pool.se) == (moved.after.pool.estimate, moved.after.pool.se)
    (out,) = [one for one in again.after.left_out if one.row.trial_id == "example2027"]
    assert (out.row.row, out.why) == (2, "one row of each trial: another scale stands for it")


def test_the_sentences_before_and_after():
    (moved,) = what_moves(read_trial(written()))
    assert sentence(moved.before).startswith("About 3.3 headache days in four weeks fewer than with no active")
    assert sentence(moved.after).startswith("About three headache days in four weeks fewer")
    assert "no difference at all is possible too" in sentence(moved.after)
    assert sentence(standing(question("both-days"))) == "No trial answers this yet."


def test_no_sentence_names_more_days_than_there_are():
    """The interval of the third trial above runs to 30 days in four weeks."""
    kept = read_trial(written())
    result = {"experimental": None, "control": None, "difference": {"estimate": 0.5, "se": 0.8}}
    third = read_trial(written(trial_id="third2028", doi="10.1234/third", result=result))
    (moved,) = what_moves(third, (*trials(trial="haas2018"), *kept.rows))
    assert "30" not in sentence(moved.after)
    assert "What the average would be in another clinic's patients" in sentence(moved.after)
    far = {"experimental": None, "control": None, "difference": {"estimate": 4, "se": 0.3}}
    (moved,) = what_moves(read_trial(written(result=far)))
    assert moved.after.pool.ci_high > 28
    assert "How large the true average is cannot be said from these trials, so that" in sentence(moved.after)
