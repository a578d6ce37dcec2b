"""Writes a trained reader as the extractor loads it.

usage: python -m yuantu_train.export CHECKPOINT.pt EXAMPLES.jsonl SPLIT.txt VOCABULARY.tsv OUT [FIXTURES.json]

OUT gets four graphs, the characters, the vocabulary and the card; the figures of the card are those of the weights as stored,
on the articles that SPLIT.txt holds out.
"""

import hashlib
import json
import shutil
import sys
from pathlib import Path

import numpy as np
import onnx
import torch

from .batch import Alphabet, encode
from .data import RELATIONS, SPAN_TYPES, STATUSES, Article, read_articles, split
from .decode import decode
from .evaluate import measure, name_f1, relation_f1, score_articles, symmetric_scores
from .graph import SMALLEST, quantise
from .graphs import pair_graph, reader_graph, state_graph
from .links import make_link_pairs
from .loss import PROJECT, possible, project_ranges
from .model import Reader, Sizes, gather, score_pairs
from .pairs import make_pairs

GRAPHS = {
    "reader": reader_graph,
    "relations": lambda model: pair_graph(model, "relations", model.relations),
    "links": lambda model: pair_graph(model, "links", model.links),
    "states": state_graph,
}
THRESHOLDS = [step / 4 for step in range(-4, 5)]
# What the extractor goes by, chosen end to end on the articles held out: see README.md.
CHOSEN = Path(__file__).parents[1] / "thresholds.json"
# How sure scores are, fitted by `calibrate.mjs`.
CONFIDENCE = Path(__file__).parents[1] / "confidence.json"
FIXTURES = 3
FIXTURE_THRESHOLD = -1.0


def load(checkpoint: Path) -> tuple[Reader, Alphabet, dict]:
    """The averaged weights of a checkpoint."""
    saved = torch.load(checkpoint, weights_only=False, map_location="cpu")
    model = Reader(Sizes(**saved["sizes"]))
    model.load_state_dict(saved["model"] | saved["average"])
    model.eval()
    return model, Alphabet.from_text(saved["alphabet"]), saved


@torch.no_grad()
def store_at_8_bits(model: Reader) -> None:
    """Give the model the weights that the graphs will hold."""
    for name, value in model.state_dict().items():
        large = value.dim() >= 2 and value.is_floating_point() and value.numel() >= SMALLEST
        if name.startswith("spans.") or not (large or name == "characters.inside.weight"):
            continue
        whole, scale = quantise(value.numpy())
        value.copy_(torch.from_numpy(whole.astype(np.float32) * scale.reshape((-1,) + (1,) * (value.dim() - 1))))


def best(values: list[float], figure) -> float:
    """The value with the best figure; of equal ones the nearest to zero."""
    return max(values, key=lambda value: (round(figure(value), 4), -abs(value)))


@torch.no_grad()
def fixture(model: Reader, alphabet: Alphabet, article: Article) -> dict:
    """A text with what the model finds in it, each form a thing of its own; `state` is that of all its projects taken for one."""
    (x,) = encode(model, alphabet, [article], None, half=False)
    names = []
    for w in article.windows:
        start, last = possible(article, w)
        spans = np.stack([start.numpy(), last.numpy() + 1], 1) + w.start
        names += decode(model.spans(x[w.start : w.end], start, last).numpy(), spans, FIXTURE_THRESHOLD)
    names.sort(key=lambda name: (name[1], -name[2]))
    text = article.units.tobytes().decode("utf-16-le")
    things: dict[tuple[int, str], list[tuple[int, int]]] = {}
    for kind, start, end, _ in names:
        if SPAN_TYPES[kind] != "Title":
            things.setdefault((kind, text[start:end]), []).append((start, end))
    pairs = make_pairs(article.text, article.sentence, [kind for kind, _ in things], list(things.values()))
    relations = []
    if pairs is not None:
        scores = symmetric_scores(gather(score_pairs(model.relations, x, pairs), pairs.owner, len(pairs.entities)).numpy(), pairs.entities)
        for i, r in zip(*np.nonzero(pairs.allowed & (scores > FIXTURE_THRESHOLD)), strict=True):
            a, b = (int(e) for e in pairs.entities[i])
            if RELATIONS[r] != "PARTNERS_WITH" or a < b:
                relations.append([a, RELATIONS[r], b, round(float(scores[i, r]), 3)])
    links = []
    found = make_link_pairs(article.text, article.sentence, [kind for kind, _ in things], list(things.values()))
    if found is not None:
        scores = gather(score_pairs(model.links, x, found), found.owner, len(found.entities))[:, 0]
        links = [[int(a), int(b), round(float(s), 3)] for (a, b), s in zip(found.entities, scores, strict=True)]
    spans = np.array([span for (kind, _), own in things.items() if kind == PROJECT for span in own], np.int64)
    state = None
    if len(spans):
        single = model.states(x, torch.from_numpy(spans), torch.from_numpy(project_ranges(article.sentence, spans)))
        state = STATUSES[int(gather(single, np.zeros(len(spans), int), 1).argmax())]
    return {
        "text": text,
        "state": state,
        "links": links,
        "names": [[start, end, SPAN_TYPES[kind], round(score, 3)] for kind, start, end, score in names],
        "relations": sorted(relations),
    }


def main() -> None:
    checkpoint, examples, held, vocabulary, out = map(Path, sys.argv[1:6])
    torch.set_num_threads(1)
    out.mkdir(parents=True, exist_ok=True)
    model, alphabet, saved = load(checkpoint)
    articles = read_articles(examples)
    learnt, unseen = split(articles, held)
    exact = measure(score_articles(model, alphabet, unseen, half=False))
    store_at_8_bits(model)
    scored = score_articles(model, alphabet, unseen, half=False)
    model.eval()
    threshold = best(THRESHOLDS, lambda t: name_f1(scored, t))
    cut = best(THRESHOLDS, lambda t: relation_f1(scored, t))
    files = {}
    for name, make in GRAPHS.items():
        onnx.save(make(model), out / f"{name}.onnx")
    (out / "characters.txt").write_text(alphabet.to_text() + "\n", encoding="utf-8")
    if vocabulary.resolve() != (out / "vocabulary.tsv").resolve():
        shutil.copy(vocabulary, out / "vocabulary.tsv")
    for file in sorted(out.iterdir()):
        if file.suffix in (".onnx", ".txt", ".tsv"):
            files[file.name] = {"bytes": file.stat().st_size, "sha256": hashlib.sha256(file.read_bytes()).hexdigest()}
    groups = sorted({a.group for a in learnt})
    card = {
        "layers": model.sizes.layers,
        "steps": saved["step"],
        "learnt": {g: sum(a.group == g for a in learnt) for g in groups},
        "held": {g: sum(a.group == g for a in unseen) for g in sorted({a.group for a in unseen})},
        "thresholds": json.loads(CHOSEN.read_text()),
        "confidence": json.loads(CONFIDENCE.read_text()),
        "best thresholds with the annotated things given": {"names": threshold, "relations": cut},
        "figures": {"at zero, in float32": exact, "at zero": measure(scored), "at the best thresholds": measure(scored, threshold, cut)},
        "files": files,
    }
    (out / "card.json").write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(json.dumps({k: card["figures"]["at the best thresholds"][k] for k in ("name core", "relation all")} | {"thresholds": [threshold, cut]}))
    if len(sys.argv) > 6:
        written = [a for a in learnt if not a.real][:FIXTURES]
        Path(sys.argv[6]).write_text(json.dumps([fixture(model, alphabet, a) for a in written], ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
