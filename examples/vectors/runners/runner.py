"""What every runner in Python shares: vectors come in on stdin, one a line, and answers go out on stdout."""

import json
import math
import sys
import warnings

import numpy as np

warnings.filterwarnings("ignore")


class Unsupported(Exception):
    """Raised by a runner for what its sampler does not have."""


def array(values):
    """A tensor of a vector as float32; NaN and infinities are strings in JSON."""
    return np.array([float(x) for x in values["data"]], np.float64).astype(np.float32).reshape(values["shape"])


def numbers(values):
    """The numbers of an answer as JSON can hold them."""
    flat = np.asarray(values, np.float64).ravel()
    return [x if math.isfinite(x) else "NaN" if math.isnan(x) else "Infinity" if x > 0 else "-Infinity" for x in flat.tolist()]


def serve(sampler, answer):
    """Answers vectors until there are no more. `answer(function, vector)` gives a dict of arrays, by quantity."""
    print(json.dumps({"sampler": sampler}), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        vector = asked["vector"]
        try:
            found = {name: numbers(values) for name, values in answer(asked["function"], vector).items()}
        except Unsupported as error:
            found = {"unsupported": str(error)}
        except Exception as error:
            found = {"error": f"{type(error).__name__}: {error}".splitlines()[0]}
        print(json.dumps({"id": vector["id"], "answer": found}), flush=True)
