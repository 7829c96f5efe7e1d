#!/usr/bin/env python3
"""Makes the golden values of the screening of clinical values: the phantoms of a bone-matrix manifest,
some of whose values are unknown, and what statsmodels' Logit says of them.

    pip install numpy==2.4.6 scipy statsmodels==0.15.0
    ./radcam phantom --task bone-matrix --count 160 --seed 12 --out PHANTOMS
    python model-zoo/src/test/golden/make_screening_golden.py PHANTOMS/labels.csv
"""

import csv
import json
import pathlib
import sys

import numpy as np
import statsmodels.api as sm
from scipy.stats import chi2

OUT = pathlib.Path(__file__).parents[1] / "resources/org/radcam/zoo/screening"
CHOICES = {
    "sex": ["female", "male"],
    "age": [],
    "mineralisation_location": ["central", "peripheral", "diffuse"],
    "pathological_fracture": ["absent", "present"],
}
COUNT = 160


def patients(manifest):
    with open(manifest, newline="") as file:
        rows = [
            {key: row[key] for key in ["case", "label", *CHOICES]} for row in csv.DictReader(file)
        ][:COUNT]
    for n, row in enumerate(rows):
        if n % 17 == 3:
            row["age"] = ""
        if n % 23 == 5:
            row["mineralisation_location"] = "unknown"
    return rows


def columns(row, field):
    words = CHOICES[field]
    if not words:
        return [float(row[field])]
    return [float(row[field] == word) for word in words[1:]]


def known(row, field):
    return row[field] not in ("", "unknown")


def fit(rows, fields):
    rows = [row for row in rows if all(known(row, field) for field in fields)]
    y = np.array([row["label"] == "chondroid" for row in rows], float)
    x = np.array([[1.0] + [v for f in fields for v in columns(row, f)] for row in rows])
    return rows, y, sm.Logit(y, x).fit(disp=0, tol=1e-14, maxiter=200)


def terms(result, first, count):
    interval = np.exp(result.conf_int())
    return [
        {
            "oddsRatio": float(np.exp(result.params[n])),
            "low": float(interval[n][0]),
            "high": float(interval[n][1]),
            "p": float(result.pvalues[n]),
        }
        for n in range(first, first + count)
    ]


def field_p(rows, fields, field, result):
    """Wald's test of one column, the likelihood ratio test of several."""
    width = len(columns(rows[0], field))
    at = 1 + sum(len(columns(rows[0], f)) for f in fields[: fields.index(field)])
    if width == 1:
        return float(result.pvalues[at]), at, width
    others = [f for f in fields if f != field]
    if others:
        without = fit(rows, others)[2].llf
    else:
        y = np.array([row["label"] == "chondroid" for row in rows], float)
        share = y.mean()
        without = float(np.sum(y * np.log(share) + (1 - y) * np.log(1 - share)))
    return float(chi2.sf(2 * (result.llf - without), width)), at, width


def main():
    rows = patients(sys.argv[1])
    golden = {}
    fields = list(CHOICES)
    complete, _, together = fit(rows, fields)
    for field in fields:
        mine, _, alone = fit(rows, [field])
        p_alone, at, width = field_p(mine, [field], field, alone)
        univariate = terms(alone, at, width)
        p, at, width = field_p(complete, fields, field, together)
        golden[field] = {
            "known": len(mine),
            "univariateP": p_alone,
            "multivariateP": p,
            "univariate": univariate,
            "multivariate": terms(together, at, width),
        }
    OUT.mkdir(parents=True, exist_ok=True)
    with open(OUT / "patients.csv", "w", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    (OUT / "statsmodels.json").write_text(
        json.dumps({"complete": len(complete), "fields": golden}, indent=1) + "\n"
    )


if __name__ == "__main__":
    main()
