"""PyTorch's affine_grid and grid_sample, in the faster of its two memory layouts."""

import time

import torch
import torch.nn.functional as F

from row import Row

ROWS = [f"{layer}/{mode}" for layer in ("operation", "kernel") for mode in ("forward", "forward+box", "forward+both", "gridSample")]
VERSIONS = {"torch": torch.__version__.split("+")[0]}
MODES = ["bilinear", "nearest", "bicubic"]
PADDINGS = ["zeros", "border", "reflection"]
TRY_SECONDS = 0.008


def set_threads(threads):
    torch.set_num_threads(threads)


def open_rows(data):
    """Each row in the layout that is faster for it: when it is first asked for, rows of both are tried for a moment."""
    layouts = [Layout(data, name) for name in ("contiguous", "channels_last")]
    if "antialias" in data.workload:
        return FasterRows([layout.antialiased_rows() for layout in layouts])
    return FasterRows([layout.rows() for layout in layouts])


class FasterRows(dict):
    """The faster of two rows of one name, found out when it is needed."""

    def __init__(self, layouts):
        super().__init__()
        self.layouts = layouts

    def __missing__(self, name):
        rows = [rows[name] for rows in self.layouts]
        self[name] = rows[0] if isinstance(rows[0], str) else min(rows, key=fastest_of_few)
        return self[name]


def fastest_of_few(row):
    """The least time of some calls, after one that finds the caches cold."""
    row.run()
    taken = []
    while len(taken) < 3 or sum(taken) < TRY_SECONDS:
        start = time.perf_counter()
        row.run()
        taken.append(time.perf_counter() - start)
    return min(taken)


def to_theta(boxes):
    """cropgrad's boxes (x, y, x', y') as affine maps."""
    near, far = boxes.chunk(2, dim=1)
    return torch.cat([torch.diag_embed((far - near) / 2), ((far + near) / 2).unsqueeze(2)], dim=2)


class Layout:
    """The tensors of a data set in one memory layout, and the rows on them."""

    def __init__(self, data, layout):
        self.layout = layout
        self.options = data.options["mode"], data.options["paddingMode"]
        # PyTorch's kernels take numbers, its functions names.
        self.codes = MODES.index(self.options[0]), PADDINGS.index(self.options[1])
        self.crops, *self.size = data.dy.shape[:-1]
        self.channels = data.dy.shape[-1]
        self.turned = "degrees" in data.workload
        # Several crops of one image are one tall crop of it: expanding the image would copy it in the backward pass.
        self.tall = data.image.shape[0] == 1 and self.crops > 1
        self.image = self.laid_out(torch.from_numpy(data.image).movedim(-1, 1))
        self.dy = self.laid_out(self.stack(torch.from_numpy(data.dy)).movedim(-1, 1))
        self.at = torch.from_numpy(data.theta if self.turned else data.boxes)
        self.theta = torch.from_numpy(data.theta)
        self.grid = torch.from_numpy(data.grid)
        self.grid_size = [self.crops, self.channels, *self.size]

    def laid_out(self, tensor):
        if self.layout == "contiguous":
            return tensor.contiguous()
        last = torch.channels_last if tensor.dim() == 4 else torch.channels_last_3d
        return tensor.contiguous(memory_format=last)

    def stack(self, tensor):
        """[N,h,…] to [1,N·h,…] where one image serves every crop."""
        return tensor.reshape(1, -1, *tensor.shape[2:]) if self.tall else tensor

    def crops_of(self, array):
        """PyTorch's own crops, stacked or not, as NumPy [N,h,w,C]."""
        return array.movedim(1, -1).reshape(self.crops, *self.size, self.channels).numpy()

    def forward(self, image, at):
        theta = at if self.turned else to_theta(at)
        return self.sample(image, F.affine_grid(theta, self.grid_size, align_corners=False))

    def sample(self, image, grid):
        return F.grid_sample(image, self.stack(grid), *self.options, align_corners=False)

    def run_forward(self):
        with torch.no_grad():
            return (self.forward(self.image, self.at).numpy(),)

    def run_grid_sample(self):
        with torch.no_grad():
            return (self.sample(self.image, self.grid).numpy(),)

    def run_with_box(self):
        at = self.at.detach().requires_grad_()
        crops = self.forward(self.image, at)
        crops.backward(self.dy)
        return crops.detach().numpy(), at.grad.numpy()

    def run_with_both(self):
        image = self.image.detach().requires_grad_()
        at = self.at.detach().requires_grad_()
        crops = self.forward(image, at)
        crops.backward(self.dy)
        return crops.detach().numpy(), image.grad.numpy(), at.grad.numpy()

    @torch.inference_mode()
    def kernel_forward(self):
        grid = torch.affine_grid_generator(self.theta, self.grid_size, False)
        return grid, torch.grid_sampler(self.image, self.stack(grid), *self.codes, False)

    @torch.inference_mode()
    def kernel_grid_sample(self):
        return (torch.grid_sampler(self.image, self.stack(self.grid), *self.codes, False).numpy(),)

    @torch.inference_mode()
    def kernel_grid_gradients(self):
        return [part.numpy() for part in self.backward(self.grid, [True, True])]

    def backward(self, grid, mask):
        ops = torch.ops.aten
        run = ops.grid_sampler_2d_backward if len(self.size) == 2 else ops.grid_sampler_3d_backward
        return run(self.dy, self.image, self.stack(grid), *self.codes, False, mask)

    @torch.inference_mode()
    def kernels(self, with_image):
        grid, crops = self.kernel_forward()
        dimage, dgrid = self.backward(grid, [with_image, True])
        dtheta = torch.ops.aten.affine_grid_generator_backward(dgrid.reshape(grid.shape), self.grid_size, False)
        return [part.numpy() for part in ((crops, dimage, dtheta) if with_image else (crops, dtheta))]

    def rows(self):
        dat = "dtheta" if self.turned else "dboxes"

        def row(run, *names):
            return Row(run, lambda arrays: {n: self.output(n, a) for n, a in zip(names, arrays)}, self.layout)

        return {
            "operation/forward": row(self.run_forward, "crops"),
            "operation/forward+box": row(self.run_with_box, "crops", dat),
            "operation/forward+both": row(self.run_with_both, "crops", "dimage", dat),
            "operation/gridSample": row(self.run_grid_sample, "crops"),
            "kernel/forward": row(lambda: self.kernel_forward()[1:], "crops"),
            "kernel/forward+box": row(lambda: self.kernels(False), "crops", "dtheta"),
            "kernel/forward+both": row(lambda: self.kernels(True), "crops", "dimage", "dtheta"),
            "kernel/gridSample": row(self.kernel_grid_sample, "crops"),
            "kernel/gridGradients": row(self.kernel_grid_gradients, "dimage", "dgrid"),
        }

    def antialiased_rows(self):
        def resize():
            with torch.no_grad():
                return (F.interpolate(self.image, self.size, mode="bilinear", antialias=True).numpy(),)

        @torch.inference_mode()
        def kernel():
            return (torch.ops.aten._upsample_bilinear2d_aa(self.image, self.size, False).numpy(),)

        rows = dict.fromkeys(ROWS, "interpolate has no gradient by a box, and takes no grid")
        for name, run in (("operation/forward", resize), ("kernel/forward", kernel)):
            rows[name] = Row(run, lambda arrays: {"crops": self.output("crops", arrays[0])}, f"interpolate, {self.layout}")
        return rows

    def output(self, name, array):
        if name == "crops":
            return self.crops_of(torch.as_tensor(array))
        return torch.as_tensor(array).movedim(1, -1).numpy() if name == "dimage" else array
