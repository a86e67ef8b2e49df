"""JAX: map_coordinates under jit, with its gradients."""

import jax
import jax.numpy as jnp
import numpy as np
from jax.scipy.ndimage import map_coordinates

from row import Row

VERSIONS = {"jax": jax.__version__}
ROWS = [f"{layer}/{mode}" for layer in ("operation", "kernel") for mode in ("forward", "forward+box", "forward+both", "gridSample")]


def set_threads(_threads):
    """worker.py has given this process so many cores."""


def to_theta(boxes):
    """cropgrad's boxes, first corners before second ones, as affine maps."""
    near, far = jnp.split(boxes, 2, axis=1)
    scales = jax.vmap(jnp.diag)((far - near) / 2)
    return jnp.concatenate([scales, ((far + near) / 2)[:, :, None]], axis=2)


def to_grid(theta, size):
    """affine_grid without aligned corners: [N,…size,2 or 3], x first."""
    axes = [(2 * jnp.arange(length, dtype=jnp.float32) + 1) / length - 1 for length in size]
    base = jnp.stack(jnp.meshgrid(*axes, indexing="ij")[::-1], axis=-1)
    return jnp.einsum("nij,...j->n...i", theta[:, :, :-1], base) + theta[:, :, -1].reshape(-1, *[1] * len(size), len(size))


def sample(image, grid):
    """Images [N,…,C], or one for all grids, at grids [N,…size,2 or 3]."""
    lengths = np.array(image.shape[1:-1], np.float32)
    pixels = ((grid[..., ::-1] + 1) * lengths - 1) / 2

    def of_crop(one, points):
        coordinates = [points[..., axis] for axis in range(len(lengths))]
        channel = lambda plane: map_coordinates(plane, coordinates, order=1, mode="constant")
        return jax.vmap(channel, in_axes=-1, out_axes=-1)(one)

    if len(image) == 1:
        return jax.vmap(of_crop, in_axes=(None, 0))(image[0], pixels)
    return jax.vmap(of_crop)(image, pixels)


def open_rows(data):
    size = data.dy.shape[1:-1]
    turned = "degrees" in data.workload
    image, boxes, theta, grid, dy = (jnp.asarray(a) for a in (data.image, data.boxes, data.theta, data.grid, data.dy))

    def at_theta(i, t):
        return sample(i, to_grid(t, size))

    def at_boxes(i, b):
        return at_theta(i, b if turned else to_theta(b))

    def row(run, names, reads):
        """Results of kernels stay where they are; those of whole operations are copied to NumPy."""
        done = (lambda: [np.array(part) for part in run()]) if reads else (lambda: jax.block_until_ready(run()))
        return Row(done, lambda arrays: {name: np.asarray(array) for name, array in zip(names, arrays)})

    def rows_of(layer, forward, at, dat, reads):
        def with_gradients(which):
            def run(i, a):
                crops, pull = jax.vjp(lambda *by: forward(*((i, *by) if which == (1,) else by)), *((a,) if which == (1,) else (i, a)))
                return (crops, *pull(dy))

            return jax.jit(run)

        alone, with_box, with_both = jax.jit(forward), with_gradients((1,)), with_gradients((0, 1))
        at_grid = jax.jit(sample)
        return {
            f"{layer}/forward": row(lambda: [alone(image, at)], ["crops"], reads),
            f"{layer}/forward+box": row(lambda: with_box(image, at), ["crops", dat], reads),
            f"{layer}/forward+both": row(lambda: with_both(image, at), ["crops", "dimage", dat], reads),
            f"{layer}/gridSample": row(lambda: [at_grid(image, grid)], ["crops"], reads),
        }

    operations = rows_of("operation", at_boxes, theta if turned else boxes, "dtheta" if turned else "dboxes", True)
    return operations | rows_of("kernel", at_theta, theta, "dtheta", False)
