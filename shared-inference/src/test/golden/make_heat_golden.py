"""Makes classify/heat_on_oblique.csv: a map on an oblique grid, resampled by SimpleITK.

Python 3 with SimpleITK 2.5.7 and numpy. Prints the file.
"""

import math

import numpy as np
import SimpleITK as sitk


def grid(image, spacing, origin, turn, tilt):
    i = np.array([math.cos(turn), math.sin(turn), 0])
    j = np.array(
        [-math.sin(turn) * math.cos(tilt), math.cos(turn) * math.cos(tilt), math.sin(tilt)]
    )
    k = np.cross(i, j)
    image.SetSpacing(spacing)
    image.SetOrigin(origin)
    image.SetDirection(np.stack([i, j, k], axis=1).ravel().tolist())
    return image


# Values that no plane could give: (7 n) mod 11 - 5 for voxel n, columns fastest.
values = ((7 * np.arange(5 * 6 * 4)) % 11 - 5).astype(np.float32).reshape(4, 6, 5)
raw = grid(sitk.GetImageFromArray(values), (8.0, 6.0, 9.0), (-12.0, 30.0, 5.0), 0.4, -0.7)
target = grid(sitk.Image(7, 8, 6, sitk.sitkFloat32), (5.5, 4.5, 7.0), (-16.0, 33.0, 2.0), -0.3, 0.5)
mapped = sitk.Resample(raw, target, sitk.Transform(), sitk.sitkLinear, -999.0)
print("i;j;k;value")
for k, j, i in np.ndindex(6, 8, 7):
    print(f"{i};{j};{k};{sitk.GetArrayViewFromImage(mapped)[k, j, i]:.6f}")
