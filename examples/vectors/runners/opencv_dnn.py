"""OpenCV's dnn, which reads models of ONNX."""

import cv2
import numpy as np
from onnx_model import question
from runner import Unsupported, serve

OPSET = 22


def answer(function, vector):
    if function != "grid_sample" or len(vector["dy"]["shape"]) != 4:
        raise Unsupported("asked for GridSample of images only")
    model, feeds = question(function, vector, OPSET)
    net = cv2.dnn.readNetFromONNX(np.frombuffer(model, np.uint8))
    for name, feed in feeds.items():
        net.setInput(feed, name)
    return {"output": net.forward("output")}


cv2.setNumThreads(1)
differs = {"tie": "nearest rounds halves before it reflects"}
serve({"name": "OpenCV dnn", "version": cv2.__version__, "ran": f"one thread, opset {OPSET}", "differs": differs}, answer)
