"""The posterior, against bayesmeta, against a brute-force grid, and against what is known in closed form.

The numbers of bayesmeta were printed by its version 3.4 (Röver 2020, doi:10.18637/jss.v093.i06) on R 4.2.2 with
a finer grid than its default, for example::

    bayesmeta(y=yi, sigma=sqrt(vi), mu.prior.mean=0, mu.prior.sd=50, delta=1e-4, epsilon=1e-9,
              tau.prior=function(t) dhalfcauchy(t, scale=25), interval.type="central")

At its default (delta 0.01, epsilon 1e-4) its numbers differ from these in the third digit, and the SD under a flat
mean and a half-Cauchy by 3 %; the finer its grid, the nearer it comes to what is computed here.
"""

import math

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy import stats

from concordant.evidence import Refused
from concordant.evidence.bayes import (
    EMPIRICAL,
    FLAT,
    HalfCauchy,
    HalfNormal,
    HalfT,
    LogNormal,
    LogT,
    NormalMean,
    assumed_priors,
    random_effects,
)
from tests.evidence.references import columns

SCHOOLS = (
    [28.39, 7.94, -2.75, 6.82, -0.64, 0.63, 18.01, 12.16],
    np.square([14.9, 10.2, 16.3, 11, 9.4, 11.4, 10.4, 17.6]),
)
"""Rubin 1981 (10.3102/10769986006004377): coaching in eight schools."""
CONTRASTS = columns("cgh_frequency_contrasts", "yi", "vi")
GIBSON = columns("gibson2002_smd", "yi", "vi")
CASES = {
    "schools, half-Cauchy": (
        SCHOOLS,
        NormalMean(0, 50),
        HalfCauchy(25),
        {"tau": (4.758539309, 5.884511244, 4.869904291, 0.219955902, 18.05317182)},
        {"mu": (7.96348339099, 7.98602990637, 4.99559953177, -1.76448062614, 17.87972675986)},
        {"theta": (7.92803965088, 7.98602990637, 9.12687613605, -10.52703405460, 26.87808102661)},
        (0.0512306948963, 0.0420053332916, 0.134938983132),
    ),
    "headache frequency, half-normal": (
        CONTRASTS,
        NormalMean(0, 4),
        HalfNormal(0.5),
        {"tau": (0.3829290539548, 0.4194446799811, 0.2549411563106, 0.0345584267404, 1.0152465483753)},
        {"mu": (-0.719873188470, -0.761994160451, 0.338101237300, -1.530512208455, -0.184246780725)},
        {"theta": (-0.694516854585, -0.761994160451, 0.596028277515, -2.106817980188, 0.377740345430)},
        (0.990217892988, 0.806712144111, 0.935079016593),
    ),
    "one giant study, half-t": (
        columns("edge_one_giant_study", "yi", "vi"),
        NormalMean(0, 2),
        HalfT(0.5, 4),
        {"tau": (0.4170258452678, 0.4609799786487, 0.2685040457308, 0.0639714989783, 1.1109447813790)},
        {"mu": (-0.4802457057170, -0.5087606829515, 0.3397556379956, -1.2512712035255, 0.0542533781106)},
        {"theta": (-0.450611632196, -0.508760682952, 0.632488019957, -1.896005632001, 0.667804297964)},
        (0.963962721447, 0.475679698476, 0.850133209341),
    ),
    "one trial, half-normal": (
        columns("edge_k1", "yi", "vi"),
        NormalMean(0, 2),
        HalfNormal(0.5),
        {"tau": (0.3285063821729, 0.3889499433797, 0.2942977005848, 0.0152584561651, 1.0944776971855)},
        {"mu": (-0.378420891723, -0.371584329015, 0.533625260045, -1.444293172156, 0.748182299842)},
        {"theta": (-0.380141269340, -0.371584329015, 0.722949274482, -1.867920846445, 1.179292005370)},
        (0.79606316518, 0.39023561988, 0.758095802202),
    ),
    "Gibson 2002, log-normal": (
        GIBSON,
        NormalMean(0, 2),
        LogNormal(-1.5, 0.8),
        {"tau": (0.1898723100848, 0.1984146970339, 0.0750478707511, 0.0760743767999, 0.3700706519075)},
        {"mu": (-0.1926813236388, -0.1936343020143, 0.0797835798369, -0.3547829322817, -0.0379495495646)},
        {"theta": (-0.191819096852, -0.193634302014, 0.226643412606, -0.659553297469, 0.264005423336)},
        (0.990961624521, 0.000630063452463, 0.831570684887),
    ),
    "flat mean, half-Cauchy": (
        ([-0.825, -1.6, -0.46], np.square([0.287, 0.485, 0.3])),
        FLAT,
        HalfCauchy(0.5),
        {"tau": (0.3289423726761, 0.4496997546010, 0.5126594449635, 0.0157717816958, 1.6189794032270)},
        {"mu": (-0.844386543873, -0.861513275209, 0.443853374980, -1.724545109040, -0.112553433545)},
        {"theta": (-0.836220044034, -0.861513275209, 0.813220218169, -2.415309235426, 0.566092788589)},
        (0.982242589315, 0.87660015418, 0.935530751991),
    ),
}


