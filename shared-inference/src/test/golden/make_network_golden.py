#!/usr/bin/env python3
"""Makes the golden values of every architecture and option; see make_golden.py, which has those of
torchvision's ResNets, for how weights and inputs are drawn.

    pip install torch==2.7.1 torchvision==0.22.1 timm==1.0.31 monai==1.6.1 safetensors grad-cam
    python shared-inference/src/test/golden/make_network_golden.py

The references: torchvision (DenseNet-121, dilated ResNet-50), timm (squeeze-and-excitation, dilated
ResNet-18), MONAI's 3D ResNets, whose definition is that of MedicalNet but for the dilation, which is
set afterwards as MedicalNet has it: stride 1 and one dilation throughout a stage. CBAM and the fusion
with clinical values have no package; they are written down below from the paper (Woo et al. 2018)
as operations on the same references.

On the way the Python definition that model packages carry, architecture.py, is loaded with the same
weights and compared with the same references, in every case.
"""

import functools
import importlib.util
import json
import pathlib

import timm
import torch
from make_golden import OUT, fill, numbers, signature, summary, tensor
from monai.networks.nets import resnet as monai_resnet
from torch import nn
from torch.nn import functional
from torchvision import models
from torchvision.models.densenet import DenseNet

PYTHON = pathlib.Path(__file__).parents[2] / "main/resources/org/radcam/model/architecture.py"
CLASSES = 3


def definition():
    spec = importlib.util.spec_from_file_location("architecture", PYTHON)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


ARCHITECTURE = definition()


def resnet3d(depth, channels, width, shortcut="B"):
    bottleneck = depth == 50
    blocks = {6: [1, 1, 1, 1], 10: [1] * 4, 18: [2] * 4, 34: [3, 4, 6, 3], 50: [3, 4, 6, 3]}[depth]
    network = monai_resnet.ResNet(
        "bottleneck" if bottleneck else "basic",
        blocks,
        [int(64 * width) << stage for stage in range(4)],
        spatial_dims=3,
        n_input_channels=channels,
        conv1_t_size=7,
        conv1_t_stride=2,
        shortcut_type=shortcut,
        num_classes=CLASSES,
        bias_downsample=False,
    )
    if depth == 6:
        # Two stages of MONAI's ResNet-10.
        network.layer3 = network.layer4 = nn.Identity()
        network.fc = nn.Linear(int(128 * width), CLASSES)
    return network


def dilate_as_medicalnet(network, step):
    for stage, dilation in {8: [("layer3", 2), ("layer4", 4)], 16: [("layer4", 2)]}[step]:
        for block in getattr(network, stage):
            for layer in block.modules():
                if isinstance(layer, nn.Conv3d):
                    layer.stride = (1, 1, 1)
                    if layer.kernel_size[0] == 3:
                        layer.dilation = layer.padding = (dilation,) * 3
            if isinstance(block.downsample, functools.partial):
                block.downsample.keywords["stride"] = 1
    return network


