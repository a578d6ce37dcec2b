"""Chooses names among scored spans. The extractor does the same; fixtures hold both together."""

import numpy as np

from .data import SPAN_TYPES

_C, _Z, _P, _O, _E, _G, _L, _I, _T = range(len(SPAN_TYPES))

# A name may begin a longer one only so: the builder of a project, the area of an office, the links of an address.
NESTED = {(_C, _P), (_Z, _G), (_L, _G), (_Z, _Z), (_L, _Z), (_L, _L), (_Z, _L)}


def decode(scores: np.ndarray, spans: np.ndarray, threshold: float) -> list[tuple[int, int, int, float]]:
    """Names among spans scored [type, span], the best first, none at odds with a better one: type, start, end, score."""
    kinds, places = np.nonzero(scores > threshold)
    values = scores[kinds, places]
    kept: list[tuple[int, int, int, float]] = []
    for i in np.argsort(-values, kind="stable"):
        name = int(kinds[i]), int(spans[places[i], 0]), int(spans[places[i], 1])
        if all(agree(name, other[:3]) for other in kept):
            kept.append((*name, float(values[i])))
    return kept


def agree(a: tuple[int, int, int], b: tuple[int, int, int]) -> bool:
    """Whether two spans may both be names: they do not touch, or one begins the other as names may."""
    if a[2] <= b[1] or b[2] <= a[1]:
        return True
    inner, outer = (a, b) if a[2] - a[1] < b[2] - b[1] else (b, a)
    return inner[1] == outer[1] and inner[2] < outer[2] and (inner[0], outer[0]) in NESTED
