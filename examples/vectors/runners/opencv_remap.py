"""OpenCV's remap, one channel at a time; pixels are computed in float64, and given to it in float32."""

import cv2
import numpy as np
from pixels import pixels
from runner import Unsupported, array, serve

MODES = {"nearest": cv2.INTER_NEAREST, "bilinear": cv2.INTER_LINEAR, "bicubic": cv2.INTER_CUBIC}


def border_of(padding_mode, align_corners):
    if padding_mode == "reflection":
        return cv2.BORDER_REFLECT_101 if align_corners else cv2.BORDER_REFLECT
    return {"zeros": cv2.BORDER_CONSTANT, "border": cv2.BORDER_REPLICATE, "wrap": cv2.BORDER_WRAP}[padding_mode]


def answer(function, vector):
    options = vector["options"]
    images = array(vector["inputs"]["image"]) if function == "grid_sample" else None
    if images is None or images.ndim != 4:
        raise Unsupported("remap samples images at points, and no volumes")
    border = border_of(options["padding_mode"], options["align_corners"])

    def sampled(image, grid):
        y, x = (at.astype(np.float32) for at in pixels(grid, image.shape[1:], options["align_corners"]))
        return [cv2.remap(channel, x, y, MODES[options["mode"]], borderMode=border) for channel in image]

    grids = array(vector["inputs"]["grid"])
    return {"output": np.stack([sampled(image, grid) for image, grid in zip(images, grids)])}


cv2.setNumThreads(1)
serve(
    {
        "name": "OpenCV remap",
        "version": cv2.__version__,
        "ran": "one thread, pixels computed in float64",
        "differs": {"tie": "nearest rounds halves before it reflects"},
    },
    answer,
)
