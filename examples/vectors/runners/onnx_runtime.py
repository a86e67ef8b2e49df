"""ONNX Runtime's CPU provider: GridSample, AffineGrid, RoiAlign, and Resize as TensorFlow's crop_and_resize."""

import onnxruntime as ort
from onnx_model import question
from runner import serve

OPSET = 22
# The last one that it has RoiAlign of.
ROI_OPSET = 16

settings = ort.SessionOptions()
settings.intra_op_num_threads = 1
settings.log_severity_level = 4


def answer(function, vector):
    model, feeds = question(function, vector, ROI_OPSET if function == "roi_align" else OPSET)
    session = ort.InferenceSession(model, settings, providers=["CPUExecutionProvider"])
    return {"output": session.run(None, feeds)[0]}


ran = f"CPUExecutionProvider, opset {OPSET}"
differs = {"tie": "nearest rounds halves before it reflects"}
serve({"name": "ONNX Runtime", "version": ort.__version__, "ran": ran, "differs": differs}, answer)
