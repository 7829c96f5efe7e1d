"""The network of this model package in PyTorch, for programs other than RadCAM.

Parameters have the public names: torchvision's for images, MedicalNet's for volumes, timm's for
squeeze-and-excitation, its authors' for CBAM. The weights are a state dict in safetensors form:

    import safetensors.torch
    model = network("resnet18", input_channels=1, classes=2, width=0.25)
    model.load_state_dict(safetensors.torch.load_file("weights.safetensors"), strict=False)

(strict=False only because RadCAM leaves out the counters num_batches_tracked.) A model with several
stages is made by `cascade` in the same way. The package's card has the arguments.
"""

import torch
from torch import nn

# Whether the blocks are bottlenecks, and how many there are in each stage.
IMAGES = {
    "resnet6": (False, (1, 1)),
    "resnet8": (False, (1, 1, 1)),
    "resnet10": (False, (1, 1, 1, 1)),
    "resnet18": (False, (2, 2, 2, 2)),
    "resnet34": (False, (3, 4, 6, 3)),
    "resnet50": (True, (3, 4, 6, 3)),
    "resnet101": (True, (3, 4, 23, 3)),
    "resnet152": (True, (3, 8, 36, 3)),
}
VOLUMES = {
    "resnet3d6": (False, (1, 1)),
    "resnet3d10": (False, (1, 1, 1, 1)),
    "resnet3d18": (False, (2, 2, 2, 2)),
    "resnet3d34": (False, (3, 4, 6, 3)),
    "resnet3d50": (True, (3, 4, 6, 3)),
}


def kind(name, axes):
    """The layer of torch.nn for images (2 axes) or volumes (3 axes)."""
    return getattr(nn, f"{name}{axes}d")


def scaled(channels, width):
    return max(1, int(channels * width + 0.5))


class Head(nn.Linear):
    """The mean over all places, dropout, the clinical values behind it, and a linear layer."""

    def __init__(self, channels, classes, dropout, clinical):
        super().__init__(channels + clinical, classes)
        self.clinical = clinical
        self.dropout = nn.Dropout(dropout)

    def forward(self, features, clinical=None):
        values = self.dropout(features.flatten(2).mean(2))
        if (clinical is None) != (self.clinical == 0):
            raise ValueError(f"the network takes {self.clinical} clinical values")
        if clinical is not None:
            values = torch.cat([values, clinical], 1)
        return super().forward(values)