class ReferenceCbam(nn.Module):
    """Equations 1 to 3 of the paper, literally."""

    def __init__(self, axes, channels):
        super().__init__()
        hidden = max(1, channels // 16)
        self.ChannelGate = nn.Module()
        self.ChannelGate.mlp = nn.ModuleDict(
            {"1": nn.Linear(channels, hidden), "3": nn.Linear(hidden, channels)}
        )
        self.SpatialGate = nn.Module()
        self.SpatialGate.spatial = nn.Module()
        conv, norm = (nn.Conv2d, nn.BatchNorm2d) if axes == 2 else (nn.Conv3d, nn.BatchNorm3d)
        self.SpatialGate.spatial.conv = conv(2, 1, 7, padding=3, bias=False)
        self.SpatialGate.spatial.bn = norm(1)

    def forward(self, f):
        mlp, spatial = self.ChannelGate.mlp, self.SpatialGate.spatial
        pools = (
            (functional.adaptive_avg_pool2d, functional.adaptive_max_pool2d)
            if f.dim() == 4
            else (functional.adaptive_avg_pool3d, functional.adaptive_max_pool3d)
        )
        channel = sum(mlp["3"](mlp["1"](pool(f, 1).flatten(1)).relu()) for pool in pools).sigmoid()
        f = torch.einsum("nc,nc...->nc...", channel, f)
        maps = torch.stack([f.max(1).values, f.mean(1)], 1)
        return f * spatial.bn(spatial.conv(maps)).sigmoid()


def with_cbam(network, axes):
    """Puts the attention behind the last normalisation of every residual block."""
    for stage in (network.layer1, network.layer2, network.layer3, network.layer4):
        for block in stage:
            last = "bn3" if hasattr(block, "bn3") else "bn2"
            norm = getattr(block, last)
            block.cbam = ReferenceCbam(axes, norm.num_features)
            norm.register_forward_hook(
                lambda module, inputs, output, cbam=block.cbam: cbam(output)
            )
    return network


def resnet_features(network, x):
    for name, module in network.named_children():
        if name in ("avgpool", "global_pool"):
            return x
        if name in ("conv1", "bn1", "maxpool") or name.startswith("layer"):
            x = module(x)
        if name == "bn1":
            x = x.relu()
    raise AssertionError


def densenet_features(network, x):
    return network.features(x).relu()


def case(golden, network, spec, shape, features_of=resnet_features, weight=None):
    """spec: what the network is made from, by the arguments of architecture.py."""
    clinical = spec.get("clinical", 0)
    if clinical:
        network.fc = nn.Linear(network.fc.in_features + clinical, CLASSES)
    state = fill(network).state_dict()
    network.eval()
    x = tensor("input", shape)
    with torch.no_grad():
        features = features_of(network, x)
        if clinical:
            values = tensor("clinical", (shape[0], clinical))
            head, network.fc = network.fc, nn.Identity()
            logits = head(torch.cat([network(x), values], 1))
        else:
            values = None
            logits = network(x)
        check_python_definition(spec, shape, state, x, values, logits)
    options = [f"{key}={value}" for key, value in spec.items() if key != "architecture"]
    name = " ".join([spec["architecture"], *options, "x".join(map(str, shape))])
    golden[name] = {
        "spec": spec,
        "input": list(shape),
        "signature": signature_of(state),
        "logits": numbers(logits),
        "featureShape": list(features.shape),
        "features": summary("features", features),
        "firstChannel": numbers(features[0, 0].flatten()[:32]),
    }
    print(name)


def signature_of(state):
    holder = nn.Module()
    holder.state_dict = lambda: dict(sorted(state.items()))
    return signature(holder)


def check_python_definition(spec, shape, state, x, values, logits):
    ours = ARCHITECTURE.network(input_channels=shape[1], classes=CLASSES, **spec)
    ours.load_state_dict(state)
    found = ours.eval()(x, values) if values is not None else ours.eval()(x)
    error = (found - logits).abs().max() / logits.abs().max()
    assert error < 1e-5, (spec, error)


def compact(architecture, **options):
    return {"architecture": architecture, "width": 0.25, **options}


def volumes(golden):
    # Odd and unequal sizes, so that axes cannot be mistaken for each other.
    shape = (1, 2, 17, 40, 33)
    for depth in (6, 10, 18, 34, 50):
        for shortcut in "BA":
            key = f"resnet3d{depth}"
            network = resnet3d(depth, 2, 0.25, shortcut)
            case(golden, network, compact(key, shortcut=shortcut), shape)
    for depth, shortcut, step in (
        (10, "B", 8), (18, "A", 8), (34, "B", 8), (50, "A", 8), (50, "B", 8), (18, "B", 16),
    ):
        network = dilate_as_medicalnet(resnet3d(depth, 2, 0.25, shortcut), step)
        spec = compact(f"resnet3d{depth}", shortcut=shortcut, feature_step=step)
        case(golden, network, spec, shape)
    case(golden, resnet3d(18, 1, 1), {"architecture": "resnet3d18"}, (2, 1, 24, 40, 33))
    for depth in (10, 50):
        spec = compact(f"resnet3d{depth}", attention="channel-spatial")
        case(golden, with_cbam(resnet3d(depth, 2, 0.25), 3), spec, shape)


def images(golden):
    shape = (1, 3, 75, 96)
    tv, ti = models, functools.partial(timm.create_model, num_classes=CLASSES)
    case(
        golden,
        DenseNet(num_classes=CLASSES),
        {"architecture": "densenet121"},
        (2, 3, 75, 96),
        densenet_features,
    )
    case(
        golden,
        DenseNet(8, num_init_features=16, num_classes=CLASSES),
        compact("densenet121"),
        shape,
        densenet_features,
    )
    for depth in (18, 50):
        network = ti(f"seresnet{depth}")
        spec = {"architecture": f"resnet{depth}", "attention": "squeeze-excitation"}
        case(golden, network, spec, shape)
        network = with_cbam(getattr(tv, f"resnet{depth}")(num_classes=CLASSES), 2)
        spec = {"architecture": f"resnet{depth}", "attention": "channel-spatial"}
        case(golden, network, spec, shape)
    for step, replace in ((16, [False, False, True]), (8, [False, True, True])):
        network = tv.resnet50(num_classes=CLASSES, replace_stride_with_dilation=replace)
        case(golden, network, {"architecture": "resnet50", "feature_step": step}, shape)
        network = ti("resnet18", output_stride=step)
        case(golden, network, {"architecture": "resnet18", "feature_step": step}, shape)
    spec = {"architecture": "resnet18", "clinical": 4}
    case(golden, tv.resnet18(num_classes=CLASSES), spec, (2, 3, 75, 96))


def check_cascade():
    """Two stages give the logits of their own networks, and have their names behind the stage's."""
    small = {"architecture": "resnet3d6", "width": 0.25}
    stages = [
        {"key": "lung", **small, "input_channels": 1, "classes": 2},
        {"key": "type", **small, "input_channels": 2, "classes": 3, "clinical": 4},
    ]
    together = fill(ARCHITECTURE.cascade(stages)).eval()
    x, clinical = tensor("input", (2, 3, 17, 40, 33)), tensor("clinical", (2, 4))
    logits = together(x, clinical)
    shares = {"lung": (x[:, :1], None, logits[:, :2]), "type": (x[:, 1:], clinical, logits[:, 2:])}
    for stage in stages:
        prefix = stage["key"] + "."
        own = ARCHITECTURE.network(**{k: v for k, v in stage.items() if k != "key"}).eval()
        state = together.state_dict().items()
        own.load_state_dict(
            {name.removeprefix(prefix): v for name, v in state if name.startswith(prefix)}
        )
        images, values, expected = shares[stage["key"]]
        assert torch.equal(own(images, values), expected)


def main():
    torch.manual_seed(0)
    check_cascade()
    golden = {}
    volumes(golden)
    images(golden)
    text = json.dumps(golden, separators=(",", ":")).replace('},"', '},\n"')
    (OUT / "networks.json").write_text(text + "\n")
    print(len(golden), len(text))


if __name__ == "__main__":
    main()
