var __defProp = Object.defineProperty;
var __typeError = (msg) => {
  throw TypeError(msg);
};
var __defNormalProp = (obj, key, value) => key in obj ? __defProp(obj, key, { enumerable: true, configurable: true, writable: true, value }) : obj[key] = value;
var __publicField = (obj, key, value) => __defNormalProp(obj, typeof key !== "symbol" ? key + "" : key, value);
var __accessCheck = (obj, member, msg) => member.has(obj) || __typeError("Cannot " + msg);
var __privateGet = (obj, member, getter) => (__accessCheck(obj, member, "read from private field"), getter ? getter.call(obj) : member.get(obj));
var __privateAdd = (obj, member, value) => member.has(obj) ? __typeError("Cannot add the same private member more than once") : member instanceof WeakSet ? member.add(obj) : member.set(obj, value);
var __privateSet = (obj, member, value, setter) => (__accessCheck(obj, member, "write to private field"), setter ? setter.call(obj, value) : member.set(obj, value), value);
var __privateWrapper = (obj, member, setter, getter) => ({
  set _(value) {
    __privateSet(obj, member, value, setter);
  },
  get _() {
    return __privateGet(obj, member, getter);
  }
});
var _worker, _waiting, _asked;
import { defineComponent, computed, mergeProps, useSSRContext, useModel, useTemplateRef, unref, mergeModels, watch, shallowRef, reactive, ref } from "vue";
import { ssrRenderAttrs, ssrRenderList, ssrRenderAttr, ssrRenderClass, ssrRenderStyle, ssrRenderComponent } from "vue/server-renderer";
import { a as arrowPath } from "./arrow-path.CQZlxika.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import { l as latestOnly } from "./latest-only.ChF4VRit.js";
function pointIn(box, u, v) {
  const { across, down } = axesOf(box);
  const dx = u * box.w / 2;
  const dy = v * box.h / 2;
  return { x: box.cx + dx * across.x + dy * down.x, y: box.cy + dx * across.y + dy * down.y };
}
function isIn(box, { x, y }) {
  const { across, down } = axesOf(box);
  const [dx, dy] = [x - box.cx, y - box.cy];
  const isBetween = (by, side) => Math.abs(dx * by.x + dy * by.y) <= Math.abs(side) / 2;
  return isBetween(across, box.w) && isBetween(down, box.h);
}
function axesOf({ angle }) {
  const cos = Math.cos(radians(angle));
  const sin = Math.sin(radians(angle));
  return { across: { x: cos, y: -sin }, down: { x: sin, y: cos } };
}
function cornersOf(box) {
  return [pointIn(box, -1, -1), pointIn(box, 1, -1), pointIn(box, 1, 1), pointIn(box, -1, 1)];
}
function cornerDistance(a, b) {
  const others = cornersOf(b);
  return Math.max(...cornersOf(a).map(({ x, y }, i) => Math.hypot(x - others[i].x, y - others[i].y)));
}
function wrapDegrees(angle) {
  const wrapped = angle - 360 * Math.floor(angle / 360);
  return wrapped > 180 ? wrapped - 360 : wrapped;
}
function radians(degrees) {
  return degrees * Math.PI / 180;
}
const RESIZE_GRIPS = [
  { kind: "resize", u: -1, v: -1 },
  { kind: "resize", u: 0, v: -1 },
  { kind: "resize", u: 1, v: -1 },
  { kind: "resize", u: 1, v: 0 },
  { kind: "resize", u: 1, v: 1 },
  { kind: "resize", u: 0, v: 1 },
  { kind: "resize", u: -1, v: 1 },
  { kind: "resize", u: -1, v: 0 }
];
const CURSORS = ["ew-resize", "nesw-resize", "ns-resize", "nwse-resize"];
function cursorOf({ u, v }, { w, h, angle }) {
  const upright = Math.atan2(-v * Math.sign(h), u * Math.sign(w)) * 180 / Math.PI;
  const eighths = Math.round((upright + angle) / 45);
  return CURSORS[(eighths % 4 + 4) % 4];
}
const EDGES = [
  { name: "left", u: -1, v: 0 },
  { name: "right", u: 1, v: 0 },
  { name: "top", u: 0, v: -1 },
  { name: "bottom", u: 0, v: 1 }
];
function edgeGradients(box, gradient) {
  const { across, down } = axesOf(box);
  return EDGES.map(({ name, u, v }) => {
    const axis = u === 0 ? down : across;
    const sign = u === 0 ? v * Math.sign(box.h) : u * Math.sign(box.w);
    const outward = { x: sign * axis.x, y: sign * axis.y };
    const bySide = u === 0 ? Math.sign(box.h) * gradient.h : Math.sign(box.w) * gradient.w;
    const byCentre = (outward.x * gradient.cx + outward.y * gradient.cy) / 2;
    return { name, u, v, outward, gradient: bySide + byCentre };
  });
}
const LEAST_APART = 56;
const INSET = 12;
const STALK = 26;
function toStage({ x, y }, { origin, scale }) {
  return { x: origin.x + x * scale, y: origin.y + y * scale };
}
function fromStage({ x, y }, { origin, scale }) {
  return { x: (x - origin.x) / scale, y: (y - origin.y) / scale };
}
function handlePlaces(box, view) {
  const least = LEAST_APART / view.scale;
  const framed = { ...box, w: atLeast(box.w, least), h: atLeast(box.h, least) };
  const isSmall = framed.w !== box.w || framed.h !== box.h;
  const middle = toStage({ x: box.cx, y: box.cy }, view);
  const unclamped = (u, v) => toStage(pointIn(framed, u, v), view);
  const placeOf = (u, v) => intoView(unclamped(u, v), view);
  const grabbed = intoView(middle, view);
  return {
    resize: RESIZE_GRIPS.map((grip) => ({ grip, at: placeOf(grip.u, grip.v) })),
    turn: turningHandle(middle, placeOf, unclamped, view),
    move: isIn(framed, fromStage(grabbed, view)) ? void 0 : grabbed,
    frame: isSmall ? cornersOf(framed).map((corner) => toStage(corner, view)) : void 0
  };
}
function turningHandle(middle, placeOf, unclamped, view) {
  const sides = [
    [0, -1],
    [0, 1],
    [1, 0],
    [-1, 0]
  ];
  const outside = sides.map(([u, v]) => {
    const from = placeOf(u, v);
    return { from, at: away(from, middle, unclamped(u, v), STALK) };
  });
  const [top] = outside;
  const inside = { from: top.from, at: intoView(away(top.from, middle, unclamped(0, -1), -STALK), view) };
  return outside.find(({ at }) => isInView(at, view)) ?? inside;
}
function away(from, middle, side, by) {
  const length = Math.hypot(side.x - middle.x, side.y - middle.y);
  return {
    x: from.x + by * (side.x - middle.x) / length,
    y: from.y + by * (side.y - middle.y) / length
  };
}
function isInView(point, view) {
  const { x, y } = intoView(point, view);
  return x === point.x && y === point.y;
}
function intoView({ x, y }, { stage }) {
  return { x: within(x, stage.width), y: within(y, stage.height) };
}
function within(position, length) {
  return Math.min(length - INSET, Math.max(INSET, position));
}
function atLeast(side, least) {
  return (side < 0 ? -1 : 1) * Math.max(Math.abs(side), least);
}
const _sfc_main$2 = /* @__PURE__ */ defineComponent({
  __name: "GradientArrows",
  __ssrInlineRender: true,
  props: {
    box: {},
    gradient: {},
    handles: {},
    view: {},
    turns: { type: Boolean }
  },
  setup(__props) {
    const arrows = computed(() => {
      const { at } = __props.handles.turn;
      const middle = toStage({ x: __props.box.cx, y: __props.box.cy }, __props.view);
      const lever = Math.max(1, Math.hypot(at.x - middle.x, at.y - middle.y));
      const turn = {
        name: "turn",
        at,
        // The way the handle goes when the box turns counter-clockwise.
        outward: { x: (at.y - middle.y) / lever, y: (middle.x - at.x) / lever },
        gradient: __props.gradient.angle * __props.view.scale / (radians(1) * lever)
      };
      const edges = edgeGradients(__props.box, __props.gradient).flatMap((edge) => {
        const handle = __props.handles.resize.find(({ grip }) => grip.u === edge.u && grip.v === edge.v);
        return handle ? [{ ...edge, at: handle.at }] : [];
      });
      const all = __props.turns ? [...edges, turn] : edges;
      const strongest = Math.max(...all.map((each) => Math.abs(each.gradient)));
      if (!(strongest > 0)) return [];
      return all.map(({ name, at: at2, outward, gradient: slope }) => {
        const length = -60 * slope / strongest;
        return { name, path: arrowPath(at2, { x: outward.x * length, y: outward.y * length }) };
      });
    });
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<g${ssrRenderAttrs(mergeProps({
        class: "arrows",
        role: "img",
        "aria-label": "Arrows on the box: the way each edge would go to lower the loss"
      }, _attrs))} data-v-603909e3><!--[-->`);
      ssrRenderList(arrows.value, ({ name, path }) => {
        _push(`<path class="under"${ssrRenderAttr("d", path)} data-v-603909e3></path>`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList(arrows.value, ({ name, path }) => {
        _push(`<path${ssrRenderAttr("d", path)} data-v-603909e3></path>`);
      });
      _push(`<!--]--></g>`);
    };
  }
});
const _sfc_setup$2 = _sfc_main$2.setup;
_sfc_main$2.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("playground/GradientArrows.vue");
  return _sfc_setup$2 ? _sfc_setup$2(props, ctx) : void 0;
};
const GradientArrows = /* @__PURE__ */ _export_sfc(_sfc_main$2, [["__scopeId", "data-v-603909e3"]]);
const _sfc_main$1 = /* @__PURE__ */ defineComponent({
  __name: "BoxOverlay",
  __ssrInlineRender: true,
  props: /* @__PURE__ */ mergeModels({
    photo: {},
    target: {},
    others: {},
    view: {},
    gradient: {},
    turns: { type: Boolean }
  }, {
    "box": { required: true },
    "boxModifiers": {}
  }),
  emits: /* @__PURE__ */ mergeModels(["grab"], ["update:box"]),
  setup(__props, { emit: __emit }) {
    const box = useModel(__props, "box");
    const svg = useTemplateRef("svg");
    useTemplateRef("boxGroup");
    const handles = computed(() => handlePlaces(box.value, __props.view));
    computed(() => Math.max(1, Math.round(Math.max(__props.photo.width, __props.photo.height) / 200)));
    function outline(of) {
      return path(cornersOf(of).map((corner) => toStage(corner, __props.view)));
    }
    function path(corners) {
      return corners.map(({ x, y }) => `${x},${y}`).join(" ");
    }
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<svg${ssrRenderAttrs(mergeProps({
        ref_key: "svg",
        ref: svg,
        class: "overlay"
      }, _attrs))} data-v-fc6ff90a><!--[-->`);
      ssrRenderList(__props.others, (other, i) => {
        _push(`<polygon class="other"${ssrRenderAttr("points", outline(other))} data-v-fc6ff90a></polygon>`);
      });
      _push(`<!--]--><polygon class="target"${ssrRenderAttr("points", outline(__props.target))} data-v-fc6ff90a></polygon><g class="box" tabindex="0" role="application" aria-roledescription="crop box"${ssrRenderAttr("aria-label", `Crop box: arrow keys move it, shift and arrow keys resize it,${__props.turns ? " brackets turn it," : ""} plus and minus scale it`)} data-v-fc6ff90a>`);
      if (handles.value.frame) {
        _push(`<polygon class="frame"${ssrRenderAttr("points", path(handles.value.frame))} data-v-fc6ff90a></polygon>`);
      } else {
        _push(`<!---->`);
      }
      _push(`<polygon class="body halo"${ssrRenderAttr("points", outline(box.value))} data-v-fc6ff90a></polygon><polygon class="body"${ssrRenderAttr("points", outline(box.value))} data-v-fc6ff90a></polygon>`);
      if (__props.turns) {
        _push(`<line class="stalk"${ssrRenderAttr("x1", handles.value.turn.from.x)}${ssrRenderAttr("y1", handles.value.turn.from.y)}${ssrRenderAttr("x2", handles.value.turn.at.x)}${ssrRenderAttr("y2", handles.value.turn.at.y)} data-v-fc6ff90a></line>`);
      } else {
        _push(`<!---->`);
      }
      _push(`<!--[-->`);
      ssrRenderList(handles.value.resize, ({ grip, at }) => {
        _push(`<g class="${ssrRenderClass([{ first: grip.u === -1 && grip.v === -1 }, "handle"])}" style="${ssrRenderStyle({ cursor: unref(cursorOf)(grip, box.value) })}" data-v-fc6ff90a><circle class="touch"${ssrRenderAttr("cx", at.x)}${ssrRenderAttr("cy", at.y)} r="14" data-v-fc6ff90a></circle><circle class="knob"${ssrRenderAttr("cx", at.x)}${ssrRenderAttr("cy", at.y)} r="5" data-v-fc6ff90a></circle></g>`);
      });
      _push(`<!--]-->`);
      if (__props.turns) {
        _push(`<g class="handle turn" data-v-fc6ff90a><circle class="touch"${ssrRenderAttr("cx", handles.value.turn.at.x)}${ssrRenderAttr("cy", handles.value.turn.at.y)} r="14" data-v-fc6ff90a></circle><circle class="knob"${ssrRenderAttr("cx", handles.value.turn.at.x)}${ssrRenderAttr("cy", handles.value.turn.at.y)} r="6" data-v-fc6ff90a></circle></g>`);
      } else {
        _push(`<!---->`);
      }
      if (handles.value.move) {
        _push(`<g class="handle move"${ssrRenderAttr("transform", `translate(${handles.value.move.x} ${handles.value.move.y})`)} data-v-fc6ff90a><circle class="knob" r="11" data-v-fc6ff90a></circle><path d="M-7,0H7M0,-7V7M-7,0l2,-2m-2,2l2,2M7,0l-2,-2m2,2l-2,2M0,-7l-2,2m2,-2l2,2M0,7l-2,-2m2,2l2,-2" data-v-fc6ff90a></path></g>`);
      } else {
        _push(`<!---->`);
      }
      _push(`</g>`);
      if (__props.gradient) {
        _push(ssrRenderComponent(GradientArrows, {
          box: box.value,
          gradient: __props.gradient,
          handles: handles.value,
          view: __props.view,
          turns: __props.turns
        }, null, _parent));
      } else {
        _push(`<!---->`);
      }
      _push(`</svg>`);
    };
  }
});
const _sfc_setup$1 = _sfc_main$1.setup;
_sfc_main$1.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("playground/BoxOverlay.vue");
  return _sfc_setup$1 ? _sfc_setup$1(props, ctx) : void 0;
};
const BoxOverlay = /* @__PURE__ */ _export_sfc(_sfc_main$1, [["__scopeId", "data-v-fc6ff90a"]]);
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "CropCanvas",
  __ssrInlineRender: true,
  props: {
    answer: {},
    label: {}
  },
  emits: ["drawn"],
  setup(__props, { emit: __emit }) {
    const emit = __emit;
    const canvas = useTemplateRef("canvas");
    watch(
      () => __props.answer,
      (shown) => {
        var _a;
        if (!shown || !canvas.value) return;
        const { width, height } = shown.size;
        canvas.value.width = width;
        canvas.value.height = height;
        (_a = canvas.value.getContext("2d")) == null ? void 0 : _a.putImageData(new ImageData(shown.pixels, width, height), 0, 0);
        emit("drawn");
      },
      { flush: "post", immediate: true }
    );
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<canvas${ssrRenderAttrs(mergeProps({
        ref_key: "canvas",
        ref: canvas,
        role: "img",
        "aria-label": __props.label,
        width: "1",
        height: "1"
      }, _attrs))} data-v-1f1b8a63></canvas>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("playground/CropCanvas.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CropCanvas = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-1f1b8a63"]]);
