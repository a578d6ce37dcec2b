"""The client: one class, whose methods give pandas frames."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pandas as pd

Record = Mapping[str, Any]

#: Extensions of files that say another format than their own name.
_FORMATS = {"json": "node-link", "zip": "csv"}
#: What a table of entities leaves out: places in the picture, and lists that `evidence` and `articles` tell better.
_DRAWN = ("x", "y", "label", "labels")
_PARALLEL = ("articles", "spans", "quotes", "rules")


class Problem(Exception):
    """What went wrong, as the server tells it: ``code`` is stable, ``status`` that of HTTP (0: no answer)."""

    def __init__(self, code: str, detail: str, status: int) -> None:
        super().__init__(f"{detail} ({code})")
        self.code = code
        self.detail = detail
        self.status = status


class Yuantu:
    """A running Yuantu server.

    ``token`` is the secret of a role, for servers that others reach; default: the variable ``YUANTU_TOKEN``.
    The whole graph is fetched once for all frames, and again only after it changed.
    """

    def __init__(
        self, address: str = "http://127.0.0.1:7676", *, token: str | None = None, timeout: float = 60.0
    ) -> None:
        self._api = f"{address.rstrip('/')}/api/v1"
        self._token = token or os.environ.get("YUANTU_TOKEN")
        self._timeout = timeout
        self._tag = ""
        self._graph: dict[str, list[dict[str, Any]]] = {"nodes": [], "edges": []}

    def query(self, statement: str, /, *, limit: int = 1000, **parameters: Any) -> pd.DataFrame:
        """The rows of a statement in Cypher, a column for each thing it returns.

        Nodes and relationships are dictionaries. A warning tells when there are more rows than ``limit`` (1000 at most).
        """
        body = {"statement": statement, "parameters": parameters, "limit": limit}
        answer = self._json("POST", "/query", body)
        if answer["truncated"]:
            warnings.warn(f"only the first {len(answer['rows'])} rows are here", stacklevel=2)
        return pd.DataFrame(answer["rows"], columns=answer["columns"])

    def entities(self, type: str | None = None) -> pd.DataFrame:
        """All entities, or those of a type such as ``Company``: a row each, by ``id``."""
        rows = [node for node in self._nodes("Entity") if type is None or type in node["labels"]]
        return _frame(rows, leaving_out=_DRAWN, first=("type", "name", "aliases"))

    def relations(self, type: str | None = None) -> pd.DataFrame:
        """All relations between entities, or those of a type such as ``INVESTS_IN``: a row each, with the names of both ends."""
        rows = self._relations(type)
        return _frame(rows, leaving_out=_PARALLEL, first=("from_name", "type", "to_name"))

    def evidence(self, type: str | None = None) -> pd.DataFrame:
        """A row for each sentence that says a relation: article, ``start`` and ``end`` in its text, quote and rule."""
        rows = []
        for relation in self._relations(type):
            if relation.get("origin") == "seed":
                continue
            named = {name: relation[name] for name in ("from_name", "type", "to_name")}
            lists = [relation.get(name, []) for name in _PARALLEL]
            for article, span, quote, rule in zip(*lists, strict=True):
                start, end = map(int, span.split("-"))
                told = {"article": article, "start": start, "end": end, "quote": quote, "rule": rule}
                rows.append({"relation": relation["id"], **named, **told})
        return pd.DataFrame(rows)

    def facts(self, name: str | None = None) -> pd.DataFrame:
        """What articles state of entities, or the facts of a name such as ``investment``: a row each, with the entity."""
        nodes = {node["id"]: node for node in self._nodes("Entity", "Fact")}
        rows = []
        for edge in self._graph["edges"]:
            if edge["type"] != "HAS_FACT":
                continue
            entity, fact = nodes[edge["source"]], nodes[edge["target"]]
            if name is None or fact["name"] == name:
                rows.append({**fact, "entity": entity["id"], "entity_name": entity["name"]})
        return _frame(rows, leaving_out=_DRAWN, first=("entity_name", "name", "value"))

    def articles(self) -> pd.DataFrame:
        """All articles with their texts: a row each, by ``id``."""
        return _frame(self._nodes("Article"), leaving_out=_DRAWN, first=("title", "outlet", "published"))

    def search(self, text: str, *, limit: int = 12) -> pd.DataFrame:
        """What names, other names, pinyin and titles match, the best first."""
        answer = self._json("GET", f"/search?{urlencode({'q': text, 'limit': limit})}")
        return pd.DataFrame(answer["hits"])

    def export(self, file: str | os.PathLike[str], *, format: str | None = None) -> Path:
        """Writes the graph to a file, in the format that its extension names; the file is there as a whole or not at all."""
        path = Path(file)
        ending = path.suffix.lstrip(".").lower()
        query = urlencode({"format": format or _FORMATS.get(ending, ending)})
        with self._open("GET", f"/export?{query}") as answer:
            with tempfile.NamedTemporaryFile(dir=path.resolve().parent, delete=False) as part:
                shutil.copyfileobj(answer, part)
        os.replace(part.name, path)
        return path

    def _relations(self, type: str | None) -> list[dict[str, Any]]:
        names = {node["id"]: node["name"] for node in self._nodes("Entity")}
        rows = []
        for edge in self._graph["edges"]:
            start, end = edge["source"], edge["target"]
            if start in names and end in names and (type is None or edge["type"] == type):
                told = {name: value for name, value in edge.items() if name not in ("source", "target", "key")}
                rows.append({"id": edge["key"], **told, "from": start, "to": end, "from_name": names[start], "to_name": names[end]})
        return rows

    def _nodes(self, *labels: str) -> list[dict[str, Any]]:
        self._follow()
        return [node for node in self._graph["nodes"] if not set(labels).isdisjoint(node["labels"])]

    def _follow(self) -> None:
        """Fetches the graph unless the one that is here is still that of the server."""
        try:
            with self._open("GET", "/export?format=node-link&all=true", {"If-None-Match": self._tag}) as answer:
                graph = json.load(answer)
                self._tag = answer.headers.get("ETag", "")
                self._graph = graph
        except HTTPError as error:
            if error.code != 304:
                raise

    def _json(self, method: str, path: str, body: object = None) -> Any:
        with self._open(method, path, body=body) as answer:
            return json.load(answer)

    def _open(self, method: str, path: str, headers: Record | None = None, body: object = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = Request(f"{self._api}{path}", data=data, method=method)
        for name, value in (headers or {}).items():
            request.add_header(name, value)
        if body is not None:
            request.add_header("Content-Type", "application/json")
        if self._token:
            request.add_header("Authorization", f"Bearer {self._token}")
        try:
            return urlopen(request, timeout=self._timeout)
        except HTTPError as error:
            if error.code == 304:
                raise
            raise _problem(error, error.code) from error
        except URLError as error:
            message = f"{self._api} does not answer: {error.reason}; is `npx yuantu serve` running there?"
            raise Problem("UNREACHABLE", message, 0) from error


def _problem(answer: IO[bytes], status: int) -> Problem:
    try:
        told = json.load(answer)
        return Problem(told["code"], told["detail"], status)
    except (ValueError, KeyError, TypeError):
        return Problem("UNKNOWN", f"the server answers with {status}", status)


def _frame(rows: Iterable[Record], *, leaving_out: Sequence[str], first: Sequence[str]) -> pd.DataFrame:
    """A row for each record, by ``id``; these columns first, the others as they come."""
    kept = [{name: value for name, value in row.items() if name not in leaving_out} for row in rows]
    frame = pd.DataFrame(kept, columns=None if kept else ["id", *first]).set_index("id")
    ahead = [name for name in first if name in frame.columns]
    return frame[ahead + [name for name in frame.columns if name not in ahead]]
