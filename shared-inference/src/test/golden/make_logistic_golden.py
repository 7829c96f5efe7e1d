#!/usr/bin/env python3
"""Makes the golden values of the logistic regression: synthetic patients with two continuous and two
binary features, and what statsmodels' Logit (maximum likelihood, Newton) says of them.

    pip install numpy==2.4.6 statsmodels==0.15.0
    python shared-inference/src/test/golden/make_logistic_golden.py
"""

import json
import pathlib

import numpy as np
import statsmodels
import statsmodels.api as sm

OUT = pathlib.Path(__file__).parents[1] / "resources/golden/logistic.json"
NAMES = ["age", "volume", "male", "sclerosis"]


def patients(count=120, seed=4):
    draw = np.random.default_rng(seed)
    age = draw.integers(12, 80, count)
    # Thousands of cubic millimetres: a scale far from the others', and correlated with age.
    volume = np.round(20000 + 900 * age + draw.normal(0, 15000, count)).astype(int)
    male = draw.integers(0, 2, count)
    sclerosis = (draw.random(count) < 0.3).astype(int)
    log_odds = -2.5 + 0.04 * age + 0.00001 * volume - 0.5 * male + 1.2 * sclerosis
    positive = draw.random(count) < 1 / (1 + np.exp(-log_odds))
    return np.column_stack([age, volume, male, sclerosis]), positive.astype(int)


def main():
    x, y = patients()
    fit = sm.Logit(y, sm.add_constant(x)).fit(method="newton", tol=1e-14, maxiter=100, disp=0)
    low, high = np.exp(fit.conf_int()).T
    content = {
        "origin": f"make_logistic_golden.py with statsmodels {statsmodels.__version__}",
        "names": NAMES,
        "x": x.tolist(),
        "y": y.tolist(),
        "coefficients": fit.params.tolist(),
        "standardErrors": fit.bse.tolist(),
        "z": fit.tvalues.tolist(),
        "p": fit.pvalues.tolist(),
        "low": low.tolist(),
        "high": high.tolist(),
        "logLikelihood": fit.llf,
        "nullLogLikelihood": fit.llnull,
        "probabilities": fit.predict().tolist(),
    }
    OUT.write_text(json.dumps(content) + "\n")
    print(fit.summary())


if __name__ == "__main__":
    main()
