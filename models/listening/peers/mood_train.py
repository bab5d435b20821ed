"""How fast PyTorch, driven from Python, trains the same mood network on crops of noise.

Asked: {"batch", "frames", "bands", "channels", "moods", "dropout", "learningRate", "weightDecay", "averaging", "steps"}; answers:
{"version", "parameters", "cropsPerSecond", "cropsPerSecondWall"}, seconds of CPU and of the clock. A step is forward,
loss, backward, AdamW and the running average of the weights, as there; the data is made beforehand.

Needs torch of the version whose native library the Java side uses; it is too large to be installed unasked:
.hathor/peers/bin/pip install torch==2.7.1
"""

import copy
import time

import torch
import torch.nn.functional as F
from exchange import answer, progress, question
from torch import nn

WARM_UP = 5
LAYERS = 3
KEYS = 88


def convolution(inputs: int, outputs: int) -> list[nn.Module]:
    return [
        nn.Conv1d(inputs, outputs, 3, padding=1, bias=False),
        nn.BatchNorm1d(outputs),
        nn.ReLU(),
    ]


class MoodNetwork(nn.Module):
    def __init__(self, bands: int, channels: int, moods: int, dropout: float) -> None:
        super().__init__()
        widths = [bands] + LAYERS * [channels]
        self.trunk = nn.Sequential(*(part for i in range(LAYERS) for part in convolution(widths[i], widths[i + 1])))
        self.keys = nn.Conv1d(channels, 3 * KEYS, 1)
        self.dropout = nn.Dropout(dropout)
        self.moods = nn.Linear(3 * channels, 4 + moods)

    def forward(self, crops: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        x = self.trunk(crops.transpose(1, 2))
        mean = x.mean(2)
        deviation = ((x - mean[:, :, None]).square().mean(2) + 1e-4).sqrt()
        pooled = torch.cat([mean, x.amax(2), deviation], 1)
        return self.moods(self.dropout(pooled)), self.keys(x)


def main() -> None:
    torch.set_num_threads(1)
    torch.manual_seed(0)
    asked = question()
    batch, frames, bands = asked["batch"], asked["frames"], asked["bands"]
    network = MoodNetwork(bands, asked["channels"], asked["moods"], asked["dropout"])
    average = copy.deepcopy(network)
    kept = [v for v in average.state_dict().values() if v.dtype.is_floating_point]
    moving = [v for v in network.state_dict().values() if v.dtype.is_floating_point]
    optimizer = torch.optim.AdamW(network.parameters(), lr=asked["learningRate"], weight_decay=asked["weightDecay"])
    crops = 2 * torch.rand(batch, frames, bands) - 1
    quadrants = torch.randint(0, 4, (batch,))
    moods = torch.randint(0, 2, (batch, asked["moods"])).float()
    struck_and_sounding = torch.zeros(batch, 2 * KEYS, frames)
    struck_and_sounding[:, KEYS // 2 :: KEYS] = 1
    velocities = torch.full((batch, KEYS, frames), 0.5)
    cpu = wall = 0.0
    for step in range(-WARM_UP, asked["steps"]):
        if step == 0:
            cpu, wall = time.process_time(), time.perf_counter()
        # As there, the batch is handed over from ordinary memory at each step.
        logits, heard = network(crops.clone())
        wanted = struck_and_sounding.clone()
        loss = F.cross_entropy(logits[:, :4], quadrants, label_smoothing=0.1)
        loss = loss + 0.5 * F.binary_cross_entropy_with_logits(logits[:, 4:], moods)
        chances = F.binary_cross_entropy_with_logits(heard[:, : 2 * KEYS], wanted, reduction="sum")
        errors = ((heard[:, 2 * KEYS :] - velocities.clone()).square() * wanted[:, :KEYS]).sum()
        loss = loss + (chances + 10 * errors) / (batch * frames)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        with torch.no_grad():
            torch._foreach_mul_(kept, asked["averaging"])
            torch._foreach_add_(kept, moving, alpha=1 - asked["averaging"])
        progress(max(0, step + 1), asked["steps"])
    learnt = asked["steps"] * batch
    answer(
        {
            "version": torch.__version__,
            "parameters": sum(p.numel() for p in network.parameters()),
            "cropsPerSecond": learnt / (time.process_time() - cpu),
            "cropsPerSecondWall": learnt / (time.perf_counter() - wall),
        }
    )


if __name__ == "__main__":
    main()
