"""Measures a model on held-out articles: names by mention, relations and states with the annotated things given."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import torch

from .batch import Alphabet, encode
from .data import RELATIONS, SPAN_TYPES, STATUSES, SYMMETRIC, Article
from .decode import decode
from .loss import link_scores, score_spans, spans_of, state_scores
from .model import Reader, gather, score_pairs
from .pairs import Pairs, answers, make_pairs

CORE = range(5)


class Tally:
    """Counts of right, wrong and missed by name."""

    def __init__(self):
        self.counts = defaultdict(lambda: np.zeros(3, int))

    def add(self, name: str, right: int, wrong: int, missed: int) -> None:
        self.counts[name] += (right, wrong, missed)

    def f1(self, name: str) -> float:
        right, wrong, missed = self.counts[name]
        return 2 * right / max(1, 2 * right + wrong + missed)

    def table(self) -> dict[str, float]:
        return {name: round(self.f1(name), 4) for name in sorted(self.counts)}


@dataclass(frozen=True)
class Scored:
    """What a model says of one article: scores of spans by window, of relations, of states, of links."""

    article: Article
    windows: list[tuple[np.ndarray, np.ndarray]]
    pairs: Pairs | None
    single: np.ndarray
    relations: np.ndarray
    states: tuple[list[int], np.ndarray] | None
    links: tuple[np.ndarray, np.ndarray] | None


@torch.no_grad()
def score_articles(model: Reader, alphabet: Alphabet, articles: list[Article], half: bool) -> list[Scored]:
    """Score articles once, to be measured at any threshold."""
    model.eval()
    found = []
    for article in articles:
        if not article.windows:
            continue
        (x,) = encode(model, alphabet, [article], None, half)
        windows = [
            (one.scores.numpy(), np.stack([one.start.numpy(), one.last.numpy() + 1], 1) + one.window.start)
            for one in score_spans(model, article, x)
        ]
        pairs = make_pairs(article.text, article.sentence, [e.type for e in article.entities], [e.mentions for e in article.entities])
        single = relations = np.zeros((0, len(RELATIONS)))
        if pairs is not None:
            single = score_pairs(model.relations, x, pairs)
            relations = symmetric_scores(gather(single, pairs.owner, len(pairs.entities)).numpy(), pairs.entities)
            single = single.numpy()
        states = state_scores(model, article, x)
        links = link_scores(model, article, x)
        found.append(
            Scored(
                article,
                windows,
                pairs,
                single,
                relations,
                (states[0], states[1].numpy()) if states else None,
                (links[0].numpy(), links[1]) if links else None,
            )
        )
    model.train()
    return found


def symmetric_scores(scores: np.ndarray, entities: np.ndarray) -> np.ndarray:
    """A relation without direction has the mean of both ways."""
    place = {(int(a), int(b)): i for i, (a, b) in enumerate(entities)}
    back = np.array([place.get((int(b), int(a)), i) for i, (a, b) in enumerate(entities)], int)
    out = scores.copy()
    out[:, SYMMETRIC] = (scores[:, SYMMETRIC] + scores[back, SYMMETRIC]) / 2
    return out


def measure(scored: list[Scored], threshold: float = 0.0, cut: float = 0.0) -> dict[str, float]:
    """F1 by kind; `threshold` for spans, `cut` for relations."""
    tally = Tally()
    evidence = [0, 0]
    for one in scored:
        measure_names(one, tally, threshold)
        measure_relations(one, tally, evidence, cut)
        measure_states(one, tally)
        measure_links(one, tally)
    return tally.table() | {"evidence": round(evidence[0] / max(1, evidence[1]), 4)}


def name_f1(scored: list[Scored], threshold: float) -> float:
    tally = Tally()
    for one in scored:
        measure_names(one, tally, threshold)
    return tally.f1("name core")


def relation_f1(scored: list[Scored], cut: float) -> float:
    tally = Tally()
    for one in scored:
        measure_relations(one, tally, [0, 0], cut)
    return tally.f1("relation all")


def evaluate(model: Reader, alphabet: Alphabet, articles: list[Article], half: bool) -> dict[str, float]:
    return measure(score_articles(model, alphabet, articles, half))


def measure_names(one: Scored, tally: Tally, threshold: float) -> None:
    wanted = set(spans_of(one.article))
    found = {name[:3] for scores, spans in one.windows for name in decode(scores, spans, threshold)}
    found -= {(k, *span) for span in one.article.open for k in range(len(SPAN_TYPES))} - wanted
    for kind, name in enumerate(SPAN_TYPES):
        w, f = ({s for s in spans if s[0] == kind} for spans in (wanted, found))
        counts = len(w & f), len(f - w), len(w - f)
        tally.add(f"name {name}", *counts)
        if kind in CORE:
            tally.add("name core", *counts)


def measure_states(one: Scored, tally: Tally) -> None:
    if one.states is None:
        return
    for i, best in zip(one.states[0], one.states[1].argmax(1).tolist(), strict=True):
        told = STATUSES.index(str(one.article.entities[i].attrs.get("status", "")))
        tally.add("status", int(best == told and told > 0), int(best != told and best > 0), int(best != told and told > 0))


def measure_links(one: Scored, tally: Tally) -> None:
    if one.links is None:
        return
    said, told = one.links[0] > 0, one.links[1] > 0
    tally.add("link", int((said & told).sum()), int((said & ~told).sum()), int((told & ~said).sum()))


def measure_relations(one: Scored, tally: Tally, evidence: list[int], cut: float) -> None:
    wanted = {(min(r.source, r.target), r.type, max(r.source, r.target)) if r.type == SYMMETRIC else (r.source, r.type, r.target) for r in one.article.relations}
    found = set()
    if one.pairs is not None:
        right = answers(one.article, one.pairs)
        for i, r in zip(*np.nonzero((one.relations > cut) & right.counted), strict=True):
            a, b = (int(e) for e in one.pairs.entities[i])
            found.add((min(a, b), int(r), max(a, b)) if r == SYMMETRIC else (a, int(r), b))
        for i, r, holds in right.said:
            own = np.nonzero(one.pairs.owner == i)[0]
            evidence[0] += int(own[int(one.single[own, r].argmax())] in holds)
            evidence[1] += 1
    for r, name in enumerate(RELATIONS):
        w, f = ({each for each in group if each[1] == r} for group in (wanted, found))
        counts = len(w & f), len(f - w), len(w - f)
        tally.add(f"relation {name}", *counts)
        tally.add("relation all", *counts)
        if name != "HOLDS_POST":
            tally.add("relation but posts", *counts)
