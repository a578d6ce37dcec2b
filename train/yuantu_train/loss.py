"""What the model is to learn of a batch."""

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from .data import SPAN_TYPES, STATUSES, TYPES, Article, Window
from .model import LONGEST, Reader, gather
from .pairs import NEAR, answers, make_pairs

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


def span_loss(model: Reader, article: Article, x: Tensor) -> Tensor:
    """The multi-label softmax loss of global pointers, summed over types and windows."""
    total = torch.zeros(())
    wanted = spans_of(article)
    for w in article.windows:
        start, last = possible(article, w)
        scores = model.spans(x[w.start : w.end], start, last)
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


def relation_losses(model: Reader, article: Article, x: Tensor) -> tuple[Tensor, Tensor]:
    """Binary cross entropy over the pairs of things, and how far the annotated words are from weighing most."""
    zero = torch.zeros(())
    pairs = make_pairs(len(article.units), article.sentence, [e.type for e in article.entities], [e.mentions for e in article.entities])
    if pairs is None:
        return zero, zero
    single = model.score_pairs(x, pairs)
    scores = gather(single, pairs.owner, len(pairs.entities))
    right = answers(article, pairs)
    each = F.binary_cross_entropy_with_logits(scores, torch.from_numpy(right.wanted), reduction="none")
    said = zero
    for i, relation, holds in right.said:
        said = said + scores[i, relation] - torch.logsumexp(single[torch.from_numpy(holds), relation], 0)
    return (each * torch.from_numpy(right.counted)).sum(), said


def project_ranges(length: int, spans: np.ndarray) -> np.ndarray:
    """Around each mention: nothing between, some characters before, some behind."""
    start, end = spans.T
    empty = np.stack([start, start], 1)
    return np.stack([empty, np.stack([np.maximum(start - NEAR, 0), start], 1), np.stack([end, np.minimum(end + NEAR, length)], 1)], 1)


def state_scores(model: Reader, article: Article, x: Tensor) -> tuple[list[int], Tensor] | None:
    """The projects that the text names, and a score for each state of each."""
    projects = [i for i, e in enumerate(article.entities) if e.type == PROJECT and e.mentions]
    if not projects:
        return None
    spans = np.array([m for i in projects for m in article.entities[i].mentions], np.int64)
    owner = np.array([k for k, i in enumerate(projects) for _ in article.entities[i].mentions])
    scores = model.states(x, torch.from_numpy(spans), torch.from_numpy(project_ranges(len(article.units), spans)))
    return projects, gather(scores, owner, len(projects))


def state_loss(model: Reader, article: Article, x: Tensor) -> Tensor:
    found = state_scores(model, article, x)
    if found is None:
        return torch.zeros(())
    projects, scores = found
    wanted = [STATUSES.index(str(article.entities[i].attrs.get("status", ""))) for i in projects]
    return F.cross_entropy(scores, torch.tensor(wanted), reduction="sum")
