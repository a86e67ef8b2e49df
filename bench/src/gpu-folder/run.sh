#!/bin/sh
# Tests backend-webgpu on this machine's GPU, and then times it: writes results.json beside this file.
cd "$(dirname "$0")" || exit
exec ./node bundle.mjs "$@"
