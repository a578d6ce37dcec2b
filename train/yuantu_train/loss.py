"""What the model is to learn of a batch."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from .data import SPAN_TYPES, STATUSES, TYPES, Article, Entity, Window
from .links import link_pairs
from .model import LONGEST, Reader, gather, score_pairs
from .pairs import NEAR, Pairs, answers, make_pairs

PROJECT = TYPES.index("Project")
TITLE = SPAN_TYPES.index("Title")


def spans_of(article: Article) -> list[tuple[int, int, int]]:
    """Type, start and end of all that is to be found."""
    named = {(e.type, start, end) for e in article.entities for start, end in e.mentions}
    return sorted(named | {(TITLE, start, end) for start, end in article.titles})


def possible(article: Article, window: Window) -> tuple[Tensor, Tensor]:
    """Start and last character, from the window's first, of each span that may be a name: within a sentence, not too long."""
    sentence = article.sentence[window.start : window.end]
    at = np.arange(len(sentence))
    last = np.minimum(np.searchsorted(sentence, sentence, side="right") - 1, at + LONGEST - 1)
    count = last - at + 1
    start = np.repeat(at, count)
    offset = np.arange(len(start)) - np.repeat(np.cumsum(count) - count, count)
    return torch.from_numpy(start), torch.from_numpy(start + offset)


@dataclass(frozen=True)
class ScoredSpans:
    """The spans of a window, from its first character to its last, and their scores [type, span]."""

    window: Window
    start: Tensor
    last: Tensor
    scores: Tensor


def score_spans(model: Reader, article: Article, x: Tensor) -> list[ScoredSpans]:
    """Every span of an article that may be a name, scored."""
    found = []
    for w in article.windows:
        start, last = possible(article, w)
        found.append(ScoredSpans(w, start, last, model.spans(x[w.start : w.end], start, last)))
    return found


def span_loss(article: Article, scored: list[ScoredSpans]) -> Tensor:
    """The multi-label softmax loss of global pointers, summed over types and windows."""
    total = torch.zeros(())
    wanted = spans_of(article)
    for one in scored:
        w, start, last, scores = one.window, one.start, one.last, one.scores
        place = {(int(a) + w.start, int(b) + w.start + 1): i for i, (a, b) in enumerate(zip(start.tolist(), last.tolist(), strict=True))}
        right = torch.zeros(scores.shape, dtype=torch.bool)
        free = torch.ones(scores.shape[1], dtype=torch.bool)
        for kind, *span in wanted:
            if (i := place.get(tuple(span))) is not None:
                right[kind, i] = True
        for span in article.open:
            if (i := place.get(span)) is not None:
                free[i] = False
        zero = torch.zeros(len(SPAN_TYPES), 1)
        above = torch.cat([scores.masked_fill(right | ~free, -torch.inf), zero], 1)
        below = torch.cat([(-scores).masked_fill(~right, -torch.inf), zero], 1)
        total = total + (torch.logsumexp(above, 1) + torch.logsumexp(below, 1)).sum()
    return total


@torch.no_grad()
def strangers(article: Article, scored: list[ScoredSpans], most: int) -> list[Entity]:
    """The best names that the annotation does not know, as things of their own: in nothing that it says of any type.

    What is found by reading is not always a thing; a relation to such a thing is wrong, and has to be learnt as such.
    """
    known = sorted({span for e in article.entities for span in e.mentions} | set(article.open) | set(article.titles))
    text = article.units.tobytes()
    forms = {text[2 * start : 2 * end] for start, end in known}
    best = []
    for one in scored:
        scores = one.scores[: len(TYPES)]
        values, places = scores.flatten().topk(min(8 * most, scores.numel()))
        for value, place in zip(values.tolist(), places.tolist(), strict=True):
            kind, i = divmod(place, scores.shape[1])
            start, end = one.window.start + int(one.start[i]), one.window.start + int(one.last[i]) + 1
            best.append((value, kind, start, end))
    best.sort(reverse=True)
    taken = list(known)
    found: dict[tuple[int, bytes], list[tuple[int, int]]] = {}
    for _, kind, start, end in best:
        form = text[2 * start : 2 * end]
        if form in forms or any(start < b and a < end for a, b in taken):
            continue
        if (kind, form) not in found and len(found) == most:
            break
        taken.append((start, end))
        found.setdefault((kind, form), []).append((start, end))
    return [Entity(kind, sorted(spans), {}) for (kind, _), spans in found.items()]


