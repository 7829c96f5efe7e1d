#!/usr/bin/env python3
"""Makes the golden values of org.radcam.stats: predictions that are random, tied, tiny, unbalanced or
perfect, and what scikit-learn, statsmodels, SciPy, dcurves and irrCAC say of them. What no library has
(conformal quantiles, the temperature, expected calibration error) is written out with NumPy and SciPy.

    pip install numpy==2.4.6 scipy==1.17.1 scikit-learn==1.9.1 statsmodels==0.15.0 dcurves==1.1.7 irrcac==0.4.4
    python shared-inference/src/test/golden/make_stats_golden.py
    Rscript shared-inference/src/test/golden/make_stats_golden.R      (reads the cases that this writes)
"""

import json
import math
import pathlib
import warnings

import numpy as np
import pandas as pd
import scipy
import sklearn
import sklearn.metrics as metrics
import statsmodels
from dcurves import dca
from irrCAC.raw import CAC
from scipy.optimize import brentq, minimize
from sklearn.calibration import calibration_curve
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.inter_rater import cohens_kappa, fleiss_kappa, aggregate_raters
from statsmodels.stats.proportion import proportion_confint

OUT = pathlib.Path(__file__).parents[1] / "resources/golden/statistics.json"
THRESHOLDS = [0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 0.9]