class JobError extends Error {
  constructor(message, code) {
    super(code === void 0 ? message : message.replace(` [${code}]`, ""));
    __publicField(this, "name", "JobError");
    __publicField(this, "code");
    this.code = code;
  }
  /** Anything that was thrown, as a JobError. */
  static from(error) {
    return error instanceof JobError ? error : new JobError(error instanceof Error ? error.message : String(error));
  }
}
class CropClient {
  constructor() {
    __privateAdd(this, _worker);
    __privateAdd(this, _waiting, /* @__PURE__ */ new Map());
    __privateAdd(this, _asked, 0);
  }
  /** Starts the worker before there is a job for it. */
  start() {
    if (__privateGet(this, _worker)) return __privateGet(this, _worker);
    const worker = new Worker(new URL("./worker/worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }) => {
      var _a;
      (_a = __privateGet(this, _waiting).get(data.id)) == null ? void 0 : _a(data);
      __privateGet(this, _waiting).delete(data.id);
    });
    worker.addEventListener("error", (event) => {
      const message = event.message || "The worker did not load. Check the connection and reload the page.";
      for (const [id, settle] of __privateGet(this, _waiting)) settle({ id, failure: { message, code: void 0 } });
      __privateGet(this, _waiting).clear();
    });
    __privateSet(this, _worker, worker);
    return worker;
  }
  /** Rejects with a {@link JobError}. */
  ask(job, transfer = []) {
    const id = __privateWrapper(this, _asked)._++;
    return new Promise((resolve, reject) => {
      __privateGet(this, _waiting).set(id, (reply) => {
        if ("failure" in reply) reject(new JobError(reply.failure.message, reply.failure.code));
        else resolve(reply.answer);
      });
      const request = { id, job };
      this.start().postMessage(request, transfer);
    });
  }
  close() {
    var _a;
    (_a = __privateGet(this, _worker)) == null ? void 0 : _a.terminate();
    __privateGet(this, _waiting).clear();
  }
}
_worker = new WeakMap();
_waiting = new WeakMap();
_asked = new WeakMap();
const MAX_LINE = 80;
const BACKEND_CODE = {
  cpu: { imports: ["import '@cropgrad/backend-cpu';"], start: ["await tf.setBackend('cpu');"] },
  wasm: {
    imports: ["import '@cropgrad/backend-wasm';", "import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';"],
    start: ["setWasmPaths('/'); // in a browser: where tfjs's .wasm files are", "await tf.setBackend('wasm');"]
  },
  webgl: { imports: ["import '@cropgrad/backend-webgl';"], start: ["await tf.setBackend('webgl');"] },
  webgpu: { imports: ["import '@cropgrad/backend-webgpu';"], start: ["await tf.setBackend('webgpu');"] },
  "gpujs-webgl2": gpujsCode("webgl2"),
  "gpujs-webgl": gpujsCode("webgl"),
  "gpujs-webasm": gpujsCode("webasm")
};
function cropCode(box, photo, sampling, backend, hasAlpha) {
  const { imports, start } = BACKEND_CODE[backend];
  const { convert, take, about } = cropCall(box, photo, sampling);
  const channels = hasAlpha ? "4], colours multiplied by alpha" : "3]";
  const [place, cropped] = cropLines(box, photo, sampling);
  return [
    ...imports,
    `import { ${[take, convert].toSorted().join(", ")} } from '@cropgrad/core';`,
    "import * as tf from '@tensorflow/tfjs';",
    "",
    ...start,
    ...about,
    place,
    `// photo: a tf.Tensor4D [1,${photo.height},${photo.width},${channels}`,
    cropped,
    ""
  ].join("\n");
}
function cropLines(box, photo, sampling) {
  const { convert, take, place } = cropCall(box, photo, sampling);
  const { size, ...options } = sampling;
  return [
    assigned(place.name, convert, place.given),
    assigned("cropped", take, ["photo", place.name, `[${size.height}, ${size.width}]`, ...optionsText(options)])
  ];
}
function cropCall(box, photo, { alignCorners }) {
  return box.angle === 0 && !alignCorners ? uprightCrop(box, photo) : rotatedCrop(box, photo, alignCorners);
}
function assigned(name, call, given) {
  const line = `const ${name} = ${call}(${given.join(", ")});`;
  if (line.length <= MAX_LINE) return line;
  return `const ${name} = ${call}(
${given.map((each) => `  ${each},
`).join("")});`;
}
function uprightCrop({ cx, cy, w, h }, { width, height }) {
  const sides = [cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2];
  const corners = sides.map((side) => rounded(side, 2)).join(", ");
  return {
    convert: "boxesFromPixels",
    take: "crop",
    about: ["// (x, y, x2, y2) in pixels; [H,W]"],
    place: { name: "boxes", given: [`[[${corners}]]`, `[${height}, ${width}]`] }
  };
}
function rotatedCrop({ cx, cy, w, h, angle }, { width, height }, alignCorners) {
  const inset = alignCorners ? 0.5 : 0;
  const unitX = 2 / Math.max(1, width - 2 * inset);
  const unitY = 2 / Math.max(1, height - 2 * inset);
  const centre = [(cx - inset) * unitX - 1, (cy - inset) * unitY - 1];
  const numbers = [...centre, w * unitX, h * unitY, radians(angle)].map((each) => rounded(each, 4)).join(", ");
  const options = alignCorners ? ["{ alignCorners: true }"] : [];
  return {
    convert: "rotatedBoxToTheta",
    take: "affineSample",
    about: [
      "// (cx, cy, w, h, angle): the photo is",
      "// from -1 to 1, so w = 2 is all of it;",
      "// the angle is in radians. Then [H,W]"
    ],
    place: { name: "theta", given: [`[[${numbers}]]`, `[${height}, ${width}]`, ...options] }
  };
}
function optionsText({ mode, paddingMode, outside, alignCorners, antialias }) {
  const options = [
    ...mode === "bilinear" ? [] : [`mode: '${mode}'`],
    ...paddingMode === "zeros" ? [] : [`paddingMode: '${paddingMode}'`],
    ...outside === "pad" ? [] : [`outside: '${outside}'`],
    ...alignCorners ? ["alignCorners: true"] : [],
    ...antialias ? ["antialias: true"] : []
  ];
  return options.length > 0 ? [`{ ${options.join(", ")} }`] : [];
}
function gpujsCode(mode) {
  return {
    imports: ["import { registerGpuJsBackend } from '@cropgrad/backend-gpujs';"],
    start: [
      `registerGpuJsBackend({ name: 'gpujs-${mode}', mode: '${mode}' });`,
      `await tf.setBackend('gpujs-${mode}');`
    ]
  };
}
function rounded(value, decimals) {
  return String(Number(value.toFixed(decimals)));
}
const FIRST_CROP = "first crop";
function markFirstCrop() {
  requestAnimationFrame(() => {
    if (performance.getEntriesByName(FIRST_CROP).length === 0) performance.mark(FIRST_CROP);
  });
}
const FOUND_WITHIN = 2;
function searchSummary({ status, done, total }, distance) {
  const off = `${distance < 10 ? distance.toFixed(2) : Math.round(distance)} px off`;
  switch (status) {
    case "ready":
      return `The box is ${off} the target.`;
    case "ended":
      return distance <= FOUND_WITHIN ? `Found: ${off} after ${done} steps.` : `It settled ${off}: another place looks alike. Move the box nearer, and play again.`;
    default:
      return `Step ${done} of ${total}: ${off}.`;
  }
}
const PHOTOS = {
  astronaut: {
    title: "Astronaut, 512 × 512",
    label: "Astronaut",
    file: "portrait",
    thumbnail: "astronaut-thumbnail",
    alt: "Portrait of the astronaut Eileen Collins in an orange suit, with a model of the Space Shuttle behind her",
    target: { cx: 226, cy: 112, w: 130, h: 130, angle: 0 },
    start: { cx: 316, cy: 196, w: 156, h: 140, angle: 0 }
  },
  rocket: {
    title: "Rocket, 640 × 427",
    label: "Rocket",
    file: "rocket",
    thumbnail: "rocket-thumbnail",
    alt: "A Falcon 9 rocket on its launch pad at dusk, between four lightning towers",
    target: { cx: 322, cy: 200, w: 150, h: 150, angle: 0 },
    start: { cx: 420, cy: 270, w: 170, h: 170, angle: 0 }
  },
  large: {
    title: "Rocket, 1920 × 1080",
    label: "1080p",
    file: "rocket-1080p",
    thumbnail: "rocket-1080p-thumbnail",
    alt: "The same Falcon 9 rocket on its launch pad, closer and larger",
    target: { cx: 970, cy: 360, w: 360, h: 360, angle: 0 },
    start: { cx: 1250, cy: 560, w: 420, h: 400, angle: 0 }
  }
};
const PHOTO_NAMES = Object.keys(PHOTOS);
const VIEWS = ["crop", "grid", "image", "box"];
const LOSSES = ["match", "brightness", "contrast"];
function initialState(photo) {
  return {
    photo,
    box: { ...PHOTOS[photo].start },
    target: { ...PHOTOS[photo].target },
    size: { width: 64, height: 64 },
    mode: "bilinear",
    paddingMode: "zeros",
    outside: "pad",
    alignCorners: false,
    antialias: false,
    backend: "cpu",
    view: "crop",
    loss: "match"
  };
}
function samplingOf(state) {
  const { size, mode, paddingMode, outside, alignCorners, antialias } = state;
  return { size: { ...size }, mode, paddingMode, outside, alignCorners, antialias: antialias && mode !== "nearest" };
}
function useCrop(client, state, photo) {
  const answer = shallowRef();
  const problem = shallowRef();
  const job = computed(() => ({
    kind: "crop",
    backend: state.backend,
    sampling: samplingOf(state),
    box: { ...state.box },
    target: { ...state.target },
    view: state.view,
    loss: state.loss
  }));
  const take = latestOnly(async (wanted) => {
    var _a;
    try {
      const before = (_a = answer.value) == null ? void 0 : _a.overlay;
      answer.value = await client.ask(wanted);
      if ((before == null ? void 0 : before.view) === "image") before.heat.close();
      problem.value = void 0;
    } catch (error) {
      problem.value = JobError.from(error);
    }
  });
  watch([job, photo], ([wanted, shown]) => shown && take(wanted));
  return { answer, problem };
}
function useSearch(client, state, photo, turns, onFailure) {
  const search = reactive({ status: "ready", done: 0, total: 0, others: [], losses: [] });
  const rate = ref(1);
  let current = 0;
  let isStepping = false;
  function reset() {
    current++;
    Object.assign(search, { status: "ready", done: 0, total: 0, others: [], losses: [] });
  }
  async function begin() {
    const { backend, box, target } = state;
    const sampling = samplingOf(state);
    const { total } = await client.ask({
      ...{ kind: "search", backend, sampling, start: { ...box }, target: { ...target }, turns }
    });
    search.total = total;
  }
  async function takeSteps() {
    const mine = current;
    if (search.done === 0) await begin();
    do {
      const { boxes, loss, done } = await client.ask({ kind: "step", rate: rate.value });
      if (mine !== current) return;
      [state.box, ...search.others] = boxes;
      search.losses.push(loss);
      search.done = done;
      if (done === search.total) search.status = "ended";
      await new Promise(requestAnimationFrame);
    } while (search.status === "playing" && mine === current);
  }
  async function go(status) {
    if (search.status === "ended") reset();
    search.status = status;
    if (isStepping) return;
    isStepping = true;
    try {
      await takeSteps();
    } catch (error) {
      reset();
      onFailure(JobError.from(error));
    }
    isStepping = false;
  }
  watch(() => [photo.value, state.backend, { ...state.target }, samplingOf(state)], reset);
  return {
    search,
    rate,
    reset,
    play: () => void go("playing"),
    step: () => void go("paused"),
    pause: () => {
      if (search.status === "playing") search.status = "paused";
    }
  };
}
export {
  BoxOverlay as B,
  CropClient as C,
  FOUND_WITHIN as F,
  JobError as J,
  LOSSES as L,
  PHOTOS as P,
  VIEWS as V,
  useSearch as a,
  cropLines as b,
  cornerDistance as c,
  samplingOf as d,
  CropCanvas as e,
  edgeGradients as f,
  PHOTO_NAMES as g,
  cropCode as h,
  initialState as i,
  markFirstCrop as m,
  searchSummary as s,
  useCrop as u,
  wrapDegrees as w
};