def relation_losses(model: Reader, article: Article, x: Tensor, others: list[Entity]) -> tuple[Tensor, Tensor]:
    """Binary cross entropy over the pairs of things, and how far the annotated words are from weighing most.

    `others` are things that the annotation does not know: nothing is said of them.
    """
    zero = torch.zeros(())
    things = [*article.entities, *others]
    pairs = make_pairs(article.text, article.sentence, [e.type for e in things], [e.mentions for e in things])
    if pairs is None:
        return zero, zero
    single = score_pairs(model.relations, x, pairs)
    scores = gather(single, pairs.owner, len(pairs.entities))
    right = answers(article, pairs)
    each = F.binary_cross_entropy_with_logits(scores, torch.from_numpy(right.wanted), reduction="none")
    said = zero
    for i, relation, holds in right.said:
        said = said + scores[i, relation] - torch.logsumexp(single[torch.from_numpy(holds), relation], 0)
    return (each * torch.from_numpy(right.counted)).sum(), said


def project_ranges(sentence: np.ndarray, spans: np.ndarray) -> np.ndarray:
    """Around each mention: its sentence, some characters before, some behind."""
    start, end = spans.T
    own = sentence[start]
    whole = np.stack([np.searchsorted(sentence, own, side="left"), np.searchsorted(sentence, own, side="right")], 1)
    before = np.stack([np.maximum(start - NEAR, 0), start], 1)
    behind = np.stack([end, np.minimum(end + NEAR, len(sentence))], 1)
    return np.stack([whole, before, behind], 1)


def state_scores(model: Reader, article: Article, x: Tensor) -> tuple[list[int], Tensor] | None:
    """The projects that the text names, and a score for each state of each."""
    projects = [i for i, e in enumerate(article.entities) if e.type == PROJECT and e.mentions]
    if not projects:
        return None
    spans = np.array([m for i in projects for m in article.entities[i].mentions], np.int64)
    owner = np.array([k for k, i in enumerate(projects) for _ in article.entities[i].mentions])
    scores = model.states(x, torch.from_numpy(spans), torch.from_numpy(project_ranges(article.sentence, spans)))
    return projects, gather(scores, owner, len(projects))


def state_loss(model: Reader, article: Article, x: Tensor) -> Tensor:
    found = state_scores(model, article, x)
    if found is None:
        return torch.zeros(())
    projects, scores = found
    wanted = [STATUSES.index(str(article.entities[i].attrs.get("status", ""))) for i in projects]
    return F.cross_entropy(scores, torch.tensor(wanted), reduction="sum")


@cache
def _link_pairs(article: Article) -> tuple[Pairs, np.ndarray] | None:
    return link_pairs(article)


def link_scores(model: Reader, article: Article, x: Tensor) -> tuple[Tensor, np.ndarray] | None:
    """A score for each two forms of one type, and whether they name one thing."""
    found = _link_pairs(article)
    if found is None:
        return None
    pairs, same = found
    return gather(score_pairs(model.links, x, pairs), pairs.owner, len(pairs.entities))[:, 0], same


def link_loss(model: Reader, article: Article, x: Tensor) -> Tensor:
    found = link_scores(model, article, x)
    if found is None:
        return torch.zeros(())
    scores, same = found
    return F.binary_cross_entropy_with_logits(scores, torch.from_numpy(same), reduction="sum")
