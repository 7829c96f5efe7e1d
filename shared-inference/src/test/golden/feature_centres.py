"""Where the last feature map of a ResNet is centred on its input: the measurement of decision 2.

A Gaussian blob is planted at 24 places along a row of a smooth image of 224 x 224 pixels; the centre
of gravity of the change in the features (squared, summed over channels) says which cell saw it.
Needs torch and torchvision; made with versions 2.7.1 and 0.22.1. Prints the mean distance of the blob
from the cell's centre, once taken to be at pixel 32 i and once at 32 i + 15.5.
"""

import numpy as np
import torch
import torchvision
from torch.nn.functional import interpolate

SIZE = 224
torch.manual_seed(0)
rows, columns = np.mgrid[0:SIZE, 0:SIZE]

for name in ("resnet18", "resnet50"):
    network = getattr(torchvision.models, name)(num_classes=2)
    with torch.no_grad():
        # Statistics of the batch normalisations, so that activations stay sane.
        for _ in range(6):
            coarse = interpolate(torch.randn(4, 3, 28, 28), size=SIZE, mode="bilinear")
            network(torch.randn(4, 3, SIZE, SIZE) * 0.5 + coarse)
        network.eval()
        features = torch.nn.Sequential(*list(network.children())[:-2])
        smooth = interpolate(torch.randn(1, 1, 28, 28), size=SIZE, mode="bicubic")
        base = smooth.expand(1, 3, SIZE, SIZE) * 0.5
        before = features(base)
        places = np.arange(64, 160, 4)
        cells = []
        for place in places:
            blob = np.exp(-((columns - place) ** 2 + (rows - 112) ** 2) / (2 * 8**2))
            planted = torch.tensor(blob, dtype=torch.float32).expand(1, 3, SIZE, SIZE)
            change = (features(base + planted) - before).pow(2).sum(1)[0].sum(0).numpy()
            cells.append((change * np.arange(7)).sum() / change.sum())
    cells = np.array(cells)
    print(
        name,
        f"32 i: {np.mean(places - 32 * cells):.1f}",
        f"32 i + 15.5: {np.mean(places - 32 * cells - 15.5):.1f}",
    )