def finite(value):
    """JSON has no infinity; scikit-learn begins its ROC curve with one."""
    if isinstance(value, dict):
        return {key: finite(v) for key, v in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [finite(v) for v in value]
    if isinstance(value, (np.floating, float)):
        return None if not math.isfinite(value) else float(value)
    return value.item() if isinstance(value, np.generic) else value


def two_models(name, positives, negatives, seed, decimals=6, gain=1.2):
    """Two correlated models; the second is a little better."""
    draw = np.random.default_rng(seed)
    y = np.array([1] * positives + [0] * negatives)
    order = draw.permutation(len(y))
    y = y[order]
    common = draw.normal(0, 1, len(y)) + gain * y
    models = [common + draw.normal(0, 0.7, len(y)), common + draw.normal(0, 0.7, len(y)) + 0.4 * y]
    p = [np.round(1 / (1 + np.exp(-1.3 * (m - gain / 2))), decimals) for m in models]
    return {"name": name, "y": y, "a": p[0], "b": p[1]}


def binary_sets():
    perfect = {
        "name": "perfect",
        "y": np.array([0, 1, 1, 0, 0, 1, 0, 0]),
        "a": np.array([0.1, 0.9, 0.8, 0.2, 0.3, 0.7, 0.4, 0.15]),
        "b": np.array([0.1, 0.9, 0.3, 0.2, 0.3, 0.7, 0.4, 0.15]),
    }
    return [
        two_models("random", 34, 46, 1),
        two_models("tied", 25, 35, 2, decimals=1),
        two_models("tiny", 2, 3, 3, decimals=2),
        two_models("unbalanced", 6, 144, 4),
        perfect,
    ]


def hosmer_lemeshow_possible(p):
    return len(np.unique(np.quantile(p, np.linspace(0, 1, 11)))) > 3


def platt(p, y):
    """Platt's regularised targets, minimised far more tightly than scikit-learn does."""
    f = np.log(p / (1 - p))
    n1, n0 = y.sum(), len(y) - y.sum()
    t = np.where(y == 1, (n1 + 1) / (n1 + 2), 1 / (n0 + 2))

    def gradient(v):
        q = 1 / (1 + np.exp(-(v[0] * f + v[1])))
        return np.array([np.sum((q - t) * f), np.sum(q - t)])

    def loss(v):
        g = v[0] * f + v[1]
        return np.sum(np.logaddexp(0, g) - t * g)

    rough = minimize(loss, [1.0, 0.0], jac=gradient, method="BFGS", options={"gtol": 1e-9})
    exact = scipy.optimize.root(gradient, rough.x, tol=1e-14)
    return exact.x


def obuchowski(y, a, b, patients):
    """Areas' variances and that of their difference with patients independent, pair by pair."""

    def placements(p):
        wins = (p[y == 1][:, None] > p[y == 0]) + 0.5 * (p[y == 1][:, None] == p[y == 0])
        return wins.mean(1), wins.mean(0), wins.mean()

    own1, own0 = patients[y == 1], patients[y == 0]
    every = np.unique(patients)

    def covariance(first, second):
        (x1, x0, tx), (z1, z0, tz) = placements(first), placements(second)
        m, n = len(x1), len(x0)
        s10 = s01 = s11 = 0.0
        for i in every:
            px, nx = (x1[own1 == i] - tx).sum(), (x0[own0 == i] - tx).sum()
            pz, nz = (z1[own1 == i] - tz).sum(), (z0[own0 == i] - tz).sum()
            s10, s01, s11 = s10 + px * pz, s01 + nx * nz, s11 + px * nz + pz * nx
        i10, i01, i = len(np.unique(own1)), len(np.unique(own0)), len(every)
        return (
            i10 / (i10 - 1) * s10 / m**2 + i01 / (i01 - 1) * s01 / n**2 + i / (i - 1) * s11 / (m * n)
        )

    return {
        "patients": patients,
        "variance": covariance(a, a),
        "difference": covariance(a, a) + covariance(b, b) - 2 * covariance(a, b),
    }


def described_binary(s):
    y, p = s["y"], s["a"]
    fpr, tpr, thresholds = metrics.roc_curve(y, p, drop_intermediate=False)
    precision, recall, _ = metrics.precision_recall_curve(y, p)
    table = pd.DataFrame({"y": y, "p": p})
    benefit = dca(data=table, outcome="y", modelnames=["p"], thresholds=THRESHOLDS)
    result = {
        **s,
        "auc": metrics.roc_auc_score(y, p),
        "falsePositiveRates": fpr,
        "sensitivities": tpr,
        "thresholds": thresholds,
        "precisions": precision[::-1],
        "recalls": recall[::-1],
        "averagePrecision": metrics.average_precision_score(y, p),
        "brier": metrics.brier_score_loss(y, p),
        "netBenefitThresholds": THRESHOLDS,
        "netBenefit": [at(benefit, "p", t) for t in THRESHOLDS],
        "netBenefitAll": [at(benefit, "all", t) for t in THRESHOLDS],
    }
    for strategy in ("uniform", "quantile"):
        observed, mean = calibration_curve(y, p, n_bins=10, strategy=strategy)
        result[strategy] = {"observed": observed, "mean": mean}
    if s["name"] in ("random", "tied", "unbalanced"):
        # Patients have one to five cases, of either class.
        patients = np.sort(np.random.default_rng(31).integers(0, len(y) // 2, len(y)))
        result["clustered"] = obuchowski(y, s["a"], s["b"], patients)
    if p.min() > 0 and p.max() < 1:
        result["platt"] = platt(p, y)
    return result


def at(benefit, model, threshold):
    rows = benefit[(benefit.model == model) & np.isclose(benefit.threshold, threshold)]
    return float(rows.net_benefit.iloc[0])


def class_sets():
    def drawn(name, counts, seed, decimals=6, sharpness=1.5):
        draw = np.random.default_rng(seed)
        labels = draw.permutation(np.repeat(np.arange(len(counts)), counts))
        logits = draw.normal(0, 1, (len(labels), len(counts)))
        logits[np.arange(len(labels)), labels] += sharpness
        p = np.exp(1.5 * logits)
        p /= p.sum(1, keepdims=True)
        p = np.round(p, decimals)
        p[:, -1] = np.round(1 - p[:, :-1].sum(1), decimals)
        return {"name": name, "labels": labels, "probabilities": np.clip(p, 0, 1)}

    tiny = {
        "name": "tiny",
        "labels": np.array([0, 1, 2, 1]),
        "probabilities": np.array([[0.5, 0.3, 0.2], [0.2, 0.7, 0.1], [0.1, 0.6, 0.3], [0.4, 0.35, 0.25]]),
    }
    return [
        drawn("random", [20, 20, 20], 11),
        drawn("tied", [18, 12, 15], 12, decimals=1),
        tiny,
        drawn("unbalanced", [60, 14, 4, 2], 13),
        drawn("two classes", [22, 18], 14),
    ]


def expected_calibration_error(labels, p, bins=15):
    predicted, confidence = p.argmax(1), p.max(1)
    bin_of = np.searchsorted(np.linspace(0, 1, bins + 1)[1:-1], confidence)
    total = 0.0
    for b in np.unique(bin_of):
        own = bin_of == b
        total += own.mean() * abs((predicted[own] == labels[own]).mean() - confidence[own].mean())
    return total


def temperature(labels, p):
    logs = np.log(np.maximum(p, np.finfo(float).eps))

    def slope(inverse):
        q = scipy.special.softmax(inverse * logs, axis=1)
        return np.sum(q * logs) - np.sum(logs[np.arange(len(labels)), labels])

    return 1 / brentq(slope, 1e-3, 1e3, xtol=1e-15, rtol=1e-14)


def conformal(labels, p, coverage):
    """Angelopoulos and Bates, section 1: the ceil((n + 1) coverage)-th smallest score."""
    n = len(labels)
    rank = math.ceil((n + 1) * coverage)
    own = p[np.arange(n), labels]
    aps = np.array([row[row >= mine].sum() for row, mine in zip(p, own)])
    return {
        "coverage": coverage,
        "LAC": np.sort(1 - own)[rank - 1],
        "APS": np.sort(aps)[rank - 1],
    }


def described_classes(s):
    labels, p = s["labels"], s["probabilities"]
    predicted, k = p.argmax(1), p.shape[1]
    hot = np.eye(k, dtype=int)[labels]
    matrix = metrics.confusion_matrix(labels, predicted, labels=range(k))
    result = {
        **s,
        "perClass": [metrics.roc_auc_score(hot[:, j], p[:, j]) for j in range(k)],
        "macro": metrics.roc_auc_score(hot, p, average="macro"),
        "weighted": metrics.roc_auc_score(hot, p, average="weighted"),
        "micro": metrics.roc_auc_score(hot, p, average="micro"),
        "accuracy": metrics.accuracy_score(labels, predicted),
        "confusion": matrix,
        "brier": metrics.brier_score_loss(labels, p[:, 1] if k == 2 else p),
        "ece": expected_calibration_error(labels, p),
    }
    for average in (None, "macro", "micro", "weighted"):
        figures = metrics.precision_recall_fscore_support(
            labels, predicted, labels=range(k), average=average, zero_division=0
        )
        result["figures " + (average or "class")] = figures[:3]
    # scikit-learn's recall of the negatives of each class.
    multilabel = metrics.multilabel_confusion_matrix(labels, predicted, labels=range(k))
    result["specificities"] = [m[0, 0] / m[0].sum() for m in multilabel]
    if s["name"] != "tiny":
        result["temperature"] = temperature(labels, p)
        result["conformal"] = [conformal(labels, p, c) for c in (0.8, 0.9)]
    return result


def kappas():
    draw = np.random.default_rng(21)
    found = []
    for cases, classes, right in ((60, 3, 0.7), (12, 4, 0.5), (100, 2, 0.95)):
        truth = draw.integers(0, classes, cases)
        readers = [
            np.where(draw.random(cases) < right, truth, draw.integers(0, classes, cases)) for _ in range(4)
        ]
        table = metrics.confusion_matrix(readers[0], readers[1], labels=range(classes))
        entry = {"table": table, "classes": classes, "readings": np.column_stack(readers)}
        for name, weights in (("NONE", None), ("LINEAR", "linear"), ("QUADRATIC", "quadratic")):
            fit = cohens_kappa(table, wt=weights)
            value = metrics.cohen_kappa_score(readers[0], readers[1], weights=weights)
            assert abs(value - fit.kappa) < 1e-12
            entry[name] = [value, fit.kappa_low, fit.kappa_upp]
        entry["fleiss"] = fleiss_kappa(aggregate_raters(entry["readings"], n_cat=classes)[0])
        entry["gwet"] = gwet(entry["readings"], classes)
        found.append(entry)
    return found


def gwet(readings, classes):
    """The standard error of Fleiss' kappa by Gwet's irrCAC, before it rounds (it rounds to 5 digits)."""
    frame = pd.DataFrame(readings)
    return CAC(frame, categories=list(range(classes)), digits=14).fleiss()["est"]


def tests():
    pairs = [(0, 0), (1, 0), (3, 9), (12, 12), (5, 20), (40, 61)]
    return [
        {
            "pair": [b, c],
            "exact": mcnemar([[7, b], [c, 4]], exact=True).pvalue if b + c else 1.0,
            "corrected": mcnemar([[7, b], [c, 4]], exact=False).pvalue if b != c else 1.0,
        }
        for b, c in pairs
    ]


def proportions():
    pairs = [(0, 1), (1, 1), (0, 20), (20, 20), (1, 7), (36, 43), (33, 43), (914, 1018), (1, 100000)]
    return [
        {
            "hits": h,
            "n": n,
            "clopperPearson": proportion_confint(h, n, method="beta"),
            "wilson": proportion_confint(h, n, method="wilson"),
        }
        for h, n in pairs
    ]


def main():
    warnings.simplefilter("ignore")
    content = {
        "origin": f"make_stats_golden.py with scikit-learn {sklearn.__version__},"
        f" statsmodels {statsmodels.__version__}, SciPy {scipy.__version__}, dcurves 1.1.7, irrCAC 0.4.4",
        "binary": [described_binary(s) for s in binary_sets()],
        "classes": [described_classes(s) for s in class_sets()],
        "kappas": kappas(),
        "mcNemar": tests(),
        "proportions": proportions(),
    }
    OUT.write_text(json.dumps(finite(content)) + "\n")


if __name__ == "__main__":
    main()
