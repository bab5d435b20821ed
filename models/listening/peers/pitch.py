"""librosa's pyin with its defaults, and mir_eval's raw pitch accuracy of both estimates."""

import time
from typing import Any

import librosa
import mir_eval
import numpy as np
from exchange import answer, floats, progress, question, write_floats


def raw_pitch_accuracy(track: dict[str, Any], times: np.ndarray, frequencies: np.ndarray) -> float:
    """Frames without voicing keep their guess: the measure asks for pitch alone."""
    scores = mir_eval.melody.evaluate(
        floats(track["times"]).astype(float), floats(track["reference"]).astype(float), times, frequencies
    )
    return float(scores["Raw Pitch Accuracy"])


asked = question()
rate = asked["sample_rate"]
librosa.pyin(np.zeros(rate, dtype=np.float32), fmin=asked["fmin"], fmax=asked["fmax"], sr=rate)  # compiles
spent = seconds = 0.0
tracks = []
for done, track in enumerate(asked["tracks"]):
    samples = floats(track["samples"])
    start = time.process_time()
    f0, _, _ = librosa.pyin(samples, fmin=asked["fmin"], fmax=asked["fmax"], sr=rate, fill_na=None)
    spent += time.process_time() - start
    seconds += len(samples) / rate
    write_floats(track["found"], f0)
    ours = floats(track["ours"]).astype(float)
    tracks.append(
        {
            "ours": raw_pitch_accuracy(track, np.arange(len(ours)) * track["ours_hop"], ours),
            "theirs": raw_pitch_accuracy(track, librosa.times_like(f0, sr=rate), f0),
        }
    )
    progress(done + 1, len(asked["tracks"]))
answer({"version": f"librosa {librosa.__version__} pyin", "speed": seconds / spent, "tracks": tracks})