def grid(yi, vi, mean, tau, top, around, points=1501):
    """The posterior of τ by the trapezium rule on a plain grid, μ by numerical integration too: nothing shared."""
    yi, vi = np.asarray(yi), np.asarray(vi)
    heterogeneity = np.linspace(1e-9, top, points)
    effect = np.linspace(*around, points)
    log = stats.norm.logpdf(effect, mean.mean, mean.sd)[:, None] + tau.log_density(heterogeneity)[None, :]
    for y, v in zip(yi, vi, strict=True):
        log = log + stats.norm.logpdf(y, effect[:, None], np.sqrt(v + heterogeneity**2)[None, :])
    mass = np.exp(log - log.max())
    mass[:, [0, -1]] /= 2
    mass /= mass.sum()
    return effect, heterogeneity, mass


@pytest.mark.parametrize("name", CASES)
def test_as_bayesmeta(name):
    (yi, vi), mean, tau, of_tau, of_mu, of_theta, (below0, below_half, new_below0) = CASES[name]
    got = random_effects(yi, vi, mean=mean, tau=tau)
    tau_now = (got.tau_quantile(0.5), got.tau_mean, got.tau_sd, got.tau_quantile(0.025), got.tau_quantile(0.975))
    mu_now = (got.median, got.mean, got.sd, *got.interval())
    theta_now = (got.predicted_quantile(0.5), got.mean, got.predicted_sd, *got.predicted_interval())
    assert_allclose(tau_now, of_tau["tau"], rtol=1e-5)
    assert_allclose(mu_now, of_mu["mu"], rtol=7e-4 if mean is FLAT else 1e-4)
    assert_allclose(theta_now, of_theta["theta"], rtol=2e-3)
    assert_allclose([got.probability_below(0), got.probability_below(-0.5)], [below0, below_half], atol=1e-5)
    assert got.predicted_below(0) == pytest.approx(new_below0, abs=3e-4)


@pytest.mark.parametrize(
    ("data", "mean", "tau", "top"),
    [
        (CONTRASTS, NormalMean(0, 1), HalfNormal(0.5), 4),
        (GIBSON, NormalMean(0, 2), HalfT(0.5, 4), 2),
        (SCHOOLS, NormalMean(0, 50), HalfNormal(20), 120),
        (GIBSON, NormalMean(-0.3, 0.5), LogNormal(-1.5, 0.8), 2),
    ],
)
def test_as_a_brute_force_grid_over_both(data, mean, tau, top):
    got = random_effects(*data, mean=mean, tau=tau)
    around = (float(got.mean - 10 * got.sd), float(got.mean + 10 * got.sd))
    effect, heterogeneity, mass = grid(*data, mean, tau, top, around)
    of_effect, of_tau = mass.sum(axis=1), mass.sum(axis=0)
    assert float(got.mean) == pytest.approx((of_effect * effect).sum(), abs=1e-6 * float(got.sd))
    assert float(got.sd) == pytest.approx(math.sqrt((of_effect * effect**2).sum() - float(got.mean) ** 2), rel=5e-5)
    assert float(got.tau_mean) == pytest.approx((of_tau * heterogeneity).sum(), rel=1e-4)
    half = 0.5 * (effect[1] - effect[0])
    for at in (float(got.mean), float(got.mean - got.sd), float(got.quantile(0.975))):
        below = np.interp(at, effect + half, np.cumsum(of_effect))
        assert float(got.probability_below(at)) == pytest.approx(below, abs=2e-5)
    below = np.interp(float(got.tau_mean), heterogeneity + (heterogeneity[1] - heterogeneity[0]) / 2, np.cumsum(of_tau))
    assert float(got.tau_below(got.tau_mean)) == pytest.approx(below, abs=2e-5)


