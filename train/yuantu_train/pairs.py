"""Which mentions are compared for relations, and what is known of each pair beside its words."""

from dataclasses import dataclass

import numpy as np

from .data import ALLOWED, RELATIONS, SYMMETRIC, Article

FARTHEST_SENTENCES = 2
NEAR = 24

# The largest number of each known thing of a pair; what is larger counts as it.
FEATURES = (
    ("distance", 12),
    ("sentences", 4),
    ("order", 3),
    ("from type", 7),
    ("to type", 7),
    ("from count", 4),
    ("to count", 4),
    ("from first", 5),
    ("to first", 5),
    ("from alike between", 3),
    ("to alike between", 3),
    ("first mentions", 1),
    ("naming", 4),
)


# The largest number of what is known of a mention among its neighbours.
MENTION_FEATURES = (
    ("type", 7),
    ("sentences since the last", 3),
    ("first mention", 1),
)


@dataclass(frozen=True)
class Neighbours:
    """Of each mention in text order: what is known of it, and the characters [mention, 2, 2] up to the last one and the next."""

    known: np.ndarray
    around: np.ndarray


@dataclass(frozen=True)
class Pairs:
    """Pairs of mentions, and pairs of entities whose score they make: `owner` is the entity pair of each mention pair.

    `mentions` are spans [start, end) in text order, with their `neighbours` where those are looked at; `first` and `second` count in them; the spans of `between`, `before` and
    `behind` are character ranges around each pair.
    """

    mentions: np.ndarray
    first: np.ndarray
    second: np.ndarray
    known: np.ndarray
    between: np.ndarray
    before: np.ndarray
    behind: np.ndarray
    owner: np.ndarray
    entities: np.ndarray
    allowed: np.ndarray
    neighbours: Neighbours | None = None


def log_bucket(distance: np.ndarray) -> np.ndarray:
    return np.floor(np.log2(1 + np.maximum(distance, 0)) * 1.4).astype(np.int64)


