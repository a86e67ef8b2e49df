"""SciPy's map_coordinates: splines of order 0 and 1."""

import numpy as np
import scipy
from pixels import pixels
from runner import Unsupported, array, serve
from scipy.ndimage import map_coordinates

ORDERS = {"nearest": 0, "bilinear": 1}


def mode_of(padding_mode, align_corners):
    if padding_mode == "reflection":
        return "mirror" if align_corners else "reflect"
    return {"zeros": "grid-constant", "border": "nearest", "wrap": "grid-wrap"}[padding_mode]


def answer(function, vector):
    options = vector["options"]
    if function != "grid_sample":
        raise Unsupported(f"SciPy has no {function}")
    if options["mode"] not in ORDERS:
        raise Unsupported("SciPy's cubic is a spline, and not Keys's")
    images, grids = (array(vector["inputs"][name]) for name in ("image", "grid"))
    mode = mode_of(options["padding_mode"], options["align_corners"])
    order = ORDERS[options["mode"]]

    def sampled(image, grid):
        at = pixels(grid, image.shape[1:], options["align_corners"])
        return [map_coordinates(channel, at, order=order, mode=mode) for channel in image]

    return {"output": np.stack([sampled(image, grid) for image, grid in zip(images, grids)])}


serve(
    {
        "name": "SciPy map_coordinates",
        "version": scipy.__version__,
        "ran": "pixels computed in float64",
        "differs": {"tie": "nearest rounds halves up"},
    },
    answer,
)
