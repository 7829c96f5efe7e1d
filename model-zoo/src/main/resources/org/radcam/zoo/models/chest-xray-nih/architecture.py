"""The network of this model package in PyTorch, for programs other than RadCAM.

Parameters have torchvision's names. The weights are a state dict in safetensors form:

    import safetensors.torch
    model = network("resnet18", input_channels=1, classes=2, width=0.25)
    model.load_state_dict(safetensors.torch.load_file("weights.safetensors"), strict=False)

(strict=False only because RadCAM leaves out the counters num_batches_tracked.)
"""

import torch
from torch import nn
from torchvision.models.resnet import BasicBlock, Bottleneck

BLOCKS = {
    "resnet18": (BasicBlock, (2, 2, 2, 2)),
    "resnet34": (BasicBlock, (3, 4, 6, 3)),
    "resnet50": (Bottleneck, (3, 4, 6, 3)),
    "resnet101": (Bottleneck, (3, 4, 23, 3)),
    "resnet152": (Bottleneck, (3, 8, 36, 3)),
}


class ResNet(nn.Module):
    """A residual network whose layers have `width` times the published number of channels."""

    def __init__(self, block, counts, input_channels, classes, width):
        super().__init__()
        base = max(1, int(64 * width + 0.5))
        self.conv1 = nn.Conv2d(input_channels, base, 7, stride=2, padding=3, bias=False)
        self.bn1 = nn.BatchNorm2d(base)
        self.relu = nn.ReLU(inplace=True)
        self.maxpool = nn.MaxPool2d(3, stride=2, padding=1)
        channels = base
        for stage, count in enumerate(counts):
            planes = base << stage
            blocks = []
            for index in range(count):
                stride = 2 if stage > 0 and index == 0 else 1
                shortcut = None
                if stride != 1 or channels != planes * block.expansion:
                    shortcut = nn.Sequential(
                        nn.Conv2d(channels, planes * block.expansion, 1, stride=stride, bias=False),
                        nn.BatchNorm2d(planes * block.expansion),
                    )
                blocks.append(block(channels, planes, stride, shortcut))
                channels = planes * block.expansion
            setattr(self, f"layer{stage + 1}", nn.Sequential(*blocks))
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Linear(channels, classes)

    def forward(self, image):
        """Prepared images (N, channels, rows, columns) to logits (N, classes)."""
        features = self.maxpool(self.relu(self.bn1(self.conv1(image))))
        features = self.layer4(self.layer3(self.layer2(self.layer1(features))))
        return self.fc(torch.flatten(self.avgpool(features), 1))


def network(architecture, input_channels, classes, width=1.0):
    """Makes the network, without weights."""
    block, counts = BLOCKS[architecture]
    return ResNet(block, counts, input_channels, classes, width)
