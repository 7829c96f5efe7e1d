#!/usr/bin/env python3
"""Compares RadCAM's LASSO and classifiers with scikit-learn's on public radiomics tables, in the same
folds, and prints the table of docs/radiomics-models.md.

    pip install numpy==2.4.6 scikit-learn==1.9.1
    mvn -pl model-zoo -am test -Dtest=RadiomicsTablesEvaluation \
        -Dsurefire.failIfNoSpecifiedTests=false -Dsurefire.argLine=-Dradcam.evaluate=true
    python model-zoo/src/test/golden/compare_tables.py ../shared/data/radiomics_radMLBench \
        model-zoo/target/radiomics-tables

In each fold scikit-learn standardises, chooses the penalty of an L1 logistic regression by the
cross-validated likelihood in the same inner folds, and gives the features that it keeps to its own classifiers, which have the
same settings as RadCAM's where both have them. Gradient boosting stands in for XGBoost.
"""

import csv
import gzip
import pathlib
import sys
import warnings

import numpy as np
from sklearn.ensemble import (
    ExtraTreesClassifier,
    GradientBoostingClassifier,
    RandomForestClassifier,
)
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss, roc_auc_score
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

SEED = 1
KINDS = [
    "lasso",
    "logistic-regression",
    "naive-bayes",
    "nearest-neighbours",
    "support-vector-machine",
    "random-forest",
    "extra-trees",
    "xgboost",
    "multilayer-perceptron",
]


def read(file):
    with gzip.open(file, "rt") as lines:
        rows = list(csv.DictReader(lines))
    names = [name for name in rows[0] if name not in ("ID", "Target")]
    x = np.array([[float(row[name]) for name in names] for row in rows])
    return x, np.array([int(float(row["Target"])) for row in rows])


def sparse(c):
    # A large intercept column is next to unpenalised, which LIBLINEAR cannot say otherwise.
    return LogisticRegression(
        l1_ratio=1, C=c, solver="liblinear", intercept_scaling=100, tol=1e-5,
        max_iter=2000, random_state=SEED,
    )


def lasso(x, y, inner):
    """The L1 model of the best cross-validated likelihood over glmnet's range of penalties."""
    decades = 2 if len(x) < x.shape[1] else 4
    least = 1 / np.abs(x.T @ (y - y.mean())).max()
    path = least * np.logspace(0, decades, 15 * decades)
    losses = []
    for c in path:
        loss = 0
        for fold in range(inner.max() + 1):
            learn, ask = inner != fold, inner == fold
            answers = sparse(c).fit(x[learn], y[learn]).predict_proba(x[ask])[:, 1]
            loss += log_loss(y[ask], answers, labels=[0, 1]) * ask.sum()
        losses.append(loss)
        # It only gets worse, and slow, from here.
        if loss > 1.2 * min(losses):
            break
    best = int(np.argmin(losses))
    while True:
        model = sparse(path[best]).fit(x, y)
        if np.any(model.coef_) or best == len(path) - 1:
            return model
        best += 1


def classifiers(cases, features):
    neighbours = int(max(3, min(15, 2 * int(np.sqrt(cases) / 2) + 1)))
    return {
        "logistic-regression": LogisticRegression(C=1, max_iter=2000),
        "naive-bayes": GaussianNB(),
        "nearest-neighbours": KNeighborsClassifier(neighbours),
        "support-vector-machine": SVC(C=1, gamma=1 / features),
        "random-forest": RandomForestClassifier(200, random_state=SEED),
        "extra-trees": ExtraTreesClassifier(200, random_state=SEED),
        "xgboost": GradientBoostingClassifier(
            n_estimators=100, learning_rate=0.1, max_depth=3, subsample=0.8, max_features=0.8,
            random_state=SEED,
        ),
        "multilayer-perceptron": MLPClassifier(
            (32,), learning_rate_init=0.01, max_iter=200, batch_size=cases, n_iter_no_change=200,
            alpha=0.002 * cases, random_state=SEED,
        ),
    }


def score(model, x, y):
    if hasattr(model, "decision_function"):
        return roc_auc_score(y, model.decision_function(x))
    return roc_auc_score(y, model.predict_proba(x)[:, 1])


def folds_of(folder, name):
    with open(folder / f"{name}-folds.csv") as lines:
        rows = list(csv.DictReader(lines))
    folds = np.array([int(row["fold"]) for row in rows])
    return folds, [np.array([int(row[f"inner{n}"]) for row in rows]) for n in range(5)]


def ours(folder, name):
    areas = {}
    with open(folder / f"{name}-areas.csv") as lines:
        for row in csv.DictReader(lines):
            if row["fold"] != "all":
                areas.setdefault(row["classifier"], []).append(float(row["auc"]))
    return areas


def theirs(x, y, folds, inner):
    areas = {kind: [] for kind in KINDS}
    for fold in range(folds.max() + 1):
        learn, ask = folds != fold, folds == fold
        scaler = StandardScaler().fit(x[learn])
        inside, outside = scaler.transform(x[learn]), scaler.transform(x[ask])
        chosen = lasso(inside, y[learn], inner[fold][learn])
        areas["lasso"].append(score(chosen, outside, y[ask]))
        kept = np.flatnonzero(chosen.coef_[0])
        if len(kept) == 0:
            kept = np.arange(x.shape[1])
        for kind, model in classifiers(learn.sum(), len(kept)).items():
            model.fit(inside[:, kept], y[learn])
            areas[kind].append(score(model, outside[:, kept], y[ask]))
    return areas


def main():
    tables, results = map(pathlib.Path, sys.argv[1:])
    warnings.filterwarnings("ignore")
    print("| table | " + " | ".join(KINDS) + " |")
    print("|---" * (len(KINDS) + 1) + "|")
    worst = []
    for file in sorted(results.glob("*-areas.csv")):
        name = file.name.removesuffix("-areas.csv")
        x, y = read(tables / f"{name}.csv.gz")
        mine, other = ours(results, name), theirs(x, y, *folds_of(results, name))
        cells = []
        for kind in KINDS:
            a, b = np.array(mine[kind]), np.array(other[kind])
            spread = max(a.std(ddof=1), b.std(ddof=1))
            worst.append((abs(a.mean() - b.mean()) / spread, name, kind))
            cells.append(f"{a.mean():.2f} / {b.mean():.2f} ({spread:.2f})")
        print(f"| {name} | " + " | ".join(cells) + " |", flush=True)
    print("largest differences in units of the spread between folds:")
    for ratio, name, kind in sorted(worst, reverse=True)[:6]:
        print(f"  {ratio:.2f} {name} {kind}")
    print(f"{sum(r <= 1 for r, _, _ in worst)} of {len(worst)} within one spread")


if __name__ == "__main__":
    main()
