"""The reader: an encoder over pieces, a layer of characters on it, and heads for spans, relations and states of projects."""

import math
from dataclasses import asdict, dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .base import Base
from .data import DEEPEST, RELATIONS, SPAN_TYPES, STATUSES
from .links import LINK_FEATURES
from .pairs import FEATURES, MENTION_FEATURES, Pairs

LONGEST = 64


@dataclass(frozen=True)
class Sizes:
    """What a model is made of; stands in its checkpoints."""

    pieces: int
    characters: int
    channels: tuple[int, ...]
    layers: int = 6
    width: int = 384
    heads: int = 12
    inner: int = 1536
    positions: int = 512
    epsilon: float = 1e-12
    character: int = 256
    span: int = 64
    pair: int = 256
    bag: int = 96
    dropout: float = 0.1
    head_dropout: float = 0.2

    def to_dict(self) -> dict:
        return asdict(self)


class Layer(nn.Module):
    """One layer of the encoder, the normalisation behind each half, as in BERT. Windows are packed one behind the other."""

    def __init__(self, sizes: Sizes):
        super().__init__()
        self.heads = sizes.heads
        self.q, self.k, self.v, self.ao = (nn.Linear(sizes.width, sizes.width) for _ in range(4))
        self.aln, self.oln = (nn.LayerNorm(sizes.width, eps=sizes.epsilon) for _ in range(2))
        self.fi, self.fo = nn.Linear(sizes.width, sizes.inner), nn.Linear(sizes.inner, sizes.width)
        self.dropout = nn.Dropout(sizes.dropout)

    def forward(self, x: Tensor, lengths: list[int]) -> Tensor:
        parts = [self.split(layer(x)).split(lengths, dim=1) for layer in (self.q, self.k, self.v)]
        # Nothing is dropped of the attention: drawing so many numbers takes a fifth of the time.
        seen = [F.scaled_dot_product_attention(q[None], k[None], v[None])[0] for q, k, v in zip(*parts, strict=True)]
        joined = torch.cat(seen, dim=1).transpose(0, 1).reshape(x.shape)
        x = self.aln(x + self.dropout(self.ao(joined)))
        return self.oln(x + self.dropout(self.fo(F.gelu(self.fi(x)))))

    def split(self, x: Tensor) -> Tensor:
        return x.view(x.shape[0], self.heads, -1).transpose(0, 1)


class Encoder(nn.Module):
    """The first layers of the base model. Embeddings of words stay as they are."""

    def __init__(self, sizes: Sizes):
        super().__init__()
        self.words = nn.Embedding(sizes.pieces, sizes.width)
        self.places = nn.Embedding(sizes.positions, sizes.width)
        self.norm = nn.LayerNorm(sizes.width, eps=sizes.epsilon)
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(sizes.layers))
        self.dropout = nn.Dropout(sizes.dropout)
        self.words.weight.requires_grad_(False)

    def forward(self, pieces: Tensor, places: Tensor, lengths: list[int]) -> Tensor:
        x = self.dropout(self.norm(self.words(pieces) + self.places(places)))
        for layer in self.layers:
            x = layer(x, lengths)
        return x

    def load(self, base: Base, rows: list[int]) -> None:
        """Take over the base's weights, of its vocabulary the given rows."""
        width = base.shape.width
        tensor = lambda name, *shape: torch.from_numpy(base.tensors[name].reshape(*shape).copy())
        words = torch.from_numpy(base.tensors["emb.word"].reshape(-1, width)[rows].copy())
        with torch.no_grad():
            self.words.weight.copy_(words)
            self.places.weight.copy_(tensor("emb.pos", -1, width) + tensor("emb.type", -1, width)[0])
            self.norm.weight.copy_(tensor("emb.ln.w", width))
            self.norm.bias.copy_(tensor("emb.ln.b", width))
            for i, layer in enumerate(self.layers):
                for name in ("q", "k", "v", "ao", "fi", "fo", "aln", "oln"):
                    part = getattr(layer, name)
                    part.weight.copy_(tensor(f"l{i}.{name}.w", *part.weight.shape))
                    part.bias.copy_(tensor(f"l{i}.{name}.b", *part.bias.shape))


