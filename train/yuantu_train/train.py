"""Trains a reader.

usage: python -m yuantu_train.train EXAMPLES.jsonl --run FOLDER --base BASE.bin --vocabulary VOCABULARY.tsv --split SPLIT.txt

Goes on from the last checkpoint of the folder. The same settings, data and processor give the same weights.
"""

import argparse
import json
import math
import random
import time
from pathlib import Path

import numpy as np
import torch

from .base import read_base
from .batch import Alphabet, Noise, draw, encode
from .data import read_articles, split
from .evaluate import evaluate
from .loss import link_loss, relation_losses, score_spans, span_loss, state_loss, strangers
from .model import Reader, Sizes

RARE_CHARACTER = 3
SAVED_EVERY = 300


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("examples", type=Path)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--split", type=Path)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--pieces", type=int, default=1100, help="of a batch")
    parser.add_argument("--rate", type=float, default=1e-4, help="of the encoder")
    parser.add_argument("--head-rate", type=float, default=8e-4)
    parser.add_argument("--again", type=int, default=2, help="how often a real article comes in an epoch")
    parser.add_argument("--relations", type=float, default=0.25, help="weight of their loss")
    parser.add_argument("--evidence", type=float, default=0.2)
    parser.add_argument("--states", type=float, default=0.5, help="weight of their loss")
    parser.add_argument("--strangers", type=int, default=5, help="names that are none beside an article's things")
    parser.add_argument("--start", type=Path, help="a checkpoint whose averaged weights are the first ones, in place of the base")
    parser.add_argument("--average", type=float, default=0.998, help="how slowly the mean of weights moves")
    parser.add_argument("--without", default="", help="a group of examples to leave out")
    parser.add_argument("--no-channels", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--half", action="store_true", help="bfloat16 in the encoder; measure first whether it is faster")
    return parser.parse_args()


def schedule(step: int, total: int) -> float:
    """Up over the first twentieth, then down along a cosine to a fiftieth."""
    warm = max(1, total // 20)
    if step < warm:
        return (step + 1) / warm
    return 0.02 + 0.49 * (1 + math.cos(math.pi * (step - warm) / max(1, total - warm)))


def make_optimizer(model: Reader, rate: float, head_rate: float) -> torch.optim.Optimizer:
    groups = []
    for part, speed in ((model.encoder, rate), (model, head_rate)):
        own = [(n, p) for n, p in part.named_parameters() if p.requires_grad and (part is not model or not n.startswith("encoder."))]
        for decays in (True, False):
            chosen = [p for _, p in own if (p.dim() > 1) == decays]
            groups.append({"params": chosen, "lr": speed, "initial_lr": speed, "weight_decay": 0.01 if decays else 0.0})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98))


def grown(weights: dict[str, torch.Tensor], model: Reader) -> dict[str, torch.Tensor]:
    """Weights of a model that knew fewer features: what is new stands behind, and keeps its first values."""
    own = model.state_dict()
    for name, value in weights.items():
        if value.shape != own[name].shape:
            new = own[name].clone()
            new[: len(value)] = value
            weights[name] = new
    return weights


class Average:
    """A moving mean of the weights."""

    def __init__(self, model: Reader, slowness: float):
        self.slowness = slowness
        self.values = {n: p.detach().clone() for n, p in model.named_parameters() if p.requires_grad}
        self.steps = 0

    @torch.no_grad()
    def update(self, model: Reader) -> None:
        self.steps += 1
        keep = min(self.slowness, (1 + self.steps) / (10 + self.steps))
        for name, value in model.named_parameters():
            if name in self.values:
                self.values[name].lerp_(value, 1 - keep)

    def swapped(self, model: Reader) -> dict[str, torch.Tensor]:
        return model.state_dict() | self.values


