"""Writes torch-double-backward.json: the second derivatives of grid_sample by the grid, as PyTorch answers them.

Run with a Python that has torch 2.13: python torch_double_backward.py
"""

import itertools
import json
import pathlib

import torch
import torch.nn.functional as F

torch.manual_seed(1)


def case(mode, padding_mode, align_corners):
    image = torch.randn(1, 2, 3, 4, dtype=torch.float32, requires_grad=True)
    grid = (torch.rand(1, 2, 3, 2) * 2.8 - 1.4).requires_grad_()
    dy = torch.randn(1, 2, 2, 3, requires_grad=True)
    tangent = torch.randn(1, 2, 3, 2)
    inputs = [x.detach().double().requires_grad_() for x in (dy, image, grid)]
    ddy, dimage, dgrid = inputs
    out = F.grid_sample(dimage, dgrid, mode=mode, padding_mode=padding_mode, align_corners=align_corners)
    (slopes,) = torch.autograd.grad(out, dgrid, ddy, create_graph=True)
    gradients = torch.autograd.grad(slopes, inputs, tangent.double(), allow_unused=True)
    flat = lambda x: [float(v) for v in x.detach().flatten()]
    zeros = [torch.zeros_like(x) if g is None else g for g, x in zip(gradients, inputs)]
    return {
        "mode": mode,
        "paddingMode": padding_mode,
        "alignCorners": align_corners,
        **{name: flat(x) for name, x in zip(("dy", "image", "grid", "tangent"), (dy, image, grid, tangent))},
        **{name: [round(v, 9) for v in flat(x)] for name, x in zip(("byDy", "byImage", "byGrid"), zeros)},
    }


cells = itertools.product(("bilinear", "bicubic"), ("zeros", "border", "reflection"), (False, True))
out = [case(*cell) for cell in cells]
path = pathlib.Path(__file__).with_name("torch-double-backward.json")
path.write_text("[\n" + ",\n".join(json.dumps(c) for c in out) + "\n]\n")