def test_one_trial_and_hardly_any_heterogeneity_is_the_textbook_normal():
    got = random_effects([-1.0], [0.04], mean=NormalMean(0, 1), tau=HalfNormal(1e-6))
    assert float(got.mean) == pytest.approx(-1 / 1.04, rel=1e-9)
    assert float(got.sd) == pytest.approx(math.sqrt(0.04 / 1.04), rel=1e-9)
    assert float(got.probability_below(-0.5)) == pytest.approx(
        stats.norm.cdf(-0.5, -1 / 1.04, math.sqrt(0.04 / 1.04)), rel=1e-9
    )
    # and the marginal likelihood is N(y; 0, sd² + v)
    assert float(got.log_evidence) == pytest.approx(stats.norm.logpdf(-1, 0, math.sqrt(1.04)), rel=1e-9)


@pytest.mark.parametrize(
    "prior", [HalfNormal(0.7), HalfCauchy(0.5), HalfT(0.5, 4), LogNormal(-1.3, 0.9), LogT(-1.7, 1.3, 5)]
)
def test_each_prior_is_a_density_with_its_quantiles(prior):
    edge = prior.quantile(1e-4)
    s = np.linspace(np.log(edge), np.log(prior.quantile(1 - 1e-4)), 40001)
    mass = np.trapezoid(np.exp(prior.log_density(np.exp(s)) + s), s)
    assert mass == pytest.approx(1 - 2e-4, abs=1e-6)
    half = np.linspace(np.log(edge), np.log(prior.quantile(0.5)), 40001)
    assert np.trapezoid(np.exp(prior.log_density(np.exp(half)) + half), half) == pytest.approx(0.4999, abs=1e-6)
    assert "heterogeneity" in prior.says


def test_the_empirical_priors_as_bayesmeta_prints_them():
    # RhodesEtAlPrior()$qprior(c(.025,.5,.975)); $dprior(c(0.01,.1,.5,2)); TurnerEtAlPrior()$dprior(c(.1,.5))
    rhodes, turner = EMPIRICAL["SMD, any outcome"].prior, EMPIRICAL["OR, any outcome"].prior
    assert_allclose(
        [rhodes.quantile(each) for each in (0.025, 0.5, 0.975)],
        [0.0064163652814191, 0.1790661479114932, 4.9973285375001248],
        rtol=1e-9,
    )
    assert_allclose(
        np.exp(rhodes.log_density(np.array([0.01, 0.1, 0.5, 2]))),
        [3.7043792926898735, 2.6023549559435009, 0.4109307096453857, 0.0301249820005113],
        rtol=1e-12,
    )
    assert_allclose(np.exp(turner.log_density(np.array([0.1, 0.5]))), [2.29823970630200, 0.73049438656855], rtol=1e-12)
    assert all(each.doi and "not seen" in each.how_known for each in EMPIRICAL.values())


def test_a_prior_whose_density_is_infinite_at_0_is_integrated_all_the_same():
    # bayesmeta stops here ("the integral is probably divergent").
    yi, vi = columns("normand1999_smd", "yi", "vi")
    got = random_effects(yi, vi, mean=NormalMean(0, 2), tau=EMPIRICAL["SMD, any outcome"].prior)
    assert -1.2 < float(got.mean) < 0
    effect, _, mass = grid(yi, vi, NormalMean(0, 2), EMPIRICAL["SMD, any outcome"].prior, 12, (-4, 4))
    assert float(got.mean) == pytest.approx((mass.sum(axis=1) * effect).sum(), abs=1e-3)


