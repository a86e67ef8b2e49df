import { ssrRenderAttrs, ssrRenderComponent, ssrRenderAttr, ssrRenderList, ssrInterpolate, ssrRenderClass } from "vue/server-renderer";
import { defineComponent, ref, computed, mergeProps, unref, useSSRContext, useModel, mergeModels } from "vue";
import { a as arrowPath } from "./arrow-path.CQZlxika.js";
import { C as ChoiceRow } from "./ChoiceRow.knbTzVrW.js";
import { P as PLAIN_OPTIONS, s as shown, d as decimals, D as DragHandle, F as FigureCode, w as within, a as snapped, p as pixelAxis } from "./pixel-axis.C2l3ct7h.js";
import { t as thetaOf, n as normalisedBox } from "./pixel-box.C4ctoD4v.js";
import { a as affineSample, c as affineSampleGradTheta } from "./affine-sample.BC7CGsh3.js";
import { w as writeBoxGradients } from "./box-values.Ubm-0-28.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import { s as sampleRow, B as BILINEAR } from "./samplers.B78i9Gh9.js";
import "./forward.APiXjFIZ.js";
import "./grid-sample.Bs5_fLZr.js";
const EDGE_PHOTO = Float32Array.from(
  atob(
    "nRscWJWlp6qtsK+prbe7vLzEw769vcPLysbFxMPCwcTK0MrAup1aQYSinpqQhH14fyE3hZaura+wsq6rsbq7wcPDvbCnprS5x8XCwMHDwMDG0M/NxotTO1ympqKbjoN6KxEUSWy2s7Kys7Gyur/BwsK3h36Mr6mHh6fAw8PEwsXHz9LUy39iQDyiq6ijmo5/JhUKFTywt7SxsLS8wcTGw7SAPneWqpZ7cGyVwMTGyMfEx87Sw4eVVDKdrquqopSDPx0MGCaZtrCsrLG4u729nnx2YH+Pl4iCb1lensnHycrBwsbNwW9nSzqrrayso5aJeyIjZDR1tK6qrLC0tbaeaV17b2p+lZORYjRIZcrNy8vCv8DMynNoTFjEqbKtpJuTYSkjezxNrbCrq7GysbJ/amZteWt0h4iEVDdDU77RzsnFv7/PzGtaSm/Qp7Swp6CcKSMQIhkxpLGpqrK0s7KAY1d5oJiZkHZVMDI/Q6fKxse/uL7OojhBQm/Oqbi0q6WhKCEOCBI+oK6qrbW3trSASkKLuLrR0reTTyEuPqLEwsO/u7vIxncoOGXMqLy3sKigQCESBzWPp66wsrW2t7iKMkKcl5G9uJJ9cisuSK66vL7AwcDAvJQkM1jHqsK8t62kVSAWFn+rqrCysrO2ubu1aVK30MbCq7KtkkExb76+vr7AwsPOzZ87LE68qsa/ubGoSh8ZIXarq6+ysrO3ur3Dv6K70sG+p6jEmkVcu8rIx8XEw8PU4rBBJEiwp8S/urGrLB0mKUOTrK62t7i7vsDIz8i0srW3mo2ujYvBz83Nz83Ozcra57A7G0OmpsbCvLSuODQ1LDBaoKy6vLu9wcXJyL20xrTHrY+wk83U0tHP0dPV1M7d6K83Ej+fpMjFv7axj4A+Li47cqi9wr/Aw6dtQzF5xMfGr6mmptLS09XT0dTV0s7d6LA2CzuXo8rGwbu0yaliMi44RYm8xcbHoDgKBwZptsjNuZqJwtTT09bSz9HSzcvc6LE5EjWSos3Iwr+20K6QRy43PVmzx8y4Xg0tGgZcw66finV0p9bW1NXSztDOysrb57RYUjyMn8vCurq3z6yheTQ2PkOgysKOUFJTCwUYUmdoaF4yJ4vQ1dbY2NPLyMzf57iUt3mDm8S3sbGuzqyhmlY2Pj6Ay7RubJpNEwoGCw4NDAgBAh2K1dzf3dXNydrr57uVw8eJkcK1q6ahzK6gpIM+PD9dw4lGYJaKMQ4FBgoIAwMBBAwyptvd29bR1eLh5LqPtNS8kr22rKGcrbKgp5lfPUBSpIpPTnKaeyYDBgoIAwIAAx0fZcfZ2djUxsTNybuJkbC9oLSwqaGYYKCgppyHVViKpppvXkxtgTgDCAsHAwIADjI+UKTV1tbXzsm8qLtvaZSZj6yrpJiSQWGVpp+Ok5eipJuGYTpOal0fFx8MBAYDJ1NdaniyztbZ1MqTeoZBOZZ1dKmonpONP0FqoZ6KoaOfnZqQcU0uN0hRg3o9QDghNWpiZ2OMrNDY07RtaDIkH4t1caGhmpOLPEFAhpuPlZGdlJeRh3RUJhogSmZykYp6U1xFPluImKLLzZGFqFpbJoFnW5Wel4+JPkIyU5GXmJWXlo6Tk4R+ZCgTFR8rQlBUSDsoI1aCkICyypWRe01iHWZZS3thV1RTQUIwPX6MjpaTmoyOj42CdF0vHBoXIykxHBAhQ2aCinukxIg7PiguDzM3LiIJAgIDRkAwR3+EhYyXnYeLio6IiodwUTIsKzAtHzNaZnqKi3mUtYUPExAFAQEAAAAAAAAAa0EyWJKLj5CanZCIiI+Kh4qEenF0e4FjWm10dICKjXiNpVsCAQAAAAAAAAAAAAAAsVY3dox+kYqRnZmBh5CQi4SIgXJ5eWpefoVybH6GjnSCm0gBAAAAAAAAAAAAAAAAyo9KhoKDhYKAjpd2g5CWkI6GiHh2dWZrfolsdn6BjnBzkEYBAAAAAAAAAAAAAAAAyrZ9foeMl5WNg4hugpGXlJCNiYaAe2CIjnl9fIOEjm5ngzQCBwoIAwEAAAAAAAAAy7ujnZqTmZeQiHtnhZKJgH2DioqCbYOt3HNpcJJ1i2NdelJ3priuiUgSAQAAAAAAy7qopp6PlJGKhn9rhXlvaWl6fIqBZZzX7JNohqWJaks3QV2u1s/J7/C5SQYAAAAAyLeoqp+TjIyCgYJudWl0j56jdXyAYZ7D46dtaXxnOBQIDGq7rW88a7zz32sIAAAAwrSgopqXkJGCfHtwb219cISfeWd5XKC0169fYFw+DwECAhQWEgoGDy+K5OFlBAAAs6yWmpeRlpOBdW5xb2aFmpeZX15sXKqrzrBYZkceAwAAAAAAAAAAAAQieNzYNAAAcpuTmpqXko6Gcl9fdniLvYZuZGBccbCixqtTXTUPAQAAAAAAAAAAAAADHXDdlAUAR298hIiDeXNyaVtNd3h2dFZsaWRnf6WTuKVZVBsJAAAAAAAAAAAAAQQEBSGGyiAAQ0Z0ZYCKjoqDdWNBdnxvbGZocmxyaZNyq5hZNRAEAAAEMB0BAAABEyMbCwo2tkYAQTdsf4OOk5iReGZPbIaBe3dwX1FSXoppqpBJHQwBAAAq06cMAAAKQGJJGwkUdmIAOTBZf4uSlJOIeHFod4SCa1lWYG1ybJCbtIw2EBITAAFl+Z4HAAAYYohhIwkHRGsBMzRWbWpqgoSAiomJiW5LU3J7gnl0faHZloYoCgYEAAJz32MBAAEeZIpmIwgDIlUJMjpWTjpzio+VjYeOh3ZpnJuMiX2BeJrXd4ggCAMAAAAPLBEAAAEUS3NXHAQBDEYoODpLNkhziIuIiZOTlIiN1eCwioRuXV+UeZolCgIAAAAAAAAAAAAIMlhFEwMAFmBKYzc5P09igH2BlJmXf1A3frbMhohWkmJDiaswBgEAAAAAAAAAAAADGSYbBQAAGy1JnVE0TVRfc4SRlYdmUSYVS3y6fIFJXUxYmqMsBAAAAAAAAAAAAAAAAAAAAAABGThOn3tGRlVbVVZvZ0RsFgolQpiYe4BrSTJTraA1DAIAAAAAAAAAAAAAAAAAAAAOJzA1"
  ),
  (byte) => byte.charCodeAt(0) / 255
);
const OUTSIDE_NAMES = ["zeros", "border", "reflection", "wrap", "border, fill"];
const PHOTO_SIZE = [48, 48];
const CROP_SIZE = [16, 16];
const PHOTO_SHAPE = [1, ...PHOTO_SIZE, 1];
const OUTSIDE_CODE = {
  zeros: "{ paddingMode: 'zeros' }",
  border: "{ paddingMode: 'border' }",
  reflection: "{ paddingMode: 'reflection' }",
  wrap: "{ paddingMode: 'wrap' }",
  "border, fill": "{ paddingMode: 'border', outside: 'fill' }"
};
function edgeCrop(box, outside, size = CROP_SIZE) {
  const theta = thetaOf(normalisedBox(box, PHOTO_SIZE, false));
  return affineSample(EDGE_PHOTO, PHOTO_SHAPE, theta, optionsOf(outside, size));
}
function lossOf(crop, target) {
  return crop.reduce((sum, value, k) => sum + (value - target[k]) ** 2, 0) / crop.length;
}
function edgeLoss(box, target, outside) {
  const crop = edgeCrop(box, outside);
  const theta = thetaOf(normalisedBox(box, PHOTO_SIZE, false));
  const dy = crop.map((value, k) => 2 * (value - target[k]) / crop.length);
  const attrs = optionsOf(outside, CROP_SIZE);
  const dtheta = affineSampleGradTheta(dy, [1, ...CROP_SIZE, 1], EDGE_PHOTO, PHOTO_SHAPE, theta, attrs);
  const gradient = new Float32Array(4);
  writeBoxGradients(gradient, dtheta, 2);
  return { loss: lossOf(crop, target), gradient };
}
function optionsOf(outside, size) {
  const isFilled = outside === "border, fill";
  const paddingMode = isFilled ? "border" : outside;
  return { ...PLAIN_OPTIONS, paddingMode, size, cutoff: isFilled ? 0.5 : Number.POSITIVE_INFINITY };
}
const HEADER = 14 + 40 + 4 * 256;
function greyBitmap(values, [height, width]) {
  const stride = Math.ceil(width / 4) * 4;
  const bytes = new Uint8Array(HEADER + stride * height);
  const view = new DataView(bytes.buffer);
  bytes.set([66, 77]);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, HEADER, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, width, true);
  view.setInt32(22, -height, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 8, true);
  for (let grey = 0; grey < 256; grey++) bytes.fill(grey, 54 + 4 * grey, 57 + 4 * grey);
  for (let i = 0; i < height; i++) {
    for (let j = 0; j < width; j++) {
      bytes[HEADER + i * stride + j] = Math.round(255 * Math.min(Math.max(values[i * width + j], 0), 1));
    }
  }
  return `data:image/bmp;base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))}`;
}
const WHY = {
  zeros: "every tap is outside and reads fillValue.",
  border: "the coordinate is clipped to the edge pixel.",
  reflection: "near a mirror both taps read the same edge pixel.",
  wrap: "both taps read the same value.",
  "border, fill": "points outside are fillValue and have no gradient."
};
function whySlope(slope, outside) {
  return slope === 0 ? `The slope is 0: ${WHY[outside]}` : "The taps read different values: the slope is their difference.";
}
function whyGradient(x, y, outside) {
  if (x !== 0 && y !== 0) return "The box feels both axes: the arrow is the way that lowers the loss.";
  const axes = x === 0 && y === 0 ? "The gradient is 0" : `The gradient along ${x === 0 ? "x" : "y"} is 0`;
  return `${axes}: ${WHY[outside]}`;
}
const SIDE = 18;
const CELL = 8;
const STEP$1 = 0.5;
const ARROW = 90;
const LOSS_HEIGHT = 90;
const _sfc_main$2 = /* @__PURE__ */ defineComponent({
  __name: "EdgeBox",
  __ssrInlineRender: true,
  setup(__props) {
    const VIEW = [-20, -10, 60, 50];
    const TARGET = [11, 2, 11 + SIDE, 2 + SIDE];
    const outside = ref("zeros");
    const corner = ref({ x: -6, y: 6 });
    const target = edgeCrop(TARGET, "zeros");
    const boxAt = ({ x, y }) => [x, y, x + SIDE, y + SIDE];
    const place = ({ x, y }) => ({ x: (x - VIEW[0]) * CELL, y: (y - VIEW[1]) * CELL });
    const middle = computed(() => place({ x: corner.value.x + SIDE / 2, y: corner.value.y + SIDE / 2 }));
    const area = computed(() => ({ ...place(corner.value), width: SIDE * CELL, height: SIDE * CELL }));
    const photoArea = { ...place({ x: 0, y: 0 }), width: PHOTO_SIZE[1] * CELL, height: PHOTO_SIZE[0] * CELL };
    const targetArea = { ...place({ x: TARGET[0], y: TARGET[1] }), width: SIDE * CELL, height: SIDE * CELL };
    const [height, width] = [VIEW[3] - VIEW[1], VIEW[2] - VIEW[0]];
    const world = computed(() => greyBitmap(edgeCrop(VIEW, outside.value, [height, width]), [height, width]));
    const crops = computed(() => [
      { name: "wanted", url: greyBitmap(target, CROP_SIZE) },
      { name: "the box shows", url: greyBitmap(edgeCrop(boxAt(corner.value), outside.value), CROP_SIZE) }
    ]);
    const results = computed(
      () => OUTSIDE_NAMES.map((name) => {
        const { loss, gradient } = edgeLoss(boxAt(corner.value), target, name);
        const x = (gradient[0] + gradient[2]) * 2 / PHOTO_SIZE[1];
        const y = (gradient[1] + gradient[3]) * 2 / PHOTO_SIZE[0];
        return { name, loss, gradient, x, y };
      })
    );
    const chosen = computed(() => results.value[OUTSIDE_NAMES.indexOf(outside.value)]);
    const arrow = computed(() => {
      const { x, y } = chosen.value;
      const length = Math.hypot(x, y);
      if (length === 0) return "";
      const scale = ARROW * Math.min(1, Math.sqrt(length / 0.02)) / length;
      return arrowPath(middle.value, { x: -x * scale, y: -y * scale });
    });
    const places = Array.from({ length: 2 * (width - SIDE) + 1 }, (_, k) => VIEW[0] + k / 2);
    const top = computed(() => corner.value.y);
    const losses = computed(() => places.map((x) => lossOf(edgeCrop(boxAt({ x, y: top.value }), outside.value), target)));
    const up = (loss) => LOSS_HEIGHT - loss / Math.max(...losses.value) * (LOSS_HEIGHT - 10);
    const curve = computed(
      () => losses.value.map((loss, k) => `${place({ x: places[k] + SIDE / 2, y: 0 }).x},${up(loss).toFixed(1)}`).join(" ")
    );
    const words = computed(() => {
      const { loss, x, y } = chosen.value;
      return `x ${shown(corner.value.x, 1)}, y ${shown(corner.value.y, 1)} pixels: loss ${shown(loss, 4)}, gradient ${shown(x, 4)}, ${shown(y, 4)}`;
    });
    const code = computed(() => {
      return [
        `const box = boxesFromPixels([[${boxAt(corner.value).join(", ")}]], [${PHOTO_SIZE.join(", ")}]);`,
        `const options = ${OUTSIDE_CODE[outside.value]};`,
        "const loss = (b) =>",
        `  tf.losses.meanSquaredError(wanted, crop(photo, b, [${CROP_SIZE.join(", ")}], options));`,
        `loss(box); // ${decimals(chosen.value.loss, 4)}`,
        `tf.grad(loss)(box); // [[${Array.from(chosen.value.gradient, (by) => decimals(by)).join(", ")}]]`
      ].join("\n");
    });
    function moveTo({ x, y }) {
      corner.value = {
        x: within(snapped(x, STEP$1), VIEW[0], VIEW[2] - SIDE),
        y: within(snapped(y, STEP$1), VIEW[1], VIEW[3] - SIDE)
      };
    }
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "drawing edge-box" }, _attrs))} data-v-7f33c013>`);
      _push(ssrRenderComponent(ChoiceRow, {
        modelValue: outside.value,
        "onUpdate:modelValue": ($event) => outside.value = $event,
        legend: "What is read outside",
        names: unref(OUTSIDE_NAMES)
      }, null, _parent));
      _push(`<div class="beside" data-v-7f33c013><svg${ssrRenderAttr("viewBox", `0 0 ${unref(width) * CELL} ${unref(height) * CELL + LOSS_HEIGHT + 50}`)} role="group" aria-label="A photo, what is read around it, a box, and the loss along x" data-v-7f33c013><image${ssrRenderAttr("href", world.value)}${ssrRenderAttr("width", unref(width) * CELL)}${ssrRenderAttr("height", unref(height) * CELL)} preserveAspectRatio="none" data-v-7f33c013></image><rect${ssrRenderAttrs(mergeProps({ class: "edge" }, photoArea))} data-v-7f33c013></rect><rect${ssrRenderAttrs(mergeProps({ class: "wanted" }, targetArea))} data-v-7f33c013></rect>`);
      _push(ssrRenderComponent(DragHandle, {
        label: "Box",
        at: place(corner.value),
        value: corner.value.x,
        range: [VIEW[0], VIEW[2] - SIDE],
        words: words.value,
        area: area.value,
        onDrag: ($event) => moveTo({ x: $event.x / CELL + VIEW[0], y: $event.y / CELL + VIEW[1] }),
        onNudge: ($event) => moveTo({ x: corner.value.x + STEP$1 * $event.x, y: corner.value.y + STEP$1 * $event.y })
      }, null, _parent));
      _push(`<path class="arrow under"${ssrRenderAttr("d", arrow.value)} data-v-7f33c013></path><path class="arrow"${ssrRenderAttr("d", arrow.value)} data-v-7f33c013></path><g${ssrRenderAttr("transform", `translate(0 ${unref(height) * CELL + 20})`)} data-v-7f33c013><line class="axis" x1="0"${ssrRenderAttr("x2", unref(width) * CELL)}${ssrRenderAttr("y1", LOSS_HEIGHT)}${ssrRenderAttr("y2", LOSS_HEIGHT)} data-v-7f33c013></line><polyline class="curve second"${ssrRenderAttr("points", curve.value)} data-v-7f33c013></polyline><circle class="second-mark"${ssrRenderAttr("cx", middle.value.x)}${ssrRenderAttr("cy", up(chosen.value.loss))} r="8" data-v-7f33c013></circle><text class="quiet start along" x="4"${ssrRenderAttr("y", LOSS_HEIGHT + 26)} data-v-7f33c013>loss along x</text></g></svg><div data-v-7f33c013><div class="crops" data-v-7f33c013><!--[-->`);
      ssrRenderList(crops.value, ({ name, url }) => {
        _push(`<figure data-v-7f33c013><img${ssrRenderAttr("src", url)}${ssrRenderAttr("alt", `Crop of 16 × 16 pixels: ${name}`)} width="72" height="72" data-v-7f33c013><figcaption data-v-7f33c013>${ssrInterpolate(name)}</figcaption></figure>`);
      });
      _push(`<!--]--></div><table data-v-7f33c013><thead data-v-7f33c013><tr data-v-7f33c013><th data-v-7f33c013>outside</th><th data-v-7f33c013>loss</th><th data-v-7f33c013>by x</th><th data-v-7f33c013>by y</th></tr></thead><tbody data-v-7f33c013><!--[-->`);
      ssrRenderList(results.value, ({ name, loss, x, y }) => {
        _push(`<tr class="${ssrRenderClass({ chosen: name === outside.value })}" data-v-7f33c013><th data-v-7f33c013>${ssrInterpolate(name)}</th><td data-v-7f33c013>${ssrInterpolate(unref(shown)(loss, 4))}</td><td data-v-7f33c013>${ssrInterpolate(x === 0 ? "0" : unref(shown)(x, 4))}</td><td data-v-7f33c013>${ssrInterpolate(y === 0 ? "0" : unref(shown)(y, 4))}</td></tr>`);
      });
      _push(`<!--]--></tbody></table></div></div><p class="formula why" data-v-7f33c013>${ssrInterpolate(unref(whyGradient)(chosen.value.x, chosen.value.y, outside.value))}</p>`);
      _push(ssrRenderComponent(FigureCode, { code: code.value }, null, _parent));
      _push(`<figcaption data-v-7f33c013>Drag the box over the edge of the photo. Green is where the wanted crop is from; gradients are per pixel.</figcaption></figure>`);
    };
  }
});
const _sfc_setup$2 = _sfc_main$2.setup;
_sfc_main$2.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("drawings/EdgeBox.vue");
  return _sfc_setup$2 ? _sfc_setup$2(props, ctx) : void 0;
};
const EdgeBox = /* @__PURE__ */ _export_sfc(_sfc_main$2, [["__scopeId", "data-v-7f33c013"]]);
const PER_PIXEL = 40;
const STEP = 0.05;
const _sfc_main$1 = /* @__PURE__ */ defineComponent({
  __name: "PaddingCurve",
  __ssrInlineRender: true,
  props: /* @__PURE__ */ mergeModels({
    paddingMode: {}
  }, {
    "modelValue": { required: true },
    "modelModifiers": {}
  }),
  emits: ["update:modelValue"],
  setup(__props) {
    const position = useModel(__props, "modelValue");
    const PIXELS = [1, 3, 2, 4];
    const [FROM, TO] = [-4.5, 7.5];
    const [LEFT, RIGHT] = [56, 620];
    const CELL2 = (RIGHT - LEFT) / (TO - FROM);
    const positions = Array.from({ length: (TO - FROM) * PER_PIXEL + 1 }, (_, k) => FROM + k / PER_PIXEL);
    const across = (x) => LEFT + (x - FROM) * CELL2;
    const upValue = (y) => 164 - y * 28;
    const upSlope = (y) => 276 - y * 16;
    const ticks = [...[0, 2, 4].map((y) => ({ y, at: upValue(y) })), ...[-4, -2, 0, 2].map((y) => ({ y, at: upSlope(y) }))];
    const { values } = sampleRow(PIXELS, positions, BILINEAR, { paddingMode: __props.paddingMode });
    const curve = positions.map((x, k) => `${across(x).toFixed(1)},${upValue(values[k]).toFixed(2)}`).join(" ");
    const middles = positions.slice(1).map((x) => x - 1 / PER_PIXEL / 2);
    const steps = sampleRow(PIXELS, middles, BILINEAR, { paddingMode: __props.paddingMode }).slopes;
    const slopeSteps = middles.flatMap(
      (x, k) => [x - 1 / PER_PIXEL / 2, x + 1 / PER_PIXEL / 2].map(
        (end) => `${across(end).toFixed(1)},${upSlope(steps[k]).toFixed(2)}`
      )
    ).join(" ");
    const read = computed(() => {
      const {
        values: [value],
        slopes: [slope]
      } = sampleRow(PIXELS, [position.value], BILINEAR, { paddingMode: __props.paddingMode });
      return { value, slope };
    });
    const tangent = computed(() => {
      const { value, slope } = read.value;
      const reach = 0.9 / Math.max(1, Math.hypot(1, slope) / 1.5);
      const [from, to] = [position.value - reach, position.value + reach];
      return { x1: across(from), y1: upValue(value - slope * reach), x2: across(to), y2: upValue(value + slope * reach) };
    });
    const words = computed(() => {
      const { value, slope } = read.value;
      return `x = ${shown(position.value, 2)}: value ${shown(value)}, slope ${shown(slope)}`;
    });
    const code = computed(() => {
      const g = decimals(pixelAxis(PIXELS.length, false).fromPixels(position.value));
      return `gridSample(row, [[[${g}, 0]]], { paddingMode: '${__props.paddingMode}' }); // ${decimals(read.value.value)}`;
    });
    function moveTo(x) {
      position.value = within(snapped(x, STEP), FROM, TO);
    }
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "drawing padding-curve" }, _attrs))} data-v-cf2a319f><svg viewBox="0 0 640 384" role="group"${ssrRenderAttr("aria-label", `The value read and its slope along a row of four pixels, padding ${__props.paddingMode}`)} data-v-cf2a319f><rect class="inside"${ssrRenderAttr("x", across(-0.5))}${ssrRenderAttr("width", PIXELS.length * CELL2)} y="30" height="322" data-v-cf2a319f></rect><!--[-->`);
      ssrRenderList(ticks, ({ y, at }) => {
        _push(`<g data-v-cf2a319f><line class="axis"${ssrRenderAttr("x1", unref(LEFT) - 6)}${ssrRenderAttr("x2", unref(LEFT))}${ssrRenderAttr("y1", at)}${ssrRenderAttr("y2", at)} data-v-cf2a319f></line><text class="quiet end"${ssrRenderAttr("x", unref(LEFT) - 12)}${ssrRenderAttr("y", at)} dy="0.35em" data-v-cf2a319f>${ssrInterpolate(unref(shown)(y, 0))}</text></g>`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList([-4, -2, 0, 2, 4, 6], (x) => {
        _push(`<text class="quiet"${ssrRenderAttr("x", across(x))} y="376" data-v-cf2a319f>${ssrInterpolate(unref(shown)(x, 0))}</text>`);
      });
      _push(`<!--]--><line class="axis"${ssrRenderAttr("x1", unref(LEFT))}${ssrRenderAttr("x2", unref(RIGHT))}${ssrRenderAttr("y1", upValue(0))}${ssrRenderAttr("y2", upValue(0))} data-v-cf2a319f></line><polyline class="curve"${ssrRenderAttr("points", unref(curve))} data-v-cf2a319f></polyline><!--[-->`);
      ssrRenderList(PIXELS, (value, x) => {
        _push(`<circle class="centre"${ssrRenderAttr("cx", across(x))}${ssrRenderAttr("cy", upValue(value))} r="5" data-v-cf2a319f></circle>`);
      });
      _push(`<!--]--><text class="quiet start"${ssrRenderAttr("x", unref(LEFT))} y="22" data-v-cf2a319f>value</text><line class="axis"${ssrRenderAttr("x1", unref(LEFT))}${ssrRenderAttr("x2", unref(RIGHT))}${ssrRenderAttr("y1", upSlope(0))}${ssrRenderAttr("y2", upSlope(0))} data-v-cf2a319f></line><polyline class="curve second"${ssrRenderAttr("points", unref(slopeSteps))} data-v-cf2a319f></polyline><text class="quiet start"${ssrRenderAttr("x", unref(LEFT))} y="220" data-v-cf2a319f>slope</text><line class="guide"${ssrRenderAttr("x1", across(position.value))}${ssrRenderAttr("x2", across(position.value))} y1="30" y2="352" data-v-cf2a319f></line><line${ssrRenderAttrs(mergeProps({ class: "tangent" }, tangent.value))} data-v-cf2a319f></line><circle class="second-mark"${ssrRenderAttr("cx", across(position.value))}${ssrRenderAttr("cy", upSlope(read.value.slope))} r="7" data-v-cf2a319f></circle>`);
      _push(ssrRenderComponent(DragHandle, {
        axes: "x",
        label: "Point",
        at: { x: across(position.value), y: upValue(read.value.value) },
        value: position.value,
        range: [unref(FROM), unref(TO)],
        words: words.value,
        onDrag: ($event) => moveTo(unref(FROM) + ($event.x - unref(LEFT)) / CELL2),
        onNudge: ($event) => moveTo(position.value + STEP * $event.x)
      }, null, _parent));
      _push(`</svg><p class="formula why" data-v-cf2a319f><output data-v-cf2a319f>${ssrInterpolate(words.value)}.</output><br data-v-cf2a319f>${ssrInterpolate(unref(whySlope)(read.value.slope, __props.paddingMode))}</p>`);
      _push(ssrRenderComponent(FigureCode, { code: code.value }, null, _parent));
      _push(`<figcaption data-v-cf2a319f>paddingMode: ${ssrInterpolate(__props.paddingMode)}. The shaded part is the image; positions are in pixels. Drag the point.</figcaption></figure>`);
    };
  }
});
const _sfc_setup$1 = _sfc_main$1.setup;
_sfc_main$1.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("drawings/PaddingCurve.vue");
  return _sfc_setup$1 ? _sfc_setup$1(props, ctx) : void 0;
};
const PaddingCurve = /* @__PURE__ */ _export_sfc(_sfc_main$1, [["__scopeId", "data-v-cf2a319f"]]);
const __pageData = JSON.parse('{"title":"Gradients at the edges","description":"","frontmatter":{},"headers":[],"relativePath":"guide/edges.md","filePath":"apps/docs/guide/edges.md"}');
const __default__ = { name: "guide/edges.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    const x = ref(-0.75);
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="gradients-at-the-edges" tabindex="-1">Gradients at the edges <a class="header-anchor" href="#gradients-at-the-edges" aria-label="Permalink to &quot;Gradients at the edges&quot;">​</a></h1><p>After this guide you can say what a box reads outside its image, where its gradient is 0 and why, and which <code>paddingMode</code> brings a box back.</p><p>Bilinear sampling is made of straight pieces: <a href="/cropgrad/guide/taps-and-modes.html">Taps and modes</a> shows why. Inside each piece the gradient is exact. Where two pieces meet, and where the image ends, the gradient is a choice. Every choice below is PyTorch&#39;s, unless it says otherwise, and has a test of its own. PyTorch has no <code>wrap</code>.</p><h2 id="what-lies-outside" tabindex="-1">What lies outside <a class="header-anchor" href="#what-lies-outside" aria-label="Permalink to &quot;What lies outside&quot;">​</a></h2><p>Here is a row of the 4 pixels 1, 3, 2, 4, read from outside on the left to outside on the right. The upper curve is the value that is read. The lower one is its slope: the gradient to the point. Drag the point; it is at the same place in all four figures.</p>`);
      _push(ssrRenderComponent(PaddingCurve, {
        modelValue: x.value,
        "onUpdate:modelValue": ($event) => x.value = $event,
        "padding-mode": "zeros"
      }, null, _parent));
      _push(`<p><strong>zeros</strong> goes over to <code>fillValue</code> within one pixel, and then is flat. In that pixel the slope can be steep: the contrast between the edge pixels and the fill pulls a box that hangs over the edge back, or pushes it away.</p>`);
      _push(ssrRenderComponent(PaddingCurve, {
        modelValue: x.value,
        "onUpdate:modelValue": ($event) => x.value = $event,
        "padding-mode": "border"
      }, null, _parent));
      _push(`<p><strong>border</strong> repeats the edge pixel. The coordinate is clipped to the centre of that pixel. Where it is clipped, the slope is 0.</p>`);
      _push(ssrRenderComponent(PaddingCurve, {
        modelValue: x.value,
        "onUpdate:modelValue": ($event) => x.value = $event,
        "padding-mode": "reflection"
      }, null, _parent));
      _push(`<p><strong>reflection</strong> mirrors the image at its edges. The slope changes its sign with every reflection. Half a pixel on either side of a mirror is flat, because mirrors lie at the edges of pixels, not at their centres. (With <code>alignCorners</code> they lie at centres, and nothing is flat.)</p>`);
      _push(ssrRenderComponent(PaddingCurve, {
        modelValue: x.value,
        "onUpdate:modelValue": ($event) => x.value = $event,
        "padding-mode": "wrap"
      }, null, _parent));
      _push(`<p><strong>wrap</strong> repeats the image: after its last pixel comes its first one again. So nothing is ever outside. The seam is a place between two pixels like any other; where these differ much, the slope is steep. Use it for pictures that tile, for panoramas of 360°, and for axes that are angles. The period is the image&#39;s width in pixels, with <code>alignCorners</code>, too. There it is one pixel longer than the way from -1 to 1.</p><h2 id="a-box-at-the-edge" tabindex="-1">A box at the edge <a class="header-anchor" href="#a-box-at-the-edge" aria-label="Permalink to &quot;A box at the edge&quot;">​</a></h2><p>The loss says how much the crop differs from the wanted one, which was cut out of the face. Drag the box over the edge, and all the way out of the photo.</p>`);
      _push(ssrRenderComponent(EdgeBox, null, null, _parent));
      _push(`<ul><li>Under <strong>zeros</strong> a box that is wholly outside has a gradient of 0 on both axes: no step of an optimizer brings it back.</li><li>Under <strong>border</strong> a box that is wholly outside along x has no gradient by x, but still one by y.</li><li><strong>reflection</strong> and <strong>wrap</strong> have a gradient wherever the box is. It may lead to a copy of the face.</li><li><strong>border, fill</strong> is <code>outside: &#39;fill&#39;</code>: points outside are <code>fillValue</code> and have no gradient, but taps of points inside still read the border. See <a href="/cropgrad/guide/outside.html">Masks, labels and what is outside</a>.</li></ul><p>How to keep a box in the image is <a href="#boxes-that-stay-in-sight">below</a>.</p><h3 id="the-same-in-other-libraries" tabindex="-1">The same, in other libraries <a class="header-anchor" href="#the-same-in-other-libraries" aria-label="Permalink to &quot;The same, in other libraries&quot;">​</a></h3><table tabindex="0"><thead><tr><th>here</th><th><code>np.pad</code></th><th>SciPy</th><th>JAX</th><th>OpenCV</th><th>TensorFlow</th></tr></thead><tbody><tr><td><code>zeros</code>, with <code>fillValue</code></td><td><code>constant</code></td><td><code>grid-constant</code></td><td><code>constant</code></td><td><code>CONSTANT</code></td><td><code>constant</code></td></tr><tr><td><code>border</code></td><td><code>edge</code></td><td><code>nearest</code></td><td><code>nearest</code></td><td><code>REPLICATE</code></td><td><code>nearest</code></td></tr><tr><td><code>reflection</code></td><td><code>symmetric</code></td><td><code>reflect</code>, <code>grid-mirror</code></td><td><code>reflect</code></td><td><code>REFLECT</code></td><td><code>reflect</code></td></tr><tr><td><code>reflection</code>, <code>alignCorners</code></td><td><code>reflect</code></td><td><code>mirror</code></td><td><code>mirror</code></td><td><code>REFLECT_101</code></td><td>–</td></tr><tr><td><code>wrap</code></td><td><code>wrap</code></td><td><code>grid-wrap</code></td><td><code>wrap</code></td><td><code>WRAP</code></td><td>–</td></tr></tbody></table><p>These are <code>map_coordinates</code> in SciPy and JAX, <code>BORDER_…</code> in OpenCV&#39;s <code>remap</code>, and the fill mode of TensorFlow&#39;s <code>ImageProjectiveTransform</code>, which is <code>tf.image.transform</code> here. Some names mislead:</p><ul><li>SciPy&#39;s <code>constant</code> fills as soon as a point is beyond the outermost centre, and fades over no pixel.</li><li>SciPy&#39;s <code>wrap</code> has a period of S -⁠ 1 pixels, and TensorFlow&#39;s <code>WRAP</code> none at all behind the first repetition.</li><li>OpenCV&#39;s <code>WRAP</code> is not this one with <code>INTER_NEAREST</code>.</li></ul><h2 id="rules" tabindex="-1">Rules <a class="header-anchor" href="#rules" aria-label="Permalink to &quot;Rules&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Case</th><th>What happens</th></tr></thead><tbody><tr><td>a coordinate exactly on a pixel&#39;s centre (bilinear)</td><td>the slope towards the next pixel: neighbours are floor and floor +⁠ 1</td></tr><tr><td>a whole box outside, under zeros</td><td>the crop is <code>fillValue</code>, and the box&#39;s gradient is 0: nothing brings it back</td></tr><tr><td>a whole box outside, under border</td><td>the crop is made of edge pixels; no gradient across that edge</td></tr><tr><td>a box that lies over the seam, under wrap</td><td>the crop goes on after it; both edges of the image get their gradient</td></tr><tr><td>a coordinate half way across the seam, nearest</td><td>pixel 0 where the image has an even width, the last pixel where it is odd</td></tr><tr><td>a box whose edges cross, x2 &lt;⁠ x</td><td>mirrored; the gradient goes on through</td></tr><tr><td>a box of no area</td><td>one line or point is read; its gradient still says how to open it</td></tr><tr><td>a NaN or infinite coordinate</td><td><code>fillValue</code> in every padding mode, and no gradient to anything (PyTorch differs)</td></tr><tr><td>any NaN or infinity in a box or theta</td><td>that whole crop is <code>fillValue</code>, with gradients of 0</td></tr><tr><td>a NaN or infinite <code>fillValue</code></td><td>not read where only rounding takes a point outside: on the last pixel&#39;s centre</td></tr><tr><td>a NaN pixel</td><td>reaches only the outputs that tap it, never all of them</td></tr><tr><td><code>nearest</code></td><td>no gradient to box, theta or grid anywhere; the image&#39;s is exact</td></tr><tr><td><code>bicubic</code></td><td>smooth everywhere, also at the edges: its taps are padded, its coordinate is not</td></tr><tr><td>int32 and bool images</td><td>no gradient to the image; the box&#39;s is as usual</td></tr><tr><td>the gradient of a gradient</td><td>there for the gradient by the image; all others are <code>UNSUPPORTED</code></td></tr></tbody></table><h2 id="see-it" tabindex="-1">See it <a class="header-anchor" href="#see-it" aria-label="Permalink to &quot;See it&quot;">​</a></h2><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">import</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;@cropgrad/backend-cpu&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">import</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> { gridSample, </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">type</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> PaddingMode } </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">from</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;@cropgrad/core&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">import</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> *</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> as</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> tf </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">from</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;@tensorflow/tfjs&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">await</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> tf.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">setBackend</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;cpu&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">);</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> row</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> tf.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">tensor4d</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">([</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">3</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">2</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">4</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">], [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">4</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]);</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;">/** What is read at x, in pixels from the centre of pixel 0, and the slope there. */</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">async</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> function</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> at</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">x</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> number</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">paddingMode</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> PaddingMode</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> Promise</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">&lt;</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">string</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">&gt; {</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">  const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> grid</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> tf.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">tensor4d</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">([(</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">2</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> *</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> x </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">+</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> 1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">) </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">/</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> 4</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> -</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> 1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">], [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">2</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]);</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">  const</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> read</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> (</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">point</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> tf</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">.</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">Tensor</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">) </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">=&gt;</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> gridSample</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(row, point, { paddingMode });</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">  const</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">slope</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">] </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">=</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> await</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> tf.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">grad</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(read)(grid).</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">data</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">();</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">  const</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">value</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">] </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">=</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> await</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> read</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(grid).</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">data</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">();</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">  return</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> \`\${</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">value</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">}, slope \${</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">slope</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> /</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> 2</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">}\`</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">console.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">log</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">await</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> at</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;zeros&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)); </span><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;">// 3, slope -1</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">console.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">log</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">await</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> at</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">-</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0.5</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;zeros&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)); </span><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;">// 0.5, slope 1</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">console.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">log</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">await</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> at</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">-</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0.5</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;border&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)); </span><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;">// 1, slope 0</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">console.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">log</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">await</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> at</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">-</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1.5</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;reflection&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)); </span><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;">// 2, slope -2</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">console.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">log</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">await</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> at</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">-</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0.5</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;wrap&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)); </span><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;">// 2.5, slope -3</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">console.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">log</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">await</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> at</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(Number.NaN, </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;border&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)); </span><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;">// 0, slope 0</span></span></code></pre></div><p>At x = 1, a pixel&#39;s centre, the slope is the one towards pixel 2: -1. Just before that centre it is 2.</p><h2 id="boxes-that-stay-in-sight" tabindex="-1">Boxes that stay in sight <a class="header-anchor" href="#boxes-that-stay-in-sight" aria-label="Permalink to &quot;Boxes that stay in sight&quot;">​</a></h2><p>Under zeros and border, a box that has left the image has no gradient that brings it back. Keep it inside:</p><ul><li>learn its centre through <code>tf.tanh</code>, which stays between -1 and 1;</li><li>or add to the loss how far it reaches over the edge: <code>tf.sum(tf.relu(tf.sub(tf.abs(box), 1)))</code>;</li><li>or use <code>reflection</code> or <code>wrap</code>, which have a slope outside as well. Far outside, it leads to a mirror image or to another copy.</li></ul><p>Try all of them on a photo in the <a href="/cropgrad/playground.html?paddingMode=border&amp;view=box">playground</a>. <a href="/cropgrad/guide/learn-a-crop.html">Learn a crop</a> searches with <code>border</code>.</p></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("guide/edges.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};
