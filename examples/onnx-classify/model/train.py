"""Trains the net of this example and writes all that stands beside this file but the README: the model, a photo, and what Pillow
and ONNX Runtime make of it. python model/train.py, with torch 2.13, pillow 12.3, onnx 1.23, onnxruntime 1.30 and numpy."""

import base64
import json
import pathlib

import numpy as np
import onnx
import onnxruntime
import torch
from PIL import Image, ImageDraw
from onnx import TensorProto, helper, numpy_helper

HERE = pathlib.Path(__file__).parent
CLASSES = ["disc", "square", "star", "triangle"]
SIDE = 32
MEAN, STD = [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]
random = np.random.default_rng(3)
torch.manual_seed(3)
torch.set_num_threads(1)


def corners(name, cx, cy, radius, turn):
    count = {"square": 4, "star": 10, "triangle": 3}[name]
    radii = [radius * (0.45 if name == "star" and k % 2 else 1) for k in range(count)]
    angles = [turn + 2 * np.pi * k / count for k in range(count)]
    return [(cx + r * np.cos(a), cy + r * np.sin(a)) for r, a in zip(radii, angles)]


def draw(photo, name, cx, cy, radius):
    """Draws one shape of a colour of its own, and gives its box, as a detector would: off by up to a tenth."""
    pen = ImageDraw.Draw(photo)
    colour = tuple(int(v) for v in random.integers(0, 256, 3))
    turn = random.uniform(0, 2 * np.pi)
    if name == "disc":
        pen.ellipse([cx - radius, cy - radius, cx + radius, cy + radius], fill=colour)
    else:
        pen.polygon(corners(name, cx, cy, radius, turn), fill=colour)
    off = random.uniform(-0.1, 0.1, 4) * radius
    return [cx - radius + off[0], cy - radius + off[1], cx + radius + off[2], cy + radius + off[3]]


def background(width, height):
    """Two colours that go over into each other, and the noise of a camera."""
    y, x = np.mgrid[0:height, 0:width]
    part = ((x / width + y / height) / 2)[..., None]
    a, b = random.uniform(60, 200, (2, 3))
    return Image.fromarray(np.clip(a + (b - a) * part + random.normal(0, 8, (height, width, 3)), 0, 255).astype(np.uint8))


def seen(photo, box):
    """A crop as the net gets it, as bytes [C,h,w]."""
    return np.asarray(photo.resize((SIDE, SIDE), Image.BILINEAR, box=box)).transpose(2, 0, 1)


def normalised(crops):
    mean, std = (np.float32(v).reshape(3, 1, 1) for v in (MEAN, STD))
    return ((crops.astype(np.float32) / 255 - mean) / std).astype(np.float32)


def sample(count):
    crops, labels = [], random.integers(0, 4, count)
    for label in labels:
        photo = background(96, 96)
        crops.append(seen(photo, draw(photo, CLASSES[label], 48, 48, random.uniform(18, 38))))
    return torch.from_numpy(normalised(np.stack(crops))), torch.from_numpy(labels)


net = torch.nn.Sequential(
    torch.nn.Conv2d(3, 8, 3, 2, 1), torch.nn.ReLU(),
    torch.nn.Conv2d(8, 16, 3, 2, 1), torch.nn.ReLU(),
    torch.nn.Conv2d(16, 24, 3, 2, 1), torch.nn.ReLU(),
    torch.nn.Flatten(), torch.nn.Linear(24 * 16, 4),
)
x, labels = sample(4000)
unseen, truth = sample(1000)
adam = torch.optim.Adam(net.parameters(), 3e-3)
epochs = 15
for epoch in range(epochs):
    for group in adam.param_groups:
        group["lr"] = 3e-3 * (1 - epoch / epochs)
    for batch in torch.randperm(len(x)).split(64):
        adam.zero_grad()
        torch.nn.functional.cross_entropy(net(x[batch]), labels[batch]).backward()
        adam.step()
accuracy = (net(unseen).argmax(1) == truth).float().mean().item()
print(f"right on {accuracy:.1%} of shapes that it has not seen")

weights = [(f"{kind}{k}", p.detach().numpy()) for k, p in enumerate(net.parameters()) for kind in [("w", "b")[k % 2]]]
nodes, at = [], "pixel_values"
for k in range(3):
    w, b = weights[2 * k][0], weights[2 * k + 1][0]
    nodes.append(helper.make_node("Conv", [at, w, b], [f"conv{k}"], strides=[2, 2], pads=[1, 1, 1, 1]))
    nodes.append(helper.make_node("Relu", [f"conv{k}"], [f"relu{k}"]))
    at = f"relu{k}"
nodes.append(helper.make_node("Flatten", [at], ["flat"]))
nodes.append(helper.make_node("Gemm", ["flat", weights[6][0], weights[7][0]], ["logits"], transB=1))
graph = helper.make_graph(
    nodes,
    "shapes",
    [helper.make_tensor_value_info("pixel_values", TensorProto.FLOAT, ["N", 3, SIDE, SIDE])],
    [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["N", 4])],
    [numpy_helper.from_array(value, name) for name, value in weights],
)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
onnx.checker.check_model(model)
onnx.save(model, HERE / "shapes.onnx")

photo = background(400, 300)
places = [(90, 80, 52), (290, 70, 45), (110, 215, 60), (300, 205, 68)]
boxes = [draw(photo, name, *place) for name, place in zip(CLASSES, places)]
boxes = [[round(float(v), 2) for v in box] for box in boxes]
photo.save(HERE / "photo.png", optimize=True)
crops = np.stack([seen(photo, box) for box in boxes])
session = onnxruntime.InferenceSession(HERE / "shapes.onnx", providers=["CPUExecutionProvider"])
(logits,) = session.run(None, {"pixel_values": normalised(crops)})
assert logits.argmax(1).tolist() == [0, 1, 2, 3]
expected = {
    "accuracy": round(accuracy, 3),
    "boxes": boxes,
    "crops": base64.b64encode(crops.tobytes()).decode(),
    "logits": [[round(float(v), 4) for v in row] for row in logits],
}
(HERE / "expected.json").write_text(json.dumps(expected) + "\n")
print(expected["logits"])
