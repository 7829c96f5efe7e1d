"""Makes the tables of predictions that EvaluationGoldenTest evaluates (resources/golden/evaluate/*.csv) and
what scikit-learn and SciPy say of them (scikit-learn.json). make_evaluation_golden.R then adds pROC's values.

    pip install scikit-learn==1.9.1 scipy==1.17.1
    cd model-zoo/src/test && python golden/make_evaluation_golden.py
"""

import csv
import json
import pathlib

import numpy
import scipy
import sklearn
from scipy.stats import binomtest, chi2
from sklearn import metrics

FOLDER = pathlib.Path("resources/golden/evaluate")
BINS = 15


def probabilities(rng, labels, classes, strength, decimals):
    """Softmax of noise that leans towards the label; of few decimals, so that cases tie, but sum to one."""
    logits = rng.normal(size=(len(labels), classes))
    logits[numpy.arange(len(labels)), labels] += strength
    p = numpy.exp(logits) / numpy.exp(logits).sum(axis=1, keepdims=True)
    whole = 10**decimals
    counts = numpy.floor(p * whole).astype(int)
    counts[numpy.arange(len(labels)), p.argmax(axis=1)] += whole - counts.sum(axis=1)
    return counts / whole


def expected_calibration_error(labels, p):
    """Guo et al., ICML 2017, equation 3, with bins of equal width that include their upper edge."""
    confidence, right = p.max(axis=1), p.argmax(axis=1) == labels
    bins = numpy.searchsorted(numpy.linspace(0, 1, BINS + 1)[1:-1], confidence)
    return sum(
        (bins == b).mean() * abs(right[bins == b].mean() - confidence[bins == b].mean()) for b in set(bins)
    )


def hosmer_lemeshow(y, p, groups=10):
    """Hosmer, Lemeshow and Sturdivant 2013, section 5.2.2, as R's ResourceSelection::hoslem.test makes the groups,
    but of cases that the model was not fitted to: as many degrees of freedom as groups. None where it needs what
    the cases do not have: as many as groups, three groups, expected counts of both."""
    edges = numpy.unique(numpy.quantile(p, numpy.linspace(0, 1, groups + 1)))
    if len(y) < groups or len(edges) < 4:
        return None
    group = numpy.searchsorted(edges[1:-1], p)
    made = sorted(set(group))
    expected = numpy.array([p[group == g].sum() for g in made])
    observed = numpy.array([y[group == g].sum() for g in made])
    counts = numpy.array([(group == g).sum() for g in made])
    if len(made) < 3 or (expected == 0).any() or (expected == counts).any():
        return None
    chi_square = ((observed - expected) ** 2 / (expected * (1 - expected / counts))).sum()
    return {"chi_square": chi_square, "df": len(made), "p": chi2.sf(chi_square, len(made))}


def judged(labels, p):
    n, k = p.shape
    predicted = p.argmax(axis=1)
    hot = numpy.eye(k)[labels]
    every = list(range(k))
    multi = {"multi_class": "ovr", "labels": every} if k > 2 else {}
    score = p if k > 2 else p[:, 1]
    found = {
        "auc": {
            "macro": metrics.roc_auc_score(labels, score, average="macro", **multi),
            "weighted": metrics.roc_auc_score(labels, score, average="weighted", **multi),
            "micro": metrics.roc_auc_score(hot.ravel(), p.ravel()),
            "per_class": [metrics.roc_auc_score(labels == c, p[:, c]) for c in every],
            "average_precision": [metrics.average_precision_score(labels == c, p[:, c]) for c in every],
        },
        "accuracy": metrics.accuracy_score(labels, predicted),
        "confusion_matrix": metrics.confusion_matrix(labels, predicted, labels=every).tolist(),
        "brier": metrics.brier_score_loss(labels, score, **({"labels": every} if k > 2 else {})),
        "ece": expected_calibration_error(labels, p),
        "log_loss": metrics.log_loss(labels, p, labels=every),
        "hosmer_lemeshow": [hosmer_lemeshow(labels == c, p[:, c]) for c in every],
    }
    for name, function in (
        ("precision", metrics.precision_score),
        ("recall", metrics.recall_score),
        ("f1", metrics.f1_score),
    ):
        found[name] = {
            average: function(labels, predicted, labels=every, average=average, zero_division=0)
            for average in ("macro", "micro", "weighted")
        }
        found[name]["per_class"] = function(
            labels, predicted, labels=every, average=None, zero_division=0
        ).tolist()
    return found


def written(name, labels, models):
    classes = models["a"].shape[1]
    with open(FOLDER / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["case", "model", "split", "label"] + [f"p_class{k}" for k in range(classes)])
        for model, p in models.items():
            for n, label in enumerate(labels):
                rows.writerow([f"case{n:03d}", model, "test", f"class{label}"] + [repr(float(v)) for v in p[n]])
    right = {model: p.argmax(axis=1) == labels for model, p in models.items()}
    only = [int((right["a"] & ~right["b"]).sum()), int((right["b"] & ~right["a"]).sum())]
    return {
        "name": name,
        "models": {model: judged(labels, p) for model, p in models.items()},
        "only": only,
        "mcnemar": binomtest(only[0], sum(only)).pvalue if sum(only) else 1.0,
    }


def main():
    rng = numpy.random.default_rng(20261122)
    drawn = [
        ("random", rng.integers(0, 2, 80), 2, 6, 1.0),
        ("tied", rng.integers(0, 2, 60), 2, 1, 0.8),
        ("tiny", numpy.array([0, 1, 1, 0, 1]), 2, 3, 0.5),
        ("unbalanced", (numpy.arange(200) < 6).astype(int), 2, 6, 1.5),
        ("three", rng.integers(0, 3, 90), 3, 6, 1.2),
        ("three_tied", rng.integers(0, 3, 60), 3, 1, 1.0),
        ("four_unbalanced", rng.choice(4, 150, p=[0.8, 0.12, 0.05, 0.03]), 4, 6, 1.0),
        ("five_tiny", numpy.array([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]), 5, 3, 0.7),
    ]
    sets = []
    for name, labels, classes, decimals, strength in drawn:
        models = {
            "a": probabilities(rng, labels, classes, strength, decimals),
            "b": probabilities(rng, labels, classes, 0.6 * strength, decimals),
        }
        sets.append(written(name, labels, models))
    origin = (
        f"make_evaluation_golden.py with scikit-learn {sklearn.__version__}, SciPy {scipy.__version__},"
        f" NumPy {numpy.__version__}"
    )
    text = json.dumps({"origin": origin, "sets": sets}, indent=1)
    (FOLDER / "scikit-learn.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
