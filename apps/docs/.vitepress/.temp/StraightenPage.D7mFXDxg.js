var __defProp = Object.defineProperty;
var __defNormalProp = (obj, key, value) => key in obj ? __defProp(obj, key, { enumerable: true, configurable: true, writable: true, value }) : obj[key] = value;
var __publicField = (obj, key, value) => __defNormalProp(obj, typeof key !== "symbol" ? key + "" : key, value);
import { defineComponent, shallowRef, ref, useTemplateRef, computed, onMounted, onUnmounted, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrInterpolate, ssrRenderAttr, ssrRenderList, ssrIncludeBooleanAttr } from "vue/server-renderer";
import { w as withBase } from "./Content.CW3vPC1s.js";
import { a as arrowPath } from "./arrow-path.CQZlxika.js";
import { l as latestOnly } from "./latest-only.ChF4VRit.js";
import "@tensorflow/tfjs-backend-cpu";
import { b as baseAxes, c as createLines, N as NO_LINES, f as createCall, i as byPoints, h as byImage, e as cropsShape$1, g as forward, j as createTaps, t as takePoints, k as affineGridGradTheta, a as affineGrid } from "./forward.APiXjFIZ.js";
import { f as facing, r as rowAt, i as isFinitePerspective, d as affinePoints, o as outputSteps, e as isAffine, p as perspectiveAxes, g as footprintOf, c as affineSampleGradTheta, b as affineSampleGradImage, a as affineSample } from "./affine-sample.BC7CGsh3.js";
import { c as gridPoints, a as gridSampleGradGrid, b as gridSampleGradImage, g as gridSample } from "./grid-sample.Bs5_fLZr.js";
import { w as writeBoxGradients, a as writeThetas } from "./box-values.Ubm-0-28.js";
import * as tf from "@tensorflow/tfjs-core";
import { Tensor, engine, getKernel, tensor, tensor1d, env, customGrad, zeros as zeros$1, zerosLike, slice, div, sub, mul, neg, sum, add, concat, tile, registerGradient, dispose, tidy, ones, reshape, where, cast, util, unregisterKernel, registerKernel, matMul, tensor2d, stridedSlice, clone, tensor3d, split, equal, transpose, isFinite, reverse } from "@tensorflow/tfjs-core";
import { O as OUTSIDES, D as DATA_FORMATS, P as PADDING_MODES, M as MODES } from "./options.B4R7mK7X.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
function addPerspectiveGradient(sums, gradient, theta, at, u, v) {
  const sign = facing(theta, at);
  for (let j = 0; j < u.length; j++) {
    const gx = gradient[2 * j];
    const gy = gradient[2 * j + 1];
    if (gx === 0 && gy === 0) continue;
    const w = rowAt(theta, at + 6, u[j], v);
    if (!(w * sign > 0)) continue;
    const x = rowAt(theta, at, u[j], v) / w;
    const y = rowAt(theta, at + 3, u[j], v) / w;
    addTo(sums, at, gx / w, u[j], v);
    addTo(sums, at + 3, gy / w, u[j], v);
    addTo(sums, at + 6, -(gx * x + gy * y) / w, u[j], v);
  }
}
function addTo(sums, at, s, u, v) {
  sums[at] += s * u;
  sums[at + 1] += s * v;
  sums[at + 2] += s;
}
function perspectiveGrid(theta, crops, size, alignCorners) {
  const { u, v } = baseAxes(size, alignCorners);
  const grid = new Float32Array(crops * u.length * v.length * 2).fill(Number.NaN);
  for (let n = 0; n < crops; n++) {
    const at = 9 * n;
    if (!isFinitePerspective(theta, at)) continue;
    const sign = facing(theta, at);
    for (let i = 0; i < v.length; i++) {
      for (let j = 0; j < u.length; j++) {
        const w = rowAt(theta, at + 6, u[j], v[i]);
        if (!(w * sign > 0)) continue;
        const to = 2 * ((n * v.length + i) * u.length + j);
        grid[to] = rowAt(theta, at, u[j], v[i]) / w;
        grid[to + 1] = rowAt(theta, at + 3, u[j], v[i]) / w;
      }
    }
  }
  return grid;
}
function perspectiveGridGradTheta(dgrid, gridShape, theta, alignCorners) {
  const { u, v } = baseAxes(gridShape.slice(1, -1), alignCorners);
  const sums = new Float64Array(theta.length);
  const row = new Float64Array(2 * u.length);
  for (let n = 0; n < gridShape[0]; n++) {
    if (!isFinitePerspective(theta, 9 * n)) continue;
    for (let i = 0; i < v.length; i++) {
      const from = (n * v.length + i) * row.length;
      row.set(dgrid.subarray(from, from + row.length));
      addPerspectiveGradient(sums, row, theta, 9 * n, u, v[i]);
    }
  }
  return Float32Array.from(sums);
}
function addPerspectiveFootprints(sums, gradient, theta, at, footprints, u, v, steps) {
  const last = at + 6;
  for (let k = 0; k < 2 * u.length; k++) {
    const j = k >> 1;
    const axis = k & 1;
    const g = gradient[2 * u.length + k];
    const footprint = (axis === 0 ? footprints.x : footprints.y)[j];
    if (g === 0 || footprint === 1) continue;
    const row = at + 3 * axis;
    const w = rowAt(theta, last, u[j], v);
    const x = rowAt(theta, row, u[j], v) / w;
    for (let along = 0; along < 2; along++) {
      const derivative = (theta[row + along] - x * theta[last + along]) / w;
      const d = g * derivative * steps[axis][along] ** 2 / (footprint * w);
      sums[row + along] += d;
      sums[last + along] -= d * x;
      gradient[k] -= d * theta[last + along];
      addTo(sums, last, -d * derivative, u[j], v);
    }
  }
}
function perspectivePoints(theta, call, attrs) {
  const { size, alignCorners } = attrs;
  const imageSize = [call.image.height, call.image.width];
  const affine = affinePoints(upperRows(theta), call, attrs);
  const { antialias, crop: crop2 } = call;
  const footprints = antialias ? createLines(crop2.width, crop2.width, 0) : NO_LINES;
  let axes;
  return {
    turnTo: (row, n) => {
      axes = void 0;
      if (!isFinitePerspective(theta, 9 * n)) return void 0;
      if (isAffine(theta, 9 * n)) {
        axes = "affine";
        return affine.turnTo(row, n);
      }
      axes = perspectiveAxes(theta, 9 * n, imageSize, size, alignCorners);
      row.errors = axes.errors;
      row.footprints = footprints;
      return void 0;
    },
    read: (row) => {
      if (axes === "affine") affine.read(row);
      else readPerspective(row, axes, antialias);
    },
    startGradient: () => {
      const sums = new Float64Array(theta.length);
      const { u, v } = baseAxes(size, alignCorners);
      const steps = antialias ? outputSteps(imageSize, size, alignCorners) : [];
      return {
        add: ({ n, i, footprints: footprints2 }, gradient) => {
          if (!isFinitePerspective(theta, 9 * n)) return;
          if (antialias) addPerspectiveFootprints(sums, gradient, theta, 9 * n, footprints2, u, v[i], steps);
          addPerspectiveGradient(sums, gradient, theta, 9 * n, u, v[i]);
        },
        total: () => Float32Array.from(sums)
      };
    }
  };
}
function readPerspective({ x, y, i, footprints }, axes, antialias) {
  if (!axes) {
    x.fill(Number.NaN);
    y.fill(Number.NaN);
    return;
  }
  const { offset, x: across, y: down, w: depth } = axes;
  const xFrom = across.perY * (i + offset) + across.base;
  const yFrom = down.perY * (i + offset) + down.base;
  const wFrom = depth.perY * (i + offset) + depth.base;
  for (let j = 0; j < x.length; j++) {
    const w = depth.perX * (j + offset) + wFrom;
    x[j] = w > 0 ? (across.perX * (j + offset) + xFrom) / w - offset : Number.NaN;
    y[j] = w > 0 ? (down.perX * (j + offset) + yFrom) / w - offset : Number.NaN;
  }
  for (let j = 0; antialias && j < x.length; j++) {
    const w = depth.perX * (j + offset) + wFrom;
    footprints.x[j] = footprintAt(x[j] + offset, w, across, depth);
    footprints.y[j] = footprintAt(y[j] + offset, w, down, depth);
  }
}
function footprintAt(x, w, across, depth) {
  return footprintOf((across.perX - x * depth.perX) / w, (across.perY - x * depth.perY) / w, 0);
}
function upperRows(theta) {
  const rows = new Float32Array(theta.length / 9 * 6);
  for (let n = 0; n < theta.length / 9; n++) rows.set(theta.subarray(9 * n, 9 * n + 6), 6 * n);
  return rows;
}
function perspectiveSample$1(image, imageShape, theta, attrs) {
  const shape = cropsShape$1(imageShape, attrs.imageIndex.length, attrs.size, attrs.dataFormat);
  const call = createCall(imageShape, shape, attrs);
  return forward(image, perspectivePoints(theta, call, attrs), call);
}
function perspectiveSampleGradImage(dy, dyShape, theta, attrs) {
  const call = createCall(attrs.imageShape, dyShape, attrs);
  return byImage(dy, perspectivePoints(theta, call, attrs), call);
}
function perspectiveSampleGradTheta(dy, dyShape, image, imageShape, theta, attrs) {
  const call = createCall(imageShape, dyShape, attrs);
  return byPoints(dy, image, perspectivePoints(theta, call, attrs), call);
}
class CropError extends Error {
  constructor(code, parts) {
    super(`${parts.what}: got ${parts.got}; expected ${parts.expected}. ${parts.next}. [${code}]`);
    __publicField(this, "name", "CropError");
    /** What went wrong, for programs. */
    __publicField(this, "code");
    __publicField(this, "what");
    __publicField(this, "got");
    __publicField(this, "expected");
    __publicField(this, "next");
    this.code = code;
    this.what = parts.what;
    this.got = parts.got;
    this.expected = parts.expected;
    this.next = parts.next;
  }
}
const SHOWN = 6;
const SHOWN_CHARACTERS = 60;
function describeValue(value) {
  switch (typeof value) {
    case "string":
      return `'${value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)}…` : value}'`;
    case "bigint":
      return `the BigInt ${value}`;
    case "number":
      return Object.is(value, -0) ? "-0" : String(value);
    case "function":
      return "a function";
    case "object":
      return value === null ? "null" : describeObject(value);
    default:
      return String(value);
  }
}
function describeObject(value) {
  try {
    if (Array.isArray(value)) return describeArray(value);
    if (value instanceof Tensor) return `a tensor of shape [${value.shape}]`;
    const kind = kindOf(value);
    return kind === "Object" ? "an object" : `${/^([AEIO]|HTML)/.test(kind) ? "an" : "a"} ${kind}`;
  } catch {
    return "an object that cannot be read";
  }
}
function describeArray(value) {
  const shown = [];
  for (let i = 0; i < Math.min(value.length, SHOWN); i++) {
    shown.push(Array.isArray(value[i]) ? "[…]" : describeValue(value[i]));
  }
  return `[${shown}${value.length > SHOWN ? `,… ${value.length} entries` : ""}]`;
}
function kindOf(value) {
  var _a;
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (tag !== "Object") return tag;
  const name = (_a = Reflect.get(value, "constructor")) == null ? void 0 : _a.name;
  return typeof name === "string" && name !== "" ? name : "Object";
}
function attempt(read) {
  try {
    return read();
  } catch {
    return void 0;
  }
}
function readSize(op, name, size, dimensions, least) {
  const copy = attempt(() => copied$1(size, dimensions, least));
  if (copy) return copy;
  throw new CropError("INVALID_SHAPE", {
    what: `${op}: ${name}`,
    got: describeValue(size),
    expected: `${dimensions === 2 ? "[height, width]" : "[depth, height, width]"} in whole pixels, each at least ${least}`,
    next: "Pass one number per spatial axis of the image, without batch and channels"
  });
}
function copied$1(size, dimensions, least) {
  if (!Array.isArray(size) || size.length !== dimensions) return void 0;
  const copy = [];
  for (let axis = 0; axis < dimensions; axis++) {
    const length = Object.hasOwn(size, axis) ? size[axis] : void 0;
    if (typeof length !== "number" || !Number.isInteger(length) || length < least) return void 0;
    copy.push(length + 0);
  }
  return copy;
}
function readOptions(op, options, read) {
  try {
    if (!isPlainObject(options)) throw notOptions(op, describeValue(options), read);
    for (const key of Reflect.ownKeys(options)) {
      if (!isKeyOf(read, key)) {
        const got = `the unknown key ${describeValue(key)}`;
        throw invalidOption(op, "options", got, Object.keys(read).join(", "), "Check the spelling");
      }
      read[key] = Reflect.get(options, key);
    }
  } catch (error) {
    if (error instanceof CropError) throw error;
    throw notOptions(op, "an object that cannot be read", read);
  }
  return read;
}
function isKeyOf(read, key) {
  return Object.hasOwn(read, key);
}
function notOptions(op, got, known) {
  return invalidOption(op, "options", got, "a plain object", `Its keys may be ${Object.keys(known).join(", ")}`);
}
function isPlainObject(value) {
  if (value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
function oneOf(op, name, value, known) {
  if (value === void 0) return known[0];
  const chosen = known.find((one) => one === value);
  if (chosen !== void 0) return chosen;
  throw invalidOption(op, name, describeValue(value), known.map((k) => `'${k}'`).join(", "), "Pass one of these");
}
function flag(op, name, value) {
  if (value !== void 0 && typeof value !== "boolean") {
    throw invalidOption(op, name, describeValue(value), "true or false", "Pass a boolean");
  }
  return value === true;
}
function invalidOption(op, name, got, expected, next) {
  return new CropError("INVALID_OPTION", { what: `${op}: ${name}`, got, expected, next });
}
const CONTRACT = 2;
const KERNEL_PREFIX = `Cropgrad${CONTRACT}`;
const FIRST_KERNEL_PREFIX = "Cropgrad";
const KEY = Symbol.for("@cropgrad/core");
const program = globalThis;
function registry() {
  program[KEY] ?? (program[KEY] = { backends: [] });
  return program[KEY];
}
const VERSION = "0.1.0";
const THIS_COPY = inWords$1(folderIn(new Error().stack ?? ""));
function folderIn(stack) {
  var _a;
  return (_a = stack.match(/(?:^|[\s(])([^\s(]*)\/(?:src|dist)\/backend\/this-copy\.[jt]s/)) == null ? void 0 : _a[1];
}
function inWords$1(folder) {
  return `@cropgrad/core ${VERSION}${folder === void 0 ? "" : ` at ${folder}`}`;
}
function currentCropBackend(op) {
  const tfBackend = requireTfBackend(op);
  for (const registered2 of registry().backends) {
    if (registered2.tfBackend !== tfBackend || registered2.contract !== CONTRACT) continue;
    return { tfBackend, capabilities: registered2.capabilitiesOf(engine().backend) };
  }
  throw noCropBackend(op, tfBackend);
}
const WASM_FILES = "tell tfjs where its .wasm files are: setWasmPaths of '@tensorflow/tfjs-backend-wasm'";
function requireTfBackend(op) {
  try {
    void engine().backend;
    return engine().backendName;
  } catch (error) {
    const wasm = engine().registryFactory.wasm !== void 0;
    throw new CropError("NO_BACKEND", {
      what: `${op}: the tfjs backend`,
      got: error instanceof Error ? error.message : String(error),
      expected: "a tfjs backend that is registered and ready",
      next: wasm ? `Await tf.setBackend('wasm') before the first call; if it gives false, ${WASM_FILES}` : "Import one, e.g. '@cropgrad/backend-cpu', and await tf.ready() before the first call"
    });
  }
}
function noCropBackend(op, tfBackend) {
  const what = `${op}: crop kernels for the current tfjs backend`;
  const other = anotherCopy(tfBackend);
  if (other !== void 0) {
    return new CropError("NO_BACKEND", {
      what,
      got: `kernels for '${tfBackend}' that ${other} registered`,
      expected: `kernels of contract ${CONTRACT}, registered through ${THIS_COPY} or another copy of that contract`,
      next: "Bring both packages to versions that need the same @cropgrad/core; 'npm ls @cropgrad/core' shows who needs which"
    });
  }
  const names = registry().backends.flatMap((one) => one.contract === CONTRACT ? [one.tfBackend] : []);
  return new CropError("NO_BACKEND", {
    what,
    got: `none for '${tfBackend}'`,
    expected: `one of those registered: ${names.join(", ") || "none yet"}`,
    next: names.includes("wasm") ? `Call await tf.setBackend('wasm'); if it gives false, ${WASM_FILES}` : `Import '@cropgrad/backend-${tfBackend}' if there is one, or call await tf.setBackend('${names.at(-1) ?? "cpu"}')`
  });
}
function anotherCopy(tfBackend) {
  const other = registry().backends.find((one) => one.tfBackend === tfBackend);
  if (other) return `${other.copy}, contract ${other.contract},`;
  if (getKernel(`${FIRST_KERNEL_PREFIX}GridSample`, tfBackend)) return "another copy of @cropgrad/core, contract 1,";
  return void 0;
}
const MOST_AXES = 5;
function readNestedNumbers(value) {
  const shape = [];
  for (let level = value; isList(level); level = Array.isArray(level) ? level[0] : void 0) {
    if (shape.length === MOST_AXES) return `arrays nested more than ${MOST_AXES} deep`;
    const { length } = level;
    if (!isLength(length)) return `an array of ${describeValue(length)} entries`;
    shape.push(length);
  }
  if (shape.length === 0) return `${describeValue(value)} that is no tensor`;
  const read = [];
  const problem2 = readLevel(value, shape, 0, read);
  return problem2 ?? { shape, values: new Float32Array(read) };
}
function readLevel(value, shape, axis, read) {
  if (axis === shape.length) {
    if (typeof value !== "number" && typeof value !== "boolean")
      return "nested arrays with entries that are no numbers";
    read.push(Number(value));
    return void 0;
  }
  if (!isList(value) || value.length !== shape[axis]) return "nested arrays of unequal lengths";
  for (let i = 0; i < shape[axis]; i++) {
    if (!Object.hasOwn(value, i)) return "nested arrays with entries left out";
    const problem2 = readLevel(value[i], shape, axis + 1, read);
    if (problem2 !== void 0) return problem2;
  }
  return void 0;
}
function isLength(length) {
  return Number.isSafeInteger(length) && Number(length) >= 0;
}
function isList(value) {
  if (Array.isArray(value)) return true;
  return ArrayBuffer.isView(value) && !(value instanceof DataView || value instanceof BigInt64Array || value instanceof BigUint64Array);
}
const WAYS = {
  HTMLCanvasElement: "fromPixels",
  OffscreenCanvas: "fromPixels",
  Canvas: "fromPixels",
  HTMLImageElement: "fromPixels",
  Image: "fromPixels",
  HTMLVideoElement: "fromPixels",
  ImageBitmap: "fromPixels",
  ImageData: "fromPixels",
  VideoFrame: "fromPixels",
  Promise: "await",
  SymbolicTensor: "layer"
};
function notATensor(what, value, shape, got) {
  const expected = `a tensor or nested numbers of shape ${shape}`;
  return new CropError("INVALID_INPUT", { what, got, expected, next: nextStep(value) });
}
function nextStep(value) {
  const usual = "Pass a tf.Tensor, a tf.Variable or nested arrays of equal lengths";
  if (value === void 0)
    return `It is undefined: check the name of the variable, and the order of the arguments. ${usual}`;
  switch (knownKind(Object(value))) {
    case "fromPixels":
      return "Read its pixels with tf.browser.fromPixels, give them a batch with tf.expandDims(pixels, 0), and pass that as the image";
    case "await":
      return "It is a promise: await it first";
    case "layer":
      return "It has no values yet: in a model of tf.layers, use a CropLayer, AffineSampleLayer or SpatialTransformer of @cropgrad/layers, or call this in the call method of a layer of your own";
    default:
      return usual;
  }
}
function knownKind(value) {
  try {
    const kind = kindOf(value);
    if (Object.hasOwn(WAYS, kind)) return WAYS[kind];
    if ("sourceLayer" in value && "callArgs" in value) return "layer";
    if ("then" in value && typeof value.then === "function") return "await";
    if ("data" in value && "width" in value && "height" in value) return "fromPixels";
  } catch {
  }
  return void 0;
}
function readTensor(op, name, value, expected) {
  var _a;
  const what = `${op}: ${name}`;
  if (isTensor(value)) {
    requireLive(what, value, `a live tensor of shape ${expected.shape}`);
    requireRank(what, value.shape, expected);
    if (!expected.dtypes.includes(value.dtype)) throw invalidDtype(what, name, value.dtype, expected.dtypes);
    return value;
  }
  requireTfBackend(op);
  const numbers = readNumbers(what, value, expected);
  requireRank(what, numbers.shape, expected);
  (_a = expected.onNumbers) == null ? void 0 : _a.call(expected, numbers);
  return tensor(numbers.values, numbers.shape, "float32");
}
function isTensor(value) {
  return attempt(() => value instanceof Tensor) === true;
}
function requireLive(what, value, expected) {
  if (isKnown(value)) return;
  const disposed = attempt(() => value.isDisposed) === true;
  throw new CropError("INVALID_INPUT", {
    what,
    got: disposed ? "a disposed tensor" : "an object like a tensor that tfjs does not know",
    expected,
    next: disposed ? "Dispose it after this call, or keep it with tf.keep if a tidy made it" : "Pass a tensor of the tfjs that is running; npm ls @tensorflow/tfjs-core shows whether there are two"
  });
}
function isKnown(value) {
  return attempt(() => Array.isArray(value.shape) && !value.isDisposed && engine().state.tensorInfo.has(value.dataId)) === true;
}
function readNumbers(what, value, { shape, empty }) {
  let read;
  try {
    read = readNestedNumbers(value);
  } catch (error) {
    const why = attempt(() => error instanceof Error ? error.message : error);
    read = `an object that cannot be read: ${describeValue(why)}`;
  }
  if (typeof read === "string") throw notATensor(what, value, shape, read);
  if (empty && read.shape[0] === 0) return { ...read, shape: [...empty] };
  return read;
}
function requireRank(what, shape, expected) {
  if (expected.ranks.includes(shape.length)) return;
  throw new CropError("INVALID_RANK", {
    what,
    got: `shape [${shape}]`,
    expected: `shape ${expected.shape}`,
    next: expected.next(shape)
  });
}
function invalidDtype(what, name, dtype, expected) {
  return new CropError("INVALID_DTYPE", {
    what,
    got: `dtype ${dtype}`,
    expected: expected.join(" or "),
    next: `Cast it with tf.cast(${name}, 'float32')`
  });
}
function requireTrailingShape(op, name, value, trailing, why) {
  const { shape } = value;
  if (trailing.every((length, i) => shape[shape.length - trailing.length + i] === length)) return;
  throw new CropError("INVALID_SHAPE", {
    what: `${op}: ${name}`,
    got: `shape [${shape}]`,
    expected: `shape [N,…] ending in [${trailing}], ${why}`,
    next: "Check the order of the axes and of the arguments"
  });
}
function readFillValue(op, value) {
  if (value === void 0) return { fillValue: 0, channelFill: void 0 };
  if (typeof value === "number") return { fillValue: value, channelFill: void 0 };
  if (isTensor(value)) return { fillValue: 0, channelFill: value };
  if (attempt(() => Array.isArray(value)) !== true) {
    const expected = "a number, one number per channel, or a tensor [C]";
    throw invalidOption(op, "fillValue", describeValue(value), expected, "Pass one number for all channels");
  }
  const list = attempt(() => Array.from(value)) ?? [];
  const numbers = list.map((entry, c) => {
    if (typeof entry === "number" && Number.isFinite(entry)) return entry;
    const next = "What is not finite can only be given as one number for all channels";
    throw invalidOption(op, `fillValue[${c}]`, describeValue(entry), "a finite number", next);
  });
  return { fillValue: 0, channelFill: numbers };
}
function fillChannels(op, fill, channels) {
  if (!isTensor(fill)) {
    if (fill.length !== channels) throw notPerChannel(op, fill.length, channels);
    return tensor1d([...fill]);
  }
  const read = readTensor(op, "fillValue", fill, {
    ranks: [1],
    dtypes: ["float32"],
    shape: "[C], one number per channel",
    next: () => "Flatten it with tf.reshape(fillValue, [-1])"
  });
  if (read.size !== channels) throw notPerChannel(op, read.size, channels);
  return read;
}
function notPerChannel(op, numbers, channels) {
  return new CropError("INVALID_SHAPE", {
    what: `${op}: fillValue`,
    got: `${numbers} numbers`,
    expected: `one for each of the ${channels} channels of the image`,
    next: "Pass as many numbers as channels, or one number for all of them"
  });
}
function requireFillOf(op, dtype, values) {
  const [least, most] = dtype === "bool" ? [0, 1] : [-2147483648, 2 ** 31 - 1];
  for (const value of values) {
    if (Number.isInteger(value) && value >= least && value <= most) continue;
    throw invalidOption(
      op,
      "fillValue",
      describeValue(value),
      `a whole number from ${least} to ${most}, as 'nearest' reads a ${dtype} image into a ${dtype} one`,
      "Cast the image with tf.cast(image, 'float32'), or choose a whole number"
    );
  }
}
const NO_SAMPLE_OPTIONS = {
  mode: void 0,
  paddingMode: void 0,
  outside: void 0,
  alignCorners: void 0,
  dataFormat: void 0,
  imageIndex: void 0,
  fillValue: void 0,
  cubicCoefficient: void 0
};
function resolveCropOptions(op, options) {
  const read = readOptions(op, options, { ...NO_SAMPLE_OPTIONS, antialias: void 0 });
  const antialias = readAntialias(op, read.antialias);
  const common = resolved(op, read, antialias > 0 ? -0.5 : -0.75);
  if (antialias > 0 && common.mode === "nearest") {
    const next = "Pass mode: 'bilinear', or leave antialias out: 'nearest' takes one pixel, which averages nothing";
    throw invalidOption(op, "antialias", "antialias with mode 'nearest'", "'bilinear' or 'bicubic'", next);
  }
  return { ...common, antialias };
}
function resolved(op, read, cubicCoefficient) {
  return {
    mode: oneOf(op, "mode", read.mode, MODES),
    paddingMode: oneOf(op, "paddingMode", read.paddingMode, PADDING_MODES),
    alignCorners: flag(op, "alignCorners", read.alignCorners),
    dataFormat: oneOf(op, "dataFormat", read.dataFormat, DATA_FORMATS),
    cutoff: oneOf(op, "outside", read.outside, OUTSIDES) === "fill" ? 1 / 2 : Number.POSITIVE_INFINITY,
    rounding: "even",
    cubicCoefficient: readCubicCoefficient(op, read.cubicCoefficient, cubicCoefficient),
    imageIndex: read.imageIndex,
    ...readFillValue(op, read.fillValue)
  };
}
function readCubicCoefficient(op, value, byDefault) {
  if (value === void 0) return byDefault;
  if (value === -0.75 || value === -0.5) return value;
  const next = "-0.75 is that of PyTorch, and -0.5 reads a ramp as a ramp";
  throw invalidOption(op, "cubicCoefficient", describeValue(value), "-0.75 or -0.5", next);
}
function readAntialias(op, value) {
  if (value === void 0 || typeof value === "boolean") return value === true ? 1 : 0;
  const { widen } = readOptions(`${op}: antialias`, value, { widen: void 0 });
  if (typeof widen === "number" && widen >= 1 && widen < Number.POSITIVE_INFINITY) return widen;
  const next = "Pass antialias: true, which is a widen of 1, or false";
  throw invalidOption(op, "antialias.widen", describeValue(widen), "a finite number of at least 1", next);
}
const warned = /* @__PURE__ */ new Set();
function warnOnce(key, message) {
  if (warned.has(key) || env().getBool("PROD")) return;
  warned.add(key);
  console.warn(`cropgrad: ${message}`);
}
function readImage(op, image, dataFormat) {
  const shape = dataFormat === "NHWC" ? "[N,H,W,C] or [N,D,H,W,C]" : "[N,C,H,W] or [N,C,D,H,W]";
  const read = readTensor(op, "image", image, {
    ranks: [4, 5],
    dtypes: ["float32", "int32", "bool"],
    shape,
    next: ({ length }) => missingAxes(length, dataFormat)
  });
  const spatial = dataFormat === "NHWC" ? read.shape.slice(1, -1) : read.shape.slice(2);
  if (spatial.includes(0)) {
    throw new CropError("EMPTY_IMAGE", {
      what: `${op}: image`,
      got: `shape [${read.shape}]`,
      expected: `${shape} with spatial axes of at least 1 in ${dataFormat}`,
      next: "An image without pixels cannot be sampled; check the axis order and dataFormat"
    });
  }
  if (dataFormat === "NHWC") warnOfChannelsSecond(op, read.shape);
  return read;
}
function missingAxes(rank, dataFormat) {
  const channels = dataFormat === "NHWC" ? "at the end with tf.expandDims(image, -1)" : "in front with tf.expandDims(image, 0)";
  if (rank === 2)
    return `Give a grey picture [H,W] its channels ${channels}, and then a batch in front with tf.expandDims(image, 0)`;
  if (rank === 1) return "Flat numbers have no shape: give them one, e.g. with tf.tensor4d(numbers, [1, H, W, C])";
  if (rank !== 3) return "An image has 4 axes and a volume 5; check which argument it is";
  return dataFormat === "NHWC" ? "Give a single image [H,W,C] its batch in front with tf.expandDims(image, 0), and grey pictures [N,H,W] their channels at the end with tf.expandDims(image, -1)" : "Give a single image [C,H,W] its batch in front with tf.expandDims(image, 0), and grey pictures [N,H,W] their channels second with tf.expandDims(image, 1)";
}
function warnOfChannelsSecond(op, shape) {
  if (shape[1] > 4 || shape[shape.length - 1] <= 64) return;
  warnOnce(
    "channels second",
    `${op}: an image of shape [${shape}] is read as [N,H,W,C], with ${shape[1]} rows or slices and ${shape[shape.length - 1]} channels. If its channels come second, pass dataFormat: 'NCHW'.`
  );
}
function warnOfNaN(op, name, { values }) {
  if (!values.some(Number.isNaN)) return;
  warnOnce(
    `NaN in ${name}`,
    `${op}: ${name} with a NaN. Such a crop is fillValue everywhere and has no gradient: find out where the NaN is from.`
  );
}
const FAR = 4;
function warnOfPixels(op, { shape: [, numbers], values }) {
  const dimensions = numbers / 2;
  const far = values.findIndex(
    (end, i) => i % numbers < dimensions && Math.abs(end) > FAR && Math.abs(values[i + dimensions]) > FAR
  );
  if (far < 0) return;
  const n = Math.floor(far / numbers);
  const box = values.subarray(n * numbers, (n + 1) * numbers).join(", ");
  const advice = "If it is in pixels, use boxesFromPixels(boxes, [H, W]).";
  warnOnce("pixels", `${op}: the box [${box}] is far outside the image, whose ends are -1 and 1. ${advice}`);
}
function warnOfPixelQuads(op, { shape, values }) {
  if (shape[1] !== 4 || shape[2] !== 2) return;
  const far = values.findIndex(
    (_, i) => i % 8 < 2 && [0, 2, 4, 6].every((corner) => Math.abs(values[i + corner]) > FAR)
  );
  if (far < 0) return;
  const quad = values.subarray(far - far % 8, far - far % 8 + 8).join(", ");
  const advice = "If it is in pixels, make each x 2 * x / W - 1, and each y 2 * y / H - 1.";
  warnOnce("quads", `${op}: the quad [${quad}] is far outside the image, whose ends are -1 and 1. ${advice}`);
}
const SHAPES = {
  affine: "[N,2,3], or [N,3,4] in 3-D",
  perspective: "[N,3,3]",
  either: "[N,2,3] or [N,3,3], or [N,3,4] in 3-D"
};
function readTheta(op, name, theta, dimensions = 2, kind = "affine") {
  const shape = SHAPES[kind];
  const read = readTensor(op, name, theta, {
    ranks: [3],
    dtypes: ["float32"],
    shape,
    empty: kind === "perspective" ? [0, 3, 3] : [0, dimensions, dimensions + 1],
    next: (found) => missingShape$2(name, found, dimensions, kind),
    onNumbers: (numbers) => warnOfNaN(op, name, numbers)
  });
  const [, rows, columns] = read.shape;
  if (kind !== "affine" && rows === 3 && columns === 3) return read;
  if (kind !== "perspective" && (rows === 2 || rows === 3) && columns === rows + 1) return read;
  throw new CropError("INVALID_SHAPE", {
    what: `${op}: ${name}`,
    got: `shape [${read.shape}]`,
    expected: `shape ${shape}`,
    next: kind === "perspective" ? affineOrOther(rows, columns) : squareOrOther(name, rows, columns)
  });
}
function missingShape$2(name, shape, dimensions, kind) {
  const [first, second] = shape;
  const reshape2 = (thetas2, rows, columns) => `Reshape it with tf.reshape(${name}, [${thetas2}, ${rows}, ${columns}])`;
  const wrap = `Wrap a single theta with tf.expandDims(${name}, 0)`;
  if (kind === "perspective") {
    if (shape.length === 1 && first > 0 && first % 9 === 0) return reshape2(first / 9, 3, 3);
    if (shape.length === 2 && second === 9) return reshape2(first, 3, 3);
    if (shape.join() === "3,3") return wrap;
    return "Reshape it to three rows of three numbers, or make it with quadToTheta";
  }
  const each = dimensions * (dimensions + 1);
  if (shape.length === 1 && first > 0 && first % each === 0) return reshape2(first / each, dimensions, dimensions + 1);
  if (shape.length === 2 && second === 6) return reshape2(first, 2, 3);
  if (shape.length === 2 && second === 12) return reshape2(first, 3, 4);
  if (shape.join() === "2,3" || shape.join() === "3,4") return wrap;
  if (kind === "either" && shape.join() === "3,3") return wrap;
  if (shape.join() === "3,3" || shape.join() === "4,4") return `${wrap}, and drop its last row`;
  return "Reshape it to one row of numbers per axis of the image, or make it with boxToTheta";
}
function squareOrOther(name, rows, columns) {
  if (rows === columns && (rows === 3 || rows === 4)) {
    const last = rows === 3 ? "(0, 0, 1)" : "(0, 0, 0, 1)";
    const drop = `Drop the last row if it is ${last}: tf.slice(${name}, [0, 0, 0], [-1, ${rows - 1}, ${rows}])`;
    return rows === 3 ? `${drop}; if it is another one, that is a theta for perspectiveSample` : drop;
  }
  return "Make it with boxToTheta or rotatedBoxToTheta, or stack your own rows";
}
function affineOrOther(rows, columns) {
  if (rows === 2 && columns === 3) return "An affine theta is for affineSample and affineGrid";
  if (rows === 3 && columns === 4)
    return "A theta of a volume is for affineSample and affineGrid: perspective is for images";
  return "Make it with quadToTheta, or stack your own rows";
}
function warnOfNearest() {
  const advice = "To learn where to crop, use 'bilinear' or 'bicubic'.";
  warnOnce("nearest", `the gradient of mode 'nearest' by boxes, thetas and grids is 0 everywhere. ${advice}`);
}
function hasSlopes(attrs) {
  return attrs.mode !== "nearest";
}
function noSlopes(zero, inputs) {
  warnOfNearest();
  const shapes = Object.values(inputs).map((input) => input.shape);
  const gradFunc = () => shapes.map((one) => zeros$1(one));
  return customGrad(() => ({ value: zero(), gradFunc }))(...Object.values(inputs));
}
function notDifferentiableTwice(what) {
  return new CropError("UNSUPPORTED", {
    what,
    got: "a gradient of a gradient",
    expected: "first derivatives, or a second one that begins with the gradient by the image",
    next: "Take the gradient by boxes, thetas and grids once, outside any other tf.grad"
  });
}
function runCropKernel(name, inputs, attrs) {
  currentCropBackend(name);
  return engine().runKernel(KERNEL_PREFIX + name, inputs, attrs);
}
function hasCropKernel(name) {
  return getKernel(KERNEL_PREFIX + name, engine().backendName) !== void 0;
}
const AFFINE = fusedGradients("Affine", {
  moving: (theta, dtheta, attrs) => ({
    grid: runCropKernel("AffineGrid", { theta }, attrs),
    tangent: runCropKernel("AffineGrid", { theta: dtheta }, attrs)
  }),
  gradTheta: ({ byGrid: byGrid2 }, attrs) => runCropKernel("AffineGridGradTheta", { dgrid: byGrid2 }, attrs)
});
const GRADIENTS = {
  AffineGrid: {
    saves: [],
    by: { theta: (dgrid, _, attrs) => runCropKernel("AffineGridGradTheta", { dgrid }, attrs) }
  },
  AffineGridGradTheta: {
    saves: [],
    by: { dgrid: (theta, _, attrs) => runCropKernel("AffineGrid", { theta }, attrs) }
  },
  GridSample: {
    saves: ["image", "grid"],
    by: {
      image: (dy, { image, grid }, attrs) => ofImage(image, (imageShape) => runCropKernel("GridSampleGradImage", { dy, grid }, { ...attrs, imageShape })),
      grid: (dy, { image, grid }, attrs) => byGrid({ dy, image, grid }, attrs)
    }
  },
  GridSampleGradImage: {
    saves: ["dy", "grid"],
    by: {
      dy: (image, { grid }, attrs) => runCropKernel("GridSample", { image, grid }, backwards(attrs)),
      grid: (image, { dy, grid }, attrs) => byGrid({ dy, image, grid }, backwards(attrs))
    }
  },
  GridSampleGradGrid: {
    saves: ["dy", "image", "grid"],
    by: {
      dy: (tangent, { image, grid }, attrs, what) => {
        requireSecondOrder(what);
        return runCropKernel("GridSampleJvp", { image, grid, tangent }, attrs);
      },
      image: (tangent, { dy, image, grid }, attrs, what) => {
        requireSecondOrder(what);
        return jvpByImage({ dy, grid, tangent }, image, attrs);
      },
      grid: (tangent, { dy, image, grid }, attrs, what) => {
        requireSecondOrder(what);
        return runCropKernel("GridSampleJvpGradGrid", { dy, image, grid, tangent }, attrs);
      }
    }
  },
  GridSampleJvp: {
    saves: ["image", "grid", "tangent"],
    by: {
      image: (dy, { image, grid, tangent }, attrs) => jvpByImage({ dy, grid, tangent }, image, attrs),
      grid: (dy, saved, attrs) => runCropKernel("GridSampleJvpGradGrid", { dy, ...saved }, attrs),
      tangent: (dy, { image, grid }, attrs) => runCropKernel("GridSampleGradGrid", { dy, image, grid }, attrs)
    }
  },
  GridSampleJvpGradImage: {
    saves: ["dy", "grid", "tangent"],
    by: {
      dy: (image, { grid, tangent }, attrs) => runCropKernel("GridSampleJvp", { image, grid, tangent }, backwards(attrs)),
      grid: (image, saved, attrs) => runCropKernel("GridSampleJvpGradGrid", { image, ...saved }, backwards(attrs)),
      tangent: (image, { dy, grid }, attrs) => runCropKernel("GridSampleGradGrid", { dy, image, grid }, backwards(attrs))
    }
  },
  GridSampleJvpGradGrid: { saves: [], by: { dy: none, image: none, grid: none, tangent: none } },
  AffineSample: AFFINE.sample,
  AffineSampleGradImage: AFFINE.sampleGradImage,
  AffineSampleGradTheta: AFFINE.sampleGradTheta,
  BoxToTheta: {
    saves: [],
    by: { boxes: (dtheta) => runCropKernel("BoxToThetaGradBoxes", { dtheta }, {}) }
  },
  BoxToThetaGradBoxes: {
    saves: [],
    by: { dtheta: (boxes) => runCropKernel("BoxToTheta", { boxes }, {}) }
  }
};
function fusedGradients(kind, grids) {
  const byTheta = (inputs, attrs) => hasSlopes(attrs) ? runCropKernel(`${kind}SampleGradTheta`, inputs, attrs) : noSlopes(() => zerosLike(inputs.theta), inputs);
  return {
    sample: {
      saves: ["image", "theta"],
      by: {
        image: (dy, { image, theta }, attrs) => ofImage(
          image,
          (imageShape) => runCropKernel(`${kind}SampleGradImage`, { dy, theta }, { ...attrs, imageShape })
        ),
        theta: (dy, { image, theta }, attrs) => byTheta({ dy, image, theta }, attrs)
      }
    },
    sampleGradImage: {
      saves: ["dy", "theta"],
      by: {
        dy: (image, { theta }, attrs) => runCropKernel(`${kind}Sample`, { image, theta }, backwards(attrs)),
        theta: (image, { dy, theta }, attrs) => byTheta({ dy, image, theta }, backwards(attrs))
      }
    },
    sampleGradTheta: {
      saves: ["dy", "image", "theta"],
      by: {
        dy: (dtheta, { image, theta }, { size, ...rest }, what) => {
          requireSecondOrder(what, rest);
          const moving2 = grids.moving(theta, dtheta, { size, alignCorners: rest.alignCorners });
          return runCropKernel("GridSampleJvp", { image, ...moving2 }, rest);
        },
        image: (dtheta, { dy, image, theta }, { size, ...rest }, what) => {
          requireSecondOrder(what, rest);
          const moving2 = grids.moving(theta, dtheta, { size, alignCorners: rest.alignCorners });
          return jvpByImage({ dy, ...moving2 }, image, rest);
        },
        theta: (dtheta, { dy, image, theta }, { size, ...rest }, what) => {
          requireSecondOrder(what, rest);
          const gridAttrs = { size, alignCorners: rest.alignCorners };
          const moving2 = grids.moving(theta, dtheta, gridAttrs);
          const byGrid2 = runCropKernel("GridSampleJvpGradGrid", { dy, image, ...moving2 }, rest);
          const byTangent = () => runCropKernel("GridSampleGradGrid", { dy, image, grid: moving2.grid }, rest);
          return grids.gradTheta({ theta, dtheta, byGrid: byGrid2, byTangent }, gridAttrs);
        }
      }
    }
  };
}
function backwards({ imageShape: _, ...attrs }) {
  return { ...attrs, fillValue: 0 };
}
function ofImage(image, run) {
  return image.dtype === "float32" ? run(image.shape) : zeros$1(image.shape);
}
function jvpByImage(inputs, image, attrs) {
  return ofImage(image, (imageShape) => runCropKernel("GridSampleJvpGradImage", inputs, { ...attrs, imageShape }));
}
function byGrid(inputs, attrs) {
  return hasSlopes(attrs) ? runCropKernel("GridSampleGradGrid", inputs, attrs) : noSlopes(() => zerosLike(inputs.grid), inputs);
}
function requireSecondOrder(what, { antialias } = {}) {
  if (antialias || currentCropBackend(what).capabilities.order < 2) throw notDifferentiableTwice(what);
}
function none(_dy, _saved, _attrs, what) {
  throw notDifferentiableTwice(what);
}
function perspectiveTangent(theta, dtheta, attrs) {
  return lastDerivative([theta, dtheta], () => {
    const grid = runCropKernel("PerspectiveGrid", { theta }, attrs);
    const moved = runCropKernel("AffineGrid", { theta: slice(dtheta, [0, 0, 0], [-1, 2, 3]) }, attrs);
    return div(sub(moved, mul(grid, divisors(dtheta, attrs))), divisors(theta, attrs));
  });
}
function perspectiveTangentGradTheta({ theta, dtheta, dgrid, byGrid: byGrid2 }, attrs) {
  const inputs = [theta, dtheta, dgrid, ...byGrid2 ? [byGrid2] : []];
  return lastDerivative(inputs, () => {
    const gradTheta = (flowing) => runCropKernel("PerspectiveGridGradTheta", { dgrid: flowing, theta }, attrs);
    const tangent = perspectiveTangent(theta, dtheta, attrs);
    const ofGrid = neg(div(mul(dgrid, divisors(dtheta, attrs)), divisors(theta, attrs)));
    const ofW = slice(gradTheta(neg(mul(dgrid, tangent))), [0, 0, 0], [-1, 2, 3]);
    const lastRow = sum(ofW, 1, true);
    return add(gradTheta(byGrid2 ? add(byGrid2, ofGrid) : ofGrid), concat([zeros$1([theta.shape[0], 2, 3]), lastRow], 1));
  });
}
function divisors(theta, attrs) {
  return runCropKernel("AffineGrid", { theta: tile(slice(theta, [0, 2, 0], [-1, 1, 3]), [1, 2, 1]) }, attrs);
}
function lastDerivative(inputs, run) {
  const gradFunc = () => {
    throw notDifferentiableTwice("the second derivative by a perspective theta: its own gradient");
  };
  return customGrad(() => ({ value: run(), gradFunc }))(...inputs);
}
const registered = /* @__PURE__ */ new Set();
function registerGradients(table) {
  if (registered.has(table)) return;
  registered.add(table);
  for (const [name, gradient] of Object.entries(table)) registerGradientOf(name, gradient);
}
function registerGradientOf(name, { saves, by }) {
  const gradients = Object.entries(by);
  const gradFunc = (dy, saved, attrs) => {
    const named = {};
    for (let i = 0; i < saves.length; i++) named[saves[i]] = saved[i];
    const thunks = {};
    for (const [input, gradient] of gradients) {
      thunks[input] = () => {
        try {
          return gradient(dy, named, attrs, `${name}: its gradient by ${input}`);
        } catch (error) {
          dispose(saved);
          throw error;
        }
      };
    }
    return thunks;
  };
  registerGradient({ kernelName: KERNEL_PREFIX + name, inputsToSave: [...saves], gradFunc });
}
const FUSED = fusedGradients("Perspective", {
  moving: (theta, dtheta, attrs) => ({
    grid: runCropKernel("PerspectiveGrid", { theta }, attrs),
    tangent: perspectiveTangent(theta, dtheta, attrs)
  }),
  gradTheta: ({ theta, dtheta, byGrid: byGrid2, byTangent }, attrs) => perspectiveTangentGradTheta({ theta, dtheta, dgrid: byTangent(), byGrid: byGrid2 }, attrs)
});
const PERSPECTIVE_GRADIENTS = {
  PerspectiveGrid: {
    saves: ["theta"],
    by: { theta: (dgrid, { theta }, attrs) => runCropKernel("PerspectiveGridGradTheta", { dgrid, theta }, attrs) }
  },
  PerspectiveGridGradTheta: {
    saves: ["dgrid", "theta"],
    by: {
      dgrid: (dtheta, { theta }, attrs) => perspectiveTangent(theta, dtheta, attrs),
      theta: (dtheta, { dgrid, theta }, attrs) => perspectiveTangentGradTheta({ theta, dtheta, dgrid }, attrs)
    }
  },
  PerspectiveSample: FUSED.sample,
  PerspectiveSampleGradImage: FUSED.sampleGradImage,
  PerspectiveSampleGradTheta: FUSED.sampleGradTheta
};
function runPerspectiveKernel(name, inputs, attrs) {
  registerGradients(PERSPECTIVE_GRADIENTS);
  return runCropKernel(name, inputs, attrs);
}
const DECLARED = [
  { key: "mode", list: "modes", shown: (mode) => `'${mode}'` },
  { key: "paddingMode", list: "paddingModes", shown: (paddingMode) => `'${paddingMode}'` },
  { key: "dimensions", list: "dimensions", shown: (dimensions) => `a ${dimensions}-D image` },
  { key: "points", list: "points", shown: (points) => points === "grid" ? "a grid" : `${article(points)} theta` }
];
function requireSupported(op, tfBackend, { sampling }, asked) {
  for (const product2 of sampling) if (holdsAll(product2, asked)) return;
  throw unsupported(op, tfBackend, sampling, asked);
}
function holdsAll(product2, { mode, paddingMode, dimensions, points, antialias = 0 }) {
  return (antialias === 0 || product2.antialias === true) && (mode === void 0 || product2.modes.includes(mode)) && (paddingMode === void 0 || product2.paddingModes.includes(paddingMode)) && product2.dimensions.includes(dimensions) && (points === void 0 || product2.points.includes(points));
}
function unsupported(op, tfBackend, sampling, asked) {
  const parts = DECLARED.filter(({ key }) => asked[key] !== void 0);
  const holds = (product2, { key, list }) => product2[list].some((entry) => entry === asked[key]);
  const next = "Choose one of these, or another backend with tf.setBackend";
  const plain = asked.antialias ? sampling.filter((product2) => holdsAll(product2, { ...asked, antialias: 0 })) : [];
  if (plain.length > 0) {
    return new CropError("UNSUPPORTED", {
      what: `${op}: antialias on the tfjs backend '${tfBackend}'`,
      got: `antialias with ${parts.map(({ key, shown }) => shown(asked[key])).join(" and ")}`,
      expected: "what this backend declares with antialias",
      next: "Leave antialias out, or choose another backend with tf.setBackend"
    });
  }
  const absent = parts.find((part) => !sampling.some((product2) => holds(product2, part)));
  if (absent) {
    const declared = new Set(sampling.flatMap((product2) => product2[absent.list]));
    return new CropError("UNSUPPORTED", {
      what: `${op}: ${absent.key} on the tfjs backend '${tfBackend}'`,
      got: absent.shown(asked[absent.key]),
      expected: `one of ${[...declared].join(", ")}, which is what this backend declares`,
      next
    });
  }
  return new CropError("UNSUPPORTED", {
    what: `${op}: this combination on the tfjs backend '${tfBackend}'`,
    got: parts.map(({ key, shown }) => shown(asked[key])).join(" with "),
    expected: `one that this backend declares: ${sampling.map(inWords).join("; or ")}`,
    next
  });
}
function article(points) {
  return points === "affine" ? "an affine" : `a ${points}`;
}
function inWords(product2) {
  return DECLARED.map(({ list }) => `${list} ${product2[list].join(", ")}`).join(" with ");
}
function resolveImageIndex(op, imageIndex, crops, images, { syncReads }) {
  if (imageIndex !== void 0) return checked(op, copyIndex(op, imageIndex, crops, syncReads), images);
  if (images === 1 || crops === 0) return new Int32Array(crops);
  if (images === crops) return Int32Array.from({ length: crops }, (_, n) => n);
  throw new CropError("INVALID_SHAPE", {
    what: `${op}: image`,
    got: `${images} images for ${crops} crops`,
    expected: `as many as crops, or one of either that serves all of the other`,
    next: "Pass imageIndex to say which image each crop reads"
  });
}
function copyIndex(op, imageIndex, crops, syncReads) {
  const what = `${op}: imageIndex`;
  const values = isTensor(imageIndex) ? readIndices(what, imageIndex, syncReads) : listed(what, imageIndex);
  const length = attempt(() => values.length);
  if (length !== crops) {
    throw new CropError("INVALID_SHAPE", {
      what,
      got: `${describeValue(length)} entries`,
      expected: `one entry for each of the ${crops} crops`,
      next: "Pass as many indices as there are boxes, thetas or grids"
    });
  }
  return Array.from({ length: crops }, (_, n) => attempt(() => Object.hasOwn(values, n) ? values[n] : void 0));
}
function readIndices(what, imageIndex, syncReads) {
  requireLive(what, imageIndex, "a live int32 tensor");
  if (imageIndex.dtype !== "int32") {
    throw new CropError("INVALID_DTYPE", {
      what,
      got: `dtype ${imageIndex.dtype}`,
      expected: "int32",
      next: "Make it with tf.tensor1d(values, 'int32'), or pass plain numbers"
    });
  }
  if (imageIndex.rank !== 1) {
    throw new CropError("INVALID_SHAPE", {
      what,
      got: `shape [${imageIndex.shape}]`,
      expected: "shape [N], one entry for each crop",
      next: "Flatten it with tf.reshape(imageIndex, [-1])"
    });
  }
  if (!syncReads) {
    throw new CropError("UNSUPPORTED", {
      what,
      got: "a tensor on a backend that cannot be read synchronously",
      expected: "an array or an Int32Array",
      next: "Pass await imageIndex.data()"
    });
  }
  return imageIndex.dataSync();
}
function listed(what, imageIndex) {
  const isList2 = attempt(() => Array.isArray(imageIndex) || imageIndex instanceof Int32Array);
  if (isList2) return imageIndex;
  throw new CropError("INVALID_OPTION", {
    what,
    got: describeValue(imageIndex),
    expected: "an array, an Int32Array or an int32 tensor",
    next: "Pass one whole number per crop, e.g. [0, 0, 1]"
  });
}
function checked(op, values, images) {
  const indices = new Int32Array(values.length);
  for (const [n, value] of values.entries()) {
    if (Number.isInteger(value) && Number(value) >= 0 && Number(value) < images) {
      indices[n] = Number(value);
      continue;
    }
    throw new CropError("INDEX_OUT_OF_RANGE", {
      what: `${op}: imageIndex[${n}]`,
      got: describeValue(value),
      expected: images === 0 ? "an image, but there are none" : `a whole number from 0 to ${images - 1}`,
      next: "Check the index, and how many images the batch has"
    });
  }
  return indices;
}
function underRules(attrs, { cutoff, rounding }) {
  if (cutoff === void 0 && rounding === void 0) return attrs;
  return { ...attrs, cutoff: cutoff ?? attrs.cutoff, rounding: rounding ?? attrs.rounding };
}
function linear(x, forward2, transpose2, again = forward2) {
  const { shape, size } = x;
  const gradFunc = (dy) => size > 0 ? linear(dy, transpose2, again) : zeros$1(shape);
  return tidy(() => customGrad(() => ({ value: forward2(x), gradFunc }))(x));
}
function product(a, b) {
  return tidy(
    () => customGrad((...args) => {
      const [x, y, save] = args;
      save([x, y]);
      const gradFunc = (dy, saved) => [product(dy, saved[1]), product(dy, saved[0])];
      return { value: mul(x, y), gradFunc };
    })(a, b)
  );
}
function spatialSizes(shape, dataFormat) {
  return dataFormat === "NCHW" ? shape.slice(2) : shape.slice(1, -1);
}
function insideWeight(points, sizes, attrs, sample) {
  const crops = points.shape[0];
  const onOnes = { ...attrs, fillValue: 0, imageIndex: new Int32Array(crops) };
  const perAxis = sizes.map((size, axis) => {
    const spatial = sizes.map((_, other) => other === axis ? size : 1);
    const row = ones(attrs.dataFormat === "NCHW" ? [1, 1, ...spatial] : [1, ...spatial, 1]);
    return sample(row, alongAxis(points, sizes.length - 1 - axis, sizes.length), onOnes);
  });
  return perAxis.reduce(product);
}
function alongAxis(points, coordinate, dimensions) {
  const isGrid = points.rank > 3;
  const [rows, columns] = isGrid ? [dimensions, 1] : points.shape.slice(1);
  const kept = Array.from({ length: rows }, (_, row) => Number(row === coordinate || row === dimensions));
  const mask = () => isGrid ? tensor(kept, [...Array(dimensions + 1).fill(1), dimensions]) : tensor(
    kept.flatMap((entry) => Array(columns).fill(entry)),
    [1, rows, columns]
  );
  const masked = (x) => mul(x, mask());
  return linear(points, masked, masked);
}
function filled(op, channelFill, image, points, attrs, sample) {
  const picks = image.dtype !== "float32" && attrs.mode === "nearest";
  const fills = channelFill === void 0 ? [attrs.fillValue] : channelFill;
  if (picks && Array.isArray(fills)) requireFillOf(op, image.dtype, fills);
  if (channelFill === void 0) return sample(image, points, attrs);
  const channelAxis = attrs.dataFormat === "NCHW" ? 1 : image.rank - 1;
  const fill = fillChannels(op, channelFill, image.shape[channelAxis]);
  const crops = sample(image, points, attrs);
  if (crops.size === 0) return crops;
  const inside = insideWeight(points, spatialSizes(image.shape, attrs.dataFormat), attrs, sample);
  const outside = linear(
    inside,
    (weight) => sub(1, weight),
    (dy) => neg(dy),
    (weight) => neg(weight)
  );
  const weights = repeated(outside, crops.shape, channelAxis);
  const colours = repeated(fill, crops.shape, channelAxis);
  if (picks)
    return withoutGradient(
      [weights, colours, crops],
      () => where(cast(weights, "bool"), cast(colours, image.dtype), crops)
    );
  return plus(crops, product(weights, colours));
}
function repeated(x, shape, channelAxis) {
  const channels = shape[channelAxis];
  const behind = sizeOf(shape.slice(channelAxis + 1));
  const all = [sizeOf(shape.slice(0, channelAxis)), channels, behind];
  const given = x.rank === 1 ? [1, channels, 1] : [all[0], 1, behind];
  const repeats = all.map((length, axis) => length / given[axis]);
  const axes = x.rank === 1 ? [0, 2] : [1];
  return linear(
    x,
    (one) => reshape(tile(reshape(one, given), repeats), [...shape]),
    (dy) => reshape(sum(reshape(dy, all), axes), x.shape)
  );
}
function sizeOf(shape) {
  return shape.reduce((size, length) => size * length, 1);
}
function plus(a, b) {
  return tidy(() => customGrad(() => ({ value: add(a, b), gradFunc: (dy) => [dy.clone(), dy.clone()] }))(a, b));
}
function withoutGradient(inputs, step) {
  const shapes = inputs.map(({ shape }) => shape);
  return customGrad(() => ({ value: step(), gradFunc: () => shapes.map((shape) => zeros$1(shape)) }))(...inputs);
}
const MOST_VALUES$1 = 2 ** 30;
function requireRoom(what, shape) {
  const values = shape.reduce((product2, length) => product2 * length, 1);
  if (values <= MOST_VALUES$1) return;
  throw outOfMemory(what, shape, `${values} values`);
}
function outOfMemory(what, shape, got) {
  return new CropError("OUT_OF_MEMORY", {
    what: `${what}: room for a result of shape [${shape}]`,
    got,
    expected: `a result that fits in memory, of at most 2 ** 30 values`,
    next: "Make fewer or smaller crops at a time"
  });
}
function perImage(op, x, images, imageIndex) {
  if (x.shape[0] !== 1 || images < 2 || imageIndex !== void 0) return x;
  const shape = [images, ...x.shape.slice(1)];
  requireRoom(op, shape);
  return linear(
    x,
    // As two axes: tfjs's webgpu reads a tensor back to tile more than four.
    (one) => reshape(tile(reshape(one, [1, one.size]), [images, 1]), shape),
    (dy) => sum(dy, 0, true)
  );
}
function samplingContext(op, options, rules = {}) {
  const attrs = resolveCropOptions(op, options);
  const { tfBackend, capabilities } = currentCropBackend(op);
  return { op, tfBackend, capabilities, attrs: underRules(attrs, rules), later: attrs };
}
function sampleThroughAffine(context, image, theta, size) {
  const dimensions = image.rank === 4 ? 2 : 3;
  requireTrailingShape(context.op, "theta", theta, [dimensions, dimensions + 1], `as the image is ${dimensions}-D`);
  const sample = (pixels2, thetas2, attrs) => runCropKernel("AffineSample", { image: pixels2, theta: thetas2 }, attrs);
  return sampleThrough("affine", sample, context, image, theta, size);
}
function sampleThroughPerspective(context, image, theta, size) {
  const sample = (pixels2, thetas2, attrs) => runPerspectiveKernel("PerspectiveSample", { image: pixels2, theta: thetas2 }, attrs);
  return sampleThrough("perspective", sample, context, image, theta, size);
}
function sampleThrough(points, sample, { op, tfBackend, capabilities, attrs, later: { imageIndex, channelFill } }, image, theta, size) {
  const dimensions = image.rank === 4 ? 2 : 3;
  const $size = readSize(op, "size", size, dimensions, 0);
  const { mode, paddingMode, antialias } = attrs;
  requireSupported(op, tfBackend, capabilities, { mode, paddingMode, dimensions, points, antialias });
  const $theta = perImage(op, theta, image.shape[0], imageIndex);
  const sampled = {
    mode,
    paddingMode,
    alignCorners: attrs.alignCorners,
    dataFormat: attrs.dataFormat,
    fillValue: attrs.fillValue,
    cutoff: attrs.cutoff,
    rounding: attrs.rounding,
    cubicCoefficient: attrs.cubicCoefficient,
    antialias,
    imageIndex: resolveImageIndex(op, imageIndex, $theta.shape[0], image.shape[0], capabilities),
    size: $size
  };
  return filled(op, channelFill, image, $theta, sampled, sample);
}
const REQUIRED_KERNELS = [
  "AffineGrid",
  "AffineGridGradTheta",
  "GridSample",
  "GridSampleGradImage",
  "GridSampleGradGrid"
];
const FUSED_KERNELS = [
  "AffineSample",
  "AffineSampleGradImage",
  "AffineSampleGradTheta"
];
const PERSPECTIVE_KERNELS = [
  "PerspectiveGrid",
  "PerspectiveGridGradTheta",
  "PerspectiveSample",
  "PerspectiveSampleGradImage",
  "PerspectiveSampleGradTheta"
];
const JVP_KERNELS = [
  "GridSampleJvp",
  "GridSampleJvpGradImage",
  "GridSampleJvpGradGrid"
];
const BOX_KERNELS = ["BoxToTheta", "BoxToThetaGradBoxes"];
const OPTIONAL_KERNELS = [
  ...FUSED_KERNELS,
  ...PERSPECTIVE_KERNELS,
  ...JVP_KERNELS,
  ...BOX_KERNELS
];
const POINTS = /* @__PURE__ */ Object.freeze(["grid", "affine", "perspective"]);
const SAMPLING = {
  modes: listOf(MODES),
  paddingModes: listOf(PADDING_MODES),
  dimensions: listOf([2, 3]),
  points: listOf(POINTS),
  antialias: [(value) => value === void 0 || typeof value === "boolean", "true or false"]
};
const CAPABILITIES = {
  dataFormats: listOf(DATA_FORMATS),
  imageDtypes: [
    (value) => isListOf(value, ["float32", "int32", "bool"]) && value.includes("float32"),
    "dtypes with 'float32' among them"
  ],
  precision: [(value) => value === "f32" || value === "f16", "'f32' or 'f16'"],
  syncReads: [(value) => typeof value === "boolean", "true or false"],
  order: [(value) => value === 1 || value === 2, "1 or 2"],
  exactIntegers: [
    (value) => value === void 0 || Number.isInteger(value) && Number(value) > 0,
    "a whole number above 0"
  ],
  flushesDenormals: [(value) => value === void 0 || typeof value === "boolean", "true or false"]
};
const LONGEST_LIST = 16;
function readCapabilities(given) {
  const problems = [];
  const sampling = copied(attempt(() => Reflect.get(Object(given), "sampling")));
  if (!Array.isArray(sampling) || sampling.length === 0) {
    problems.push(problem("capabilities.sampling", sampling, "a list of what works together"));
  }
  const products = Array.isArray(sampling) ? sampling.map((product2, i) => readParts(`capabilities.sampling[${i}]`, product2, SAMPLING, problems)) : [];
  const parts = readParts("capabilities", given, CAPABILITIES, problems);
  return { capabilities: { ...parts, sampling: products }, problems };
}
function readParts(path, given, rules, problems) {
  return Object.fromEntries(
    Object.entries(rules).map(([key, [isRight, words]]) => {
      const value = copied(attempt(() => Reflect.get(Object(given), key)));
      if (!isRight(value)) problems.push(problem(`${path}.${key}`, value, words));
      return [key, value];
    })
  );
}
function problem(path, value, words) {
  return value === void 0 ? path : `${path} (${words}, not ${describeValue(value)})`;
}
function copied(value) {
  return attempt(() => {
    if (!Array.isArray(value)) return value;
    return Array.from({ length: Math.min(value.length, LONGEST_LIST) }, (_, i) => value[i]);
  });
}
function listOf(known) {
  return [(value) => isListOf(value, known), `some of ${known.join(", ")}`];
}
function isListOf(value, known) {
  return Array.isArray(value) && value.length > 0 && value.every((entry) => known.includes(entry));
}
function completeBackend(backend) {
  const tfBackend = attempt(() => backend.tfBackend);
  const what = `registerCropBackend: the backend${isName(tfBackend) ? ` for '${tfBackend}'` : ""}`;
  requireContract(what, backend);
  const problems = [];
  if (!isName(tfBackend)) problems.push("tfBackend");
  const implemented = attempt(() => backend.kernels);
  const kernels = {};
  for (const name of [...REQUIRED_KERNELS, ...OPTIONAL_KERNELS]) {
    const kernel = attempt(() => Reflect.get(Object(implemented), name));
    const isOptional = OPTIONAL_KERNELS.some((optional) => optional === name);
    if (isOptional && kernel === void 0) continue;
    kernels[name] = kernel;
    if (typeof kernel !== "function") problems.push(isOptional ? `${name} as a function` : name);
  }
  const isThere = (name) => name in kernels;
  if (BOX_KERNELS.filter(isThere).length === 1) problems.push(`both ${BOX_KERNELS.join(" and ")}, or neither`);
  const given = attempt(() => backend.capabilities);
  const capabilitiesOf2 = typeof given === "function" ? ofDevice(what, given, isThere) : ofAnyDevice(given, isThere, problems);
  if (problems.length === 0) return { tfBackend: String(tfBackend), capabilitiesOf: capabilitiesOf2, kernels };
  throw new CropError("INVALID_BACKEND", {
    what,
    got: `${describeValue(backend)} without ${problems.join(", ")}`,
    expected: "a tfBackend, capabilities and the required kernels",
    next: "Add what is missing; the fused kernels are optional"
  });
}
function requireContract(what, backend) {
  const given = attempt(() => Reflect.get(Object(backend), "contract"));
  if (given === CONTRACT) return;
  const isOlder = given === void 0 || Number(given) < CONTRACT;
  const made = given === void 0 ? "none, as in the first contract" : describeValue(given);
  throw new CropError("INVALID_BACKEND", {
    what: `${what}: its contract`,
    got: made,
    expected: `${CONTRACT}, the one of ${THIS_COPY}`,
    next: isOlder ? "Update the backend's package, or write it for this contract: the guide 'Add a backend' says what a backend is" : "Update @cropgrad/core"
  });
}
function ofAnyDevice(given, isThere, problems) {
  const read = readCapabilities(given);
  problems.push(...read.problems, ...lacking(read.capabilities, isThere));
  return () => read.capabilities;
}
function lacking({ sampling, order }, isThere) {
  const declares = (points, isMeant = (_) => true) => sampling.some((product2) => attempt(() => product2.points.includes(points) && isMeant(product2)) === true);
  const isAntialiased = ({ antialias }) => antialias === true;
  const needed = (kernels, declared) => kernels.filter((name) => !isThere(name)).map((name) => `${name}, as it declares ${declared}`);
  return [
    ...declares("perspective") ? needed(["PerspectiveGrid", "PerspectiveGridGradTheta"], "'perspective'") : [],
    ...declares("affine", isAntialiased) ? needed(FUSED_KERNELS, "antialias") : [],
    ...declares("perspective", isAntialiased) ? needed(PERSPECTIVE_KERNELS, "antialias with 'perspective'") : [],
    ...order === 2 ? needed(JVP_KERNELS, "order: 2") : []
  ];
}
function ofDevice(what, ask, isThere) {
  const known = /* @__PURE__ */ new WeakMap();
  return (backend) => {
    const before = known.get(backend);
    if (before) return before;
    const { capabilities, problems: wrong } = readCapabilities(answer(what, ask, backend));
    const problems = [...wrong, ...lacking(capabilities, isThere)];
    if (problems.length > 0) throw wrongOfDevice(what, `capabilities without ${problems.join(", ")}`);
    known.set(backend, capabilities);
    return capabilities;
  };
}
function answer(what, ask, backend) {
  try {
    return ask(backend);
  } catch (error) {
    if (error instanceof CropError) throw error;
    throw wrongOfDevice(what, `an error: ${error instanceof Error ? error.message : describeValue(error)}`);
  }
}
function wrongOfDevice(what, got) {
  return new CropError("INVALID_BACKEND", {
    what: `${what}: its capabilities on this device`,
    got,
    expected: "all of the capabilities",
    next: "Give back all of them from the function"
  });
}
function isName(tfBackend) {
  return typeof tfBackend === "string" && tfBackend !== "";
}
const RESULT = {
  AffineGrid: {
    shape: ({ theta }, { size }) => [theta.shape[0], ...size, size.length],
    hasChannels: false
  },
  AffineGridGradTheta: {
    shape: ({ dgrid }, { size }) => [dgrid.shape[0], size.length, size.length + 1],
    hasChannels: false
  },
  GridSample: {
    shape: ({ image, grid }, { dataFormat }) => cropsShape(image, grid.shape[0], grid.shape.slice(1, -1), dataFormat),
    hasChannels: true
  },
  GridSampleGradImage: { shape: (_inputs, { imageShape }) => [...imageShape], hasChannels: true },
  GridSampleGradGrid: { shape: ({ grid }) => grid.shape, hasChannels: false },
  GridSampleJvp: {
    shape: ({ image, grid }, { dataFormat }) => cropsShape(image, grid.shape[0], grid.shape.slice(1, -1), dataFormat),
    hasChannels: true
  },
  GridSampleJvpGradImage: { shape: (_inputs, { imageShape }) => [...imageShape], hasChannels: true },
  GridSampleJvpGradGrid: { shape: ({ grid }) => grid.shape, hasChannels: false },
  AffineSample: {
    shape: ({ image, theta }, { size, dataFormat }) => cropsShape(image, theta.shape[0], size, dataFormat),
    hasChannels: true
  },
  AffineSampleGradImage: { shape: (_inputs, { imageShape }) => [...imageShape], hasChannels: true },
  AffineSampleGradTheta: { shape: ({ theta }) => theta.shape, hasChannels: false },
  PerspectiveGrid: {
    shape: ({ theta }, { size }) => [theta.shape[0], ...size, size.length],
    hasChannels: false
  },
  PerspectiveGridGradTheta: { shape: ({ theta }) => theta.shape, hasChannels: false },
  PerspectiveSample: {
    shape: ({ image, theta }, { size, dataFormat }) => cropsShape(image, theta.shape[0], size, dataFormat),
    hasChannels: true
  },
  PerspectiveSampleGradImage: { shape: (_inputs, { imageShape }) => [...imageShape], hasChannels: true },
  PerspectiveSampleGradTheta: { shape: ({ theta }) => theta.shape, hasChannels: false },
  BoxToTheta: {
    shape: ({ boxes: { shape } }) => [shape[0], shape[1] / 2, shape[1] / 2 + 1],
    hasChannels: false
  },
  BoxToThetaGradBoxes: { shape: ({ dtheta: { shape } }) => [shape[0], 2 * shape[1]], hasChannels: false }
};
function cropsShape(image, n, size, dataFormat) {
  return dataFormat === "NCHW" ? [n, image.shape[1], ...size] : [n, ...size, image.shape[image.shape.length - 1]];
}
function adaptKernel(name, kernel, { tfBackend, capabilitiesOf }) {
  const { hasChannels } = RESULT[name];
  const shapeOf = RESULT[name].shape;
  return ({ inputs, attrs, backend }) => {
    const shape = shapeOf(inputs, attrs);
    const dtype = resultDtype(inputs, attrs);
    if (isEmpty(shape) || hasEmpty(inputs)) return zeros(backend, shape, dtype);
    requireRoom(name, shape);
    const capabilities = capabilitiesOf(backend);
    const intermediates = [];
    const run = (stockKernel, x, stockAttrs) => {
      const made = runStockKernel(stockKernel, tfBackend, backend, x, stockAttrs);
      intermediates.push(made);
      return made;
    };
    const inDtype = (result) => {
      if (result.dtype === dtype) return result;
      intermediates.push(result);
      return runStockKernel("Cast", tfBackend, backend, result, { dtype });
    };
    try {
      let { image, dy } = inputs;
      const declared = capabilities.imageDtypes;
      if (image && !declared.includes(image.dtype)) image = run("Cast", image, { dtype: "float32" });
      const { dataFormat } = attrs;
      if (dataFormat === void 0 || capabilities.dataFormats.includes(dataFormat)) {
        const taken = image && image !== inputs.image ? { ...inputs, image } : inputs;
        return inDtype(kernel({ inputs: taken, attrs, backend, shape }));
      }
      const other = dataFormat === "NHWC" ? "NCHW" : "NHWC";
      const perm = (rank) => permutation(rank, other);
      if (image) image = run("Transpose", image, { perm: perm(image.shape.length) });
      if (dy) dy = run("Transpose", dy, { perm: perm(dy.shape.length) });
      const { imageShape } = attrs;
      const result = kernel({
        inputs: { ...inputs, ...image && { image }, ...dy && { dy } },
        attrs: {
          ...attrs,
          dataFormat: other,
          ...imageShape && { imageShape: perm(imageShape.length).map((axis) => imageShape[axis]) }
        },
        backend,
        shape: hasChannels ? perm(shape.length).map((axis) => shape[axis]) : shape
      });
      if (!hasChannels) return result;
      intermediates.push(result);
      const back = permutation(shape.length, dataFormat);
      return inDtype(runStockKernel("Transpose", tfBackend, backend, result, { perm: back }));
    } catch (error) {
      throw isOutOfMemory(error) ? outOfMemory(name, shape, error.message) : error;
    } finally {
      for (const { dataId } of intermediates) backend.disposeData(dataId);
    }
  };
}
function permutation(rank, to) {
  const spatial = Array.from({ length: rank - 2 }, (_, axis) => axis + 1);
  return to === "NCHW" ? [0, rank - 1, ...spatial] : [0, ...spatial.map((axis) => axis + 1), 1];
}
function isOutOfMemory(error) {
  return error instanceof RangeError && /length|allocation|memory/i.test(error.message);
}
function isEmpty(shape) {
  return shape.includes(0);
}
function hasEmpty(inputs) {
  for (const info of Object.values(inputs)) if (isEmpty(info.shape)) return true;
  return false;
}
function resultDtype({ image }, { mode }) {
  return image && mode === "nearest" ? image.dtype : "float32";
}
function zeros(backend, shape, dtype) {
  const values = util.getTypedArrayFromDType(dtype, util.sizeFromShape(shape));
  return { dataId: backend.write(values, shape, dtype), shape, dtype };
}
function runStockKernel(kernelName, tfBackend, backend, x, attrs) {
  const result = getKernel(kernelName, tfBackend).kernelFunc({ inputs: { x }, attrs, backend });
  return Array.isArray(result) ? result[0] : result;
}
function composeFusedKernels(kernels) {
  const { AffineGrid, AffineGridGradTheta, PerspectiveGrid, PerspectiveGridGradTheta } = kernels;
  const affine = throughGrid(kernels, AffineGrid, (args) => AffineGridGradTheta(args));
  const perspective = PerspectiveGrid && PerspectiveGridGradTheta && throughGrid(kernels, (args) => PerspectiveGrid(args), PerspectiveGridGradTheta);
  return {
    AffineSample: affine.sample,
    AffineSampleGradImage: affine.sampleGradImage,
    AffineSampleGradTheta: affine.sampleGradTheta,
    ...perspective && {
      PerspectiveSample: (args) => perspective.sample(args),
      PerspectiveSampleGradImage: (args) => perspective.sampleGradImage(args),
      PerspectiveSampleGradTheta: (args) => perspective.sampleGradTheta(args)
    },
    ...kernels
  };
}
function throughGrid({ GridSample, GridSampleGradImage, GridSampleGradGrid }, grid, gradTheta) {
  const gridOf = (theta, attrs, backend) => grid({ inputs: { theta }, attrs, backend, shape: RESULT.AffineGrid.shape({ theta }, attrs) });
  return {
    sample: ({ inputs: { image, theta }, attrs, backend, shape }) => using(
      backend,
      gridOf(theta, attrs, backend),
      (grid2) => GridSample({ inputs: { image, grid: grid2 }, attrs, backend, shape })
    ),
    sampleGradImage: ({ inputs: { dy, theta }, attrs, backend, shape }) => using(
      backend,
      gridOf(theta, attrs, backend),
      (grid2) => GridSampleGradImage({ inputs: { dy, grid: grid2 }, attrs, backend, shape })
    ),
    sampleGradTheta: ({ inputs: { dy, image, theta }, attrs, backend, shape }) => using(
      backend,
      gridOf(theta, attrs, backend),
      (grid2) => using(
        backend,
        GridSampleGradGrid({ inputs: { dy, image, grid: grid2 }, attrs, backend, shape: grid2.shape }),
        (dgrid) => gradTheta({ inputs: { dgrid, theta }, attrs, backend, shape })
      )
    )
  };
}
function using(backend, intermediate, use) {
  try {
    return use(intermediate);
  } finally {
    backend.disposeData(intermediate.dataId);
  }
}
function registerCropBackend(backend) {
  const { tfBackend, capabilitiesOf, kernels: given } = completeBackend(backend);
  const kernels = composeFusedKernels(given);
  const registered2 = {
    tfBackend,
    contract: CONTRACT,
    copy: THIS_COPY,
    capabilitiesOf
  };
  for (const name of [...REQUIRED_KERNELS, ...OPTIONAL_KERNELS]) {
    const kernelName = KERNEL_PREFIX + name;
    if (getKernel(kernelName, tfBackend)) unregisterKernel(kernelName, tfBackend);
    const kernel = kernels[name];
    if (!kernel) continue;
    const adapted = adaptKernel(name, kernel, registered2);
    registerKernel({ kernelName, backendName: tfBackend, kernelFunc: adapted });
  }
  const { backends } = registry();
  const before = backends.findIndex((one) => one.tfBackend === tfBackend && one.contract === CONTRACT);
  if (before >= 0) backends.splice(before, 1);
  backends.push(registered2);
  registerGradients(GRADIENTS);
}
const CORNERS$1 = ["(x, y, x2, y2)", "(x, y, z, x2, y2, z2)"];
function readBoxes(op, boxes, dimensions, unit = "ends", columns = CORNERS$1) {
  const shape = `[N,4] = ${columns[0]}, or [N,6] = ${columns[1]} in 3-D`;
  const read = readTensor(op, "boxes", boxes, {
    ranks: [2],
    dtypes: ["float32"],
    shape,
    empty: [0, 2 * dimensions],
    next: missingShape$1,
    onNumbers: (numbers) => {
      warnOfNaN(op, "boxes", numbers);
      if (unit === "ends") warnOfPixels(op, numbers);
    }
  });
  if (read.shape[1] === 4 || read.shape[1] === 6) return read;
  throw new CropError("INVALID_SHAPE", {
    what: `${op}: boxes`,
    got: `shape [${read.shape}]`,
    expected: `shape ${shape}`,
    next: read.shape[1] === 5 ? "Boxes with an angle are for rotatedBoxToTheta, and its theta for affineSample" : columns === CORNERS$1 ? "Pass two opposite corners per box" : `Pass ${columns[0]} per box`
  });
}
function missingShape$1(shape) {
  const [numbers] = shape;
  if (shape.length === 3 && shape[2] === shape[1] + 1) return "A theta is for affineSample";
  if (shape.length > 2) return "Give boxes two axes, with tf.reshape(boxes, [-1, 4])";
  if (numbers > 4 && numbers % 4 === 0) {
    return `Give every box a row of its own with tf.reshape(boxes, [${numbers / 4}, 4])`;
  }
  return "Wrap a single box, [[x, y, x2, y2]]; no boxes at all are [], or tf.zeros([0, 4])";
}
function thetaOfBoxes(op, boxes, dimensions = 2) {
  const $boxes = readBoxes(op, boxes, dimensions);
  if (hasCropKernel("BoxToTheta")) return runCropKernel("BoxToTheta", { boxes: $boxes }, {});
  return linear($boxes, thetas$1, boxGradient);
}
function thetas$1(boxes) {
  const [n, corners] = boxes.shape;
  const dimensions = corners / 2;
  return reshape(matMul(boxes, cornersToTheta(dimensions)), [n, dimensions, dimensions + 1]);
}
function boxGradient(dtheta) {
  const [n, dimensions, columns] = dtheta.shape;
  const entries = dimensions * columns;
  const half = mul(reshape(dtheta, [n, entries]), 0.5);
  const dscale = stridedSlice(half, [0, 0], [n, entries], [1, columns + 1]);
  const dshift = stridedSlice(half, [0, dimensions], [n, entries], [1, columns]);
  return concat([sub(dshift, dscale), add(dshift, dscale)], 1);
}
function cornersToTheta(dimensions) {
  const columns = dimensions * (dimensions + 1);
  const values = new Float32Array(2 * dimensions * columns);
  for (let k = 0; k < dimensions; k++) {
    const scale = k * (dimensions + 1) + k;
    const shift = k * (dimensions + 1) + dimensions;
    values[k * columns + scale] = -0.5;
    values[k * columns + shift] = 0.5;
    values[(k + dimensions) * columns + scale] = 0.5;
    values[(k + dimensions) * columns + shift] = 0.5;
  }
  return tensor2d(values, [2 * dimensions, columns]);
}
function onceDifferentiable(gradient) {
  return customGrad((x) => ({
    value: clone(x),
    gradFunc: () => {
      throw notDifferentiableTwice("the gradient by boxes and thetas: its own gradient");
    }
  }))(gradient);
}
function differentiable(inputs, forward2, backward) {
  return tidy(
    () => customGrad((...args) => {
      const xs = args.slice(0, -1);
      const save = args[args.length - 1];
      save(xs);
      const gradFunc = (dy, saved) => (
        // Of nothing, tfjs's backends make results of other shapes.
        saved.every((x) => x.size > 0) ? backward(dy, ...saved).map(onceDifferentiable) : saved.map((x) => zeros$1(x.shape))
      );
      return { value: forward2(...xs), gradFunc };
    })(...inputs)
  );
}
function homogeneous(theta) {
  const [n, , columns] = theta.shape;
  const rows = new Float32Array(n * columns);
  for (let i = columns - 1; i < rows.length; i += columns) rows[i] = 1;
  return concat([theta, tensor3d(rows, [n, 1, columns])], 1);
}
function linearPart(theta) {
  const [n, rows] = theta.shape;
  return slice(theta, 0, [n, rows, rows]);
}
function isSquare({ shape }) {
  return shape[1] === shape[2];
}
function toSquare(theta) {
  if (isSquare(theta)) return theta;
  return linear(theta, homogeneous, (dy) => slice(dy, 0, [dy.shape[0], 2, 3]));
}
function composeTheta(a, b) {
  return tidy(() => {
    const $a = readTheta("composeTheta", "a", a, 2, "either");
    const $b = readTheta("composeTheta", "b", b, 2, "either");
    const areSquare = isSquare($a) || isSquare($b);
    const isVolume = $a.shape[2] === 4 || $b.shape[2] === 4;
    const fit = areSquare ? !isVolume && $a.shape[0] === $b.shape[0] : $a.shape.join() === $b.shape.join();
    if (!fit) {
      throw new CropError("INVALID_SHAPE", {
        what: "composeTheta: a and b",
        got: `shapes [${$a.shape}] and [${$b.shape}]`,
        expected: "two thetas of the same shape, or as many [N,2,3] as [N,3,3]",
        next: "Repeat the single one with tf.tile, so that there is one of each per crop"
      });
    }
    if (areSquare) {
      return differentiable(
        [toSquare($a), toSquare($b)],
        (x, y) => matMul(x, y),
        (dy, x, y) => [matMul(dy, y, false, true), matMul(x, dy, true)]
      );
    }
    return differentiable(
      [$a, $b],
      (x, y) => matMul(x, homogeneous(y)),
      (dy, x, y) => [matMul(dy, homogeneous(y), false, true), matMul(linearPart(x), dy, true)]
    );
  });
}
function crop(image, boxes, size, options = {}) {
  return tidy(() => {
    const op = "crop";
    const context = samplingContext(op, options);
    const $image = readImage(op, image, context.attrs.dataFormat);
    const theta = thetaOfBoxes(op, boxes, $image.rank === 4 ? 2 : 3);
    if (theta.shape[1] !== $image.rank - 2) {
      throw new CropError("INVALID_SHAPE", {
        what: `${op}: boxes`,
        got: `${2 * theta.shape[1]} numbers a box for an image of shape [${$image.shape}]`,
        expected: $image.rank === 4 ? "[N,4] = (x, y, x2, y2)" : "[N,6] = (x, y, z, x2, y2, z2)",
        next: "Give each box two opposite corners, with one number per spatial axis of the image"
      });
    }
    return sampleThroughAffine(context, $image, theta, size);
  });
}
function perspectiveSample(image, theta, size, options = {}) {
  return tidy(() => {
    const op = "perspectiveSample";
    const context = samplingContext(op, options);
    const $image = readFlatImage(context, image);
    return sampleThroughPerspective(context, $image, readTheta(op, "theta", theta, 2, "perspective"), size);
  });
}
function readFlatImage({ op, attrs }, image) {
  const read = readImage(op, image, attrs.dataFormat);
  if (read.rank === 4) return read;
  throw new CropError("INVALID_RANK", {
    what: `${op}: image`,
    got: `shape [${read.shape}]`,
    expected: "an image, which has 4 axes",
    next: "Perspective is for images; sample volumes with affineSample, or at a grid with gridSample"
  });
}
function readQuads(op, quads) {
  const shape = "[N,4,2]: four corners (x, y) each, from the top left clockwise";
  const read = readTensor(op, "quads", quads, {
    ranks: [3],
    dtypes: ["float32"],
    shape,
    empty: [0, 4, 2],
    next: missingShape,
    onNumbers: (numbers) => {
      warnOfNaN(op, "quads", numbers);
      warnOfPixelQuads(op, numbers);
    }
  });
  if (read.shape[1] === 4 && read.shape[2] === 2) return read;
  throw new CropError("INVALID_SHAPE", {
    what: `${op}: quads`,
    got: `shape [${read.shape}]`,
    expected: `shape ${shape}`,
    next: "Pass four corners per quad, each as x and y"
  });
}
function missingShape(shape) {
  const [first, second] = shape;
  if (shape.join() === "4,2") return "Wrap a single quad: [[[x, y], [x, y], [x, y], [x, y]]]";
  if (shape.length === 2 && second === 8)
    return `Give each corner a row of its own with tf.reshape(quads, [${first}, 4, 2])`;
  if (shape.length === 2 && second === 4) return "Boxes of two corners are for crop";
  return "A quad is four corners, each x and y; no quads at all are [], or tf.zeros([0, 4, 2])";
}
function quadToTheta(quads) {
  return thetaOfQuads("quadToTheta", quads);
}
function thetaOfQuads(op, quads) {
  return tidy(() => differentiable([readQuads(op, quads)], thetas, (dtheta, x) => [quadGradient(dtheta, x)]));
}
const CORNERS = [
  [-1, -1, 1],
  [1, -1, 1],
  [1, 1, 1],
  [-1, 1, 1]
];
function thetas(quads) {
  if (quads.size === 0) return zeros$1([0, 3, 3]);
  const [p0, p1, p2, p3] = split(quads, 4, 1);
  const bent = add(sub(p0, p1), sub(p2, p3));
  const along = sub(p1, p2);
  const down = sub(p3, p2);
  const turn = cross(along, down);
  const area = where(equal(turn, 0), tensor3d(new Float32Array(turn.size).fill(Number.NaN), [turn.size, 1, 1]), turn);
  const g = div(cross(bent, down), area);
  const h = div(cross(along, bent), area);
  const q1 = mul(p1, add(g, 1));
  const q3 = mul(p3, add(h, 1));
  const rows = transpose(mul(concat([sub(q1, p0), sub(q3, p0), add(q1, q3)], 1), 0.5), [0, 2, 1]);
  const last = mul(concat([g, h, add(add(g, h), 2)], 2), 0.5);
  const theta = concat([rows, last], 1);
  return div(theta, mul(add(add(g, h), 2), 0.5));
}
function quadGradient(dtheta, quads) {
  const theta = thetas(quads);
  const corners = tensor3d([CORNERS]);
  const [dx, dy, dw] = split(dtheta, 3, 1);
  const known = mul(matMul(corners, concat([dx, dy], 1), false, true), 0.25);
  const over = (column, x) => sum(mul(x, tensor3d([CORNERS.map((corner) => [corner[column]])])), 1, true);
  const [toU, toV] = split(dw, 3, 2);
  const dot = sum(mul(quads, known), 2, true);
  const a = mul(add(toU, over(0, dot)), -4);
  const b = mul(add(toV, over(1, dot)), -4);
  const [pu, pv] = [over(0, quads), over(1, quads)];
  const unknown = div(sub(mul(a, perpendicular(pu)), mul(b, perpendicular(pv))), cross(pv, pu));
  const twist = tensor3d([CORNERS.map(([u, v]) => [u * v / 4])]);
  const [, , lastRow] = split(theta, 3, 1);
  const w = matMul(corners, lastRow, false, true);
  const gradient = mul(w, add(known, mul(twist, unknown)));
  return where(isFinite(sum(theta, [1, 2], true)), gradient, zerosLike(gradient));
}
function perpendicular(p) {
  return mul(reverse(p, 2), tensor3d([[[1, -1]]]));
}
function cross(a, b) {
  return sum(mul(a, perpendicular(b)), 2, true);
}
function cropQuads(image, quads, size, options = {}) {
  return tidy(() => {
    const op = "cropQuads";
    const context = samplingContext(op, options);
    const $image = readFlatImage(context, image);
    return sampleThroughPerspective(context, $image, thetaOfQuads(op, quads), size);
  });
}
function createTangentTaps(tangent, call) {
  const points = createTaps(call);
  const { x, y, z } = points.taps;
  return { points, x: curved(x), y: curved(y), z: curved(z), tangent, at: 0, dimensions: call.dimensions };
}
function curved(taps) {
  const { weight, outside } = taps;
  return { taps, curvature: new Float64Array(weight.length), outsideCurvature: new Float64Array(outside.length) };
}
function takeMovingPoints(moving2, row, call) {
  const { count, n, i, k } = row;
  const { width, height, depth } = call.crop;
  moving2.at = ((n * depth + k) * height + i) * width * moving2.dimensions;
  takePoints(moving2.points, row, call);
  const { x, y, z, mode } = call;
  curve(moving2.x, row.x, count, x, mode);
  curve(moving2.y, row.y, count, y, mode);
  if (moving2.dimensions === 3) curve(moving2.z, row.z, count, z, mode);
}
function curve({ taps, curvature, outsideCurvature }, x, points, axis, mode) {
  const { count, index, outside } = taps;
  mode.curve(curvature, taps, x, points, axis);
  for (let p = 0, k = 0; p < points; p++) {
    let sum2 = 0;
    for (const end = k + count; k < end; k++) if (index[k] < 0) sum2 += curvature[k];
    outsideCurvature[p] = outside[p] === 0 || outside[p] === 1 ? 0 : sum2;
  }
}
function multiplyMoving({ points, tangent, at, dimensions }, p, from, image) {
  const { taps, offset, weight } = points;
  const { x, y, z } = taps;
  const { xStride, yStride, zStride } = image;
  const place = at + p * dimensions;
  const [hx, hy, hz] = [tangent[place], tangent[place + 1], dimensions === 3 ? tangent[place + 2] : 0];
  const zFrom = dimensions === 3 ? p * z.count : 0;
  let n = 0;
  for (let c = zFrom; c < zFrom + z.count; c++) {
    if (z.index[c] < 0) continue;
    for (let b = p * y.count; b < (p + 1) * y.count; b++) {
      if (y.index[b] < 0) continue;
      const row = from + z.index[c] * zStride + y.index[b] * yStride;
      const still = z.weight[c] * y.weight[b];
      const moved = hy * z.weight[c] * y.slope[b] + hz * z.slope[c] * y.weight[b];
      for (let a = p * x.count; a < (p + 1) * x.count; a++) {
        if (x.index[a] < 0) continue;
        offset[n] = row + x.index[a] * xStride;
        weight[n] = hx * still * x.slope[a] + moved * x.weight[a];
        n++;
      }
    }
  }
  return n;
}
function gatherMoving(moving2, { values, at, layout }, image, fillValue) {
  const { taps, offset, weight } = moving2.points;
  const pixels2 = image.values;
  for (let p = 0; p < taps.count; p++) {
    const n = multiplyMoving(moving2, p, image.at, image.layout);
    const slope = fillValue === 0 ? 0 : outsideMoving(moving2, p);
    const background = slope === 0 ? 0 : fillValue * slope;
    let to = at + taps.point[p] * layout.xStride;
    let channel = 0;
    for (let c = 0; c < layout.channels; c++) {
      let value = background;
      for (let k = 0; k < n; k++) value += weight[k] * pixels2[offset[k] + channel];
      values[to] = value;
      to += layout.channelStride;
      channel += image.layout.channelStride;
    }
  }
}
function outsideMoving({ points, tangent, at, dimensions }, p) {
  const { x, y, z } = points.taps;
  const c = dimensions === 3 ? p : 0;
  const place = at + p * dimensions;
  if (x.outsideSlope[p] === 0 && y.outsideSlope[p] === 0 && z.outsideSlope[c] === 0) return 0;
  const [ix, iy, iz] = [1 - x.outside[p], 1 - y.outside[p], 1 - z.outside[c]];
  const alongZ = dimensions === 3 ? tangent[place + 2] * z.outsideSlope[c] * ix * iy : 0;
  return tangent[place] * x.outsideSlope[p] * iy * iz + tangent[place + 1] * y.outsideSlope[p] * ix * iz + alongZ;
}
function scatterMoving(moving2, dimage, { values, at, layout }) {
  const { taps, offset, weight } = moving2.points;
  const { xStride, channels, channelStride } = layout;
  const { values: sums, layout: image } = dimage;
  for (let p = 0; p < taps.count; p++) {
    const n = multiplyMoving(moving2, p, dimage.at, image);
    const from = at + taps.point[p] * xStride;
    for (let k = 0; k < n; k++) {
      const w = weight[k];
      if (w === 0) continue;
      let to = offset[k];
      for (let c = 0, d = from; c < channels; c++, d += channelStride, to += image.channelStride) {
        sums[to] += w * values[d];
      }
    }
  }
}
function slopeMoving(moving2, gradient, dy, image, fillValue) {
  const { points, x: xs, y: ys, z: zs, tangent, at, dimensions } = moving2;
  const { x, y, z } = points.taps;
  const { xStride, yStride, zStride, channelStride } = image.layout;
  const { values, layout } = dy;
  const isVolume = dimensions === 3;
  for (let p = 0; p < points.taps.count; p++) {
    const place = at + p * dimensions;
    const [hx, hy, hz] = [tangent[place], tangent[place + 1], isVolume ? tangent[place + 2] : 0];
    const from = dy.at + points.taps.point[p] * layout.xStride;
    const zFrom = isVolume ? p * z.count : 0;
    let gx = 0;
    let gy = 0;
    let gz = 0;
    for (let c2 = zFrom; c2 < zFrom + z.count; c2++) {
      if (z.index[c2] < 0) continue;
      const [wz, sz2, cz2] = [z.weight[c2], z.slope[c2], zs.curvature[c2]];
      for (let b = p * y.count; b < (p + 1) * y.count; b++) {
        if (y.index[b] < 0) continue;
        const [wy, sy2, cy2] = [y.weight[b], y.slope[b], ys.curvature[b]];
        const row = image.at + z.index[c2] * zStride + y.index[b] * yStride;
        for (let a = p * x.count; a < (p + 1) * x.count; a++) {
          if (x.index[a] < 0) continue;
          const [wx, sx2, cx2] = [x.weight[a], x.slope[a], xs.curvature[a]];
          const pixel = row + x.index[a] * xStride;
          let dot = 0;
          for (let n = 0; n < layout.channels; n++) {
            dot += values[from + n * layout.channelStride] * image.values[pixel + n * channelStride];
          }
          const along2 = slopesAlong(hx, hy, hz, wx, wy, wz, sx2, sy2, sz2, cx2, cy2, cz2);
          gx += dot * along2.x;
          gy += dot * along2.y;
          gz += dot * along2.z;
        }
      }
    }
    const to = points.taps.point[p] * dimensions;
    gradient[to] = gx;
    gradient[to + 1] = gy;
    if (isVolume) gradient[to + 2] = gz;
    if (fillValue === 0) continue;
    const c = isVolume ? p : 0;
    const [sx, sy, sz] = [-x.outsideSlope[p], -y.outsideSlope[p], -z.outsideSlope[c]];
    const [cx, cy, cz] = [-xs.outsideCurvature[p], -ys.outsideCurvature[p], -zs.outsideCurvature[c]];
    if ([sx, sy, sz, cx, cy, cz].every((slope) => slope === 0)) continue;
    const [ix, iy, iz] = [1 - x.outside[p], 1 - y.outside[p], 1 - z.outside[c]];
    const along = slopesAlong(hx, hy, hz, ix, iy, iz, sx, sy, sz, cx, cy, cz);
    let fill = 0;
    for (let n = 0; n < layout.channels; n++) fill -= values[from + n * layout.channelStride];
    fill *= fillValue;
    if (along.x !== 0) gradient[to] += fill * along.x;
    if (along.y !== 0) gradient[to + 1] += fill * along.y;
    if (isVolume && along.z !== 0) gradient[to + 2] += fill * along.z;
  }
}
function slopesAlong(hx, hy, hz, wx, wy, wz, sx, sy, sz, cx, cy, cz) {
  return {
    x: hx * cx * wy * wz + hy * sx * sy * wz + hz * sx * wy * sz,
    y: hx * sx * sy * wz + hy * wx * cy * wz + hz * wx * sy * sz,
    z: hx * sx * wy * sz + hy * wx * sy * sz + hz * wx * wy * cz
  };
}
function tangentWay(tangent) {
  return (call) => {
    const moving2 = createTangentTaps(tangent, call);
    return {
      needsPoints: true,
      plan: () => true,
      take: (row) => takeMovingPoints(moving2, row, call),
      gather: (crop2, image) => gatherMoving(moving2, crop2, image, call.fillValue),
      scatter: (dimage, dy) => scatterMoving(moving2, dimage, dy),
      slope: (gradient, dy, image) => slopeMoving(moving2, gradient, dy, image, call.fillValue)
    };
  };
}
function gridSampleJvp(image, imageShape, { grid, tangent, shape }, attrs) {
  const crops = cropsShape$1(imageShape, shape[0], shape.slice(1, -1), attrs.dataFormat);
  const call = createCall(imageShape, crops, attrs);
  return forward(image, gridPoints(grid, shape, call, attrs.alignCorners), call, [tangentWay(tangent)]);
}
function gridSampleJvpGradImage(dy, dyShape, { grid, tangent, shape }, attrs) {
  const call = createCall(attrs.imageShape, dyShape, attrs);
  return byImage(dy, gridPoints(grid, shape, call, attrs.alignCorners), call, [tangentWay(tangent)]);
}
function gridSampleJvpGradGrid(dy, dyShape, image, imageShape, { grid, tangent, shape }, attrs) {
  const call = createCall(imageShape, dyShape, attrs);
  return byPoints(dy, image, gridPoints(grid, shape, call, attrs.alignCorners), call, [tangentWay(tangent)]);
}
const cpuBackend = {
  contract: 2,
  tfBackend: "cpu",
  capabilities: {
    sampling: [
      {
        modes: ["bilinear", "nearest", "bicubic"],
        paddingModes: ["zeros", "border", "reflection", "wrap"],
        dimensions: [2, 3],
        points: ["grid", "affine", "perspective"],
        antialias: true
      }
    ],
    dataFormats: ["NHWC", "NCHW"],
    imageDtypes: ["float32", "int32", "bool"],
    precision: "f32",
    syncReads: true,
    order: 2,
    exactIntegers: 2 ** 31
  },
  kernels: {
    AffineGrid: ({ inputs: { theta }, attrs: { size, alignCorners }, backend, shape }) => output(backend, shape, affineGrid(floats(backend, theta), theta.shape[0], size, alignCorners)),
    AffineGridGradTheta: ({ inputs: { dgrid }, attrs: { alignCorners }, backend, shape }) => output(backend, shape, affineGridGradTheta(floats(backend, dgrid), dgrid.shape, alignCorners)),
    GridSample: ({ inputs: { image, grid }, attrs, backend, shape }) => {
      const crops = gridSample(pixels(backend, image), image.shape, floats(backend, grid), grid.shape, attrs);
      return output(backend, shape, crops);
    },
    GridSampleGradImage: ({ inputs: { dy, grid }, attrs, backend, shape }) => {
      const dimage = gridSampleGradImage(floats(backend, dy), dy.shape, floats(backend, grid), grid.shape, attrs);
      return output(backend, shape, dimage);
    },
    GridSampleGradGrid: ({ inputs: { dy, image, grid }, attrs, backend, shape }) => {
      const [dyValues, gridValues] = [floats(backend, dy), floats(backend, grid)];
      const imageValues = pixels(backend, image);
      const dgrid = gridSampleGradGrid(dyValues, dy.shape, imageValues, image.shape, gridValues, grid.shape, attrs);
      return output(backend, shape, dgrid);
    },
    GridSampleJvp: ({ inputs: { image, grid, tangent }, attrs, backend, shape }) => {
      const crops = gridSampleJvp(pixels(backend, image), image.shape, moving(backend, grid, tangent), attrs);
      return output(backend, shape, crops);
    },
    GridSampleJvpGradImage: ({ inputs: { dy, grid, tangent }, attrs, backend, shape }) => {
      const dimage = gridSampleJvpGradImage(floats(backend, dy), dy.shape, moving(backend, grid, tangent), attrs);
      return output(backend, shape, dimage);
    },
    GridSampleJvpGradGrid: ({ inputs: { dy, image, grid, tangent }, attrs, backend, shape }) => {
      const [dyValues, imageValues] = [floats(backend, dy), pixels(backend, image)];
      const movingGrid = moving(backend, grid, tangent);
      const dgrid = gridSampleJvpGradGrid(dyValues, dy.shape, imageValues, image.shape, movingGrid, attrs);
      return output(backend, shape, dgrid);
    },
    AffineSample: ({ inputs: { image, theta }, attrs, backend, shape }) => output(backend, shape, affineSample(pixels(backend, image), image.shape, floats(backend, theta), attrs)),
    AffineSampleGradImage: ({ inputs: { dy, theta }, attrs, backend, shape }) => output(backend, shape, affineSampleGradImage(floats(backend, dy), dy.shape, floats(backend, theta), attrs)),
    AffineSampleGradTheta: ({ inputs: { dy, image, theta }, attrs, backend, shape }) => {
      const [dyValues, thetaValues] = [floats(backend, dy), floats(backend, theta)];
      const imageValues = pixels(backend, image);
      const dtheta = affineSampleGradTheta(dyValues, dy.shape, imageValues, image.shape, thetaValues, attrs);
      return output(backend, shape, dtheta);
    },
    PerspectiveGrid: ({ inputs: { theta }, attrs: { size, alignCorners }, backend, shape }) => output(backend, shape, perspectiveGrid(floats(backend, theta), theta.shape[0], size, alignCorners)),
    PerspectiveGridGradTheta: ({ inputs: { dgrid, theta }, attrs: { alignCorners }, backend, shape }) => {
      const [dgridValues, thetaValues] = [floats(backend, dgrid), floats(backend, theta)];
      return output(backend, shape, perspectiveGridGradTheta(dgridValues, dgrid.shape, thetaValues, alignCorners));
    },
    PerspectiveSample: ({ inputs: { image, theta }, attrs, backend, shape }) => output(backend, shape, perspectiveSample$1(pixels(backend, image), image.shape, floats(backend, theta), attrs)),
    PerspectiveSampleGradImage: ({ inputs: { dy, theta }, attrs, backend, shape }) => {
      const dimage = perspectiveSampleGradImage(floats(backend, dy), dy.shape, floats(backend, theta), attrs);
      return output(backend, shape, dimage);
    },
    PerspectiveSampleGradTheta: ({ inputs: { dy, image, theta }, attrs, backend, shape }) => {
      const [dyValues, thetaValues] = [floats(backend, dy), floats(backend, theta)];
      const imageValues = pixels(backend, image);
      const dtheta = perspectiveSampleGradTheta(dyValues, dy.shape, imageValues, image.shape, thetaValues, attrs);
      return output(backend, shape, dtheta);
    },
    BoxToTheta: ({ inputs: { boxes }, backend, shape }) => {
      const theta = new Float32Array(shape[0] * shape[1] * shape[2]);
      writeThetas(theta, floats(backend, boxes), shape[1]);
      return output(backend, shape, theta);
    },
    BoxToThetaGradBoxes: ({ inputs: { dtheta }, backend, shape }) => {
      const dboxes = new Float32Array(shape[0] * shape[1]);
      writeBoxGradients(dboxes, floats(backend, dtheta), shape[1] / 2);
      return output(backend, shape, dboxes);
    }
  }
};
function moving(backend, grid, tangent) {
  return { grid: floats(backend, grid), tangent: floats(backend, tangent), shape: grid.shape };
}
function floats(backend, { dataId }) {
  return backend.data.get(dataId).values;
}
const MOST_VALUES = 2 ** 31 - 1;
function pixels(backend, { dataId, shape }) {
  const values = backend.data.get(dataId).values;
  if (values.length <= MOST_VALUES) return values;
  throw new CropError("UNSUPPORTED", {
    what: "backend-cpu: image",
    got: `${values.length} values, of shape [${shape}]`,
    expected: `at most ${MOST_VALUES} values`,
    next: "Sample it in parts"
  });
}
function output(backend, shape, values) {
  const dtype = values instanceof Float32Array ? "float32" : values instanceof Int32Array ? "int32" : "bool";
  return backend.makeTensorInfo([...shape], dtype, values);
}
registerCropBackend(cpuBackend);
const CLICKED = [
  [222, 108],
  [551, 51],
  [676, 521],
  [110, 530]
];
const PAGE_SIZE = [420, 297];
const AROUND = 1.25;
const SIDE = 64;
const LEVELS = [
  { halvings: 3, rate: 0.01 },
  { halvings: 2, rate: 5e-3 },
  { halvings: 1, rate: 2e-3 },
  { halvings: 0, rate: 7e-4 }
];
const STEPS = 30;
async function openSheet(pixels2) {
  await tf.setBackend("cpu");
  const { width, height } = pixels2;
  const photo = tf.tidy(() => tf.expandDims(tf.div(tf.browser.fromPixels(pixels2), 255)));
  const grey = tf.tidy(() => tf.mean(photo, 3, true));
  const halved = LEVELS.map(({ halvings }) => halve(grey, halvings));
  const { isPaper, counts } = bandOfMargin();
  const normalised = (corners) => tf.tensor3d([corners.map(([x, y]) => [2 * x / width - 1, 2 * y / height - 1])]);
  const inPixels = (quad) => [0, 2, 4, 6].map((at) => [(quad[at] + 1) / 2 * width, (quad[at + 1] + 1) / 2 * height]);
  function slope(seenIn, quad) {
    return tf.tidy(() => {
      const around = [[[AROUND, 0, 0], [0, AROUND, 0]]];
      const look = (q) => perspectiveSample(seenIn, composeTheta(quadToTheta(q), around), [SIDE, SIDE], {
        paddingMode: "border"
      });
      const dy = tf.mul(tf.mul(tf.sub(look(quad), isPaper), counts), 2);
      return tf.grad(look)(quad, dy);
    });
  }
  async function numbers(make) {
    const made = tf.tidy(make);
    const values = await made.data();
    made.dispose();
    return values;
  }
  return {
    width,
    height,
    async straightened(corners) {
      const page = tf.tidy(() => {
        const cropped = cropQuads(photo, normalised(corners), [...PAGE_SIZE], { antialias: true });
        return tf.squeeze(tf.clipByValue(cropped, 0, 1), [0]);
      });
      const values = await tf.browser.toPixels(page);
      page.dispose();
      return new ImageData(new Uint8ClampedArray(values), PAGE_SIZE[1], PAGE_SIZE[0]);
    },
    async gradient(corners) {
      const values = await numbers(() => slope(halved[1], normalised(corners)));
      return [0, 2, 4, 6].map((at) => [2 * values[at] / width, 2 * values[at + 1] / height]);
    },
    async refine(corners, onStep) {
      const quad = tf.variable(normalised(corners));
      try {
        for (const [level, { rate }] of LEVELS.entries()) {
          const adam = tf.train.adam(rate);
          for (let step = 0; step < STEPS; step++) {
            const gradient = slope(halved[level], quad);
            adam.applyGradients([{ name: quad.name, tensor: gradient }]);
            gradient.dispose();
            const goesOn = await onStep(inPixels(await quad.data()));
            if (!goesOn) return adam.dispose();
          }
          adam.dispose();
        }
      } finally {
        quad.dispose();
      }
    }
  };
}
function bandOfMargin() {
  const far = Array.from({ length: SIDE * SIDE }, (_, at) => {
    const [v, u] = [Math.floor(at / SIDE), at % SIDE].map((k) => AROUND * ((2 * k + 1) / SIDE - 1));
    return Math.max(Math.abs(u), Math.abs(v));
  });
  const pixel = 2 * AROUND / SIDE;
  const shape = [1, SIDE, SIDE, 1];
  const paper = far.map((d) => 0.2 + 0.65 * Math.min(Math.max((1 - d) / pixel + 0.5, 0), 1));
  const counts = far.map((d) => Number(d > 0.84));
  const total = counts.reduce((sum2, count) => sum2 + count, 0);
  return {
    isPaper: tf.tensor4d(paper, shape),
    counts: tf.tensor4d(
      counts.map((count) => count / total),
      shape
    )
  };
}
function halve(image, times) {
  if (times === 0) return image;
  const [, height, width] = image.shape;
  return halve(crop(image, [[-1, -1, 1, 1]], [Math.ceil(height / 2), Math.ceil(width / 2)]), times - 1);
}
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "StraightenPage",
  __ssrInlineRender: true,
  setup(__props) {
    const NAMES = ["top left", "top right", "bottom right", "bottom left"];
    const sheet = shallowRef();
    const corners = shallowRef(CLICKED);
    const gradient = shallowRef([]);
    const strongest = ref(0);
    const problem2 = ref("");
    const isRefining = ref(false);
    useTemplateRef("stage");
    const page = useTemplateRef("page");
    let isGone = false;
    const show = latestOnly(async (at) => {
      await shown(at);
    });
    async function shown(at) {
      var _a, _b, _c, _d;
      const [picture, slopes] = await Promise.all([(_a = sheet.value) == null ? void 0 : _a.straightened(at), (_b = sheet.value) == null ? void 0 : _b.gradient(at)]);
      if (!picture || !slopes || isGone) return;
      (_d = (_c = page.value) == null ? void 0 : _c.getContext("2d")) == null ? void 0 : _d.putImageData(picture, 0, 0);
      gradient.value = slopes;
      strongest.value = Math.max(strongest.value, ...slopes.map(([x, y]) => Math.hypot(x, y)));
    }
    const outline = computed(() => corners.value.map((corner) => corner.join()).join(" "));
    const arrows = computed(() => {
      if (!(strongest.value > 0)) return [];
      return gradient.value.map(([x, y], k) => {
        const length = -90 / strongest.value;
        return arrowPath({ x: corners.value[k][0], y: corners.value[k][1] }, { x: x * length, y: y * length });
      });
    });
    onMounted(async () => {
      try {
        const response = await fetch(withBase("/photos/sheet.webp"));
        if (!response.ok) throw new Error(`the server answered ${response.status}`);
        const picture = await createImageBitmap(await response.blob());
        const context = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
        if (!context) throw new Error("this browser gives no canvas");
        context.drawImage(picture, 0, 0);
        sheet.value = await openSheet(context.getImageData(0, 0, picture.width, picture.height));
        show(corners.value);
      } catch (error) {
        problem2.value = `The photo did not load: ${error instanceof Error ? error.message : error}.`;
      }
    });
    onUnmounted(() => {
      isGone = true;
    });
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "playground straighten" }, _attrs))} data-v-0e23ad02>`);
      if (problem2.value) {
        _push(`<p role="alert" data-v-0e23ad02>${ssrInterpolate(problem2.value)}</p>`);
      } else {
        _push(`<div class="pictures" data-v-0e23ad02><div class="photo" data-v-0e23ad02><img${ssrRenderAttr("src", unref(withBase)("/photos/sheet.webp"))} alt="A printed recipe on gravel, seen from the side" width="800" height="600" data-v-0e23ad02>`);
        if (sheet.value) {
          _push(`<svg${ssrRenderAttr("viewBox", `0 0 ${sheet.value.width} ${sheet.value.height}`)} data-v-0e23ad02><polygon class="under"${ssrRenderAttr("points", outline.value)} data-v-0e23ad02></polygon><polygon${ssrRenderAttr("points", outline.value)} data-v-0e23ad02></polygon><g class="arrows" role="img" aria-label="Arrows at the corners: where each corner should go to fit the paper better" data-v-0e23ad02><!--[-->`);
          ssrRenderList(arrows.value, (path, k) => {
            _push(`<path class="under"${ssrRenderAttr("d", path)} data-v-0e23ad02></path>`);
          });
          _push(`<!--]--><!--[-->`);
          ssrRenderList(arrows.value, (path, k) => {
            _push(`<path${ssrRenderAttr("d", path)} data-v-0e23ad02></path>`);
          });
          _push(`<!--]--></g><!--[-->`);
          ssrRenderList(corners.value, ([x, y], k) => {
            _push(`<circle${ssrRenderAttr("cx", x)}${ssrRenderAttr("cy", y)} r="13" tabindex="0" role="button"${ssrRenderAttr("aria-label", `The ${NAMES[k]} corner, at ${Math.round(x)}, ${Math.round(y)}: drag it, or use the arrow keys`)} data-v-0e23ad02></circle>`);
          });
          _push(`<!--]--></svg>`);
        } else {
          _push(`<!---->`);
        }
        _push(`</div><canvas${ssrRenderAttr("width", unref(PAGE_SIZE)[1])}${ssrRenderAttr("height", unref(PAGE_SIZE)[0])} role="img" aria-label="The page, straightened" data-v-0e23ad02></canvas></div>`);
      }
      _push(`<div class="buttons" data-v-0e23ad02><button type="button" class="primary"${ssrIncludeBooleanAttr(!sheet.value || isRefining.value) ? " disabled" : ""} data-v-0e23ad02>Refine the corners</button><button type="button"${ssrIncludeBooleanAttr(!sheet.value) ? " disabled" : ""} data-v-0e23ad02>Start again</button></div><figcaption class="quiet" data-v-0e23ad02> Drag the corners. The arrows follow the gradient: each points to where its corner should go, so that the margin of the page is white and everything around it is dark. </figcaption></figure>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("straighten/StraightenPage.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const StraightenPage = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-0e23ad02"]]);
export {
  StraightenPage as default
};
