"""A crop at boxes written by hand in PyTorch, rows first and columns second, under torch.compile."""

import torch

from pytorch import to_theta
from row import Row

VERSIONS = {"torch": torch.__version__.split("+")[0]}
ROWS = [f"{layer}/{mode}" for layer in ("operation", "kernel") for mode in ("forward", "forward+box", "forward+both", "gridSample")]


def set_threads(threads):
    torch.set_num_threads(threads)


def taps(scale, shift, length, samples):
    """Of an axis of all boxes: the two pixels of each sample, and their weights, 0 outside the image; all [N,samples]."""
    base = (2 * torch.arange(samples, dtype=torch.float32) + 1) / samples - 1
    position = ((scale[:, None] * base + shift[:, None] + 1) * length - 1) / 2
    first = position.detach().floor()
    weight = position - first
    pixels = torch.stack([first, first + 1]).long()
    inside = (pixels >= 0) & (pixels < length)
    return pixels.clamp(0, length - 1), torch.stack([1 - weight, weight]) * inside


def crop(image, theta, height, width):
    """Images [N,C,H,W], or [1,C,H,W] for all boxes, at theta [N,2,3] without turns: [N,C,height,width]."""
    rows, row_weights = taps(theta[:, 1, 1], theta[:, 1, 2], image.shape[2], height)
    columns, column_weights = taps(theta[:, 0, 0], theta[:, 0, 2], image.shape[3], width)
    which = torch.zeros(len(theta), dtype=torch.long) if len(image) == 1 else torch.arange(len(theta))
    which = which[:, None, None]
    crops = 0
    for r in range(2):
        for c in range(2):
            # [N,height,width,C]: indices around a slice go first.
            pixels = image[which, :, rows[r][:, :, None], columns[c][:, None, :]]
            weights = row_weights[r][:, :, None] * column_weights[c][:, None, :]
            crops = crops + pixels * weights[..., None]
    return crops


def open_rows(data):
    if len(data.workload["imageSize"]) != 2 or "degrees" in data.workload:
        return dict.fromkeys(ROWS, "written for boxes of images alone")
    rows = dict.fromkeys(ROWS, "a separable crop takes no grid")
    height, width = data.dy.shape[1:3]
    image = torch.from_numpy(data.image).movedim(-1, 1).contiguous(memory_format=torch.channels_last)
    boxes, theta, dy = (torch.from_numpy(array) for array in (data.boxes, data.theta, data.dy))

    at_theta = torch.compile(lambda i, t: crop(i, t, height, width), dynamic=False)
    at_boxes = torch.compile(lambda i, b: crop(i, to_theta(b), height, width), dynamic=False)

    def run(compiled, at, with_image, with_at):
        i = image.detach().requires_grad_(with_image)
        a = at.detach().requires_grad_(with_at)
        crops = compiled(i, a)
        if with_at:
            crops.backward(dy)
        grads = [t.grad for t in ((i, a) if with_image else (a,))] if with_at else []
        return [part.detach().numpy() for part in (crops, *grads)]

    def read(*names):
        def outputs(arrays):
            return {n: a.transpose(0, 2, 3, 1) if n == "dimage" else a for n, a in zip(names, arrays)}

        return outputs

    rows["kernel/forward"] = Row(lambda: run(at_theta, theta, False, False), read("crops"))
    for mode, names in (("forward", ["crops"]), ("forward+box", ["crops", "dboxes"]), ("forward+both", ["crops", "dimage", "dboxes"])):
        wants = (at_boxes, boxes, "dimage" in names, "dboxes" in names)
        rows[f"operation/{mode}"] = Row(lambda wants=wants: run(*wants), read(*names))
    for mode in ("forward+box", "forward+both"):
        rows[f"kernel/{mode}"] = "it does not read the turns of theta, so that it has no gradient by them"
    return rows
