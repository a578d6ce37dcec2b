"""Puts the texts of news back to their annotations, which hold names and places of quotes but no text.

usage: python -m yuantu_train.news ANNOTATIONS.jsonl NEWS OUT [FIGURES.jsonl]

NEWS is a folder with the files `documents_…` of CRUD_RAG (Apache-2.0, https://github.com/IAAR-Shanghai/CRUD_RAG,
`data/80000_docs`), an article a line. OUT gets `text/NAME.txt` and `gold/NAME.json`, as `yuantu examples` reads them, and `indicators/NAME.json` where
FIGURES knows the article.
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


def main() -> None:
    annotations, news, out, *figures = map(Path, sys.argv[1:5])
    told = {row["doc"]: row for file in figures for row in map(json.loads, file.read_text(encoding="utf-8").splitlines())}
    for folder in ("text", "gold", "indicators"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    for row in map(json.loads, annotations.read_text(encoding="utf-8").splitlines()):
        text = text_of(news, row["file"], row["line"])
        for relation in row["relations"]:
            start, end = relation.pop("said")
            relation["quote"] = text[start:end]
        gold = {key: row[key] for key in ("doc", "entities", "relations")}
        if (own := told.get(row["doc"])) is not None:
            for figure in own["indicators"]:
                start, end = figure.pop("said")
                figure["quote"] = text[start:end]
            (out / "indicators" / f"{row['doc']}.json").write_text(json.dumps(own, ensure_ascii=False), encoding="utf-8")
        (out / "text" / f"{row['doc']}.txt").write_text(text + "\n", encoding="utf-8")
        (out / "gold" / f"{row['doc']}.json").write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
