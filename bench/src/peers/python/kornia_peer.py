"""Kornia's crop_and_resize: whole operations on boxes of images."""

import kornia
import torch
from kornia.geometry.transform import crop_and_resize

from row import Row

VERSIONS = {"kornia": kornia.__version__}
ROWS = [f"{layer}/{mode}" for layer in ("operation", "kernel") for mode in ("forward", "forward+box", "forward+both", "gridSample")]


def set_threads(threads):
    torch.set_num_threads(threads)


def to_points(boxes, image_size, size):
    """Boxes as the four outermost samples [N,4,2], in pixels, clockwise: with aligned corners the samples are then ours."""
    lengths = torch.tensor([image_size[1], image_size[0]], dtype=torch.float32)
    margins = (boxes[:, 2:] - boxes[:, :2]) / 2 / torch.tensor([size[1], size[0]])
    near = ((boxes[:, :2] + margins + 1) * lengths - 1) / 2
    far = ((boxes[:, 2:] - margins + 1) * lengths - 1) / 2
    x, y = torch.stack([near[:, 0], far[:, 0]], 1), torch.stack([near[:, 1], far[:, 1]], 1)
    return torch.stack([x[:, [0, 1, 1, 0]], y[:, [0, 0, 1, 1]]], dim=2)


def open_rows(data):
    if len(data.workload["imageSize"]) != 2 or "degrees" in data.workload:
        return dict.fromkeys(ROWS, "crop_and_resize takes boxes of images alone")
    rows = dict.fromkeys(ROWS, "crop_and_resize takes no theta and no grid")
    image_size, size = data.image.shape[1:3], data.dy.shape[1:3]
    image, dy = (torch.from_numpy(array).movedim(-1, 1).contiguous() for array in (data.image, data.dy))
    boxes = torch.from_numpy(data.boxes)

    def run(with_image, with_boxes):
        i = image.detach().requires_grad_(with_image)
        b = boxes.detach().requires_grad_(with_boxes)
        images = i.expand(len(boxes), -1, -1, -1)
        crops = crop_and_resize(images, to_points(b, image_size, size), size, align_corners=True)
        if with_boxes:
            crops.backward(dy)
        grads = [t.grad for t in ((i, b) if with_image else (b,))] if with_boxes else []
        return [part.detach().numpy() for part in (crops, *grads)]

    def read(*names):
        return lambda arrays: {n: a if n == "dboxes" else a.transpose(0, 2, 3, 1) for n, a in zip(names, arrays)}

    rows["operation/forward"] = Row(lambda: run(False, False), read("crops"))
    rows["operation/forward+box"] = Row(lambda: run(False, True), read("crops", "dboxes"))
    rows["operation/forward+both"] = Row(lambda: run(True, True), read("crops", "dimage", "dboxes"))
    return rows
