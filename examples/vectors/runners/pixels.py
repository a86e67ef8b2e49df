"""What samplers need that are given pixels, in place of PyTorch's coordinates from -1 to 1."""

import numpy as np


def pixels(grid, sizes, align_corners):
    """One array of coordinates for each axis, y before x, in float64; `sizes` are the image's, in the same order."""
    points = np.moveaxis(grid.astype(np.float64), -1, 0)[::-1]
    if align_corners:
        return [(g + 1) / 2 * (size - 1) for g, size in zip(points, sizes)]
    return [((g + 1) * size - 1) / 2 for g, size in zip(points, sizes)]
