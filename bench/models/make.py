"""Writes the two ONNX models beside itself: python make.py (with the packages in requirements.txt)."""

from pathlib import Path

from onnx import TensorProto, helper

OPSET = 20
# The newest opset need not be known to a runtime, and so need not the newest file format.
IR_VERSION = 9
SAMPLE = helper.make_node("GridSample", ["image", "grid"], ["crops"], mode="linear", padding_mode="zeros", align_corners=0)
GRID = helper.make_node("AffineGrid", ["theta", "size"], ["grid"], align_corners=0)


def write(name, nodes, inputs):
    """Shapes are left open, so that one model serves images and volumes of every size; runtimes accept that."""
    infos = [helper.make_tensor_value_info(key, kind, None) for key, kind in inputs.items()]
    crops = helper.make_tensor_value_info("crops", TensorProto.FLOAT, None)
    graph = helper.make_graph(nodes, name, infos, [crops])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION, producer_name="cropgrad")
    (Path(__file__).parent / f"{name}.onnx").write_bytes(model.SerializeToString())


write("grid-sample", [SAMPLE], {"image": TensorProto.FLOAT, "grid": TensorProto.FLOAT})
write("affine-sample", [GRID, SAMPLE], {"image": TensorProto.FLOAT, "theta": TensorProto.FLOAT, "size": TensorProto.INT64})
