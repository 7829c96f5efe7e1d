"""The forward passes of ForwardBenchmark in PyTorch, for comparison on the same machine.

Needs torch and torchvision (any CPU build); prints milliseconds per image, median of the runs.
Two forms: the network as torchvision gives it, in inference mode; and the same with batch
normalisation folded into the convolutions, which is what RadCAM does when it opens a model.
"""

import statistics
import sys
import time

import torch
import torchvision
from torch.fx.experimental.optimization import fuse


def measure(network, seconds=10.0):
    image = torch.randn(1, 3, 224, 224)
    with torch.inference_mode():
        warm = time.perf_counter()
        while time.perf_counter() - warm < seconds / 2:
            network(image)
        times = []
        begin = time.perf_counter()
        while time.perf_counter() - begin < seconds:
            start = time.perf_counter()
            network(image)
            times.append(time.perf_counter() - start)
    return 1000 * statistics.median(times)


print(f"PyTorch {torch.__version__}, {torch.get_num_threads()} threads")
for name in sys.argv[1:] or ["resnet50", "resnet152"]:
    network = getattr(torchvision.models, name)(num_classes=2).eval()
    print(f"{name}: {measure(network):.1f} ms, folded {measure(fuse(network)):.1f} ms")
