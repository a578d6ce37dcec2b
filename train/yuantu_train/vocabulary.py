"""Chooses the pieces of the base vocabulary that Chinese news uses, and writes them with their scores.

usage: python -m yuantu_train.vocabulary BASE.bin TOKENIZER.json TEXT.jsonl OUT.tsv

TEXT.jsonl holds one {"text"} a line. OUT.tsv holds `piece, score, number in the base vocabulary` a line, the special pieces
first; the number of a line (from 0) is the piece's number in the model.
"""

import json
import sys
import unicodedata
from collections import Counter
from pathlib import Path

from tokenizers import Tokenizer

from .base import read_base

# A piece that stands less often in the texts is written with smaller ones.
LEAST = 4


def is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def is_kept_alone(piece: str) -> bool:
    """Any Han character and any printable one of ASCII can be written, however rare it is."""
    bare = piece.removeprefix("\u2581")
    return piece == "\u2581" or (len(bare) == 1 and (is_han(bare) or "!" <= bare <= "~") and piece == bare)


def count(tokenizer: Tokenizer, texts: Path) -> Counter:
    counted = Counter()
    with texts.open(encoding="utf-8") as lines:
        batch = [unicodedata.normalize("NFKC", json.loads(line)["text"]) for line in lines]
    for at in range(0, len(batch), 500):
        for encoded in tokenizer.encode_batch(batch[at : at + 500], add_special_tokens=False):
            counted.update(encoded.ids)
    return counted


def main() -> None:
    base_file, tokenizer_file, texts, out = map(Path, sys.argv[1:5])
    base = read_base(base_file)
    tokenizer = Tokenizer.from_file(str(tokenizer_file))
    counted = count(tokenizer, texts)
    special = sorted(base.special.values())
    kept = [i for i, piece in enumerate(base.pieces) if i not in special and (counted[i] >= LEAST or is_kept_alone(piece))]
    rows = [f"{base.pieces[i]}\t{base.scores[i]:.5f}\t{i}\n" for i in special + kept]
    out.write_text("".join(rows), encoding="utf-8")
    print(f"{len(rows)} pieces of {len(base.pieces)}; {sum(counted[i] for i in kept) / sum(counted.values()):.5f} of the text in them")


if __name__ == "__main__":
    main()
