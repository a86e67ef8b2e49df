"""Pillow's resize of a whole image, which filters over all pixels that an output covers: forward only."""

import numpy as np
import PIL
from PIL import Image

from row import Row

VERSIONS = {"pillow": PIL.__version__}
ROWS = [f"{layer}/{mode}" for layer in ("operation", "kernel") for mode in ("forward", "forward+box", "forward+both", "gridSample")]


def set_threads(_threads):
    """It has one."""


def open_rows(data):
    rows = dict.fromkeys(ROWS, "Pillow has no gradients, and takes no grid")
    height, width = data.dy.shape[1:3]
    # Pillow has no float images of several channels.
    bands = [Image.fromarray(np.ascontiguousarray(data.image[0, :, :, c])) for c in range(data.image.shape[3])]

    def resized():
        return [band.resize((width, height), Image.Resampling.BILINEAR) for band in bands]

    def crops():
        return np.stack([np.asarray(band) for band in resized()], axis=-1)[None]

    note = "one float band after the other"
    rows["operation/forward"] = Row(crops, lambda array: {"crops": array}, note)
    rows["kernel/forward"] = Row(resized, lambda found: {"crops": np.stack([np.asarray(band) for band in found], -1)[None]}, note)
    return rows
