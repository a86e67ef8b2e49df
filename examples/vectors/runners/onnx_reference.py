"""The ReferenceEvaluator of ONNX, the oracle of the standard."""

import onnx
from onnx.reference import ReferenceEvaluator
from onnx_model import question
from runner import serve

OPSET = 22


def answer(function, vector):
    model, feeds = question(function, vector, OPSET)
    return {"output": ReferenceEvaluator(onnx.load_from_string(model)).run(None, feeds)[0]}


differs = {"tie": "nearest rounds halves before it reflects"}
serve({"name": "ONNX reference", "version": onnx.__version__, "ran": f"opset {OPSET}", "differs": differs}, answer)
