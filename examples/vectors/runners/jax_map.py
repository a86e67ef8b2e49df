"""JAX's map_coordinates in float32, with its gradients; coordinates are made pixels in JAX, too."""

import jax
import jax.numpy as jnp
from jax.scipy.ndimage import map_coordinates
from runner import Unsupported, array, serve

ORDERS = {"nearest": 0, "bilinear": 1}


def mode_of(padding_mode, align_corners):
    if padding_mode == "reflection":
        return "mirror" if align_corners else "reflect"
    return {"zeros": "constant", "border": "nearest", "wrap": "wrap"}[padding_mode]


def sample(images, grids, options):
    aligned = options["align_corners"]
    mode = mode_of(options["padding_mode"], aligned)

    def sampled(image, grid):
        sizes = image.shape[1:]
        points = [grid[..., len(sizes) - 1 - axis] for axis in range(len(sizes))]
        at = [(g + 1) / 2 * (n - 1) if aligned else ((g + 1) * n - 1) / 2 for g, n in zip(points, sizes)]
        return jnp.stack([map_coordinates(channel, at, ORDERS[options["mode"]], mode) for channel in image])

    return jnp.stack([sampled(image, grid) for image, grid in zip(images, grids)])


def answer(function, vector):
    options = vector["options"]
    if function != "grid_sample":
        raise Unsupported(f"JAX has no {function}")
    if options["mode"] not in ORDERS:
        raise Unsupported("JAX's map_coordinates has no cubic")
    image, grid, dy = (jnp.asarray(array(values)) for values in (*vector["inputs"].values(), vector["dy"]))
    output, back = jax.vjp(lambda image, grid: sample(image, grid, options), image, grid)
    d_image, d_grid = back(dy)
    return {"output": output, "d_image": d_image, "d_grid": d_grid}


serve(
    {
        "name": "JAX map_coordinates",
        "version": jax.__version__,
        "ran": f"float32 on {jax.default_backend()}",
        "differs": {"tie": "nearest rounds halves away from zero"},
    },
    answer,
)
