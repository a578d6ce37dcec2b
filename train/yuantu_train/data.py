"""Reads the examples that `yuantu examples` writes. Offsets are UTF-16 code units, as there."""

import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np

TYPES = ("Company", "Zone", "Project", "Official", "Executive", "Organization", "Place", "Industry")
SPAN_TYPES = (*TYPES, "Title")
RELATIONS = ("LOCATED_IN", "PART_OF", "INVESTS_IN", "SUBSIDIARY_OF", "PARTNERS_WITH", "HOLDS_POST", "IN_INDUSTRY")
STATUSES = ("", "planned", "signed", "construction", "topped_out", "operating")
SYMMETRIC = RELATIONS.index("PARTNERS_WITH")

_PARTNERS = ("Company", "Zone", "Organization", "Place")
_ENDS = {
    "LOCATED_IN": [(("Company", "Project", "Organization"), ("Zone", "Place")), (("Zone",), ("Place",))],
    "PART_OF": [(("Zone",), ("Zone",))],
    "INVESTS_IN": [(("Company",), ("Project",))],
    "SUBSIDIARY_OF": [(("Company",), ("Company",))],
    "PARTNERS_WITH": [(_PARTNERS, _PARTNERS)],
    "HOLDS_POST": [(("Official", "Executive"), ("Company", "Zone", "Organization", "Project", "Place"))],
    "IN_INDUSTRY": [(("Company", "Project", "Zone"), ("Industry",))],
}

# ALLOWED[from type, to type, relation]: whether the types may be joined so.
ALLOWED = np.zeros((len(TYPES), len(TYPES), len(RELATIONS)), bool)
for _name, _rows in _ENDS.items():
    for _from, _to in _rows:
        for _a in _from:
            for _b in _to:
                ALLOWED[TYPES.index(_a), TYPES.index(_b), RELATIONS.index(_name)] = True


@dataclass(frozen=True)
class Window:
    """Characters [start, end) and the pieces that the encoder reads with them; `piece` is each character's place among them."""

    start: int
    end: int
    pieces: np.ndarray
    piece: np.ndarray
    inside: np.ndarray


@dataclass(frozen=True)
class Entity:
    type: int
    mentions: list[tuple[int, int]]
    attrs: dict


@dataclass(frozen=True)
class Relation:
    source: int
    type: int
    target: int
    said: list[tuple[int, int]]


@dataclass(frozen=True, eq=False)
class Article:
    """An annotated article. `sentence` is the number of each character's sentence; entities are named by their place."""

    id: str
    group: str
    units: np.ndarray
    sentence: np.ndarray
    channels: np.ndarray
    windows: list[Window]
    entities: list[Entity]
    open: list[tuple[int, int]]
    titles: list[tuple[int, int]]
    relations: list[Relation]
    spare: set[tuple[int, int]] = field(default_factory=set)

    @cached_property
    def text(self) -> str:
        """The characters, one a UTF-16 unit: what lies beyond is a replacement character in two places."""
        return "".join("\ufffd" if 0xD800 <= unit <= 0xDFFF else chr(unit) for unit in self.units)

    @property
    def real(self) -> bool:
        return self.group != "written"


DEEPEST = 7


def read_window(row, starts: np.ndarray, numbers: np.ndarray) -> Window:
    start, end, first, last = row
    own = starts[first:last]
    at = np.arange(start, end)
    piece = np.searchsorted(own, at, side="right") - 1
    piece = np.maximum(piece, 0)
    inside = np.clip(at - own[piece], 0, DEEPEST)
    return Window(start, end, numbers[first:last], piece, inside)


def read_article(line: str) -> Article:
    row = json.loads(line)
    units = np.frombuffer(row["text"].encode("utf-16-le"), np.uint16)
    sentence = np.zeros(len(units), np.int32)
    for i, (start, end) in enumerate(row["sentences"]):
        sentence[start:] = i
    starts, numbers = np.array(row["starts"], np.int64), np.array(row["pieces"], np.int64)
    place = {entity["id"]: i for i, entity in enumerate(row["entities"])}
    return Article(
        id=f"{row['group']}/{row['id']}",
        group=row["group"],
        units=units,
        sentence=sentence,
        channels=np.array([np.frombuffer(c.encode("latin-1"), np.uint8) - 48 for c in row["channels"]], np.int64),
        windows=[read_window(w, starts, numbers) for w in row["windows"]],
        entities=[
            Entity(TYPES.index(e["type"]), [tuple(m) for m in e["mentions"]], e["attrs"]) for e in row["entities"]
        ],
        open=[tuple(span) for span in row["open"]],
        titles=sorted({tuple(title["span"]) for title in row["titles"]}),
        relations=[
            Relation(place[r["from"]], RELATIONS.index(r["type"]), place[r["to"]], [tuple(s) for s in r["said"]])
            for r in row["relations"]
        ],
        spare={(place[a], place[b]) for a, b in row["spare"]},
    )


def read_articles(file: Path) -> list[Article]:
    with file.open(encoding="utf-8") as lines:
        return [read_article(line) for line in lines]


def split(articles: list[Article], held: Path) -> tuple[list[Article], list[Article]]:
    """What is learnt from and what is held out: `held` names articles, one a line."""
    names = set(held.read_text(encoding="utf-8").split())
    return [a for a in articles if a.id not in names], [a for a in articles if a.id in names]
