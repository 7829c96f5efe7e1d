#!/usr/bin/env python3
"""Makes the golden values that the Java networks and class activation maps are compared with.

    pip install torch==2.7.1 torchvision==0.22.1 safetensors grad-cam
    python shared-inference/src/test/golden/make_golden.py

The reference is PyTorch with torchvision's own networks, in 32-bit floats on the CPU. No weights are
stored: here and in Java (GoldenNumbers) every tensor is drawn from SplitMix64 (Steele, Lea and Flood
2014) seeded with the FNV-1a hash of the tensor's name, so that both sides have the same bits. What is
stored, in src/test/resources/golden, are the few numbers that come out. Grad-CAM, HiResCAM and
LayerCAM are compared with the package grad-cam on the way; so is Grad-CAM++ on artificial gradients,
large enough for that package's 1e-6 in the denominator not to matter.
"""

import hashlib
import json
import math
import pathlib

import numpy as np
import torch
from pytorch_grad_cam import GradCAM, GradCAMPlusPlus, HiResCAM, LayerCAM
from safetensors.torch import save_file
from torch import nn
from torchvision import models
from torchvision.models.resnet import BasicBlock, ResNet

OUT = pathlib.Path(__file__).parent.parent / "resources" / "golden"
MASK = (1 << 64) - 1


def uniform(name, count, low, high):
    """count numbers in [low, high) that depend on nothing but the name."""
    seed = 0xCBF29CE484222325
    for byte in name.encode():
        seed = ((seed ^ byte) * 0x100000001B3) & MASK
    with np.errstate(over="ignore"):
        z = np.uint64(seed) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
    unit = (z >> np.uint64(40)).astype(np.float64) / (1 << 24)
    return (low + (high - low) * unit).astype(np.float32)


def tensor(name, shape, low=-1.0, high=1.0):
    return torch.from_numpy(uniform(name, math.prod(shape), low, high).reshape(shape))


def bounds(name, shape):
    """Weights that keep activations within a few orders of magnitude through 152 layers."""
    if name.endswith("running_var"):
        return 0.5, 1.5
    if len(shape) > 1:
        fan_in = math.prod(shape[1:])
        bound = math.sqrt((6.0 if len(shape) >= 4 else 1.0) / fan_in)
        return -bound, bound
    if name.endswith("weight"):
        return 0.5, 1.0
    return -0.1, 0.1


def fill(network):
    state = network.state_dict()
    for name, value in state.items():
        if not name.endswith("num_batches_tracked"):
            value.copy_(tensor(name, tuple(value.shape), *bounds(name, tuple(value.shape))))
    network.load_state_dict(state)
    return network