def main() -> None:
    options = arguments()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    options.run.mkdir(parents=True, exist_ok=True)
    for seeded in (random.seed, np.random.seed, torch.manual_seed):
        seeded(options.seed)
    articles = [a for a in read_articles(options.examples) if a.group != options.without]
    if options.no_channels:
        for article in articles:
            article.channels[:] = 0
    learnt, held = split(articles, options.split) if options.split else (articles, [])
    start = torch.load(options.start, weights_only=False) if options.start else None
    alphabet = Alphabet.from_text(start["alphabet"]) if start else Alphabet.of(learnt, RARE_CHARACTER)
    rows = [int(line.split("\t")[2]) for line in options.vocabulary.read_text(encoding="utf-8").splitlines()]
    channels = json.loads((Path(__file__).parent / "channels.json").read_text())
    sizes = Sizes(len(rows), len(alphabet.numbers) + 1, tuple(channels.values()), options.layers)
    model = Reader(sizes)
    optimizer = make_optimizer(model, options.rate, options.head_rate)
    steps_of = lambda epoch: len(draw(learnt, options.seed, epoch, options.again, options.pieces))
    total = sum(map(steps_of, range(options.epochs)))
    average = Average(model, options.average)
    step, last = 0, options.run / "last.pt"
    if last.exists():
        saved = torch.load(last, weights_only=False)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        average.values, average.steps = saved["average"], saved["step"]
        step = saved["step"]
        torch.set_rng_state(saved["random"])
    elif start:
        model.load_state_dict(grown(start["model"] | start["average"], model), strict=False)
        average = Average(model, options.average)
    else:
        model.encoder.load(read_base(options.base), rows)
        average = Average(model, options.average)
    log = (options.run / "log.jsonl").open("a")

    def tell(**what) -> None:
        line = json.dumps(what, ensure_ascii=False)
        log.write(line + "\n")
        log.flush()
        print(line, flush=True)

    def save(name: str) -> None:
        state = {
            "model": model.state_dict(),
            "average": average.values,
            "step": step,
            "sizes": sizes.to_dict(),
            "alphabet": alphabet.to_text(),
            "options": {k: str(v) for k, v in vars(options).items()},
            "random": torch.get_rng_state(),
            "optimizer": optimizer.state_dict(),
        }
        if name != "last":
            del state["optimizer"]
        torch.save(state, options.run / f"{name}.new")
        (options.run / f"{name}.new").replace(options.run / f"{name}.pt")

    tell(learnt=len(learnt), held=len(held), steps=total, parameters=sum(p.numel() for p in model.parameters()), characters=sizes.characters)
    model.train()
    done = 0
    sums = np.zeros(6)
    began = time.time()
    half = options.half
    for epoch in range(options.epochs):
        for batch in draw(learnt, options.seed, epoch, options.again, options.pieces):
            done += 1
            if done <= step:
                continue
            for group in optimizer.param_groups:
                group["lr"] = group["initial_lr"] * schedule(step, total)
            vectors = encode(model, alphabet, batch, Noise(), half)
            windows = sum(len(a.windows) for a in batch)
            scored = [score_spans(model, a, x) for a, x in zip(batch, vectors, strict=True)]
            spans = sum(span_loss(a, s) for a, s in zip(batch, scored, strict=True)) / windows
            others = [strangers(a, s, options.strangers) for a, s in zip(batch, scored, strict=True)]
            both = [relation_losses(model, a, x, o) for a, x, o in zip(batch, vectors, others, strict=True)]
            relations = sum(r for r, _ in both) / windows
            said = sum(s for _, s in both) / windows
            states = sum(state_loss(model, a, x) for a, x in zip(batch, vectors, strict=True)) / windows
            links = sum(link_loss(model, a, x) for a, x in zip(batch, vectors, strict=True)) / windows
            loss = spans + options.relations * (relations + options.evidence * said + links) + options.states * states
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimizer.step()
            average.update(model)
            step += 1
            sums += [float(torch.as_tensor(v).detach()) for v in (spans, relations, said, states, links, 1)]
            if step % 50 == 0:
                tell(step=step, epoch=round(step / total * options.epochs, 2), spans=round(sums[0] / sums[5], 3), relations=round(sums[1] / sums[5], 3), said=round(sums[2] / sums[5], 3), states=round(sums[3] / sums[5], 3), links=round(sums[4] / sums[5], 3), seconds=round((time.time() - began) / sums[5], 3) if sums[5] else 0)
                sums[:] = 0
                began = time.time()
            if step % SAVED_EVERY == 0:
                save("last")
        if done <= step and done == step and held:
            own = model.state_dict()
            own = {k: v.clone() for k, v in own.items()}
            figures = evaluate(model, alphabet, held, half)
            model.load_state_dict(average.swapped(model))
            tell(epoch=epoch + 1, figures=figures, averaged=evaluate(model, alphabet, held, half))
            model.load_state_dict(own)
            save("last")
            began = time.time()
    save("final")


if __name__ == "__main__":
    main()
