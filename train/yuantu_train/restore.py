"""Turns the graphs of a model back into a checkpoint, to go on training from what is shipped.

usage: python -m yuantu_train.restore MODEL CHECKPOINT.pt

Weights come back as they are stored, most of them at 8 bits.
"""

import json
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from .batch import Alphabet
from .export import GRAPHS
from .graph import quantise
from .model import Reader, Sizes


def constants(graph: onnx.ModelProto) -> dict[str, np.ndarray]:
    return {each.name: numpy_helper.to_array(each) for each in graph.graph.initializer}


def find(made: dict[str, np.ndarray], value: np.ndarray) -> str | None:
    """The constant that holds a value."""
    same = (name for name, other in made.items() if other.dtype == value.dtype and other.size == value.size and np.array_equal(other.ravel(), value.ravel()))
    return next(same, None)


@torch.no_grad()
def restore(folder: Path) -> tuple[Reader, Alphabet]:
    """The model of a folder. The same graphs are made of a model of random weights, which tells which constant holds which weight."""
    alphabet = Alphabet.from_text((folder / "characters.txt").read_text(encoding="utf-8").rstrip("\n"))
    pieces = len((folder / "vocabulary.tsv").read_text(encoding="utf-8").splitlines())
    channels = json.loads((Path(__file__).parent / "channels.json").read_text())
    layers = json.loads((folder / "card.json").read_text(encoding="utf-8"))["layers"]
    model = Reader(Sizes(pieces, len(alphabet.numbers) + 1, tuple(channels.values()), layers))
    for value in model.parameters():
        value.normal_()
    found = {}
    for graph, make in GRAPHS.items():
        made, stored = constants(make(model)), constants(onnx.load(folder / f"{graph}.onnx"))
        for name, weight in model.named_parameters():
            value = weight.numpy()
            whole, scale = quantise(value) if value.ndim > 1 else (value, None)
            if (exact := find(made, value)) is not None:
                found[name] = stored[exact]
            elif scale is not None and (kept := find(made, whole)) is not None and (by := find(made, scale)) is not None:
                found[name] = stored[kept].reshape(len(value), -1) * stored[by].reshape(-1, 1)
    missing = [name for name, _ in model.named_parameters() if name not in found]
    if missing:
        raise ValueError(f"{folder}: no constant holds {', '.join(missing)}; the graphs were made by another version")
    for name, weight in model.named_parameters():
        weight.copy_(torch.from_numpy(found[name].astype(np.float32).reshape(weight.shape)))
    return model, alphabet


def main() -> None:
    model, alphabet = restore(Path(sys.argv[1]))
    state = {"model": model.state_dict(), "average": {}, "step": 0, "sizes": model.sizes.to_dict(), "alphabet": alphabet.to_text()}
    torch.save(state, sys.argv[2])


if __name__ == "__main__":
    main()
