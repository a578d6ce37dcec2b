"""The graphs of a reader: one reads a window, two score pairs of mentions, one states of projects."""

import math

import numpy as np
import onnx
from onnx import TensorProto

from .graph import Graph
from .model import Neighbourhood, PairScorer, Reader, States

# Numbers are 32 bits wide: JavaScript has no cheap array of wider ones.
INT, FLOAT = TensorProto.INT32, TensorProto.FLOAT


def attention(g: Graph, x: str, layer, heads: int) -> str:
    q, k, v = (g.reshape(g.linear(x, part), 0, heads, -1) for part in (layer.q, layer.k, layer.v))
    width = layer.q.out_features // heads
    q, k, v = (g.op("Transpose", part, perm=perm) for part, perm in ((q, [1, 0, 2]), (k, [1, 2, 0]), (v, [1, 0, 2])))
    scores = g.op("Mul", g.op("MatMul", q, k), g.number(1 / math.sqrt(width)))
    seen = g.op("MatMul", g.op("Softmax", scores, axis=-1), v)
    return g.linear(g.reshape(g.op("Transpose", seen, perm=[1, 0, 2]), 0, -1), layer.ao)


def encoder(g: Graph, model: Reader, pieces: str) -> str:
    own = model.encoder
    count = g.op("Gather", g.op("Shape", pieces), g.ints(0))
    places = g.op("Slice", g.weights(own.places.weight), g.ints(0), count)
    x = g.norm(g.op("Add", g.rows(own.words, pieces), places), own.norm)
    for layer in own.layers:
        x = g.norm(g.op("Add", x, attention(g, x, layer, model.sizes.heads)), layer.aln)
        inner = g.op("Gelu", g.linear(x, layer.fi))
        x = g.norm(g.op("Add", x, g.linear(inner, layer.fo)), layer.oln)
    return x


def characters(g: Graph, model: Reader, x: str, piece: str, units: str, inside: str, channels: str) -> str:
    own = model.characters
    x = g.linear(g.op("Gather", x, piece), own.from_pieces)
    for part in (g.rows(own.own, units), g.rows(own.inside, inside)):
        x = g.op("Add", x, part)
    hits = g.op("ReduceSum", g.rows(own.channels, channels), g.ints(1), keepdims=0)
    x = g.norm(g.op("Add", x, hits), own.norm)
    for convolution, norm in zip(own.convolutions, own.norms, strict=True):
        x = g.norm(g.op("Add", x, g.op("Gelu", g.convolution(x, convolution))), norm)
    return x


def spans(g: Graph, model: Reader, x: str, start: str, last: str) -> str:
    own = model.spans
    parts = g.op("Split", g.op("Transpose", g.reshape(g.linear(x, own.ends, exact=True), 0, 2, own.types, own.width), perm=[1, 2, 0, 3]), axis=0, num_outputs=2, outputs=2)
    first, final = (g.op("Squeeze", part, g.ints(0)) for part in parts)
    singles = g.op("Split", g.op("Transpose", g.reshape(g.linear(x, own.single, exact=True), 0, 3, own.types), perm=[1, 2, 0]), axis=0, num_outputs=3, outputs=3)
    starts, stops, inner = (g.op("Squeeze", part, g.ints(0)) for part in singles)
    run = g.op("CumSum", inner, g.ints(1))
    product = g.op("MatMul", first, g.op("Transpose", final, perm=[0, 2, 1]))
    flat = g.op("Mul", g.reshape(product, own.types, -1), g.number(1 / math.sqrt(own.width)))
    size = g.op("Cast", g.op("Gather", g.op("Shape", x), g.ints(0)), to=INT)
    place = g.op("Add", g.op("Mul", start, size), last)
    begin = g.op("Add", g.op("Sub", starts, run), inner)
    stop = g.op("Add", stops, run)
    score = g.op("Gather", flat, place, axis=1)
    gap = g.op("Sub", last, start)
    for table, where in ((begin, start), (stop, last), (g.constant(own.lengths.detach().numpy()), gap)):
        score = g.op("Add", score, g.op("Gather", table, where, axis=1))
    return score


def reader_graph(model: Reader) -> onnx.ModelProto:
    """Pieces, characters and possible spans of a window → vectors of the characters, scores of the spans by type.

    `piece` counts the begin mark as 0; `channels` count on from channel to channel; `last` is the last character of a span.
    """
    g = Graph("reader")
    pieces = g.input("pieces", INT, "pieces")
    piece, units, inside = (g.input(name, INT, "characters") for name in ("piece", "units", "inside"))
    channels = g.input("channels", INT, "characters", len(model.sizes.channels))
    start, last = (g.input(name, INT, "spans") for name in ("start", "last"))
    x = characters(g, model, encoder(g, model, pieces), piece, units, inside, channels)
    g.output("vectors", x, "characters", model.sizes.character)
    g.output("scores", spans(g, model, x, start, last), model.spans.types, "spans")
    return g.model()


