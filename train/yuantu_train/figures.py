"""Learns which figures are told and whose they are, over the vectors of a reader that stays as it is.

usage: python -m yuantu_train.figures MODEL FIGURES.jsonl... [--folds 5 | --fixtures FILE.json] [--seed 1]

FIGURES are files of `figures.mjs`. Without `--folds` it learns from all of them and writes `figures.onnx` into MODEL, its hash into
the card, and texts with what it judges, which a test compares in Node; with `--folds` it writes nothing and tells how well each fifth
of the real articles is judged by what the others teach.
"""

import argparse
import hashlib
import json
import math
import random
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import onnx
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .batch import encode
from .data import read_article
from .export import CHOSEN
from .graph import Graph
from .graphs import FLOAT, INT, bags, spanned
from .model import bags_of, offsets_of, spans_of
from .restore import restore

# The largest number of each known thing; what is larger counts as it.
FIGURE_FEATURES = (
    ("measure", 22),
    ("kind", 4),
    ("magnitude", 20),
    ("bound", 3),
    ("owner by rule", 1),
    ("of a part", 1),
    ("of a kind", 1),
    ("to be by rule", 1),
    ("period ahead", 1),
    ("growth", 1),
    ("bare", 1),
)
PLACE_FEATURES = (
    ("distance", 12),
    ("sentences", 4),
    ("order", 2),
    ("type", 7),
    ("stand-in", 1),
    ("led in", 1),
    ("in the clause", 1),
    ("mentions", 4),
    ("first named", 5),
    ("main area", 1),
    ("others between", 3),
    ("owner by rule", 1),
    ("state", 5),
)
RANGES = 6
WIDTH, HIDDEN, BAG = 256, 192, 64
# How often what the rules say is hidden while it learns, so that words count too.
HIDDEN_RULES = 0.3
RULES_OF_FIGURE = [i for i, (name, _) in enumerate(FIGURE_FEATURES) if name in ("owner by rule", "of a part", "of a kind", "to be by rule", "period ahead")]
BARE = [name for name, _ in FIGURE_FEATURES].index("bare")
RULE_OF_PLACE = [name for name, _ in PLACE_FEATURES].index("owner by rule")
EPOCHS, BATCH, RATE = 8, 8, 1e-3
THRESHOLDS = json.loads(CHOSEN.read_text(encoding="utf-8"))["figures"]


