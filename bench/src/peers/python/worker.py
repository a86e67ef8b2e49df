"""The process of a peer written in Python: worker.py PEER THREADS, requests on stdin, replies on stdout, one a line."""

import importlib.util
import json
import os
import sys
import time
import traceback
from pathlib import Path
from types import SimpleNamespace

ROWS = [f"{layer}/{mode}" for layer in ("operation", "kernel") for mode in ("forward", "forward+box", "forward+both", "gridSample")]
DEFAULTS = {"mode": "bilinear", "paddingMode": "zeros"}
NEEDS = {"pytorch": "torch", "separable": "torch", "opencv": "cv2", "jax_peer": "jax", "kornia_peer": "kornia", "pillow_peer": "PIL"}
PYTHONS = {"jax_peer": "CROPGRAD_JAX_PYTHON"}
# These have no number of threads to set: they take as many as there are cores when they are imported.
PINNED = ["jax_peer"]


class Worker:
    """A peer module has VERSIONS, set_threads(n) and open_rows(data): row name to a Row, or to the reason of its absence."""

    def __init__(self, name, threads):
        self.name, self.threads, self.peer, self.rows = name, threads, None, {}

    def hello(self, _request):
        for package in ("numpy", NEEDS[self.name]):
            if importlib.util.find_spec(package) is None:
                named_by = PYTHONS.get(self.name, "CROPGRAD_PYTHON")
                return {"absent": f"the Python that {named_by} names has no {package}"}
        if hasattr(os, "sched_setaffinity") and self.name in PINNED:
            os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: self.threads])
        self.peer = importlib.import_module(self.name)
        self.peer.set_threads(self.threads)
        return {"versions": self.peer.VERSIONS}

    def open(self, request):
        self.rows = self.peer.open_rows(load(Path(request["folder"]), request.get("options")))
        return {"rows": {name: status(self.rows[name]) for name in request.get("rows", ROWS)}}

    def check(self, request):
        import numpy as np

        row = self.rows[request["row"]]
        outputs = row.read(row.run())
        folder = Path(request["folder"])
        folder.mkdir(parents=True, exist_ok=True)
        for name, array in outputs.items():
            np.save(folder / f"{name}.npy", np.ascontiguousarray(array, dtype=np.float32))
        return {"outputs": list(outputs)}

    def time(self, request):
        row = self.rows[request["row"]]
        settled = time_once(row)
        while settled < request["settleMs"]:
            settled += time_once(row)
        ms = []
        while len(ms) < request["calls"] and (not ms or sum(ms) < request["budgetMs"]):
            ms.append(time_once(row))
        return {"ms": ms}


def time_once(row):
    start = time.perf_counter()
    result = row.run()
    taken = time.perf_counter() - start
    del result
    return taken * 1e3


def status(row):
    if isinstance(row, str):
        return {"absent": row}
    return {"note": row.note} if row.note else {}


def load(folder, options):
    import numpy as np

    arrays = {name: np.load(folder / f"{name}.npy") for name in ("image", "boxes", "theta", "grid", "dy")}
    workload = json.loads((folder / "workload.json").read_text())
    return SimpleNamespace(workload=workload, options=options or DEFAULTS, **arrays)


def main():
    # Replies alone go to stdout; libraries may print there.
    replies = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    worker = Worker(sys.argv[1], int(sys.argv[2]))
    for line in sys.stdin:
        request = json.loads(line)
        try:
            reply = getattr(worker, request["do"])(request)
        except Exception:
            reply = {"error": traceback.format_exc()}
        print(json.dumps(reply), file=replies, flush=True)


if __name__ == "__main__":
    main()
