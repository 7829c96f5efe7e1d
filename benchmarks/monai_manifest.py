"""What a Python program does of the same job as macros/classify_manifest.ijm: a manifest of brain
metastases (./radcam phantom --task brain-metastasis), classified by the package brain-metastasis-demo
with MONAI's Grad-CAM, every map brought back to the reference image as NIfTI, and a table.

usage: monai_manifest.py PACKAGE MANIFEST.csv OUT

It needs torch, monai, SimpleITK, safetensors, PyYAML and scipy. Nothing of RadCAM runs here but the package's own
architecture.py, so its probabilities are also an independent check.
"""

import csv
import importlib.util
import os
import sys

import numpy as np
import SimpleITK as sitk
import torch
import yaml
from monai.visualize import GradCAM
from safetensors.torch import load_file
from scipy.ndimage import find_objects

package, manifest, out = sys.argv[1:]
card = yaml.safe_load(open(os.path.join(package, "rdf.yaml")))
radcam = card["config"]["radcam"]
spec = importlib.util.spec_from_file_location("net", os.path.join(package, "architecture.py"))
net = importlib.util.module_from_spec(spec)
spec.loader.exec_module(net)
arguments = card["weights"]["pytorch_state_dict"]["architecture"]["kwargs"]
model = net.cascade(**arguments)
model.load_state_dict(load_file(os.path.join(package, "weights.safetensors")))
model.eval()

PATHS = {
    "sclc": [("origin", 0), ("lung", 0)],
    "nsclc": [("origin", 0), ("lung", 1)],
    "bc": [("origin", 1), ("non_lung", 0)],
    "gic": [("origin", 1), ("non_lung", 1)],
}


def block(image, centre, mm):
    """A box of mm about a voxel, and where it begins; beyond the image its smallest value."""
    values = sitk.GetArrayFromImage(image)
    size = [round(mm / s) for s in image.GetSpacing()][::-1]
    first = [int(np.floor(c - (n - 1) / 2 + 0.5)) for c, n in zip(centre, size)]
    result = np.full(size, values.min(), np.float32)
    low = [max(0, f) for f in first]
    high = [min(n, f + s) for n, f, s in zip(values.shape, first, size)]
    result[tuple(slice(a - f, b - f) for a, b, f in zip(low, high, first))] = values[
        tuple(slice(a, b) for a, b in zip(low, high))
    ]
    return result, first


def prepared(path, reference, centre, steps):
    image = sitk.ReadImage(path, sitk.sitkFloat32)
    if image.GetSize() != reference.GetSize() or image.GetOrigin() != reference.GetOrigin():
        lowest = float(sitk.GetArrayViewFromImage(image).min())
        image = sitk.Resample(image, reference, sitk.Transform(), sitk.sitkLinear, lowest)
    values = sitk.GetArrayFromImage(image)
    seen = values[values > steps["z-score"]["foreground"] * np.percentile(values, 99)]
    scaled = sitk.GetImageFromArray((values - seen.mean()) / seen.std())
    scaled.CopyInformation(image)
    cut, first = block(scaled, centre, steps["roi-block"]["widthMm"])
    size = [steps["resize"][k] for k in ("slices", "rows", "columns")]
    tensor = torch.nn.functional.interpolate(
        torch.from_numpy(cut)[None, None], size, mode="trilinear", align_corners=False
    )
    return tensor[0, 0], first, cut.shape


os.makedirs(out, exist_ok=True)
folder = os.path.dirname(manifest)
steps = {s["step"]: s for s in radcam["inputs"][0]["preparation"]}
with open(os.path.join(out, "results.csv"), "w", newline="") as table:
    writer = csv.writer(table)
    writer.writerow(["case", "predicted", *PATHS])
    for row in csv.DictReader(open(manifest)):
        reference = sitk.ReadImage(
            os.path.join(folder, row["image:CE-T1WI"]), sitk.sitkFloat32
        )
        mask = sitk.GetArrayFromImage(sitk.ReadImage(os.path.join(folder, row["roi"]))) != 0
        box = find_objects(mask.astype(np.int8))[0]
        centre = [(s.start + s.stop - 1) / 2 for s in box]
        images, first, shape = {}, None, None
        for entry in radcam["inputs"]:
            path = os.path.join(folder, row["image:" + entry["role"]])
            images[entry["role"]], first, shape = prepared(path, reference, centre, steps)
        order = [entry["role"] for entry in radcam["inputs"]]
        answers, inputs = {}, {}
        for stage in radcam["stages"]:
            roles = sorted(stage["roles"], key=order.index)
            inputs[stage["key"]] = torch.stack([images[r] for r in roles])[None]
            with torch.inference_mode():
                logits = model._modules[stage["key"]](inputs[stage["key"]])
            answers[stage["key"]] = torch.softmax(logits, 1)[0].tolist()
        joint = {k: np.prod([answers[s][b] for s, b in path]) for k, path in PATHS.items()}
        predicted = max(joint, key=joint.get)
        writer.writerow([row["case"], predicted, *joint.values()])
        os.makedirs(os.path.join(out, row["case"]), exist_ok=True)
        for key, branch in PATHS[predicted]:
            part = model._modules[key]
            cam = GradCAM(nn_module=part, target_layers=f"layer{part.stages}")
            heat = cam(inputs[key], class_idx=branch)[0, 0].detach().numpy()
            small = sitk.GetImageFromArray(heat)
            spacing = [
                s * n / m for s, n, m in zip(reference.GetSpacing(), shape[::-1], heat.shape[::-1])
            ]
            small.SetSpacing(spacing)
            small.SetDirection(reference.GetDirection())
            small.SetOrigin(
                reference.TransformContinuousIndexToPhysicalPoint(
                    [f - 0.5 + 0.5 * n / m for f, n, m in zip(first[::-1], shape[::-1], heat.shape[::-1])]
                )
            )
            full = sitk.Resample(small, reference, sitk.Transform(), sitk.sitkLinear, float("nan"))
            sitk.WriteImage(full, os.path.join(out, row["case"], f"heatmap-{key}.nii.gz"))