class Figures(nn.Module):
    """Whether each figure is told, and how likely it is of what stands at each place."""

    def __init__(self) -> None:
        super().__init__()
        self.figure, self.place = nn.Linear(3 * WIDTH, HIDDEN), nn.Linear(3 * WIDTH, HIDDEN)
        self.bag = nn.Linear(WIDTH, BAG)
        self.around, self.between = nn.Linear(RANGES * BAG, HIDDEN), nn.Linear(BAG, HIDDEN)
        self.of_figure = nn.Embedding(sum(most + 1 for _, most in FIGURE_FEATURES), HIDDEN)
        self.of_place = nn.Embedding(sum(most + 1 for _, most in PLACE_FEATURES), HIDDEN)
        self.register_buffer("figure_offsets", offsets_of(FIGURE_FEATURES))
        self.register_buffer("place_offsets", offsets_of(PLACE_FEATURES))
        self.figure_norm, self.place_norm = nn.LayerNorm(HIDDEN), nn.LayerNorm(HIDDEN)
        self.figure_inner, self.place_inner = nn.Linear(HIDDEN, HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.to_place, self.from_place = nn.Linear(HIDDEN, HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.left, self.right = nn.Linear(HIDDEN, HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.told, self.owner = nn.Linear(HIDDEN, 1), nn.Linear(HIDDEN, 1)
        self.dropout = nn.Dropout(0.3)
        for embedding in (self.of_figure, self.of_place):
            nn.init.normal_(embedding.weight, std=0.1)

    def forward(self, x: Tensor, one: "Inputs") -> tuple[Tensor, Tensor]:
        ranges = torch.cat([one.around.view(-1, 1, 2), one.between])
        around, between = self.dropout(bags_of(self.bag, x, ranges)).split([RANGES * len(one.around), len(one.between)])
        f = F.gelu(self.figure(self.dropout(one.figures.float())))
        f = f + self.around(around.reshape(-1, RANGES * BAG)) + self.of_figure(one.figure_known + self.figure_offsets).sum(1)
        f = self.dropout(F.gelu(self.figure_norm(f)))
        f = f + self.dropout(F.gelu(self.figure_inner(f)))
        p = F.gelu(self.place(self.dropout(one.places.float())))
        y = self.to_place(f)[one.of] + self.from_place(p)[one.place] + self.left(f)[one.of] * self.right(p)[one.place] / 4
        y = y + self.between(between) + self.of_place(one.known + self.place_offsets).sum(1)
        y = self.dropout(F.gelu(self.place_norm(y)))
        y = y + self.dropout(F.gelu(self.place_inner(y)))
        return self.told(f)[:, 0], self.owner(y)[:, 0]


@dataclass(frozen=True)
class Inputs:
    """The figures of an article: vectors [figure, 3 * WIDTH], what is known of them, ranges [figure, range, 2]; and the places of all of
    them, `place` telling which of the different `places` [.., 3 * WIDTH] each is."""

    figures: Tensor
    figure_known: Tensor
    around: Tensor
    of: Tensor
    places: Tensor
    place: Tensor
    known: Tensor
    between: Tensor

    def without_rules(self) -> "Inputs":
        figure_known, known = self.figure_known.clone(), self.known.clone()
        figure_known[:, RULES_OF_FIGURE] = 0
        known[:, RULE_OF_PLACE] = 0
        return replace(self, figure_known=figure_known, known=known)


@dataclass(frozen=True, eq=False)
class Judged:
    """An article with its figures, as annotated."""

    id: str
    real: bool
    vectors: Tensor
    inputs: Inputs
    row: dict


ends = lambda spans: [(s["start"], s["end"]) for s in spans]
table = lambda values, *shape: torch.tensor(values, dtype=torch.long).view(*shape)


def inputs_of(figures: list[dict], vectors: Tensor) -> Inputs:
    places = [(i, place) for i, figure in enumerate(figures) for place in figure["places"]]
    spans, place = torch.unique(table(ends([p for _, p in places]), -1, 2), dim=0, return_inverse=True)
    return Inputs(
        spans_of(vectors, table(ends(figures), -1, 2)).half(),
        table([f["known"] for f in figures], -1, len(FIGURE_FEATURES)),
        table([ends(f["around"]) for f in figures], -1, RANGES, 2),
        table([i for i, _ in places], -1),
        spans_of(vectors, spans).half(),
        place,
        table([p["known"] for _, p in places], -1, len(PLACE_FEATURES)),
        table(ends([p["between"] for _, p in places]), -1, 1, 2),
    )


@torch.no_grad()
def read(model: Path, files: list[Path]) -> list[Judged]:
    """Articles with figures near which something is named, with their vectors; and those that have annotated ones only."""
    reader, alphabet = restore(model)
    reader.eval()
    found = []
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            article = read_article(line)
            row["figures"] = [f for f in row["figures"] if f["places"]]
            if not row["figures"] and not row["wanted"]:
                continue
            vectors = encode(reader, alphabet, [article], None, half=False)[0]
            kept = {key: row[key] for key in ("text", "groups", "wanted", "projects", "figures") if key in row}
            found.append(Judged(f"{file.stem}/{row['id']}", article.real, vectors.half(), inputs_of(row["figures"], vectors), kept))
    return found


def together(ones: list[Judged]) -> tuple[Tensor, Inputs]:
    """The characters of several articles behind one another, and their figures."""
    vectors = torch.cat([one.vectors for one in ones]).float()
    characters = np.cumsum([0, *(len(one.vectors) for one in ones)]).tolist()
    figures = np.cumsum([0, *(len(one.inputs.figures) for one in ones)]).tolist()
    places = np.cumsum([0, *(len(one.inputs.places) for one in ones)]).tolist()
    given = [one.inputs.without_rules() if random.random() < HIDDEN_RULES else one.inputs for one in ones]
    moved = lambda name, by: torch.cat([getattr(each, name) + at for each, at in zip(given, by, strict=False)])
    still = lambda name: torch.cat([getattr(each, name) for each in given])
    return vectors, Inputs(
        still("figures"),
        still("figure_known"),
        moved("around", characters),
        moved("of", figures),
        still("places"),
        moved("place", places),
        still("known"),
        moved("between", characters),
    )


def loss_of(net: Figures, ones: list[Judged]) -> Tensor:
    told, owner = net(*together(ones))
    figures = [figure for one in ones for figure in one.row["figures"]]
    known = [i for i, figure in enumerate(figures) if figure["told"] is not None]
    right = torch.tensor([float(figures[i]["told"]) for i in known])
    total = F.binary_cross_entropy_with_logits(told[known], right, reduction="sum")
    # What is of nothing that was found is of none: its score is zero.
    most = max(len(figure["places"]) for figure in figures) + 1
    scores = torch.full((len(figures), most), -math.inf)
    at = [(i, k) for i, figure in enumerate(figures) for k in range(len(figure["places"]))]
    scores = scores.index_put(tuple(torch.tensor(at).T), owner)
    scores[:, -1] = 0
    is_owner = torch.zeros(len(figures), most, dtype=torch.bool)
    owned = [i for i in known if figures[i]["told"]]
    for i in owned:
        places = [k for k, place in enumerate(figures[i]["places"]) if place["entity"] in figures[i]["owners"]]
        is_owner[i, places or [most - 1]] = True
    if owned:
        mine = scores[owned].masked_fill(~is_owner[owned], -math.inf)
        total = total + (torch.logsumexp(scores[owned], 1) - torch.logsumexp(mine, 1)).sum()
    return total


def learn(articles: list[Judged], seed: int) -> Figures:
    random.seed(seed)
    torch.manual_seed(seed)
    net = Figures()
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=0.02)
    order = [a for a in articles for _ in range(2 if a.real else 1) if a.row["figures"]]
    steps = EPOCHS * (len(order) // BATCH)
    step = 0
    for _ in range(EPOCHS):
        random.shuffle(order)
        for at in range(0, len(order) - BATCH + 1, BATCH):
            batch = order[at : at + BATCH]
            for group in optimizer.param_groups:
                group["lr"] = RATE * min(1, (step + 1) / (0.05 * steps)) * (0.02 + 0.49 * (1 + math.cos(math.pi * step / steps)))
            loss = loss_of(net, batch) / sum(len(one.row["figures"]) for one in batch)
            optimizer.zero_grad()
            (4 * loss).backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            step += 1
    net.eval()
    return net


def shares_of(figure: dict, scores: Tensor) -> dict[int, float]:
    """How likely the figure is of each thing, by the scores of its places; what is missing to one is of none."""
    weights = torch.cat([scores, torch.zeros(1)]).softmax(0).tolist()
    shares: dict[int, float] = {}
    for place, weight in zip(figure["places"], weights, strict=False):
        shares[place["entity"]] = shares.get(place["entity"], 0) + weight
    return shares


def decide(figure: dict, sure: float, shares: dict[int, float], least: dict) -> tuple[int, float] | None:
    """Whose a figure is and how sure that is, as `decide` of the extractor has it."""
    best = max(shares, key=lambda entity: (shares[entity], -entity))
    ruled = figure["ruled"]
    own = None if ruled.get("isOfPart") or ruled["entity"] < 0 else ruled["entity"]
    fixed = ruled.get("isFixed", False)
    entity = best if not fixed and (own is None or shares[best] >= least["owner"]) else own
    if entity is None:
        return None
    belief = sure * (1 if fixed else shares.get(entity, 0))
    is_told = belief >= least["open"] if own is None or figure["known"][BARE] else sure >= least["told"]
    return (entity, belief) if is_told else None


@torch.no_grad()
def judge(net: Figures, one: Judged) -> list[dict]:
    """The figures that are told, as `judgeIndicators` decides it."""
    if not one.row["figures"]:
        return []
    told, owner = net(one.vectors.float(), one.inputs)
    found: dict[tuple, dict] = {}
    for i, figure in enumerate(one.row["figures"]):
        own = decide(figure, float(told[i].sigmoid()), shares_of(figure, owner[one.inputs.of == i]), THRESHOLDS)
        if own is None:
            continue
        key = (own[0], figure["name"], figure["growth"] if figure["value"] is None else figure["value"])
        found.setdefault(key, {**figure, "entity": own[0], "belief": own[1]})
    return list(found.values())


def near(a: float | None, b: float | None) -> bool:
    return a is not None and b is not None and abs(a - b) <= 0.005 * abs(b)


def score(told: list[tuple[Judged, list[dict]]]) -> dict:
    right = said = wanted = 0
    for one, figures in told:
        said, wanted = said + len(figures), wanted + len(one.row["wanted"])
        free = list(figures)
        for figure in one.row["wanted"]:
            same = lambda f: f["name"] == figure["name"] and figure["group"] in one.row["groups"][f["entity"]] and (
                f["value"] is None and near(f["growth"], figure.get("growth")) if figure["value"] is None else near(f["value"], figure["value"])
            )
            hit = next((f for f in free if same(f)), None)
            if hit is not None:
                free.remove(hit)
                hit["right"] = True
                right += 1
    share = lambda a, b: round(a / max(1, b), 3)
    return {"wanted": wanted, "said": said, "P": share(right, said), "R": share(right, wanted), "F1": share(2 * right, said + wanted)}


def by_rule(one: Judged) -> list[dict]:
    found: dict[tuple, dict] = {}
    for figure in one.row["figures"]:
        ruled = figure["ruled"]
        if ruled["entity"] >= 0 and not ruled["isOfPart"] and not figure["known"][BARE]:
            key = (ruled["entity"], figure["name"], figure["growth"] if figure["value"] is None else figure["value"])
            found.setdefault(key, {**figure, "entity": ruled["entity"]})
    return list(found.values())


def folds(articles: list[Judged], count: int, seed: int) -> None:
    real = [a for a in articles if a.real]
    written = [a for a in articles if not a.real]
    random.Random(seed).shuffle(real)
    told = []
    for k in range(count):
        net = learn([a for i, a in enumerate(real) if i % count != k] + written, seed)
        told += [(one, judge(net, one)) for one in real[k::count]]
        print(f"fold {k + 1}", flush=True)
    for group in sorted({one.id.split("/")[0] for one in real}) + [""]:
        own = [(one, figures) for one, figures in told if one.id.startswith(group)]
        print(group or "all", "by rule", score([(one, by_rule(one)) for one, _ in own]))
        print(group or "all", "judged", score(own), flush=True)
    said = [(f["belief"], f.get("right", False)) for _, figures in told for f in figures]
    for low in np.arange(0, 1, 0.1):
        band = [(belief, right) for belief, right in said if low <= belief < low + 0.1 + (low > 0.85)]
        if band:
            print(f"believed {np.mean([b for b, _ in band]):.2f}, right {np.mean([r for _, r in band]):.2f} of {len(band)}")


def spans_graph(g: Graph, x: str, spans: str, layer: nn.Linear) -> str:
    return g.op("Gelu", g.linear(spanned(g, x, spans), layer))


def figure_graph(net: Figures) -> onnx.ModelProto:
    """Vectors of an article's characters, its figures and the places of what they may be of → told [figure], owner [place]."""
    g = Graph("figures")
    x = g.input("vectors", FLOAT, "characters", WIDTH)
    figures = g.input("figures", INT, "figures", 2)
    figure_known = g.input("figure_known", INT, "figures", len(FIGURE_FEATURES))
    around = g.input("figure_around", INT, "figures", RANGES, 2)
    of, places = g.input("of", INT, "places"), g.input("places", INT, "places", 2)
    known = g.input("known", INT, "places", len(PLACE_FEATURES))
    between = g.input("between", INT, "places", 1, 2)

    def told(numbers: str, embedding: nn.Embedding, offsets: Tensor) -> str:
        rows = g.rows(embedding, g.op("Add", numbers, g.constant(offsets.numpy().astype(np.int32))))
        return g.op("ReduceSum", rows, g.ints(1), keepdims=0)

    def inner(y: str, layer: nn.Linear) -> str:
        return g.op("Add", y, g.op("Gelu", g.linear(y, layer)))

    f = g.op("Add", spans_graph(g, x, figures, net.figure), g.linear(bags(g, net, x, around, RANGES), net.around))
    f = g.op("Add", f, told(figure_known, net.of_figure, net.figure_offsets))
    f = inner(g.op("Gelu", g.norm(f, net.figure_norm)), net.figure_inner)
    p = spans_graph(g, x, places, net.place)
    y = g.op("Div", g.op("Mul", g.op("Gather", g.linear(f, net.left), of), g.linear(p, net.right)), g.number(4))
    y = g.op("Add", y, g.op("Add", g.op("Gather", g.linear(f, net.to_place), of), g.linear(p, net.from_place)))
    y = g.op("Add", y, g.linear(bags(g, net, x, between, 1), net.between))
    y = g.op("Add", y, told(known, net.of_place, net.place_offsets))
    y = inner(g.op("Gelu", g.norm(y, net.place_norm)), net.place_inner)
    for name, layer, at, size in (("told", net.told, f, "figures"), ("owner", net.owner, y, "places")):
        g.output(name, g.reshape(g.linear(at, layer), -1), size)
    return g.model()


def write(net: Figures, model: Path, name: str = "figures") -> None:
    """Put the graph into the model's folder, its hash and thresholds into the card."""
    file = model / f"{name}.onnx"
    onnx.save(figure_graph(net), file)
    path = model / "card.json"
    card = json.loads(path.read_text(encoding="utf-8"))
    card["thresholds"][name] = json.loads(CHOSEN.read_text(encoding="utf-8"))[name]
    card["files"][file.name] = {"bytes": file.stat().st_size, "sha256": hashlib.sha256(file.read_bytes()).hexdigest()}
    card["files"] = dict(sorted(card["files"].items()))
    path.write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


FIXTURES = 3


@torch.no_grad()
def fixture(net: Figures, one: Judged) -> dict:
    """A text with the verdicts over its figures: whether told, the likeliest owner and its share."""
    told, owner = net(one.vectors.float(), one.inputs)
    verdicts = []
    for i, figure in enumerate(one.row["figures"]):
        shares = shares_of(figure, owner[one.inputs.of == i])
        best = max(shares, key=lambda entity: (shares[entity], -entity))
        verdicts.append([figure["start"], round(float(told[i].sigmoid()), 3), best, round(shares[best], 3)])
    return {"text": one.row["text"], "verdicts": verdicts}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("model", type=Path)
    parser.add_argument("figures", type=Path, nargs="+")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--fixtures", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    articles = read(options.model, options.figures)
    if options.folds:
        folds(articles, options.folds, options.seed)
        return
    net = learn(articles, options.seed)
    write(net, options.model)
    if options.fixtures:
        written = [a for a in articles if not a.real and len(a.row["figures"]) > 2][:FIXTURES]
        options.fixtures.write_text(json.dumps([fixture(net, a) for a in written], ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
