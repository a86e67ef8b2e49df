import { ssrRenderAttrs, ssrRenderComponent, ssrRenderAttr, ssrRenderList, ssrRenderClass, ssrInterpolate } from "vue/server-renderer";
import { defineComponent, ref, computed, mergeProps, unref, useSSRContext } from "vue";
import { a as arrowPath } from "./arrow-path.CQZlxika.js";
import { C as ChoiceRow } from "./ChoiceRow.knbTzVrW.js";
import { P as PLAIN_OPTIONS, p as pixelAxis, s as shown, d as decimals, D as DragHandle, F as FigureCode, w as within, a as snapped } from "./pixel-axis.C2l3ct7h.js";
import { g as gridSample, b as gridSampleGradImage, a as gridSampleGradGrid } from "./grid-sample.Bs5_fLZr.js";
import { S as SAMPLERS, a as samplerCode, s as sampleRow } from "./samplers.B78i9Gh9.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import { M as MODES } from "./options.B4R7mK7X.js";
import "./forward.APiXjFIZ.js";
function pointTaps(pixels, size, at, sampler) {
  const call = callOf(size, at);
  const attrs = { ...PLAIN_OPTIONS, ...sampler };
  const image = Float32Array.from(pixels);
  const [value] = gridSample(image, call.imageShape, call.point, POINTS, attrs);
  const dy = Float32Array.of(1);
  const weights = gridSampleGradImage(dy, ONE, call.point, POINTS, { ...attrs, imageShape: call.imageShape });
  return { value, slope: slopeOf(image, call, sampler), weights };
}
function weightSlopes(pixels, size, at, sampler) {
  const call = callOf(size, at);
  return Array.from({ length: pixels }, (_, k) => {
    const image = new Float32Array(pixels);
    image[k] = 1;
    return slopeOf(image, call, sampler).x;
  });
}
const ONE = [1, 1, 1, 1];
const POINTS = [1, 1, 1, 2];
function callOf([height, width], at) {
  const [x, y] = [pixelAxis(width, false), pixelAxis(height, false)];
  return {
    imageShape: [1, height, width, 1],
    point: Float32Array.of(x.fromPixels(at.x), y.fromPixels(at.y)),
    perPixel: { x: x.fromPixels(1) - x.fromPixels(0), y: y.fromPixels(1) - y.fromPixels(0) }
  };
}
function slopeOf(image, { imageShape, point, perPixel }, sampler) {
  const { mode, cubicCoefficient } = sampler;
  if (mode === "nearest") return { x: 0, y: 0 };
  const attrs = { ...PLAIN_OPTIONS, mode, cubicCoefficient };
  const [dx, dy] = gridSampleGradGrid(Float32Array.of(1), ONE, image, imageShape, point, POINTS, attrs);
  return { x: dx * perPixel.x, y: dy * perPixel.y };
}
const CELL = 60;
const STEP$1 = 0.05;
const ARROW = 18;
const _sfc_main$3 = /* @__PURE__ */ defineComponent({
  __name: "TapGrid",
  __ssrInlineRender: true,
  setup(__props) {
    const [H, W] = [8, 8];
    const PIXELS = [
      6,
      8,
      8,
      6,
      4,
      3,
      3,
      6,
      7,
      7,
      8,
      4,
      3,
      2,
      4,
      6,
      4,
      5,
      5,
      6,
      5,
      4,
      6,
      4,
      5,
      3,
      3,
      6,
      5,
      6,
      7,
      5,
      4,
      4,
      3,
      5,
      6,
      8,
      7,
      5,
      5,
      2,
      3,
      4,
      6,
      6,
      6,
      4,
      3,
      4,
      4,
      4,
      7,
      6,
      5,
      4,
      6,
      4,
      7,
      4,
      5,
      5,
      4,
      6
    ];
    const name = ref("bilinear");
    const point = ref({ x: 2.3, y: 3.6 });
    const place = (pixels) => (pixels + 0.5) * CELL;
    const sampler = computed(() => SAMPLERS[name.value]);
    const taps = computed(() => pointTaps(PIXELS, [H, W], point.value, sampler.value));
    const arrow = computed(() => {
      const { x, y } = taps.value.slope;
      return arrowPath({ x: place(point.value.x), y: place(point.value.y) }, { x: x * ARROW, y: y * ARROW });
    });
    const read = computed(() => taps.value.weights.filter((weight) => weight !== 0).length);
    const words = computed(
      () => `x ${shown(point.value.x, 2)}, y ${shown(point.value.y, 2)}: value ${shown(taps.value.value)}, gradient ${shown(taps.value.slope.x)}, ${shown(taps.value.slope.y)}`
    );
    const code = computed(() => {
      const x = decimals(pixelAxis(W, false).fromPixels(point.value.x), 4);
      const y = decimals(pixelAxis(H, false).fromPixels(point.value.y), 4);
      return `gridSample(image, [[[${x}, ${y}]]]${samplerCode(sampler.value)}); // ${decimals(taps.value.value)}`;
    });
    function moveTo({ x, y }) {
      point.value = { x: within(snapped(x, STEP$1), 1, W - 2), y: within(snapped(y, STEP$1), 1, H - 2) };
    }
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "drawing tap-grid" }, _attrs))} data-v-fb2c13f0>`);
      _push(ssrRenderComponent(ChoiceRow, {
        modelValue: name.value,
        "onUpdate:modelValue": ($event) => name.value = $event,
        legend: "Mode",
        names: Object.keys(unref(SAMPLERS))
      }, null, _parent));
      _push(`<svg${ssrRenderAttr("viewBox", `0 0 ${unref(W) * CELL} ${unref(H) * CELL}`)} role="group"${ssrRenderAttr("aria-label", `An image of ${unref(H)} × ${unref(W)} pixels, and what a point reads of each`)} data-v-fb2c13f0><!--[-->`);
      ssrRenderList(PIXELS, (value, k) => {
        _push(`<g${ssrRenderAttr("transform", `translate(${k % unref(W) * CELL} ${Math.floor(k / unref(W)) * CELL})`)} data-v-fb2c13f0><rect class="${ssrRenderClass([{ odd: (k + Math.floor(k / unref(W))) % 2 }, "pixel"])}"${ssrRenderAttr("width", CELL)}${ssrRenderAttr("height", CELL)} data-v-fb2c13f0></rect>`);
        if (taps.value.weights[k] !== 0) {
          _push(`<rect class="${ssrRenderClass([{ negative: taps.value.weights[k] < 0 }, "tap"])}"${ssrRenderAttr("width", CELL)}${ssrRenderAttr("height", CELL)}${ssrRenderAttr("fill-opacity", Math.min(1, 0.15 + 0.6 * Math.abs(taps.value.weights[k])))} data-v-fb2c13f0></rect>`);
        } else {
          _push(`<!---->`);
        }
        _push(`<text class="tap-value"${ssrRenderAttr("x", CELL / 2)} y="22" data-v-fb2c13f0>${ssrInterpolate(value)}</text>`);
        if (taps.value.weights[k] !== 0) {
          _push(`<text class="quiet weight"${ssrRenderAttr("x", CELL / 2)}${ssrRenderAttr("y", CELL - 8)} data-v-fb2c13f0>${ssrInterpolate(unref(shown)(taps.value.weights[k], 2))}</text>`);
        } else {
          _push(`<!---->`);
        }
        _push(`</g>`);
      });
      _push(`<!--]--><path class="gradient under"${ssrRenderAttr("d", arrow.value)} data-v-fb2c13f0></path><path class="gradient"${ssrRenderAttr("d", arrow.value)} data-v-fb2c13f0></path>`);
      _push(ssrRenderComponent(DragHandle, {
        label: "Point of the image",
        at: { x: place(point.value.x), y: place(point.value.y) },
        value: point.value.x,
        range: [1, unref(W) - 2],
        words: words.value,
        onDrag: ($event) => moveTo({ x: $event.x / CELL - 0.5, y: $event.y / CELL - 0.5 }),
        onNudge: ($event) => moveTo({ x: point.value.x + STEP$1 * $event.x, y: point.value.y + STEP$1 * $event.y })
      }, null, _parent));
      _push(`</svg><p class="formula numbers" data-v-fb2c13f0>${ssrInterpolate(read.value)} ${ssrInterpolate(read.value === 1 ? "pixel" : "pixels")} read. Value ${ssrInterpolate(unref(shown)(taps.value.value))}.<br data-v-fb2c13f0> Gradient (${ssrInterpolate(unref(shown)(taps.value.slope.x))}, ${ssrInterpolate(unref(shown)(taps.value.slope.y))}) per pixel${ssrInterpolate(name.value === "nearest" ? ": nearest has none." : ".")}</p>`);
      _push(ssrRenderComponent(FigureCode, { code: code.value }, null, _parent));
      _push(`<figcaption data-v-fb2c13f0>Drag the point. The number at the bottom of a pixel is its weight.</figcaption></figure>`);
    };
  }
});
const _sfc_setup$3 = _sfc_main$3.setup;
_sfc_main$3.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("drawings/TapGrid.vue");
  return _sfc_setup$3 ? _sfc_setup$3(props, ctx) : void 0;
};
const TapGrid = /* @__PURE__ */ _export_sfc(_sfc_main$3, [["__scopeId", "data-v-fb2c13f0"]]);
const STEP = 0.05;
const _sfc_main$2 = /* @__PURE__ */ defineComponent({
  __name: "TapRow",
  __ssrInlineRender: true,
  setup(__props) {
    const PIXELS = [4, 2, 5, 3, 7, 4, 6, 1];
    const SIZE = PIXELS.length;
    const [LEFT, CELL2] = [20, 70];
    const [LEAST, MOST] = [1, SIZE - 2];
    const name = ref("bilinear");
    const position = ref(3.25);
    const across = (x) => LEFT + (x + 0.5) * CELL2;
    const sampler = computed(() => SAMPLERS[name.value]);
    const two = [2, SIZE];
    const point = computed(() => ({ x: position.value, y: 0 }));
    const taps = computed(() => pointTaps([...PIXELS, ...PIXELS], two, point.value, sampler.value));
    const slopes = computed(() => weightSlopes(2 * SIZE, two, point.value, sampler.value));
    const bars = computed(
      () => PIXELS.map((value, k) => ({ k, value, weight: taps.value.weights[k], slope: slopes.value[k] }))
    );
    const rows = computed(() => {
      const first = Math.min(Math.floor(position.value), SIZE - 3) - 1;
      return bars.value.slice(first, first + 4);
    });
    const words = computed(
      () => `${shown(position.value, 2)} pixels: value ${shown(taps.value.value)}, slope ${shown(taps.value.slope.x)}`
    );
    const code = computed(() => {
      const g = decimals(pixelAxis(SIZE, false).fromPixels(position.value), 4);
      return [
        `const row = tf.tensor4d([${PIXELS.join(", ")}], [1, 1, ${SIZE}, 1]);`,
        `gridSample(row, [[[${g}, 0]]]${samplerCode(sampler.value)}); // ${decimals(taps.value.value)}`
      ].join("\n");
    });
    function moveTo(x) {
      position.value = within(snapped(x, STEP), LEAST, MOST);
    }
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "drawing tap-row" }, _attrs))} data-v-378c003e>`);
      _push(ssrRenderComponent(ChoiceRow, {
        modelValue: name.value,
        "onUpdate:modelValue": ($event) => name.value = $event,
        legend: "Mode",
        names: Object.keys(unref(SAMPLERS))
      }, null, _parent));
      _push(`<svg viewBox="0 0 600 330" role="group" aria-label="A row of pixels; the weight of each, and its derivative" data-v-378c003e><text class="quiet start"${ssrRenderAttr("x", unref(LEFT))} y="20" data-v-378c003e>weight</text><line class="axis"${ssrRenderAttr("x1", unref(LEFT))}${ssrRenderAttr("x2", unref(LEFT) + unref(SIZE) * unref(CELL2))} y1="110" y2="110" data-v-378c003e></line><text class="quiet start"${ssrRenderAttr("x", unref(LEFT))} y="162" data-v-378c003e>its derivative</text><line class="axis"${ssrRenderAttr("x1", unref(LEFT))}${ssrRenderAttr("x2", unref(LEFT) + unref(SIZE) * unref(CELL2))} y1="210" y2="210" data-v-378c003e></line><!--[-->`);
      ssrRenderList(bars.value, ({ k, value, weight, slope }) => {
        _push(`<g data-v-378c003e><rect class="${ssrRenderClass([{ negative: weight < 0 }, "tap"])}"${ssrRenderAttr("x", across(k) - 14)} width="28"${ssrRenderAttr("y", weight < 0 ? 110 : 110 - 80 * weight)}${ssrRenderAttr("height", Math.abs(80 * weight))} data-v-378c003e></rect><rect class="${ssrRenderClass([{ negative: slope < 0 }, "tap"])}"${ssrRenderAttr("x", across(k) - 14)} width="28"${ssrRenderAttr("y", slope < 0 ? 210 : 210 - 36 * slope)}${ssrRenderAttr("height", Math.abs(36 * slope))} data-v-378c003e></rect><rect class="${ssrRenderClass([{ odd: k % 2, lit: weight !== 0 }, "pixel"])}"${ssrRenderAttr("x", across(k) - unref(CELL2) / 2)} y="262"${ssrRenderAttr("width", unref(CELL2))} height="56" data-v-378c003e></rect><text${ssrRenderAttr("x", across(k))} y="310" data-v-378c003e>${ssrInterpolate(value)}</text></g>`);
      });
      _push(`<!--]--><line class="guide"${ssrRenderAttr("x1", across(position.value))}${ssrRenderAttr("x2", across(position.value))} y1="24" y2="276" data-v-378c003e></line>`);
      _push(ssrRenderComponent(DragHandle, {
        axes: "x",
        label: "Point of the row",
        at: { x: across(position.value), y: 276 },
        value: position.value,
        range: [unref(LEAST), unref(MOST)],
        words: words.value,
        onDrag: ($event) => moveTo(($event.x - unref(LEFT)) / unref(CELL2) - 0.5),
        onNudge: ($event) => moveTo(position.value + STEP * $event.x)
      }, null, _parent));
      _push(`</svg><table data-v-378c003e><thead data-v-378c003e><tr data-v-378c003e><th data-v-378c003e>pixel</th><th data-v-378c003e>v</th><th data-v-378c003e>w</th><th data-v-378c003e>w · v</th><th data-v-378c003e>w′</th><th data-v-378c003e>w′ · v</th></tr></thead><tbody data-v-378c003e><!--[-->`);
      ssrRenderList(rows.value, ({ k, value, weight, slope }) => {
        _push(`<tr class="${ssrRenderClass({ unread: weight === 0 && slope === 0 })}" data-v-378c003e><td data-v-378c003e>${ssrInterpolate(k)}</td><td data-v-378c003e>${ssrInterpolate(value)}</td><td data-v-378c003e>${ssrInterpolate(unref(shown)(weight))}</td><td data-v-378c003e>${ssrInterpolate(unref(shown)(weight * value))}</td><td data-v-378c003e>${ssrInterpolate(unref(shown)(slope))}</td><td data-v-378c003e>${ssrInterpolate(unref(shown)(slope * value))}</td></tr>`);
      });
      _push(`<!--]--><tr class="sum" data-v-378c003e><td colspan="3" data-v-378c003e>value</td><td data-v-378c003e>${ssrInterpolate(unref(shown)(taps.value.value))}</td><td data-v-378c003e>slope</td><td data-v-378c003e>${ssrInterpolate(unref(shown)(taps.value.slope.x))}</td></tr></tbody></table>`);
      _push(ssrRenderComponent(FigureCode, { code: code.value }, null, _parent));
      _push(`<figcaption data-v-378c003e>Drag the point along the row. The derivative, w′, is per pixel.</figcaption></figure>`);
    };
  }
});
const _sfc_setup$2 = _sfc_main$2.setup;
_sfc_main$2.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("drawings/TapRow.vue");
  return _sfc_setup$2 ? _sfc_setup$2(props, ctx) : void 0;
};
const TapRow = /* @__PURE__ */ _export_sfc(_sfc_main$2, [["__scopeId", "data-v-378c003e"]]);
const STEPS = 300;
const _sfc_main$1 = /* @__PURE__ */ defineComponent({
  __name: "TapWeights",
  __ssrInlineRender: true,
  setup(__props) {
    const ONE_HOT = [0, 0, 0, 0, 1, 0, 0, 0, 0];
    const positions = Array.from({ length: STEPS + 1 }, (_, k) => 1.5 + 5 * k / STEPS);
    const across = (x) => 10 + (x - 1.5) * 40;
    const up = (y) => 112 - y * 80;
    const curves = MODES.map((mode) => {
      const { values } = sampleRow(ONE_HOT, positions, { mode, cubicCoefficient: -0.75 });
      const reach = mode === "nearest" ? 2.5 / STEPS : 0;
      const ends = positions.flatMap((x, k) => [x - reach, x + reach].map((end) => ({ x: end, y: values[k] })));
      return { mode, points: ends.map(({ x, y }) => `${across(x).toFixed(2)},${up(y).toFixed(2)}`).join(" ") };
    });
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "drawing row" }, _attrs))}><!--[-->`);
      ssrRenderList(unref(curves), ({ mode, points }) => {
        _push(`<svg viewBox="0 0 220 150" role="img"${ssrRenderAttr("aria-label", `The weight of a pixel by the distance of the point, mode ${mode}.`)}><line class="axis" x1="10" x2="210"${ssrRenderAttr("y1", up(0))}${ssrRenderAttr("y2", up(0))}></line><!--[-->`);
        ssrRenderList([-2, -1, 0, 1, 2], (d) => {
          _push(`<line class="guide"${ssrRenderAttr("x1", across(4 + d))}${ssrRenderAttr("x2", across(4 + d))} y1="28" y2="126"></line>`);
        });
        _push(`<!--]--><!--[-->`);
        ssrRenderList([-2, -1, 0, 1, 2], (d) => {
          _push(`<text class="quiet"${ssrRenderAttr("x", across(4 + d))} y="144">${ssrInterpolate(d)}</text>`);
        });
        _push(`<!--]--><polyline class="curve"${ssrRenderAttr("points", points)}></polyline><text class="strong" x="110" y="16">${ssrInterpolate(mode)}</text></svg>`);
      });
      _push(`<!--]--><figcaption>Weight, from 0 at the line to 1, by distance in pixels</figcaption></figure>`);
    };
  }
});
const _sfc_setup$1 = _sfc_main$1.setup;
_sfc_main$1.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("drawings/TapWeights.vue");
  return _sfc_setup$1 ? _sfc_setup$1(props, ctx) : void 0;
};
const __pageData = JSON.parse('{"title":"Taps and modes","description":"","frontmatter":{},"headers":[],"relativePath":"guide/taps-and-modes.md","filePath":"apps/docs/guide/taps-and-modes.md"}');
const __default__ = { name: "guide/taps-and-modes.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="taps-and-modes" tabindex="-1">Taps and modes <a class="header-anchor" href="#taps-and-modes" aria-label="Permalink to &quot;Taps and modes&quot;">​</a></h1><p>After this guide you can choose a <code>mode</code>, and say which pixels a sample reads, with which weights, and where the gradient to the point comes from.</p><h2 id="along-a-row" tabindex="-1">Along a row <a class="header-anchor" href="#along-a-row" aria-label="Permalink to &quot;Along a row&quot;">​</a></h2><p>A point is hardly ever exactly on the centre of a pixel. So a sample is a sum over a few pixels around it, its <strong>taps</strong>. Each tap has a <strong>weight</strong> that depends on how far away the pixel&#39;s centre is:</p><div class="language-text vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">text</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span>value = w₀ · v₀ + w₁ · v₁ + …</span></span></code></pre></div><p>When the point moves, the pixels stay and the weights change. So the gradient to the point is the same sum, with the derivative of each weight in place of the weight:</p><div class="language-text vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">text</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span>slope = w₀′ · v₀ + w₁′ · v₁ + …</span></span></code></pre></div><p>Drag the point, and watch both:</p>`);
      _push(ssrRenderComponent(TapRow, null, null, _parent));
      _push(`<p>The weights sum to 1, so that a constant image stays constant. Their derivatives sum to 0.</p><h2 id="in-an-image" tabindex="-1">In an image <a class="header-anchor" href="#in-an-image" aria-label="Permalink to &quot;In an image&quot;">​</a></h2><p>On each axis the weights are those of a row, and the weights of the axes are multiplied. Drag the point over the pixels. The arrow is the gradient: it points to where the value grows.</p>`);
      _push(ssrRenderComponent(TapGrid, null, null, _parent));
      _push(`<h2 id="which-mode" tabindex="-1">Which mode <a class="header-anchor" href="#which-mode" aria-label="Permalink to &quot;Which mode&quot;">​</a></h2><p>This is the weight of one pixel, by how far away the point is:</p>`);
      _push(ssrRenderComponent(_sfc_main$1, null, null, _parent));
      _push(`<ul><li><strong>bilinear</strong> is the default. It reads two pixels on each axis. Its slope jumps at pixel centres.</li><li><strong>nearest</strong> reads one pixel; half way between two, it reads the even one. Its slope is 0, so it cannot train a box. Take it for <a href="/cropgrad/guide/outside.html#labels-stay-labels">masks and labels</a>.</li><li><strong>bicubic</strong> reads four pixels on each axis, and its slope does not jump. Some weights are below 0, so values can overshoot: they may be larger or smaller than every pixel. <code>cubicCoefficient</code> is -0.75, as in PyTorch, or -0.5, which overshoots less.</li></ul><p>The weights are the gradient to the image, too. In code:</p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">import</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;@cropgrad/backend-cpu&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">import</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> { gridSample } </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">from</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;@cropgrad/core&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">import</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> *</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> as</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> tf </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">from</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;@tensorflow/tfjs&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">await</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> tf.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">setBackend</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;cpu&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">);</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> row</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> tf.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">tensor4d</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">([</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">4</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">2</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">5</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">3</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">7</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">4</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">6</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">], [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">8</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]);</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;">/** The point at x, in pixels from the centre of pixel 0, as coordinates (x, y). */</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> at</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> (</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">x</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> number</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">) </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">=&gt;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> tf.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">tensor4d</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">([(</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">2</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> *</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> x </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">+</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> 1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">) </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">/</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> 8</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> -</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> 1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">], [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">2</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]);</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> read</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> (</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">image</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> tf</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">.</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">Tensor</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">point</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> tf</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">.</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">Tensor</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">) </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">=&gt;</span></span>
<span class="line"><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">  gridSample</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(image, point, { mode: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;bilinear&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> });</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">value</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">] </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">=</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> await</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> read</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(row, </span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">at</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">3.25</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)).</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">data</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">();</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">toRow</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">toPoint</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">] </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">=</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> tf.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">grads</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(read)([row, </span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">at</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">3.25</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)]);</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> weights</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> Array.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">from</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">await</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> toRow.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">data</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(), (</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">w</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">) </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">=&gt;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> w.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">toFixed</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">2</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)).</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">join</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39; &#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">);</span></span>
<span class="line"><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;">// One pixel is 2/8 of a coordinate.</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> slope</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> (</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">await</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> toPoint.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">data</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">())[</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">] </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">/</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> 4</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">console.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">log</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(value.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">toFixed</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">2</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">), </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;slope&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, slope.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">toFixed</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">2</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)); </span><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;">// 4.00 slope 4.00</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">console.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">log</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(weights); </span><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;">// 0.00 0.00 0.00 0.75 0.25 0.00 0.00 0.00</span></span></code></pre></div><h2 id="more-pixels" tabindex="-1">More pixels <a class="header-anchor" href="#more-pixels" aria-label="Permalink to &quot;More pixels&quot;">​</a></h2><p>A crop that shrinks leaves out what lies between its taps. With <a href="/cropgrad/guide/antialias.html"><code>antialias</code></a> each sample reads all the pixels that it stands for. Near the edge some taps are outside the image: <a href="/cropgrad/guide/edges.html">Gradients at the edges</a> says what they read. See the points of a crop on a photo in the <a href="/cropgrad/playground.html?mode=bicubic&amp;view=grid">playground</a>; all options are in the <a href="/cropgrad/api/">API</a>.</p></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("guide/taps-and-modes.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};
