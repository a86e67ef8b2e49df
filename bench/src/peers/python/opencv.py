"""OpenCV's warpAffine, and remap for grids, image by image: forward only, two dimensions only."""

import cv2
import numpy as np

from row import Row

VERSIONS = {"opencv": cv2.__version__}
ROWS = [f"{layer}/{mode}" for layer in ("operation", "kernel") for mode in ("forward", "forward+box", "forward+both", "gridSample")]
FLAGS = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP


def set_threads(threads):
    cv2.setNumThreads(threads)


def to_pixels(theta, image_size, size):
    """Theta [N,2,3] as matrices from output pixels to image pixels, both counted from the centre of the first."""
    to_grid = np.array([[2 / size[1], 0, 1 / size[1] - 1], [0, 2 / size[0], 1 / size[0] - 1], [0, 0, 1]])
    matrices = theta.astype(np.float64) @ to_grid
    lengths = np.array([image_size[1], image_size[0]], dtype=np.float64)[:, None]
    matrices *= lengths / 2
    matrices[:, :, 2:] += (lengths - 1) / 2
    return matrices


def to_theta(boxes):
    theta = np.zeros((len(boxes), 2, 3))
    theta[:, [0, 1], [0, 1]] = (boxes[:, 2:] - boxes[:, :2]) / 2
    theta[:, :, 2] = (boxes[:, 2:] + boxes[:, :2]) / 2
    return theta


def to_maps(grid, image_size):
    """A grid [N,h,w,2] as pixels of the image, counted from the centre of the first."""
    lengths = np.array([image_size[1], image_size[0]], np.float32)
    return (grid + np.float32(1)) * (lengths / 2) - np.float32(0.5)


def open_rows(data):
    if len(data.workload["imageSize"]) != 2:
        return dict.fromkeys(ROWS, "warpAffine and remap take no volumes")
    rows = dict.fromkeys(ROWS, "OpenCV has no gradients")
    image_size, size = data.image.shape[1:3], data.dy.shape[1:3]
    images = [data.image[0 if len(data.image) == 1 else n] for n in range(len(data.theta))]
    turned = "degrees" in data.workload
    fixed = to_pixels(data.theta, image_size, size)

    def warp(matrices):
        crops = np.empty(data.dy.shape, np.float32)
        for image, matrix, crop in zip(images, matrices, crops):
            cv2.warpAffine(image, matrix, (size[1], size[0]), dst=crop, flags=FLAGS)
        return crops

    def operation():
        theta = data.theta if turned else to_theta(data.boxes)
        return warp(to_pixels(theta, image_size, size))

    def remap(maps):
        crops = np.empty(data.dy.shape, np.float32)
        for image, points, crop in zip(images, maps, crops):
            cv2.remap(image, points, None, cv2.INTER_LINEAR, dst=crop, borderMode=cv2.BORDER_CONSTANT)
        return crops

    maps = to_maps(data.grid, image_size)
    rows["operation/gridSample"] = Row(lambda: remap(to_maps(data.grid, image_size)), lambda crops: {"crops": crops})
    rows["kernel/gridSample"] = Row(lambda: remap(maps), lambda crops: {"crops": crops}, "maps in pixels are given")
    rows["operation/forward"] = Row(operation, lambda crops: {"crops": crops})
    rows["kernel/forward"] = Row(lambda: warp(fixed), lambda crops: {"crops": crops})
    return rows
