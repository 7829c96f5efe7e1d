"""Makes the tables of EvaluationChoicesGoldenTest (resources/golden/evaluate/choices/*.csv), with a validation and a
test split or with readers without and with a model, and what scikit-learn, SciPy, statsmodels and NumPy say of them
(choices.json).

    pip install scikit-learn==1.9.1 scipy==1.17.1 statsmodels==0.15.0
    cd model-zoo/src/test && python golden/make_evaluation_choices_golden.py
"""

import csv
import json
import math
import pathlib

import numpy
import scipy
import sklearn
import statsmodels
from scipy.optimize import brentq, root
from scipy.special import expit, softmax
from scipy.stats import binomtest
from sklearn import metrics
from statsmodels.stats.inter_rater import aggregate_raters, cohens_kappa, fleiss_kappa

from make_evaluation_golden import expected_calibration_error, probabilities

FOLDER = pathlib.Path("resources/golden/evaluate/choices")
COVERAGE = 0.9

# A probability of 0 counts as this in logarithms, as in scikit-learn's log_loss.
LEAST = numpy.finfo(float).eps


def share(hits, count):
    if count == 0:
        return None
    interval = binomtest(int(hits), int(count)).proportion_ci(method="exact")
    return [hits / count, interval.low, interval.high]


def thresholds(y, p):
    """By scikit-learn's ROC curve of the validation cases; its first point is that at which nothing is positive."""
    fpr, tpr, values = metrics.roc_curve(y, p, drop_intermediate=False)
    wins = numpy.round(tpr * y.sum()) * (~y).sum() - numpy.round(fpr * (~y).sum()) * y.sum()
    best = max(range(1, len(values)), key=lambda n: (wins[n], n))
    return {
        "youden": values[best],
        "sensitivity_0.90": values[1:][tpr[1:] >= 0.90][0],
        "sensitivity_0.95": values[1:][tpr[1:] >= 0.95][0],
    }


def at(threshold, y, p):
    (tn, fp), (fn, tp) = metrics.confusion_matrix(y, p >= threshold, labels=[False, True])
    return {
        "threshold": threshold,
        "sensitivity": share(tp, tp + fn),
        "specificity": share(tn, tn + fp),
        "precision": share(tp, tp + fp),
        "negative_predictive_value": share(tn, tn + fn),
    }


def losses(labels, p):
    k = p.shape[1]
    names = {"labels": list(range(k))} if k > 2 else {}
    return {
        "brier": metrics.brier_score_loss(labels, p if k > 2 else p[:, 1], **names),
        "ece": expected_calibration_error(labels, p),
        "log_loss": metrics.log_loss(labels, p, labels=list(range(k))),
    }


def temperature(labels, p):
    logs = numpy.log(numpy.maximum(p, LEAST))

    def slope(inverse):
        scaled = softmax(logs * inverse, axis=1)
        return ((scaled * logs).sum(axis=1) - logs[numpy.arange(len(labels)), labels]).sum()

    return 1 / brentq(slope, 1e-3, 1e3, xtol=1e-15, rtol=1e-15)


def odds(p):
    """Log odds; a probability of 0 counts as LEAST."""
    return numpy.log(numpy.maximum(p[:, 1], LEAST)) - numpy.log(numpy.maximum(1 - p[:, 1], LEAST))


def platt(labels, p):
    f = odds(p)
    positives = labels.sum()
    target = numpy.where(labels == 1, (positives + 1) / (positives + 2), 1 / (len(labels) - positives + 2))

    def gradient(v):
        gap = expit(v[0] * f + v[1]) - target
        return [(gap * f).sum(), gap.sum()]

    def hessian(v):
        w = expit(v[0] * f + v[1])
        w = w * (1 - w)
        return [[(w * f * f).sum(), (w * f).sum()], [(w * f).sum(), w.sum()]]

    return root(gradient, [1.0, 0.0], jac=hessian, tol=1e-14).x


def conformal(score, validation, test):
    (labels, p), (others, q) = validation, test

    def strangeness(rows):
        if score == "lac":
            return 1 - rows
        return numpy.stack([(rows * (rows >= rows[:, [k]])).sum(axis=1) for k in range(rows.shape[1])], axis=1) / (
            rows.sum(axis=1, keepdims=True)
        )

    own = numpy.sort(strangeness(p)[numpy.arange(len(labels)), labels])
    quantile = own[math.ceil((len(labels) + 1) * COVERAGE) - 1]
    sets = strangeness(q) <= quantile
    if score == "aps":
        sets |= q == q.max(axis=1, keepdims=True)
    held = sets[numpy.arange(len(others)), others]
    sizes = sets.sum(axis=1)
    return {
        "coverage": share(held.sum(), len(held)),
        "per_class": [share(held[others == k].sum(), (others == k).sum()) for k in range(q.shape[1])],
        "mean_size": sizes.mean(),
        "single": share((sizes == 1).sum(), len(sizes)),
        "empty": share((sizes == 0).sum(), len(sizes)),
    }


