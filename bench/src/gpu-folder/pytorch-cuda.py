"""PyTorch's kernels on CUDA: pytorch-cuda.py FOLDER WORKLOAD…, data sets as NumPy files in FOLDER/WORKLOAD; prints JSON."""

import json
import sys
import time
from pathlib import Path

CALLS = 50


def median_ms(torch, run):
    for _ in range(5):
        run()
    taken = []
    for _ in range(CALLS):
        torch.cuda.synchronize()
        start = time.perf_counter()
        run()
        torch.cuda.synchronize()
        taken.append((time.perf_counter() - start) * 1e3)
    return sorted(taken)[CALLS // 2]


def measure(torch, numpy, folder):
    image, theta, dy = (torch.from_numpy(numpy.load(folder / f"{name}.npy")).cuda() for name in ("image", "theta", "dy"))
    crops, *size, channels = dy.shape
    # Several crops of one image are one tall crop of it.
    tall = len(image) == 1 and crops > 1
    stack = lambda t: t.reshape(1, -1, *t.shape[2:]) if tall else t
    image, dy = (t.movedim(-1, 1).contiguous() for t in (image, stack(dy)))
    grid_size = [crops, channels, *size]
    backward = torch.ops.aten.grid_sampler_2d_backward if len(size) == 2 else torch.ops.aten.grid_sampler_3d_backward

    def forward():
        grid = torch.affine_grid_generator(theta, grid_size, False)
        torch.grid_sampler(image, stack(grid), 0, 0, False)

    def gradients():
        grid = torch.affine_grid_generator(theta, grid_size, False)
        _, dgrid = backward(dy, image, stack(grid), 0, 0, False, [True, True])
        torch.ops.aten.affine_grid_generator_backward(dgrid.reshape(grid.shape), grid_size, False)

    return {"forward": median_ms(torch, forward), "gradients": median_ms(torch, gradients)}


def main():
    try:
        import numpy
        import torch
    except ImportError as error:
        return {"absent": str(error)}
    if not torch.cuda.is_available():
        return {"absent": "PyTorch has no CUDA here"}
    folder, *names = sys.argv[1:]
    with torch.inference_mode():
        ms = {name: measure(torch, numpy, Path(folder) / name) for name in names}
    return {"device": torch.cuda.get_device_name(), "torch": torch.__version__, "ms": ms}


print(json.dumps(main()))