def make_pairs(text: str, sentence: np.ndarray, types: list[int], mentions: list[list[tuple[int, int]]]) -> Pairs | None:
    """The pairs of an article's things, or None when there are none."""
    flat = sorted((start, end, e) for e, spans in enumerate(mentions) for start, end in spans)
    if not flat:
        return None
    spans = np.array(flat, np.int64)
    start, end, entity = spans.T
    length = len(text)
    kind = np.array(types, np.int64)[entity]
    count = np.bincount(entity, minlength=len(types))
    first_of = np.full(len(types), -1)
    for i in range(len(flat) - 1, -1, -1):
        first_of[entity[i]] = i
    where = sentence[start]
    a, b = np.meshgrid(np.arange(len(flat)), np.arange(len(flat)), indexing="ij")
    near = np.abs(where[a] - where[b]) <= FARTHEST_SENTENCES
    opening = (first_of[entity[a]] == a) & (first_of[entity[b]] == b)
    wanted = (entity[a] != entity[b]) & ALLOWED.any(2)[kind[a], kind[b]] & (near | opening)
    a, b = a[wanted], b[wanted]
    if len(a) == 0:
        return None
    pair_key = entity[a] * len(types) + entity[b]
    keys, owner = np.unique(pair_key, return_inverse=True)
    low, high = np.minimum(end[a], end[b]), np.maximum(start[a], start[b])
    gap = high - low
    same = np.zeros((int(kind.max()) + 1, len(flat) + 1), np.int64)
    for k in range(same.shape[0]):
        same[k, 1:] = np.cumsum(kind == k)
    left, right = np.minimum(a, b), np.maximum(a, b)
    alike_from = same[kind[a], right] - same[kind[a], np.minimum(left + 1, right)]
    alike_to = same[kind[b], right] - same[kind[b], np.minimum(left + 1, right)]
    order = np.where(gap < 0, 0, np.where(start[a] < start[b], 1, 2))
    rank = lambda i: log_bucket(start[first_of[entity[i]]] // 20)
    forms = [sorted({text[m[0] : m[1]].replace(" ", "") for m in own}) for own in mentions]
    known = np.stack(
        [
            log_bucket(gap),
            np.abs(where[a] - where[b]),
            order,
            kind[a],
            kind[b],
            np.floor(np.log2(count[entity[a]])).astype(np.int64),
            np.floor(np.log2(count[entity[b]])).astype(np.int64),
            rank(a),
            rank(b),
            alike_from,
            alike_to,
            (first_of[entity[a]] == a).astype(np.int64) & (first_of[entity[b]] == b),
            np.array([naming(forms[key // len(types)], forms[key % len(types)]) for key in keys])[owner],
        ]
    )
    known = np.minimum(known, np.array([[most] for _, most in FEATURES]))
    outer_left, outer_right = np.minimum(start[a], start[b]), np.maximum(end[a], end[b])
    clip = lambda x: np.clip(x, 0, length)
    return Pairs(
        mentions=spans[:, :2],
        first=a,
        second=b,
        known=known.T.copy(),
        between=np.stack([np.minimum(low, high), np.maximum(low, high)], 1),
        before=np.stack([clip(outer_left - NEAR), outer_left], 1),
        behind=np.stack([outer_right, clip(outer_right + NEAR)], 1),
        owner=owner,
        entities=np.stack([keys // len(types), keys % len(types)], 1),
        allowed=ALLOWED[np.array(types)[keys // len(types)], np.array(types)[keys % len(types)]],
        neighbours=Neighbours(
            np.stack([kind, np.minimum(np.diff(where, prepend=where[:1]), MENTION_FEATURES[1][1]), first_of[entity] == np.arange(len(flat))], 1),
            neighbourhoods(start, end, length),
        ),
    )


def neighbourhoods(start: np.ndarray, end: np.ndarray, length: int) -> np.ndarray:
    """The characters between each mention and the last one, and the next; at either end of an article some."""
    before = np.append(np.maximum(start[:1] - NEAR, 0), np.minimum(end[:-1], start[1:]))
    behind = np.append(np.maximum(end[:-1], start[1:]), np.minimum(end[-1:] + NEAR, length))
    return np.stack([np.stack([before, start], 1), np.stack([end, behind], 1)], 1)


def naming(source: list[str], target: list[str]) -> int:
    """Whether one thing's name is in the other's: the target's at the head of the source's, or in it; or the other way round."""
    for name, part, head, inside in ((source, target, 1, 2), (target, source, 3, 4)):
        held = [(whole, short) for whole in name for form in part for short in (form, bare(form)) if len(short) > 1 and short != whole and short in whole]
        if held:
            return head if any(whole.startswith(short) for whole, short in held) else inside
    return 0


def bare(form: str) -> str:
    """A place's name without its class word."""
    return form[:-1] if len(form) > 2 and form[-1] in "省市县区" else form


@dataclass(frozen=True)
class Answers:
    """What is right for the pairs of entities: `wanted` and `counted` by relation; `said` marks mention pairs that say one."""

    wanted: np.ndarray
    counted: np.ndarray
    said: list[tuple[int, int, np.ndarray]]


def answers(article: Article, pairs: Pairs) -> Answers:
    place = {(int(a), int(b)): i for i, (a, b) in enumerate(pairs.entities)}
    wanted = np.zeros((len(pairs.entities), len(RELATIONS)), np.float32)
    counted = pairs.allowed.copy()
    said = []
    for relation in article.relations:
        ways = [(relation.source, relation.target)]
        if relation.type == SYMMETRIC:
            ways.append((relation.target, relation.source))
        for way in ways:
            i = place.get(way)
            if i is None:
                continue
            wanted[i, relation.type] = 1
            holds = saying(relation.said, pairs, np.nonzero(pairs.owner == i)[0])
            if holds is not None:
                said.append((i, relation.type, holds))
    for way in article.spare:
        i = place.get(way)
        if i is not None and wanted[i, RELATIONS.index("LOCATED_IN")] == 0:
            counted[i, RELATIONS.index("LOCATED_IN")] = False
    return Answers(wanted, counted, said)


def saying(quotes, pairs: Pairs, own: np.ndarray) -> np.ndarray | None:
    """The mention pairs that lie in a quote, else those with one mention in it; None when that tells none from the others."""
    if not quotes or len(own) < 2:
        return None
    spans = pairs.mentions
    inside = np.zeros(len(spans), bool)
    for start, end in quotes:
        inside |= (spans[:, 0] >= start) & (spans[:, 1] <= end)
    a, b = inside[pairs.first[own]], inside[pairs.second[own]]
    for holds in (a & b, a | b):
        if holds.any():
            return own[holds] if not holds.all() else None
    return None
