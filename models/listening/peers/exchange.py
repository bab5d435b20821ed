"""How a peer script and the benchmark talk: a JSON file in, a JSON file out, arrays as raw float32 files.

A script's shape:

    from exchange import answer, floats, progress, question

    asked = question()
    for done, track in enumerate(asked["tracks"]):
        samples = floats(track["samples"])
        ...
        progress(done + 1, len(asked["tracks"]))
    answer({"version": librosa.__version__, ...})
"""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np


def question() -> dict[str, Any]:
    """What the benchmark asks: the JSON file named by the first argument."""
    return json.loads(Path(sys.argv[1]).read_text())


def answer(found: dict[str, Any]) -> None:
    """Writes the answer to the JSON file named by the second argument."""
    Path(sys.argv[2]).write_text(json.dumps(found))


def floats(path: str) -> np.ndarray:
    """An array the benchmark wrote."""
    return np.fromfile(path, dtype="<f4")


def write_floats(path: str, values: np.ndarray) -> None:
    """An array for the benchmark, row after row."""
    np.ascontiguousarray(values, dtype="<f4").tofile(path)


def progress(done: int, total: int) -> None:
    """Moves the benchmark's bar."""
    print(f"progress {done} {total}", flush=True)