def test_many_data_sets_in_one_call_are_each_by_itself():
    many = np.full((2, 3, 13), np.nan), np.full((2, 3, 13), np.nan)
    for place, (yi, vi) in {
        (0, 0): CONTRASTS,
        (0, 1): GIBSON,
        (0, 2): ([-1.0], [0.1]),
        (1, 1): ([0.2, 5], [1e-4, 9]),
    }.items():
        for whole, part in zip(many, (yi, vi), strict=True):
            whole[place][: len(part)] = part
    for place in ((1, 0), (1, 2)):
        many[0][place], many[1][place] = GIBSON
    prior = {"mean": NormalMean(0, 3), "tau": HalfNormal(0.6)}
    got = random_effects(*many, **prior)
    assert got.k.tolist() == [[3, 13, 1], [13, 2, 13]]
    for place in np.ndindex(2, 3):
        known = ~np.isnan(many[0][place])
        one = random_effects(many[0][place][known], many[1][place][known], **prior)
        for ask in (
            lambda it: it.mean,
            lambda it: it.sd,
            lambda it: it.median,
            lambda it: it.probability_below(-0.3),
            lambda it: it.tau_quantile(0.5),
            lambda it: it.tau_below(0.3),
            lambda it: it.predicted_quantile(0.1),
            lambda it: it.log_evidence,
        ):
            assert float(ask(got)[place]) == pytest.approx(float(ask(one)), rel=1e-9, abs=1e-12)


def test_the_unit_may_be_changed_with_the_priors():
    here = random_effects(*GIBSON, mean=NormalMean(0, 1), tau=HalfNormal(0.5))
    there = random_effects(GIBSON[0] * 1e6, GIBSON[1] * 1e12, mean=NormalMean(0, 1e6), tau=HalfNormal(0.5e6))
    assert float(there.mean) == pytest.approx(float(here.mean) * 1e6, rel=1e-9)
    assert float(there.tau_quantile(0.9)) == pytest.approx(float(here.tau_quantile(0.9)) * 1e6, rel=1e-8)
    assert float(there.probability_below(-1e5)) == pytest.approx(float(here.probability_below(-0.1)), rel=1e-9)


@pytest.mark.parametrize(
    ("yi", "vi", "column"),
    [
        ([1, 2], [0.1, -0.1], "vi"),
        ([1, 2], [0.1, 0], "vi"),
        ([1, np.nan], [0.1, 0.1], "vi"),
        ([np.nan], [np.nan], "yi"),
        (1, 1, "yi"),
    ],
)
def test_refused(yi, vi, column):
    with pytest.raises(Refused) as refused:
        random_effects(yi, vi, mean=FLAT, tau=HalfNormal(1))
    assert refused.value.column == column


def test_how_probable_a_worthwhile_effect_is():
    got = random_effects(*CONTRASTS, mean=NormalMean(0, 4), tau=HalfNormal(0.5))
    assert float(got.probability_worthwhile(0.5)) == pytest.approx(0.806712144111, abs=1e-5)  # bayesmeta, as above
    turned = random_effects(-CONTRASTS[0], CONTRASTS[1], mean=NormalMean(0, 4), tau=HalfNormal(0.5))
    assert float(turned.probability_worthwhile(0.5, lower_is_better=False)) == pytest.approx(0.806712144111, abs=1e-5)
    with pytest.raises(Refused, match="smallest"):
        got.probability_worthwhile(-0.5)


def test_the_assumed_priors_follow_the_unit():
    mean, tau = assumed_priors()
    wide_mean, wide_tau = assumed_priors(20)
    assert (wide_mean.sd, wide_tau.scale) == (20 * mean.sd, 20 * tau.scale)
    assert tau.quantile(0.5) == pytest.approx(0.337, abs=1e-3)
    with pytest.raises(Refused):
        assumed_priors(0)


@pytest.mark.parametrize(
    "make", [lambda: HalfNormal(0), lambda: HalfT(1, -1), lambda: NormalMean(math.nan, 1), lambda: NormalMean(0, 0)]
)
def test_a_prior_without_a_scale_is_refused(make):
    with pytest.raises(Refused):
        make()
