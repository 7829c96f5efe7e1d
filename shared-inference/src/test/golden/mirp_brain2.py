"""Makes src/test/resources/org/radcam/radiomics/mirp-brain2-*.csv (see MirpComparisonTest).

Usage: python mirp_brain2.py IMAGE MASK OUT, with brain2 of pyradiomics as NIfTI (intensities as
float, the mask 0 and 1). Made with mirp 2.5.0, numpy 1.26.
"""

import re
import sys

from mirp import extract_features

IMAGE, MASK, OUT = sys.argv[1:4]
SLICES = ["2d_average", "2d_slice_merge", "2.5d_direction_merge", "2.5d_volume_merge"]
PLANAR = {
    "by_slice": True,
    "glcm_spatial_method": SLICES,
    "glrlm_spatial_method": SLICES,
    **{f"{m}_spatial_method": ["2d", "2.5d"] for m in ("glszm", "gldzm", "ngtdm", "ngldm")},
}
SPACE = ["3d_average", "3d_volume_merge"]
VOLUME = {"by_slice": False, "glcm_spatial_method": SPACE, "glrlm_spatial_method": SPACE}
SIZE = {
    "base_discretisation_method": "fixed_bin_size",
    "base_discretisation_bin_width": 25.0,
}
NUMBER = {"base_discretisation_method": "fixed_bin_number", "base_discretisation_n_bins": 32}
RUNS = {
    "A": {**PLANAR, **SIZE, "resegmentation_intensity_range": [200.0, 600.0]},
    "B": {
        **PLANAR,
        **NUMBER,
        "new_spacing": [1.0, 1.0],
        "spline_order": 1,
        "resegmentation_intensity_range": [200.0, 600.0],
    },
    "C": {
        **VOLUME,
        **SIZE,
        "new_spacing": 2.0,
        "spline_order": 1,
        "resegmentation_intensity_range": [100.0, 600.0],
        "ivh_discretisation_method": "fixed_bin_size",
        "ivh_discretisation_bin_width": 2.5,
    },
    "D": {
        **VOLUME,
        **NUMBER,
        "new_spacing": 2.0,
        "spline_order": 1,
        "resegmentation_method": "sigma",
        "resegmentation_sigma": 3.0,
    },
    "E": {
        **VOLUME,
        **NUMBER,
        "new_spacing": 2.0,
        "spline_order": 3,
        "resegmentation_method": ["range", "sigma"],
        "resegmentation_intensity_range": [100.0, 600.0],
        "resegmentation_sigma": 3.0,
        "ivh_discretisation_method": "fixed_bin_number",
        "ivh_discretisation_n_bins": 1000,
    },
}


def tag(name):
    """The IBSI's tag of a feature of MIRP."""
    name = re.sub(r"_(fbs|fbn)_?.*$", "", re.sub(r"_a0(\.0)?(?=_|$)", "", re.sub(r"_d1(?=_|$)", "", name)))
    for mirp, ibsi in (
        ("2.5d_d_mrg", "2_5D_avg"),
        ("2.5d_v_mrg", "2_5D_comb"),
        ("2d_avg", "2D_avg"),
        ("2d_s_mrg", "2D_comb"),
        ("3d_avg", "3D_avg"),
        ("3d_v_mrg", "3D_comb"),
    ):
        name = name.replace(mirp, ibsi)
    return re.sub(r"_3d$", "_3D", re.sub(r"_2d$", "_2D", re.sub(r"_2\.5d$", "_2_5D", name)))


PREFIXES = ("morph_", "loc_", "stat_", "ih_", "ivh_", "cm_", "rlm_", "szm_", "dzm_", "ngt_", "ngl_")
for run, settings in RUNS.items():
    features = extract_features(image=IMAGE, mask=MASK, anti_aliasing=False, **settings)[0]
    with open(f"{OUT}/mirp-brain2-{run}.csv", "w") as file:
        file.write("tag,value\n")
        for name, value in features.iloc[0].items():
            # MIRP has percentiles of its own in the intensity-volume histogram.
            if name.startswith(PREFIXES) and not re.search(r"^ivh.*(25|50|75)", name):
                file.write(f"{tag(name)},{float(value)!r}\n")
