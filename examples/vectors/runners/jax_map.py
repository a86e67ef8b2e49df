"""JAX's map_coordinates in float32, with its gradients; coordinates are made pixels in JAX, too."""

from functools import partial

import jax
from jax.scipy.ndimage import map_coordinates
from runner import Unsupported, array, serve

ORDERS = {"nearest": 0, "bilinear": 1}


def mode_of(padding_mode, align_corners):
    if padding_mode == "reflection":
        return "mirror" if align_corners else "reflect"
    return {"zeros": "constant", "border": "nearest", "wrap": "wrap"}[padding_mode]


@partial(jax.jit, static_argnums=(2, 3, 4))
def sample(images, grids, order, mode, aligned):
    def sampled(image, grid):
        sizes = image.shape[1:]
        points = [grid[..., len(sizes) - 1 - axis] for axis in range(len(sizes))]
        at = [(g + 1) / 2 * (n - 1) if aligned else ((g + 1) * n - 1) / 2 for g, n in zip(points, sizes)]
        return jax.vmap(lambda channel: map_coordinates(channel, at, order, mode))(image)

    return jax.vmap(sampled)(images, grids)


def answer(function, vector):
    options = vector["options"]
    if function != "grid_sample":
        raise Unsupported(f"JAX has no {function}")
    if options["mode"] not in ORDERS:
        raise Unsupported("JAX's map_coordinates has no cubic")
    order, aligned = ORDERS[options["mode"]], options["align_corners"]
    mode = mode_of(options["padding_mode"], aligned)
    image, grid, dy = (array(values) for values in (*vector["inputs"].values(), vector["dy"]))
    output, back = jax.vjp(lambda image, grid: sample(image, grid, order, mode, aligned), image, grid)
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
