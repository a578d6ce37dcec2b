"""Puts articles together for one step, and draws them in an order that a seed fixes."""

import random
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from .data import Article
from .model import Reader


@dataclass(frozen=True)
class Alphabet:
    """Numbers of characters; 0 is any other."""

    numbers: dict[int, int]

    @classmethod
    def of(cls, articles: list[Article], least: int) -> "Alphabet":
        counts = np.zeros(65536, np.int64)
        for article in articles:
            np.add.at(counts, article.units, 1)
        kept = [int(unit) for unit in np.nonzero(counts >= least)[0] if not 0xD800 <= unit <= 0xDFFF]
        return cls({unit: i + 1 for i, unit in enumerate(kept)})

    @classmethod
    def from_text(cls, text: str) -> "Alphabet":
        return cls({ord(char): i + 1 for i, char in enumerate(text)})

    def to_text(self) -> str:
        return "".join(map(chr, self.numbers))

    def __call__(self, units: np.ndarray) -> np.ndarray:
        table = np.zeros(65536, np.int64)
        for unit, number in self.numbers.items():
            table[unit] = number
        return table[units]


BEGIN, END = 0, 2


def draw(articles: list[Article], seed: int, epoch: int, again: int, most: int) -> list[list[Article]]:
    """The batches of an epoch: of at most so many pieces, unless one article is longer. Real articles come `again` times."""
    order = [a for a in articles for _ in range(again if a.real else 1)]
    random.Random(f"{seed} {epoch}").shuffle(order)
    batches: list[list[Article]] = []
    size = most
    for article in order:
        pieces = sum(len(w.pieces) for w in article.windows)
        if size + pieces > most:
            batches.append([])
            size = 0
        batches[-1].append(article)
        size += pieces
    return batches


@dataclass(frozen=True)
class Noise:
    """What is hidden from the model while it learns: shares of channels, of all channels at once, and of characters."""

    channel: float = 0.2
    all_channels: float = 0.1
    character: float = 0.05


def characters_of(model: Reader, alphabet: Alphabet, article: Article, noise: Noise | None) -> tuple[Tensor, Tensor]:
    """Numbers of an article's characters, and of what their channels say."""
    units = torch.from_numpy(alphabet(article.units))
    channels = torch.from_numpy(article.channels)
    if noise:
        kept = (torch.rand(len(channels)) >= noise.channel) & (torch.rand(1) >= noise.all_channels)
        channels = channels * kept[:, None]
        units = units * (torch.rand(len(units)) >= noise.character)
    return units, (channels + model.channel_offsets[:, None]).T


def encode(model: Reader, alphabet: Alphabet, articles: list[Article], noise: Noise | None, half: bool) -> list[Tensor]:
    """The vectors of each article's characters; characters between windows are zero."""
    windows = [w for article in articles for w in article.windows]
    pieces = torch.from_numpy(np.concatenate([np.concatenate([[BEGIN], w.pieces, [END]]) for w in windows]))
    lengths = [len(w.pieces) + 2 for w in windows]
    places = torch.from_numpy(np.concatenate([np.arange(n) for n in lengths]))
    with torch.autocast("cpu", torch.bfloat16, enabled=half):
        encoded = model.encoder(pieces, places, lengths)
    parts = iter(encoded.float().split(lengths))
    whole = []
    for article in articles:
        units, channels = characters_of(model, alphabet, article, noise)
        out = torch.zeros(len(article.units), model.sizes.character)
        rows = []
        at = []
        for w in article.windows:
            vectors = next(parts)[1:-1][torch.from_numpy(w.piece)]
            span = slice(w.start, w.end)
            rows.append(model.characters(vectors, units[span], torch.from_numpy(w.inside), channels[span]))
            at.append(torch.arange(w.start, w.end))
        whole.append(out.index_copy(0, torch.cat(at), torch.cat(rows)) if rows else out)
    return whole
