"""OpenCV's ways to find a thumbnail. Reads lines of JSON, {"photo": path, "thumbnail": path, "smallest": scale}, and answers each
with the corners that each way found, clockwise from the top left in photo pixels or null, and the milliseconds it took."""

import json
import sys
import time

import cv2
import numpy as np

cv2.setNumThreads(1)
SIDE = 48
STEP = 1.05


def shrunk(image, size):
    return cv2.resize(image, size, interpolation=cv2.INTER_AREA)


def corners(left, top, width, height):
    return [[left, top], [left + width, top], [left + width, top + height], [left, top + height]]


def match_template(photo, thumbnail, smallest):
    """The best of matchTemplate's correlations over scales in steps of 1.05."""
    (height, width), (down, across) = thumbnail.shape, photo.shape
    factor = min(1, SIDE / np.sqrt(width * height))
    small = shrunk(thumbnail, (max(1, round(width * factor)), max(1, round(height * factor))))
    best = (-2, None)
    scale, largest = smallest, min(across / width, down / height)
    while scale <= largest * (1 + 1e-9):
        x, y = small.shape[1] / (width * scale), small.shape[0] / (height * scale)
        size = (max(small.shape[1], round(across * x)), max(small.shape[0], round(down * y)))
        shrink = shrunk if x < 1 else lambda image, to: cv2.resize(image, to, interpolation=cv2.INTER_LINEAR)
        fits = cv2.matchTemplate(shrink(photo, size), small, cv2.TM_CCOEFF_NORMED)
        _, fit, _, (left, top) = cv2.minMaxLoc(np.where(np.isfinite(fits), fits, -1))
        if fit > best[0]:
            best = (fit, corners(left / x, top / y, width * scale, height * scale))
        if scale == largest:
            break
        scale = min(scale * STEP, largest)
    return best[1]


def orb(photo, thumbnail, _smallest):
    """ORB's points over twelve sizes, each 1.2 times smaller, matched both ways, and a similarity from RANSAC: the best of what was tried."""
    detector = cv2.ORB_create(3000, nlevels=12)
    (points, features), (in_photo, photo_features) = (detector.detectAndCompute(image, None) for image in (thumbnail, photo))
    if features is None or photo_features is None:
        return None
    kept = cv2.BFMatcher(cv2.NORM_HAMMING, crossCheck=True).match(features, photo_features)
    if len(kept) < 3:
        return None
    source = np.float32([points[match.queryIdx].pt for match in kept])
    target = np.float32([in_photo[match.trainIdx].pt for match in kept])
    cv2.setRNGSeed(1)
    matrix, _ = cv2.estimateAffinePartial2D(source, target, method=cv2.RANSAC, ransacReprojThreshold=3, maxIters=5000)
    if matrix is None:
        return None
    height, width = thumbnail.shape
    # A pixel's middle is a whole number in OpenCV, and a half here.
    edges = np.array(corners(-0.5, -0.5, width, height))
    return (edges @ matrix[:, :2].T + matrix[:, 2] + 0.5).tolist()


def timed(way, *arguments):
    start = time.process_time()
    found = way(*arguments)
    return {"corners": found, "ms": (time.process_time() - start) * 1000}


for line in sys.stdin:
    request = json.loads(line)
    images = [cv2.imread(request[name], cv2.IMREAD_GRAYSCALE) for name in ("photo", "thumbnail")]
    answer = {
        "version": cv2.__version__,
        "matchTemplate": timed(match_template, *images, request["smallest"]),
        "orb": timed(orb, *images, request["smallest"]),
    }
    print(json.dumps(answer), flush=True)
