#!/usr/bin/env python3
"""Makes small files as PyTorch writes them, and what PyTorch reads in them.

    pip install torch==2.7.1 numpy safetensors
    python shared-inference/src/test/golden/make_torch_files.py

Each file NAME.pth in src/test/resources/golden/torch has its tensors, as 32-bit floats, in
NAME.safetensors where it is one that can be read.
"""

import argparse
import datetime
import pathlib

import numpy as np
import torch
from safetensors.torch import save_file

OUT = pathlib.Path(__file__).parent.parent / "resources" / "golden" / "torch"


def values():
    """Every number format, and views of every kind."""
    torch.manual_seed(7)
    base = torch.randn(4, 6)
    return {
        "float32": torch.randn(3, 2),
        "float16": torch.tensor([1.5, -65504.0, 6e-8, 0.1]).half(),
        "bfloat16": torch.tensor([1.5, -3e38, 1e-38, 0.1]).bfloat16(),
        "float64": torch.tensor([0.1, -1e38, 1e-45], dtype=torch.float64),
        "int64": torch.tensor([0, -5, 1 << 40]),
        "int32": torch.tensor([-7, 1 << 20], dtype=torch.int32),
        "int16": torch.tensor([-7, 32767], dtype=torch.int16),
        "int8": torch.tensor([-128, 127], dtype=torch.int8),
        "uint8": torch.tensor([0, 255], dtype=torch.uint8),
        "bool": torch.tensor([True, False]),
        "scalar": torch.tensor(2.5),
        "empty": torch.zeros(0, 3),
        "base": base,
        "transposed": base.t(),
        "offset": base[1:3, 2:5],
        "every_second": base[::2, ::3],
        "row": base[2],
        "expanded": torch.tensor([[1.0], [2.0]]).expand(2, 5),
        "channels_last": torch.randn(2, 3, 2, 2).to(memory_format=torch.channels_last),
        "parameter": torch.nn.Parameter(torch.randn(2, 2)),
    }


def checkpoint():
    """A training's checkpoint, with what they carry beside the weights."""
    torch.manual_seed(8)
    model = torch.nn.DataParallel(torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.BatchNorm1d(2)))
    optimiser = torch.optim.Adam(model.parameters())
    model(torch.randn(4, 3)).sum().backward()
    optimiser.step()
    return {
        "epoch": 12,
        "arch": "tiny",
        "state_dict": model.state_dict(),
        "optimizer": optimiser.state_dict(),
        "args": argparse.Namespace(lr=0.1, data=pathlib.PurePosixPath("/data")),
        "best": np.float64(0.93),
        "curve": np.arange(3.0),
        "when": datetime.datetime(2020, 1, 2),
        "device": torch.device("cpu"),
        "seen": {1, 2},
        "negative": -(1 << 70),
    }


class Split(torch.nn.Module):
    """A classifier of one channel and two classes that can be run in two parts."""

    def __init__(self):
        super().__init__()
        self.body = torch.nn.Sequential(
            torch.nn.Conv2d(1, 4, 9, 8, 4), torch.nn.BatchNorm2d(4), torch.nn.ReLU()
        )
        self.fc = torch.nn.Linear(4, 2)

    @torch.jit.export
    def features(self, x):
        return self.body(x)

    @torch.jit.export
    def head(self, f):
        return self.fc(f.mean((2, 3)))

    def forward(self, x):
        return self.head(self.features(x))


class Whole(torch.nn.Module):
    """The same without the two parts; saved as if still in training, where it would answer otherwise."""

    def __init__(self, split):
        super().__init__()
        self.body = split.body
        self.fc = split.fc

    def forward(self, x):
        return self.fc(self.body(x).mean((2, 3)))


def programs():
    torch.manual_seed(9)
    split = Split().eval()
    split.body[1].running_mean.normal_(0, 0.1)
    split.body[1].running_var.uniform_(0.5, 1.5)
    torch.jit.script(split).save(OUT / "program_split.pt")
    x = torch.linspace(-1, 1, 2 * 16 * 24).reshape(2, 1, 16, 24)
    with torch.no_grad():
        features = split.features(x)
        save_file({"input": x, "features": features, "logits": split(x), "fc": split.fc.weight.detach()}, OUT / "program.safetensors")
    torch.jit.script(Whole(split).train()).save(OUT / "program_whole.pt")


def expect(name, tensors):
    floats = {key: value.detach().to(torch.float32).contiguous().clone() for key, value in tensors.items()}
    save_file(floats, OUT / f"{name}.safetensors")


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    torch.save(values(), OUT / "zip.pth")
    expect("zip", values())
    torch.save(values(), OUT / "legacy.pth", _use_new_zipfile_serialization=False)
    expect("legacy", values())
    torch.save(values(), OUT / "protocol4.pth", pickle_protocol=4)
    expect("protocol4", values())
    torch.save(checkpoint(), OUT / "checkpoint.pth")
    expect("checkpoint", checkpoint()["state_dict"])
    model = torch.nn.Linear(3, 2)
    average = {key: value / 2 for key, value in model.state_dict().items()}
    torch.save({"model": model.state_dict(), "ema": average}, OUT / "two.pth")
    torch.save(model, OUT / "module.pth")
    torch.save(model, OUT / "module_legacy.pth", _use_new_zipfile_serialization=False)
    torch.save({"weight": torch.eye(3).to_sparse()}, OUT / "sparse.pth")
    torch.save({"weight": torch.tensor([1e300], dtype=torch.float64)}, OUT / "beyond.pth")
    torch.jit.script(model).save(OUT / "script.pt")
    programs()


if __name__ == "__main__":
    main()
