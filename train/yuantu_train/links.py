"""Which forms of one type are compared for being names of one thing, and what is known of each two beside their words."""

from collections import Counter

import numpy as np

from .data import Article
from .pairs import NEAR, Pairs, log_bucket

# The largest number of each known thing of two forms; what is larger counts as it.
LINK_FEATURES = (
    ("type", 7),
    ("shorter", 6),
    ("longer", 10),
    ("inside", 3),
    ("in order", 1),
    ("first alike", 1),
    ("last alike", 1),
    ("run", 8),
    ("shared", 8),
    ("digits", 2),
    ("others", 3),
    ("distance", 12),
    ("sentences", 4),
    ("order", 2),
)

DIGITS = set("0123456789一二三四五六七八九十")
# Forms without a common character are compared only when they stand so near.
BESIDE = 8


def make_link_pairs(text: str, sentence: np.ndarray, kinds: list[int], mentions: list[list[tuple[int, int]]]) -> Pairs | None:
    """The pairs of forms of one type, the longer one first; of each pair the nearest mentions and the first ones."""
    forms = [text[spans[0][0] : spans[0][1]].replace(" ", "") for spans in mentions]
    flat = sorted((start, end, i) for i, spans in enumerate(mentions) for start, end in spans)
    place = {each: k for k, each in enumerate(flat)}
    rows, owner, chosen = [], [], []
    for i, a in enumerate(forms):
        for j, b in enumerate(forms):
            longer = len(a) > len(b) or (len(a) == len(b) and mentions[i][0] < mentions[j][0])
            if i == j or kinds[i] != kinds[j] or not longer:
                continue
            near = min(((m, n) for m in mentions[i] for n in mentions[j]), key=lambda pair: (gap_of(*pair), pair))
            shared = sum((Counter(a) & Counter(b)).values())
            if shared == 0 and gap_of(*near) > BESIDE:
                continue
            others = sum(1 for k, c in enumerate(forms) if k not in (i, j) and kinds[k] == kinds[j] and is_subsequence(b, c))
            alike = [kinds[i], len(b) // 2, len(a) // 2, inside(a, b), int(is_subsequence(b, a)), int(a[:1] == b[:1]), int(a[-1:] == b[-1:])]
            alike += [longest_run(a, b), 8 * shared // max(1, len(b)), digits(a, b), others]
            for first, second in sorted({near, (mentions[i][0], mentions[j][0])}):
                where = abs(int(sentence[first[0]]) - int(sentence[second[0]]))
                order = 0 if gap_of(first, second) < 0 else 1 if first[0] < second[0] else 2
                known = [*alike, int(log_bucket(np.array(gap_of(first, second)))), where, order]
                rows.append((place[(*first, i)], place[(*second, j)], known, first, second))
                owner.append(len(chosen))
            chosen.append((i, j))
    if not rows:
        return None
    low = np.array([min(f[1], s[1]) for *_, f, s in rows])
    high = np.array([max(f[0], s[0]) for *_, f, s in rows])
    left = np.array([min(f[0], s[0]) for *_, f, s in rows])
    right = np.array([max(f[1], s[1]) for *_, f, s in rows])
    return Pairs(
        mentions=np.array([(start, end) for start, end, _ in flat], np.int64),
        first=np.array([r[0] for r in rows]),
        second=np.array([r[1] for r in rows]),
        known=np.minimum(np.array([r[2] for r in rows], np.int64), np.array([most for _, most in LINK_FEATURES])),
        between=np.stack([np.minimum(low, high), np.maximum(low, high)], 1),
        before=np.stack([np.maximum(left - NEAR, 0), left], 1),
        behind=np.stack([right, np.minimum(right + NEAR, len(sentence))], 1),
        owner=np.array(owner),
        entities=np.array(chosen),
        allowed=np.ones((len(chosen), 1), bool),
    )


def gap_of(a: tuple[int, int], b: tuple[int, int]) -> int:
    """How many characters lie between two spans; below zero where they overlap."""
    return max(a[0], b[0]) - min(a[1], b[1])


def inside(longer: str, shorter: str) -> int:
    """How the shorter one stands in the longer one: not at all, at its head, at its end, within."""
    if longer.startswith(shorter):
        return 1
    return 2 if longer.endswith(shorter) else 3 if shorter in longer else 0


def is_subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(char in rest for char in short)


def longest_run(a: str, b: str) -> int:
    """The length of the longest piece that both hold."""
    best, row = 0, [0] * (len(b) + 1)
    for char in a:
        row = [0] + [row[k] + 1 if char == other else 0 for k, other in enumerate(b)]
        best = max(best, *row)
    return best


def digits(a: str, b: str) -> int:
    """Whether neither has a number, both the same ones, or they differ."""
    x, y = ("".join(char for char in form if char in DIGITS) for form in (a, b))
    return 0 if not x and not y else 1 if x == y else 2


def forms_of(article: Article) -> tuple[list[int], list[list[tuple[int, int]]], list[int]]:
    """The forms of the annotated things: type, mentions, and whose each is."""
    text = article.text
    found: dict[tuple[int, str], list[tuple[int, int]]] = {}
    for i, entity in enumerate(article.entities):
        for start, end in entity.mentions:
            found.setdefault((i, text[start:end].replace(" ", "")), []).append((start, end))
    return [article.entities[i].type for i, _ in found], [sorted(m) for m in found.values()], [i for i, _ in found]


def link_pairs(article: Article) -> tuple[Pairs, np.ndarray] | None:
    """The compared forms of an annotated article, and which of them name one thing."""
    kinds, mentions, owners = forms_of(article)
    pairs = make_link_pairs(article.text, article.sentence, kinds, mentions)
    if pairs is None:
        return None
    owner = np.array(owners)
    return pairs, (owner[pairs.entities[:, 0]] == owner[pairs.entities[:, 1]]).astype(np.float32)
