"""A vector as ONNX asks it: a model of one node, and its inputs."""

import numpy as np
from onnx import TensorProto, helper
from runner import Unsupported, array

# Opset 20 renamed the modes.
MODES = {"bilinear": ("bilinear", "linear"), "nearest": ("nearest", "nearest"), "bicubic": ("bicubic", "cubic")}
KINDS = {np.dtype(np.float32): TensorProto.FLOAT, np.dtype(np.int64): TensorProto.INT64}


def question(function, vector, opset):
    """The bytes of the model, and its inputs by name."""
    node, attributes, feeds = asked(function, vector, opset)
    inputs = [helper.make_tensor_value_info(name, KINDS[feed.dtype], feed.shape) for name, feed in feeds.items()]
    output = helper.make_tensor_value_info("output", TensorProto.FLOAT, vector["dy"]["shape"])
    # Resize has a third input, scales, which is left out.
    names = ["image", "roi", "", "sizes"] if node == "Resize" else list(feeds)
    graph = helper.make_graph([helper.make_node(node, names, ["output"], **attributes)], "vector", inputs, [output])
    opsets = [helper.make_opsetid("", opset)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=9).SerializeToString(), feeds


def asked(function, vector, opset):
    options = vector["options"]
    inputs = {name: array(values) for name, values in vector["inputs"].items()}
    shape = np.array(vector["dy"]["shape"], np.int64)
    if function == "grid_sample":
        if options["padding_mode"] == "wrap":
            raise Unsupported("ONNX has no padding that repeats the image")
        attributes = {
            "mode": MODES[options["mode"]][opset >= 20],
            "padding_mode": options["padding_mode"],
            "align_corners": int(options["align_corners"]),
        }
        return "GridSample", attributes, inputs
    if function == "affine_grid":
        size = np.array([len(inputs["theta"]), 1, *options["size"]], np.int64)
        return "AffineGrid", {"align_corners": int(options["align_corners"])}, {**inputs, "size": size}
    if function == "crop_and_resize" and len(inputs["boxes"]) == 1:
        y1, x1, y2, x2 = inputs["boxes"][0]
        attributes = {
            "mode": MODES[options["method"]][1],
            "nearest_mode": "round_prefer_ceil",
            "coordinate_transformation_mode": "tf_crop_and_resize",
            "extrapolation_value": float(options["extrapolation_value"]),
        }
        roi = np.array([0, 0, y1, x1, 1, 1, y2, x2], np.float32)
        return "Resize", attributes, {"image": inputs["image"], "roi": roi, "sizes": shape}
    if function == "roi_align":
        attributes = {
            "output_height": options["size"][0],
            "output_width": options["size"][1],
            "sampling_ratio": options["sampling_ratio"],
            "spatial_scale": options["spatial_scale"],
            "coordinate_transformation_mode": "half_pixel" if options["aligned"] else "output_half_pixel",
        }
        images = np.arange(len(inputs["boxes"]), dtype=np.int64)
        return "RoiAlign", attributes, {"image": inputs["image"], "boxes": inputs["boxes"], "images": images}
    raise Unsupported(f"ONNX has no operator for {function}")