class Characters(nn.Module):
    """From pieces to characters: each takes its piece's vector, its own, its place in the piece and its channels."""

    def __init__(self, sizes: Sizes):
        super().__init__()
        width = sizes.character
        self.from_pieces = nn.Linear(sizes.width, width)
        self.own = nn.Embedding(sizes.characters, width)
        self.inside = nn.Embedding(DEEPEST + 1, width)
        self.channels = nn.Embedding(sum(sizes.channels), width)
        self.norm = nn.LayerNorm(width)
        self.convolutions = nn.ModuleList(nn.Conv1d(width, width, 3, padding=1) for _ in range(2))
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(2))
        self.dropout = nn.Dropout(sizes.head_dropout)
        for embedding in (self.own, self.inside, self.channels):
            nn.init.normal_(embedding.weight, std=0.1)

    def forward(self, pieces: Tensor, characters: Tensor, inside: Tensor, channels: Tensor) -> Tensor:
        """`pieces` is the vector of each character's piece; `channels` are numbers that count on from channel to channel."""
        x = self.from_pieces(pieces) + self.own(characters) + self.inside(inside) + self.channels(channels).sum(1)
        x = self.dropout(self.norm(x))
        for convolution, norm in zip(self.convolutions, self.norms, strict=True):
            y = convolution(x.T[None])[0].T
            x = norm(x + self.dropout(F.gelu(y)))
        return x


class Spans(nn.Module):
    """A score for each type and span of a window: above zero it is a name."""

    def __init__(self, sizes: Sizes):
        super().__init__()
        self.types, self.width = len(SPAN_TYPES), sizes.span
        self.ends = nn.Linear(sizes.character, 2 * self.types * self.width)
        self.single = nn.Linear(sizes.character, 3 * self.types)
        self.lengths = nn.Parameter(torch.zeros(self.types, LONGEST))

    def forward(self, x: Tensor, start: Tensor, last: Tensor) -> Tensor:
        """Scores [type, span] of the spans from `start` to the character `last`."""
        size = x.shape[0]
        first, final = self.ends(x).view(size, 2, self.types, self.width).permute(1, 2, 0, 3)
        starts, stops, inner = self.single(x).view(size, 3, self.types).permute(1, 2, 0)
        run = torch.cumsum(inner, 1)
        product = (first @ final.transpose(1, 2)).flatten(1) / math.sqrt(self.width)
        # What stands inside is summed: the run up to the last character, less the run before the first.
        begin, stop = starts - run + inner, stops + run
        single = begin.index_select(1, start) + stop.index_select(1, last) + self.lengths.index_select(1, last - start)
        return product.index_select(1, start * size + last) + single


class Neighbourhood(nn.Module):
    """What stands beside a mention in the order of the text, and with what words between: lists, and what ends them."""

    def __init__(self, sizes: Sizes):
        super().__init__()
        hidden = sizes.pair
        self.bag = nn.Linear(sizes.character, sizes.bag)
        self.around = nn.Linear(2 * sizes.bag, hidden)
        self.known = nn.Embedding(sum(most + 1 for _, most in MENTION_FEATURES), hidden)
        self.register_buffer("offsets", offsets_of(MENTION_FEATURES), persistent=False)
        self.convolutions = nn.ModuleList(nn.Conv1d(hidden, hidden, 5, padding=2) for _ in range(3))
        self.norms = nn.ModuleList(nn.LayerNorm(hidden) for _ in range(4))
        self.out = nn.Linear(hidden, hidden)
        self.dropout = nn.Dropout(sizes.head_dropout)
        nn.init.normal_(self.known.weight, std=0.1)
        # At first nothing is added, so that a model that knew no neighbours goes on from where it was.
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)

    def forward(self, x: Tensor, mentions: Tensor, known: Tensor, around: Tensor) -> Tensor:
        """`mentions` [mention, hidden] in text order; what is to be added to them."""
        bags = bags_of(self.bag, x, around)
        y = self.norms[0](mentions + self.around(self.dropout(bags)) + self.known(known + self.offsets).sum(1))
        for convolution, norm in zip(self.convolutions, self.norms[1:], strict=True):
            y = norm(y + self.dropout(F.gelu(convolution(y.T[None])[0].T)))
        return self.out(y)


def offsets_of(features: tuple[tuple[str, int], ...]) -> Tensor:
    """Where the numbers of each feature begin in one table of all."""
    return torch.tensor(np.cumsum([0] + [most + 1 for _, most in features])[:-1])


def spans_of(x: Tensor, spans: Tensor) -> Tensor:
    """Of each span its first and last character and the mean of all."""
    run = F.pad(torch.cumsum(x, 0), (0, 0, 1, 0))
    start, end = spans.T
    mean = (run[end] - run[start]) / (end - start)[:, None]
    return torch.cat([x[start], x[end - 1], mean], 1)


def bags_of(layer: nn.Linear, x: Tensor, around: Tensor) -> Tensor:
    """How much of each of a layer's words stands in each range; `around` [row, range, 2]."""
    run = F.pad(torch.cumsum(F.relu(layer(x)), 0), (0, 0, 1, 0))
    return torch.log1p((run[around[..., 1]] - run[around[..., 0]]).clamp(min=0)).flatten(1)