class Compact(ResNet):
    """torchvision's ResNet-18 with fewer channels throughout and any number of input channels."""

    def __init__(self, width, channels, classes):
        self.base = int(64 * width)
        self.begun = False
        super().__init__(BasicBlock, [2, 2, 2, 2])
        self.conv1 = nn.Conv2d(channels, self.base, 7, 2, 3, bias=False)
        self.bn1 = nn.BatchNorm2d(self.base)
        self.fc = nn.Linear(8 * self.base, classes)

    def _make_layer(self, block, planes, blocks, stride=1, dilate=False):
        if not self.begun:
            self.begun, self.inplanes = True, self.base
        return super()._make_layer(block, planes * self.base // 64, blocks, stride, dilate)


def features_of(network, x):
    x = network.maxpool(network.relu(network.bn1(network.conv1(x))))
    return network.layer4(network.layer3(network.layer2(network.layer1(x))))


def signature(network):
    """A digest of all parameters' names and shapes, in torchvision's order."""
    lines = [
        f"{name} {'x'.join(map(str, value.shape))}\n"
        for name, value in network.state_dict().items()
        if not name.endswith("num_batches_tracked")
    ]
    return {"count": len(lines), "sha256": hashlib.sha256("".join(lines).encode()).hexdigest()}


def numbers(value):
    return [float(f"{v:.9g}") for v in value.detach().double().flatten().tolist()]


def summary(name, value):
    """Length, and the projection onto a direction drawn from the name."""
    flat = value.detach().double().flatten()
    direction = torch.from_numpy(uniform("direction " + name, flat.numel(), -1, 1)).double()
    return [float(f"{v:.9g}") for v in (flat.norm().item(), flat.dot(direction).item())]


def forward_case(key, network, channels, height, width, golden):
    fill(network).eval()
    x = tensor("input", (1, channels, height, width))
    with torch.no_grad():
        features = features_of(network, x)
        logits = network(x)
    golden[key] = {
        "input": list(x.shape),
        "signature": signature(network),
        "logits": numbers(logits),
        "featureShape": list(features.shape),
        "features": summary("features", features),
        "firstChannel": numbers(features[0, 0]),
    }


def forward_golden():
    golden = {}
    for depth in (18, 34, 50, 101, 152):
        network = getattr(models, f"resnet{depth}")(weights=None, num_classes=4)
        forward_case(f"resnet{depth}", network, 3, 64, 96, golden)
    forward_case("compact", Compact(0.25, 1, 2), 1, 75, 50, golden)
    return golden


def reference_maps(a, g):
    """The raw maps, straight from the papers' equations, for (K, h, w)."""
    plus = torch.where(g > 0, 1 / (2 + a.sum((1, 2), keepdim=True) * g), 0.0) * g.clamp(min=0)
    return {
        "grad-cam": (g.mean((1, 2), keepdim=True) * a).sum(0),
        "hires-cam": (g * a).sum(0),
        "grad-cam++": (plus.sum((1, 2), keepdim=True) * a).sum(0),
        "layer-cam": (g.clamp(min=0) * a).sum(0),
    }


def check_with_package(network, x, target, a, g, maps):
    tools = {"grad-cam": GradCAM, "hires-cam": HiResCAM, "layer-cam": LayerCAM}
    for key, tool in tools.items():
        with tool(model=network, target_layers=[network.layer4]) as cam:
            theirs = cam.get_cam_image(
                x, network.layer4, [target], a[None].numpy(), g[None].numpy(), False
            )[0]
        assert np.allclose(theirs, maps[key].numpy(), rtol=1e-4, atol=1e-6), key
    strong = g * 1e4
    with GradCAMPlusPlus(model=network, target_layers=[network.layer4]) as cam:
        weights = cam.get_cam_weights(None, None, None, a[None].numpy(), strong[None].numpy())[0]
    theirs = (torch.from_numpy(weights)[:, None, None] * a).sum(0)
    ours = reference_maps(a, strong)["grad-cam++"]
    assert torch.allclose(theirs, ours, rtol=1e-3), (theirs, ours)


def cam_case(network, head, shape):
    network = fill(network).eval()
    x = tensor("input", shape)
    kept = {}

    def keep(module, arguments, output):
        output.retain_grad()
        kept["activations"] = output

    hook = network.layer4.register_forward_hook(keep)
    maps = {}
    for target in (0, 2):
        network.zero_grad()
        logits = head(network, x)
        logits[0, target].backward()
        a = kept["activations"].detach()[0]
        g = kept["activations"].grad[0]
        found = reference_maps(a, g)
        check_with_package(network, x, target, a, g, found)
        maps[str(target)] = {key: numbers(value) for key, value in found.items()}
    hook.remove()
    return {
        "input": list(x.shape),
        "shape": list(kept["activations"].shape[2:]),
        "logits": numbers(logits),
        "maps": maps,
    }


def squares_head(network, x):
    """A head that is not linear, so that the methods differ: the mean of squares before fc."""
    return network.fc(features_of(network, x).square().mean((2, 3)))


def cam_golden():
    shape = (1, 3, 96, 160)
    return {
        "resnet18": cam_case(models.resnet18(num_classes=4), lambda net, x: net(x), shape),
        "squares": cam_case(models.resnet18(num_classes=4), squares_head, shape),
    }


def training_golden():
    network = fill(Compact(0.25, 1, 3)).train()
    x = tensor("input", (4, 1, 64, 64))
    labels = torch.tensor([0, 2, 1, 2])
    optimizer = torch.optim.SGD(network.parameters(), lr=0.05)
    loss = nn.functional.cross_entropy(network(x), labels)
    loss.backward()
    gradients = {name: summary(name, p.grad) for name, p in network.named_parameters()}
    optimizer.step()
    after = {
        name: summary(name, value)
        for name, value in network.state_dict().items()
        if not name.endswith("num_batches_tracked")
    }
    second = nn.functional.cross_entropy(network(x), labels)
    return {
        "input": list(x.shape),
        "labels": labels.tolist(),
        "learningRate": 0.05,
        "loss": numbers(loss)[0],
        "gradients": gradients,
        "after": after,
        "secondLoss": numbers(second)[0],
    }


def safetensors_golden():
    """A file of the reference implementation, with the three types that Java reads."""
    values = tensor("values", (2, 3), -4, 4)
    save_file(
        {
            "single": values,
            "half": values.half(),
            "brain": values.bfloat16(),
            "scalar": torch.tensor(-0.5),
            "empty": torch.zeros(0, 3),
        },
        OUT / "reference.safetensors",
        {"made by": "safetensors", "text": "naïve ≤ \"quoted\""},
    )


def main():
    torch.manual_seed(0)
    OUT.mkdir(parents=True, exist_ok=True)
    safetensors_golden()
    for name, make in {
        "forward": forward_golden,
        "cam": cam_golden,
        "training": training_golden,
    }.items():
        text = json.dumps(make(), indent=1)
        (OUT / f"{name}.json").write_text(text + "\n")
        print(name, len(text))


if __name__ == "__main__":
    main()
