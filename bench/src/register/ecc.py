"""OpenCV's findTransformECC on the pairs of a folder: 4 levels, a Gaussian of 5 pixels. Prints a JSON list of warps and seconds."""

import json
import sys
import time

import cv2
import numpy

MOTIONS = {
    "translation": cv2.MOTION_TRANSLATION,
    "rigid": cv2.MOTION_EUCLIDEAN,
    # ECC has no similarity.
    "similarity": cv2.MOTION_AFFINE,
    "affine": cv2.MOTION_AFFINE,
    "homography": cv2.MOTION_HOMOGRAPHY,
}
LEVELS = 4
# The shortest time of so many counts.
TIMES = 3
CRITERIA = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 100, 1e-6)


def align(template, image, mask, first, motion):
    """The warp from the template to the image, whose mask is ECC's only one."""
    pyramid = [(template, image, mask)]
    for _ in range(LEVELS - 1):
        a, b, m = pyramid[-1]
        half = None if m is None else m[::2, ::2].copy()
        pyramid.append((cv2.pyrDown(a), cv2.pyrDown(b), half))
    homography = motion == cv2.MOTION_HOMOGRAPHY
    warp = numpy.array(first, numpy.float32).reshape(3, 3)
    warp[:2, 2] /= 2 ** (LEVELS - 1)
    warp = warp if homography else warp[:2]
    for level in reversed(range(LEVELS)):
        a, b, m = pyramid[level]
        _, warp = cv2.findTransformECC(a, b, warp, motion, CRITERIA, m, 5)
        if level > 0:
            warp = warp.copy()
            warp[:2, 2] *= 2
            if homography:
                warp[2, :2] /= 2
    return warp if homography else numpy.vstack([warp, [0, 0, 1]])


def main(folder):
    cv2.setNumThreads(1)
    cells = []
    for cell in json.load(open(f"{folder}/cells.json")):
        motion = MOTIONS[cell["model"]]
        found = []
        for pair in cell["pairs"]:

            def read(key):
                return numpy.fromfile(f"{folder}/{pair[key]['file']}", numpy.uint8).reshape(pair[key]["shape"])

            moving, fixed = read("moving"), read("fixed")
            mask = read("fixedMask") if pair["fixedMask"] else None
            seconds = []
            for _ in range(TIMES):
                begin = time.process_time()
                try:
                    if mask is None:
                        warp = align(fixed, moving, None, pair["first"], motion)
                    else:
                        first = numpy.linalg.inv(numpy.reshape(pair["first"], (3, 3)))
                        warp = numpy.linalg.inv(align(moving, fixed, mask, first, motion))
                    warp = (warp / warp[2, 2]).ravel().tolist()
                except (cv2.error, numpy.linalg.LinAlgError):
                    warp = None
                seconds.append(time.process_time() - begin)
            found.append({"warp": warp, "seconds": min(seconds)})
        cells.append(found)
    print(json.dumps({"version": cv2.__version__, "cells": cells}))


main(sys.argv[1])