class SqueezeExcitation(nn.Module):
    """Weighs every channel by what two layers make of all channels' means."""

    def __init__(self, axes, channels):
        super().__init__()
        hidden = max(8, int(channels / 16 + 4) // 8 * 8)
        self.fc1 = kind("Conv", axes)(channels, hidden, 1)
        self.fc2 = kind("Conv", axes)(hidden, channels, 1)

    def forward(self, x):
        means = x.mean(tuple(range(2, x.dim())), keepdim=True)
        return x * torch.sigmoid(self.fc2(torch.relu(self.fc1(means))))


class ChannelGate(nn.Module):
    """Weighs every channel by what two layers make of all channels' means and maxima."""

    def __init__(self, channels):
        super().__init__()
        hidden = max(1, channels // 16)
        self.mlp = nn.Sequential(
            nn.Flatten(), nn.Linear(channels, hidden), nn.ReLU(), nn.Linear(hidden, channels)
        )

    def forward(self, x):
        flat = x.flatten(2)
        weights = torch.sigmoid(self.mlp(flat.mean(2)) + self.mlp(flat.amax(2)))
        return x * weights.view(*weights.shape, *[1] * (x.dim() - 2))


class SpatialGate(nn.Module):
    """Weighs every place by what a convolution makes of its channels' maximum and mean."""

    def __init__(self, axes):
        super().__init__()
        self.spatial = nn.Module()
        self.spatial.conv = kind("Conv", axes)(2, 1, 7, padding=3, bias=False)
        self.spatial.bn = kind("BatchNorm", axes)(1, momentum=0.01)

    def forward(self, x):
        both = torch.cat([x.amax(1, keepdim=True), x.mean(1, keepdim=True)], 1)
        return x * torch.sigmoid(self.spatial.bn(self.spatial.conv(both)))


class Cbam(nn.Module):
    def __init__(self, axes, channels):
        super().__init__()
        self.ChannelGate = ChannelGate(channels)
        self.SpatialGate = SpatialGate(axes)

    def forward(self, x):
        return self.SpatialGate(self.ChannelGate(x))


class ZeroPadded(nn.Module):
    """The shortcut without parameters: every stride-th place, and zeros for new channels."""

    def __init__(self, channels, stride):
        super().__init__()
        self.channels, self.stride = channels, stride

    def forward(self, x):
        index = (slice(None), slice(None)) + (slice(None, None, self.stride),) * (x.dim() - 2)
        kept = x[index]
        zeros = kept.new_zeros(kept.shape[0], self.channels - kept.shape[1], *kept.shape[2:])
        return torch.cat([kept, zeros], 1)


class Block(nn.Module):
    """A residual block: two 3x3 convolutions, or a bottleneck of 1x1, 3x3 and 1x1."""

    def __init__(self, axes, bottleneck, channels, planes, stride, dilations, attention, shortcut):
        super().__init__()
        conv, norm = kind("Conv", axes), kind("BatchNorm", axes)

        def wide(inputs, stride, dilation):
            return conv(
                inputs, planes, 3, stride, padding=dilation, dilation=dilation, bias=False
            )

        first, other = dilations
        self.outputs = 4 * planes if bottleneck else planes
        if bottleneck:
            convs = [
                conv(channels, planes, 1, bias=False),
                wide(planes, stride, first),
                conv(planes, self.outputs, 1, bias=False),
            ]
        else:
            convs = [wide(channels, stride, first), wide(planes, 1, other)]
        self.count = len(convs)
        for number, layer in enumerate(convs, 1):
            setattr(self, f"conv{number}", layer)
            setattr(self, f"bn{number}", norm(layer.out_channels))
        self.se = self.cbam = self.downsample = None
        if attention == "squeeze-excitation":
            self.se = SqueezeExcitation(axes, self.outputs)
        elif attention == "channel-spatial":
            self.cbam = Cbam(axes, self.outputs)
        if stride != 1 or channels != self.outputs:
            if shortcut == "A":
                self.downsample = ZeroPadded(self.outputs, stride)
            else:
                self.downsample = nn.Sequential(
                    conv(channels, self.outputs, 1, stride, bias=False), norm(self.outputs)
                )

    def forward(self, x):
        y = x
        for number in range(1, self.count + 1):
            y = getattr(self, f"bn{number}")(getattr(self, f"conv{number}")(y))
            if number < self.count:
                y = torch.relu(y)
        for attention in (self.se, self.cbam):
            if attention is not None:
                y = attention(y)
        return torch.relu(y + (x if self.downsample is None else self.downsample(x)))


class ResNet(nn.Module):
    """A residual network whose layers have `width` times the published number of channels."""

    def __init__(
        self, axes, bottleneck, counts, input_channels, classes, width, dropout, attention,
        shortcut, feature_step, clinical,
    ):
        super().__init__()
        base = scaled(64, width)
        self.conv1 = kind("Conv", axes)(input_channels, base, 7, 2, padding=3, bias=False)
        self.bn1 = kind("BatchNorm", axes)(base)
        self.maxpool = kind("MaxPool", axes)(3, 2, padding=1)
        self.stages = len(counts)
        channels, step, dilation = base, 4, 1
        own_step = 4 << (len(counts) - 1)
        if feature_step > own_step:
            raise ValueError(f"the network's own feature step is {own_step}")
        for stage, count in enumerate(counts):
            stride, before = 1, dilation
            if stage > 0 and step < (feature_step or own_step):
                stride, step = 2, 2 * step
            elif stage > 0:
                dilation *= 2
            # Images: as torchvision and timm; volumes: as MedicalNet.
            first = before if axes == 2 else dilation
            blocks = []
            for index in range(count):
                blocks.append(
                    Block(
                        axes,
                        bottleneck,
                        channels,
                        base << stage,
                        stride if index == 0 else 1,
                        (first if index == 0 else dilation, dilation),
                        attention,
                        shortcut,
                    )
                )
                channels = blocks[-1].outputs
            setattr(self, f"layer{stage + 1}", nn.Sequential(*blocks))
        self.fc = Head(channels, classes, dropout, clinical)

    def features(self, x):
        """The activations of the last block."""
        x = self.maxpool(torch.relu(self.bn1(self.conv1(x))))
        for stage in range(1, self.stages + 1):
            x = getattr(self, f"layer{stage}")(x)
        return x

    def forward(self, x, clinical=None):
        """Prepared images (N, C, H, W) or volumes (N, C, D, H, W), and clinical values (N, F) if
        the network has any, to logits (N, classes)."""
        return self.fc(self.features(x), clinical)


class DenseLayer(nn.Module):
    def __init__(self, channels, growth):
        super().__init__()
        self.norm1 = nn.BatchNorm2d(channels)
        self.conv1 = nn.Conv2d(channels, 4 * growth, 1, bias=False)
        self.norm2 = nn.BatchNorm2d(4 * growth)
        self.conv2 = nn.Conv2d(4 * growth, growth, 3, padding=1, bias=False)

    def forward(self, x):
        y = self.conv1(torch.relu(self.norm1(x)))
        return torch.cat([x, self.conv2(torch.relu(self.norm2(y)))], 1)


class Transition(nn.Module):
    def __init__(self, channels, outputs):
        super().__init__()
        self.norm = nn.BatchNorm2d(channels)
        self.conv = nn.Conv2d(channels, outputs, 1, bias=False)
        self.pool = nn.AvgPool2d(2)

    def forward(self, x):
        return self.pool(self.conv(torch.relu(self.norm(x))))


class DenseNet(nn.Module):
    """DenseNet-121 whose layers have `width` times the published number of channels."""

    def __init__(self, input_channels, classes, width, dropout, clinical):
        super().__init__()
        growth, channels = scaled(32, width), scaled(64, width)
        self.features = nn.Sequential()
        self.features.conv0 = nn.Conv2d(input_channels, channels, 7, 2, padding=3, bias=False)
        self.features.norm0 = nn.BatchNorm2d(channels)
        self.features.relu0 = nn.ReLU()
        self.features.pool0 = nn.MaxPool2d(3, 2, padding=1)
        for number, count in enumerate((6, 12, 24, 16), 1):
            block = nn.Sequential()
            for index in range(1, count + 1):
                block.add_module(f"denselayer{index}", DenseLayer(channels, growth))
                channels += growth
            self.features.add_module(f"denseblock{number}", block)
            if number < 4:
                transition = Transition(channels, channels // 2)
                self.features.add_module(f"transition{number}", transition)
                channels //= 2
        self.features.norm5 = nn.BatchNorm2d(channels)
        self.features.relu5 = nn.ReLU()
        self.classifier = Head(channels, classes, dropout, clinical)

    def forward(self, x, clinical=None):
        """Prepared images (N, C, H, W), and clinical values (N, F) if the network has any, to
        logits (N, classes)."""
        return self.classifier(self.features(x), clinical)


def network(
    architecture,
    input_channels,
    classes,
    width=1.0,
    dropout=0.0,
    attention="none",
    shortcut="B",
    feature_step=0,
    clinical=0,
):
    """Makes the network, without weights.

    width: factor on the number of channels throughout
    dropout: probability that a mean is dropped before the last layer while training
    attention: of every residual block: "none", "squeeze-excitation" or "channel-spatial"
    shortcut: of residual blocks that change the shape: "A" (zeros) or "B" (projection)
    feature_step: input pixels from one feature to the next: 8, 16 or 32; 0 for the network's own
    clinical: number of clinical values that the last layer sees beside the image
    """
    if attention not in ("none", "squeeze-excitation", "channel-spatial"):
        raise ValueError(f"unknown attention: {attention}")
    if shortcut not in ("A", "B"):
        raise ValueError(f"unknown shortcut: {shortcut}")
    if feature_step not in (0, 8, 16, 32):
        raise ValueError(f"impossible feature step: {feature_step}")
    if architecture == "densenet121":
        if attention != "none" or shortcut != "B" or feature_step not in (0, 32):
            raise ValueError("a DenseNet has no such option")
        return DenseNet(input_channels, classes, width, dropout, clinical)
    if architecture not in {**IMAGES, **VOLUMES}:
        raise ValueError(f"unknown architecture: {architecture}")
    axes = 2 if architecture in IMAGES else 3
    bottleneck, counts = {**IMAGES, **VOLUMES}[architecture]
    return ResNet(
        axes, bottleneck, counts, input_channels, classes, width, dropout, attention, shortcut,
        feature_step, clinical,
    )


class Cascade(nn.Module):
    """Networks side by side, each with its own channels of the input and its own logits."""

    def __init__(self, networks):
        super().__init__()
        self.plan = []
        for key, channels, clinical, part in networks:
            # Not add_module, which refuses stages with names that modules use, such as type.
            self._modules[key] = part
            self.plan.append((key, channels, clinical))

    def forward(self, x, clinical=None):
        """Images or volumes with the channels of all stages one after the other, and clinical values
        (N, F) if any stage has them, to the logits of all stages one after the other."""
        logits, first = [], 0
        for key, channels, count in self.plan:
            own = x[:, first : first + channels]
            logits.append(self._modules[key](own, clinical if count else None))
            first += channels
        return torch.cat(logits, 1)


def cascade(stages):
    """Makes the networks of a model with several stages, without weights.

    stages: for each its `key`, and the arguments of `network`
    """
    networks = []
    for stage in stages:
        arguments = {name: value for name, value in stage.items() if name != "key"}
        part = network(**arguments)
        clinical = arguments.get("clinical", 0)
        networks.append((stage["key"], arguments["input_channels"], clinical, part))
    return Cascade(networks)
