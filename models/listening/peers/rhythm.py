"""librosa's tempo, beats and onsets, and mir_eval's opinion of our own."""

import time

import librosa
import mir_eval
import numpy as np

from exchange import answer, floats, progress, question


def scores(track: dict) -> dict[str, float]:
    """mir_eval's F-measures of the estimates that came with the question."""
    reference = {what: np.array(track["truth"][what]) for what in ("onsets", "beats")}
    estimated = {what: np.array(track["ours"][what]) for what in ("onsets", "beats")}
    trimmed = [mir_eval.beat.trim_beats(beats) for beats in (reference["beats"], estimated["beats"])]
    return {
        "onsets": mir_eval.onset.f_measure(reference["onsets"], estimated["onsets"])[0],
        "beats": mir_eval.beat.f_measure(*trimmed),
    }


def main() -> None:
    asked = question()
    tracks = []
    for done, track in enumerate(asked["tracks"]):
        samples = floats(track["samples"])
        rate = track["sampleRate"]
        started = time.thread_time()
        tempo, beats = librosa.beat.beat_track(y=samples, sr=rate, units="time")
        onsets = librosa.onset.onset_detect(y=samples, sr=rate, units="time")
        tracks.append(
            {
                "tempo": float(np.atleast_1d(tempo)[0]),
                "beats": [float(beat) for beat in beats],
                "onsets": [float(onset) for onset in onsets],
                "seconds": time.thread_time() - started,
                "mirEval": scores(track),
            }
        )
        progress(done + 1, len(asked["tracks"]))
    answer({"version": librosa.__version__, "tracks": tracks})


main()
