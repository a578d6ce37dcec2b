"""Puts the texts of news back to their annotations, which hold names and places of quotes but no text.

usage: python -m yuantu_train.news ANNOTATIONS.jsonl NEWS OUT [FIGURES.jsonl]

NEWS is a folder with the files `documents_…` of CRUD_RAG (Apache-2.0, https://github.com/IAAR-Shanghai/CRUD_RAG,
`data/80000_docs`), an article a line. OUT gets `text/NAME.txt` and `gold/NAME.json`, as `yuantu examples` reads them, and `indicators/NAME.json` where
FIGURES knows the article; OUT/figures the same of articles in which nothing but figures is annotated, with the names of whom they are of.
"""

import json
import sys
from functools import cache
from pathlib import Path


@cache
def lines_of(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").split("\n")


def text_of(news: Path, file: str, line: int) -> str:
    """The text of an article: what stands behind the mark of its head, where there is one."""
    head, mark, text = lines_of(news / file)[line - 1].partition("正文：")
    return text if mark else head


def put(out: Path, kind: str, row: dict) -> None:
    (out / kind).mkdir(parents=True, exist_ok=True)
    (out / kind / f"{row['doc']}.json").write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")


def put_text(out: Path, doc: str, text: str) -> None:
    (out / "text").mkdir(parents=True, exist_ok=True)
    (out / "text" / f"{doc}.txt").write_text(text + "\n", encoding="utf-8")


def quoted(rows: list[dict], text: str) -> list[dict]:
    """Statements with their words in place of where these stand."""
    return [{**{key: value for key, value in row.items() if key != "said"}, "quote": text[slice(*row["said"])]} for row in rows]


def main() -> None:
    annotations, news, out, *figures = map(Path, sys.argv[1:5])
    told = {row["doc"]: row for file in figures for row in map(json.loads, file.read_text(encoding="utf-8").splitlines())}
    for row in map(json.loads, annotations.read_text(encoding="utf-8").splitlines()):
        doc, text = row["doc"], text_of(news, row["file"], row["line"])
        put_text(out, doc, text)
        put(out, "gold", {"doc": doc, "entities": row["entities"], "relations": quoted(row["relations"], text)})
        if (own := told.pop(doc, None)) is not None:
            put(out, "indicators", {"doc": doc, "indicators": quoted(own["indicators"], text)})
    for doc, row in told.items():
        text = text_of(news, row["file"], row["line"])
        owners = [{"id": f"e{i + 1}", "name": name, "aliases": aliases} for i, (name, *aliases) in enumerate(row["owners"])]
        put_text(out / "figures", doc, text)
        put(out / "figures", "gold", {"doc": doc, "entities": owners, "relations": []})
        put(out / "figures", "indicators", {"doc": doc, "indicators": quoted(row["indicators"], text)})


if __name__ == "__main__":
    main()
