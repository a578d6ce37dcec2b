"""Learns which sums are investments of projects, and whose, as `figures` learns it of figures.

usage: python -m yuantu_train.sums MODEL SUMS.jsonl... [--folds 5] [--seed 1]

SUMS are files of `sums.mjs`. Without `--folds` it learns from all of them and writes `sums.onnx` into MODEL and its hash into the card.
"""

import argparse
import json
import random
from pathlib import Path

import torch

from .figures import Figures, Judged, decide, learn, near, read, shares_of, write


@torch.no_grad()
def investments(net: Figures, one: Judged, least: dict) -> dict[int, float]:
    """The first sum of each project, as `judgeSums` and the extractor take it."""
    found: dict[int, float] = {}
    if not one.row["figures"]:
        return found
    told, owner = net(one.vectors.float(), one.inputs)
    for i, figure in enumerate(one.row["figures"]):
        own = decide(figure, float(told[i].sigmoid()), shares_of(figure, owner[one.inputs.of == i]), least)
        if own is not None and figure["value"] is not None:
            found.setdefault(own[0], figure["value"])
    return found


def score(told: list[tuple[Judged, dict[int, float]]]) -> dict:
    right = said = wanted = 0
    for one, found in told:
        for project in one.row["projects"]:
            sum_, annotated = found.get(project["entity"]), project.get("investment")
            said, wanted = said + (sum_ is not None), wanted + (annotated is not None)
            right += near(sum_, annotated)
    share = lambda a, b: round(a / max(1, b), 3)
    return {"wanted": wanted, "said": said, "P": share(right, said), "R": share(right, wanted), "F1": share(2 * right, said + wanted)}


def folds(articles: list[Judged], count: int, seed: int) -> None:
    real = [a for a in articles if a.real]
    written = [a for a in articles if not a.real]
    random.Random(seed).shuffle(real)
    nets = [learn([a for i, a in enumerate(real) if i % count != k] + written, seed) for k in range(count)]
    for sure in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        told = [(one, investments(nets[i % count], one, {"told": sure, "open": sure, "owner": 0.9})) for i, one in enumerate(real)]
        for group in sorted({one.id.split("/")[0] for one in real}) + [""]:
            print(sure, group or "all", score([pair for pair in told if pair[0].id.startswith(group)]), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("model", type=Path)
    parser.add_argument("sums", type=Path, nargs="+")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    articles = read(options.model, options.sums)
    if options.folds:
        folds(articles, options.folds, options.seed)
    else:
        write(learn(articles, options.seed), options.model, "sums")


if __name__ == "__main__":
    main()
