"""librosa's spectral features of some signals, as numbers to compare with and as a time to beat.

Asked: {"sampleRate", "signals": [{"samples", "folder"}], "seconds"}; answers: {"version"} and, for each signal, one
float32 file a feature in its folder, frames first. The numbers are computed in float64, so that what differs is not
librosa's own rounding. With "timed": [samples, ...] answers "rounds": for each round the seconds of CPU that melspectrogram,
mfcc, chroma_stft and onset_strength take, called one after the other as anybody would call them, in float32.
"""

import time
import warnings
from pathlib import Path

import librosa
import numpy as np
from exchange import answer, floats, progress, question, write_floats

FEATURES = {
    "mel": lambda y, sr: librosa.feature.melspectrogram(y=y, sr=sr),
    "mfcc": lambda y, sr: librosa.feature.mfcc(y=y, sr=sr),
    "mfcc_delta": lambda y, sr: librosa.feature.delta(librosa.feature.mfcc(y=y, sr=sr)),
    "mfcc_delta2": lambda y, sr: librosa.feature.delta(librosa.feature.mfcc(y=y, sr=sr), order=2),
    "chroma": lambda y, sr: librosa.feature.chroma_stft(y=y, sr=sr),
    "tuning": lambda y, sr: np.array([librosa.estimate_tuning(S=np.abs(librosa.stft(y)) ** 2, sr=sr)]),
    "centroid": lambda y, sr: librosa.feature.spectral_centroid(y=y, sr=sr),
    "bandwidth": lambda y, sr: librosa.feature.spectral_bandwidth(y=y, sr=sr),
    "rolloff": lambda y, sr: librosa.feature.spectral_rolloff(y=y, sr=sr),
    "flatness": lambda y, sr: librosa.feature.spectral_flatness(y=y),
    "contrast": lambda y, sr: librosa.feature.spectral_contrast(y=y, sr=sr),
    "zero_crossing_rate": lambda y, sr: librosa.feature.zero_crossing_rate(y),
    "rms": lambda y, sr: librosa.feature.rms(y=y, dtype=np.float64),
    "onset_strength": lambda y, sr: librosa.onset.onset_strength(y=y, sr=sr),
}
TIMED = ("mel", "mfcc", "chroma", "onset_strength")


def describe(signal: dict, sample_rate: int) -> None:
    samples = floats(signal["samples"]).astype(np.float64)
    folder = Path(signal["folder"])
    folder.mkdir(parents=True, exist_ok=True)
    for name, feature in FEATURES.items():
        found = feature(samples, sample_rate)
        write_floats(str(folder / f"{name}.f32"), found.T)


def seconds(signals: list[np.ndarray], sample_rate: int) -> float:
    started = time.process_time()
    for samples in signals:
        for name in TIMED:
            FEATURES[name](samples, sample_rate)
    return time.process_time() - started


def main() -> None:
    warnings.simplefilter("ignore")
    asked = question()
    sample_rate = asked["sampleRate"]
    signals = asked.get("signals", [])
    for done, signal in enumerate(signals):
        describe(signal, sample_rate)
        progress(done + 1, len(signals))
    found = {"version": librosa.__version__}
    if asked.get("timed"):
        timed = [floats(path) for path in asked["timed"]]
        seconds(timed[:1], sample_rate)
        found["seconds"] = min(seconds(timed, sample_rate) for _ in range(asked["rounds"]))
    answer(found)


if __name__ == "__main__":
    main()