class PairScorer(nn.Module):
    """Scores for each pair of mentions: of relations between two things, or of two forms being names of one."""

    def __init__(self, sizes: Sizes, features: tuple[tuple[str, int], ...], outputs: int, neighbours: bool = False):
        super().__init__()
        self.neighbours = Neighbourhood(sizes) if neighbours else None
        width, hidden = sizes.character, sizes.pair
        self.mention = nn.Linear(3 * width, hidden)
        self.bag = nn.Linear(width, sizes.bag)
        self.source, self.target = nn.Linear(hidden, hidden), nn.Linear(hidden, hidden)
        self.left, self.right = nn.Linear(hidden, hidden), nn.Linear(hidden, hidden)
        self.around = nn.Linear(3 * sizes.bag, hidden)
        self.known = nn.Embedding(sum(most + 1 for _, most in features), hidden)
        self.register_buffer("offsets", offsets_of(features))
        self.norm = nn.LayerNorm(hidden)
        self.inner = nn.Linear(hidden, hidden)
        self.out = nn.Linear(hidden, outputs)
        self.dropout = nn.Dropout(sizes.head_dropout)
        nn.init.normal_(self.known.weight, std=0.1)
        nn.init.constant_(self.out.bias, -2.0)

    def vectors(self, x: Tensor, spans: Tensor) -> Tensor:
        """One vector a mention."""
        return F.gelu(self.mention(spans_of(x, spans)))

    def forward(self, x: Tensor, spans: Tensor, beside: tuple[Tensor, Tensor] | None, first: Tensor, second: Tensor, known: Tensor, around: Tensor) -> Tensor:
        """`x` are the characters of the article; `beside` the mentions' neighbours; `around` [pair, 3, 2] the ranges between, before and behind."""
        mentions = self.vectors(x, spans)
        if self.neighbours is not None:
            mentions = mentions + self.neighbours(x, mentions, *beside)
        mentions = self.dropout(mentions)
        bags = bags_of(self.bag, x, around)
        y = self.source(mentions)[first] + self.target(mentions)[second] + self.around(self.dropout(bags))
        y = y + self.left(mentions)[first] * self.right(mentions)[second] / 4
        y = y + self.known(known + self.offsets).sum(1)
        y = self.dropout(F.gelu(self.norm(y)))
        y = y + self.dropout(F.gelu(self.inner(y)))
        return self.out(y)


class States(nn.Module):
    """A score for each state at each mention of a project; the project's is the log-sum-exp over them."""

    def __init__(self, sizes: Sizes):
        super().__init__()
        self.mention = nn.Linear(3 * sizes.character, sizes.pair)
        self.bag = nn.Linear(sizes.character, sizes.bag)
        self.around = nn.Linear(3 * sizes.bag, sizes.pair)
        self.out = nn.Linear(sizes.pair, len(STATUSES))
        self.dropout = nn.Dropout(sizes.head_dropout)

    vectors = PairScorer.vectors

    def forward(self, x: Tensor, spans: Tensor, around: Tensor) -> Tensor:
        bags = bags_of(self.bag, x, around)
        y = F.gelu(self.vectors(x, spans) + self.around(self.dropout(bags)))
        return self.out(self.dropout(y))


class Reader(nn.Module):
    def __init__(self, sizes: Sizes):
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder(sizes)
        self.characters = Characters(sizes)
        self.spans = Spans(sizes)
        self.relations = PairScorer(sizes, FEATURES, len(RELATIONS), neighbours=True)
        self.links = PairScorer(sizes, LINK_FEATURES, 1)
        self.states = States(sizes)
        self.register_buffer("channel_offsets", torch.tensor(np.cumsum((0, *sizes.channels))[:-1]))


def score_pairs(scorer: PairScorer, x: Tensor, pairs: Pairs) -> Tensor:
    around = np.stack([pairs.between, pairs.before, pairs.behind], 1)
    beside = pairs.neighbours and (torch.from_numpy(pairs.neighbours.known), torch.from_numpy(pairs.neighbours.around))
    first, second, known, ranges = (torch.from_numpy(t) for t in (pairs.first, pairs.second, pairs.known, around))
    return scorer(x, torch.from_numpy(pairs.mentions), beside, first, second, known, ranges)


def gather(scores: Tensor, owner: np.ndarray, count: int) -> Tensor:
    """The log-sum-exp of the rows of each owner."""
    index = torch.from_numpy(owner)[:, None].expand_as(scores)
    top = torch.full((count, scores.shape[1]), -torch.inf).scatter_reduce(0, index, scores.detach(), "amax")
    total = torch.zeros(count, scores.shape[1]).scatter_add(0, index, torch.exp(scores - top[torch.from_numpy(owner)]))
    return torch.log(total) + top