def spanned(g: Graph, x: str, span: str) -> str:
    """Of each span its first and last character and the mean of all."""
    start, end = (g.op("Gather", span, g.ints(i), axis=1) for i in (0, 1))
    start, end = (g.op("Squeeze", each, g.ints(1)) for each in (start, end))
    run = sums(g, x)
    total = g.op("Sub", g.op("Gather", run, end), g.op("Gather", run, start))
    length = g.op("Unsqueeze", g.op("Cast", g.op("Sub", end, start), to=FLOAT), g.ints(1))
    final = g.op("Sub", end, g.constant(np.array([1], np.int32)))
    return g.op("Concat", g.op("Gather", x, start), g.op("Gather", x, final), g.op("Div", total, length), axis=1)


def mentions(g: Graph, part: PairScorer | States, x: str, span: str) -> str:
    return g.op("Gelu", g.linear(spanned(g, x, span), part.mention))


def sums(g: Graph, x: str) -> str:
    """Running sums, with nothing before the first."""
    return g.op("Pad", g.op("CumSum", x, g.ints(0)), g.ints(1, 0, 0, 0))


def bags(g: Graph, part: PairScorer | Neighbourhood | States, x: str, around: str, ranges: int = 3) -> str:
    run = sums(g, g.op("Relu", g.linear(x, part.bag)))
    found = []
    for i in range(ranges):
        span = g.op("Squeeze", g.op("Gather", around, g.ints(i), axis=1), g.ints(1))
        start, end = (g.op("Squeeze", g.op("Gather", span, g.ints(k), axis=1), g.ints(1)) for k in (0, 1))
        found.append(g.op("Max", g.op("Sub", g.op("Gather", run, end), g.op("Gather", run, start)), g.number(0)))
    return g.op("Log", g.op("Add", g.op("Concat", *found, axis=1), g.number(1)))


def neighbourhood(g: Graph, own: Neighbourhood, x: str, vectors: str) -> str:
    """What is added to the mentions, and two more inputs that tell of their neighbours."""
    known = g.input("mention_known", INT, "mentions", len(own.offsets))
    around = g.input("mention_around", INT, "mentions", 2, 2)
    numbers = g.op("Add", known, g.constant(own.offsets.numpy().astype(np.int32)))
    y = g.op("Add", vectors, g.linear(bags(g, own, x, around, 2), own.around))
    y = g.norm(g.op("Add", y, g.op("ReduceSum", g.rows(own.known, numbers), g.ints(1), keepdims=0)), own.norms[0])
    for convolution, norm in zip(own.convolutions, own.norms[1:], strict=True):
        y = g.norm(g.op("Add", y, g.op("Gelu", g.convolution(y, convolution))), norm)
    return g.linear(y, own.out)


def pair_graph(model: Reader, name: str, own: PairScorer) -> onnx.ModelProto:
    """Vectors of an article's characters, mentions and pairs of them → the scores of each pair."""
    g = Graph(name)
    x = g.input("vectors", FLOAT, "characters", model.sizes.character)
    span = g.input("mentions", INT, "mentions", 2)
    first, second = (g.input(name, INT, "pairs") for name in ("first", "second"))
    known = g.input("known", INT, "pairs", len(own.offsets))
    around = g.input("around", INT, "pairs", 3, 2)
    vectors = mentions(g, own, x, span)
    if own.neighbours is not None:
        vectors = g.op("Add", vectors, neighbourhood(g, own.neighbours, x, vectors))
    left, right = (g.op("Gather", g.linear(vectors, layer), at) for layer, at in ((own.left, first), (own.right, second)))
    y = g.op("Div", g.op("Mul", left, right), g.number(4))
    for layer, at in ((own.source, first), (own.target, second)):
        y = g.op("Add", y, g.op("Gather", g.linear(vectors, layer), at))
    y = g.op("Add", y, g.linear(bags(g, own, x, around), own.around))
    numbers = g.op("Add", known, g.constant(own.offsets.numpy().astype(np.int32)))
    y = g.op("Add", y, g.op("ReduceSum", g.rows(own.known, numbers), g.ints(1), keepdims=0))
    y = g.op("Gelu", g.norm(y, own.norm))
    y = g.op("Add", y, g.op("Gelu", g.linear(y, own.inner)))
    g.output("scores", g.linear(y, own.out), "pairs", own.out.out_features)
    return g.model()


def state_graph(model: Reader) -> onnx.ModelProto:
    """Vectors of an article's characters and mentions of projects → a score for each state at each."""
    g, own = Graph("states"), model.states
    x = g.input("vectors", FLOAT, "characters", model.sizes.character)
    span = g.input("mentions", INT, "mentions", 2)
    around = g.input("around", INT, "mentions", 3, 2)
    y = g.op("Add", mentions(g, own, x, span), g.linear(bags(g, own, x, around), own.around))
    g.output("scores", g.linear(g.op("Gelu", y), own.out), "mentions", own.out.out_features)
    return g.model()