def chosen(name, rng, classes, counts, decimals, strength):
    splits = {}
    for split, count in counts.items():
        labels = rng.integers(0, classes, count)
        splits[split] = (labels, probabilities(rng, labels, classes, strength, decimals))
    with open(FOLDER / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["case", "split", "label"] + [f"p_class{k}" for k in range(classes)])
        for split, (labels, p) in splits.items():
            for n, label in enumerate(labels):
                rows.writerow([f"{split}{n:03d}", split, f"class{label}"] + [repr(float(v)) for v in p[n]])
    (labels, p), (others, q) = splits["validation"], splits["test"]
    t = temperature(labels, p)
    scaled = softmax(numpy.log(numpy.maximum(q, LEAST)) / t, axis=1)
    found = {
        "name": name,
        "thresholds": [
            {rule: at(value, others == k, q[:, k]) for rule, value in thresholds(labels == k, p[:, k]).items()}
            for k in range(classes)
        ],
        "before": losses(others, q),
        "temperature": {"temperature": t, **losses(others, scaled)},
        "prediction_sets": {score: conformal(score, splits["validation"], splits["test"]) for score in ("lac", "aps")},
    }
    if classes == 2:
        slope, intercept = platt(labels, p)
        f = expit(slope * odds(q) + intercept)
        scaled = numpy.stack([1 - f, f], axis=1)
        found["platt"] = {"slope": slope, "intercept": intercept, **losses(others, scaled)}
    return found


def figures(labels, readings, classes):
    found = {"accuracy": metrics.accuracy_score(labels, readings)}
    for k in range(1 if classes == 2 else 0, classes):
        found[f"sensitivity class{k}"] = metrics.recall_score(labels == k, readings == k)
        found[f"specificity class{k}"] = metrics.recall_score(labels != k, readings != k)
    return found


def compared(labels, first, second, classes):
    """Of each reader: figures, their difference, and who alone is right."""
    readers = {}
    for reader in first:
        a, b = figures(labels, first[reader], classes), figures(labels, second[reader], classes)
        right = first[reader] == labels, second[reader] == labels
        only = int((right[0] & ~right[1]).sum()), int((right[1] & ~right[0]).sum())
        readers[reader] = {
            "figures": {key: [a[key], b[key], b[key] - a[key]] for key in a},
            "only": only,
            "p": binomtest(only[0], sum(only)).pvalue if sum(only) else 1.0,
        }
    mean = {
        key: [numpy.mean([r["figures"][key][n] for r in readers.values()]) for n in range(3)]
        for key in readers["A"]["figures"]
    }
    return {"readers": readers, "mean": mean}


def agreement(readings, classes):
    """Of every two readers Cohen's kappa, of all Fleiss'."""
    names = list(readings)
    pairs = []
    for n, one in enumerate(names):
        for other in names[n + 1 :]:
            table = metrics.confusion_matrix(readings[one], readings[other], labels=list(range(classes)))
            kappa = cohens_kappa(table)
            own = metrics.cohen_kappa_score(readings[one], readings[other])
            assert abs(kappa.kappa - own) < 1e-12
            pairs.append([one, other, own, kappa.kappa_low, kappa.kappa_upp])
    counts, _ = aggregate_raters(numpy.stack(list(readings.values()), axis=1), n_cat=classes)
    return {"cohen": pairs, "fleiss": fleiss_kappa(counts)}


def read(name, rng, classes, cases, readers):
    labels = rng.integers(0, classes, cases)
    p = probabilities(rng, labels, classes, 1.3, 6)
    readings = {"without": {}, "with": {}}
    for reader in readers:
        for condition, skill in (("without", 0.55), ("with", 0.75)):
            knows = rng.random(cases) < skill
            readings[condition][reader] = numpy.where(knows, labels, rng.integers(0, classes, cases))
    with open(FOLDER / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, lineterminator="\n")
        columns = [f"p_class{k}" for k in range(classes)]
        rows.writerow(["case", "split", "label", "model", "reader", "condition", "predicted"] + columns)
        for n, label in enumerate(labels):
            shared = [f"case{n:03d}", "test", f"class{label}"]
            rows.writerow(shared + ["net", "", "", ""] + [repr(float(v)) for v in p[n]])
            for condition, own in readings.items():
                for reader, classes_named in own.items():
                    named = f"class{classes_named[n]}"
                    rows.writerow(shared + ["", reader, condition, named] + [""] * classes)
    model = {reader: p.argmax(axis=1) for reader in readers}
    return {
        "name": name,
        "without with": compared(labels, readings["without"], readings["with"], classes),
        "without net": compared(labels, readings["without"], model, classes),
        "with net": compared(labels, readings["with"], model, classes),
        "agreement": {condition: agreement(own, classes) for condition, own in readings.items()},
    }


def main():
    rng = numpy.random.default_rng(20261123)
    FOLDER.mkdir(parents=True, exist_ok=True)
    found = {
        "origin": f"make_evaluation_choices_golden.py with scikit-learn {sklearn.__version__}, SciPy"
        f" {scipy.__version__}, statsmodels {statsmodels.__version__}, NumPy {numpy.__version__}",
        "chosen": [
            chosen("two", rng, 2, {"validation": 70, "test": 90}, 6, 1.1),
            chosen("two_tied", rng, 2, {"validation": 40, "test": 50}, 1, 1.1),
            chosen("three", rng, 3, {"validation": 80, "test": 60}, 6, 1.3),
            chosen("five_tied", rng, 5, {"validation": 150, "test": 100}, 2, 1.5),
        ],
        "readers": [read("readers", rng, 2, 60, "ABC"), read("readers_three", rng, 3, 45, "AB")],
    }
    (FOLDER / "choices.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
