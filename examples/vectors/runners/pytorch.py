"""PyTorch's affine_grid and grid_sample in float32, on the CPU, with their gradients."""

import torch
import torch.nn.functional as F
from runner import Unsupported, array, serve


def sample(image, grid, options):
    if options["padding_mode"] == "wrap":
        raise Unsupported("PyTorch has no padding that repeats the image")
    mode = options["mode"]
    return F.grid_sample(image, grid, mode, options["padding_mode"], options["align_corners"])


def grid_of(theta, vector):
    options = vector["options"]
    size = [theta.shape[0], 1, *options["size"]]
    return F.affine_grid(theta, size, options["align_corners"])


def theta_of(boxes):
    near, far = boxes.chunk(2, 1)
    return torch.cat([torch.diag_embed((far - near) / 2), ((far + near) / 2)[..., None]], 2)


CALLS = {
    "affine_grid": ("theta", lambda inputs, vector: grid_of(inputs["theta"], vector)),
    "grid_sample": ("grid", lambda inputs, vector: sample(inputs["image"], inputs["grid"], vector["options"])),
    "affine_sample": (
        "theta",
        lambda inputs, vector: sample(inputs["image"], grid_of(inputs["theta"], vector), vector["options"]),
    ),
    "crop": (
        "boxes",
        lambda inputs, vector: sample(inputs["image"], grid_of(theta_of(inputs["boxes"]), vector), vector["options"]),
    ),
}


def answer(function, vector):
    if function not in CALLS:
        raise Unsupported(f"PyTorch has no {function}")
    coordinates, call = CALLS[function]
    inputs = {name: torch.tensor(array(values), requires_grad=True) for name, values in vector["inputs"].items()}
    output = call(inputs, vector)
    output.backward(torch.tensor(array(vector["dy"])))
    gradients = {f"d_{name}": inputs[name].grad for name in ("image", coordinates) if name in inputs}
    return {"output": output.detach(), **gradients}


serve({"name": "PyTorch", "version": torch.__version__}, answer)
