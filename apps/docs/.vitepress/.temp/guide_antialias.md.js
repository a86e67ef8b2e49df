import { ssrRenderAttrs, ssrInterpolate, ssrRenderList, ssrRenderAttr, ssrRenderStyle, ssrRenderComponent, ssrRenderClass } from "vue/server-renderer";
import { defineComponent, ref, useTemplateRef, computed, onMounted, onUnmounted, mergeProps, unref, useSSRContext } from "vue";
import { w as withBase } from "./Content.CW3vPC1s.js";
import { P as PLAIN_OPTIONS, d as decimals, D as DragHandle, F as FigureCode, w as within, p as pixelAxis, s as shown, a as snapped } from "./pixel-axis.C2l3ct7h.js";
import { a as affineSample, b as affineSampleGradImage, c as affineSampleGradTheta } from "./affine-sample.BC7CGsh3.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import { C as ChoiceRow } from "./ChoiceRow.knbTzVrW.js";
import { t as thetaOf } from "./pixel-box.C4ctoD4v.js";
import { w as writeBoxGradients } from "./box-values.Ubm-0-28.js";
import "./forward.APiXjFIZ.js";
async function openPicture(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const picture = await createImageBitmap(await response.blob());
  const context = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
  if (!context) throw new Error("this browser gives no canvas");
  context.drawImage(picture, 0, 0);
  return context.getImageData(0, 0, picture.width, picture.height);
}
const WHOLE = new Float32Array([1, 0, 0, 0, 1, 0]);
function shrunk({ data, width, height }, side, antialias) {
  const options = {
    ...PLAIN_OPTIONS,
    paddingMode: "border",
    size: [side, side],
    antialias: Number(antialias)
  };
  const values = affineSample(new Float32Array(data), [1, height, width, 4], WHOLE, options);
  return { data: Uint8ClampedArray.from(values), width: side, height: side };
}
const FULL = 512;
const _sfc_main$2 = /* @__PURE__ */ defineComponent({
  __name: "ShrunkBricks",
  __ssrInlineRender: true,
  setup(__props) {
    const [LEAST, MOST] = [32, 256];
    const WAYS = [
      { name: "plain", still: "/antialias/plain.png", label: "The bricks without antialias: joints are missing, and bend" },
      { name: "antialias: true", still: "/antialias/averaged.png", label: "The bricks with antialias: even joints" }
    ];
    const side = ref(72);
    const problem = ref("");
    const isOpen = ref(false);
    const canvases = useTemplateRef("canvases");
    let bricks;
    let frame = 0;
    function draw() {
      var _a;
      frame = 0;
      if (!bricks) return;
      for (const [k, canvas] of (canvases.value ?? []).entries()) {
        const { data, width, height } = shrunk(bricks, side.value, k === 1);
        canvas.width = canvas.height = side.value;
        (_a = canvas.getContext("2d")) == null ? void 0 : _a.putImageData(new ImageData(data, width, height), 0, 0);
      }
      isOpen.value = true;
    }
    function shrinkTo(pixels) {
      side.value = Math.round(within(pixels, LEAST, MOST));
      if (frame === 0) frame = requestAnimationFrame(draw);
    }
    const words = computed(
      () => `${side.value} × ${side.value} pixels, ${decimals(FULL / side.value, 1)} pixels of the photo each way in one`
    );
    const code = computed(
      () => [
        `const size = [${side.value}, ${side.value}]; // of ${FULL} × ${FULL} pixels`,
        "crop(bricks, [[-1, -1, 1, 1]], size, { paddingMode: 'border' });",
        "crop(bricks, [[-1, -1, 1, 1]], size, { paddingMode: 'border', antialias: true });"
      ].join("\n")
    );
    onMounted(async () => {
      try {
        bricks = await openPicture(withBase("/photos/brick.webp"));
        draw();
      } catch (error) {
        problem.value = `The photo did not load: ${error instanceof Error ? error.message : error}.`;
      }
    });
    onUnmounted(() => cancelAnimationFrame(frame));
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "drawing bricks" }, _attrs))} data-v-c5f63e54>`);
      if (problem.value) {
        _push(`<p role="alert" data-v-c5f63e54>${ssrInterpolate(problem.value)}</p>`);
      } else {
        _push(`<!---->`);
      }
      _push(`<div class="pictures" data-v-c5f63e54><!--[-->`);
      ssrRenderList(WAYS, ({ name, still, label }) => {
        _push(`<div data-v-c5f63e54><div class="stage" data-v-c5f63e54><img${ssrRenderAttr("src", unref(withBase)(still))}${ssrRenderAttr("alt", label)} width="72" height="72" style="${ssrRenderStyle(!isOpen.value ? null : { display: "none" })}" data-v-c5f63e54><canvas role="img"${ssrRenderAttr("aria-label", label)} style="${ssrRenderStyle(isOpen.value ? null : { display: "none" })}" data-v-c5f63e54></canvas><svg${ssrRenderAttr("viewBox", `0 0 ${unref(MOST)} ${unref(MOST)}`)} data-v-c5f63e54><rect class="frame under"${ssrRenderAttr("width", side.value)}${ssrRenderAttr("height", side.value)} data-v-c5f63e54></rect><rect class="frame"${ssrRenderAttr("width", side.value)}${ssrRenderAttr("height", side.value)} data-v-c5f63e54></rect>`);
        _push(ssrRenderComponent(DragHandle, {
          at: { x: side.value, y: side.value },
          label: `Size of the shrunk bricks, ${name}`,
          value: side.value,
          range: [unref(LEAST), unref(MOST)],
          words: words.value,
          axes: "x",
          class: "corner",
          onDrag: ($event) => shrinkTo(($event.x + $event.y) / 2),
          onNudge: ($event) => shrinkTo(side.value + $event.x)
        }, null, _parent));
        _push(`</svg></div><p data-v-c5f63e54><code data-v-c5f63e54>${ssrInterpolate(name)}</code></p></div>`);
      });
      _push(`<!--]--></div><p class="formula size" data-v-c5f63e54><output data-v-c5f63e54>512 × 512 pixels in ${ssrInterpolate(side.value)} × ${ssrInterpolate(side.value)}</output>: ${ssrInterpolate(unref(decimals)(FULL / side.value, 1))} pixels each way in one.</p>`);
      _push(ssrRenderComponent(FigureCode, { code: code.value }, null, _parent));
      _push(`<figcaption data-v-c5f63e54>Drag the corner of the frame to change the size of the crop. The pictures show the crop enlarged.</figcaption></figure>`);
    };
  }
});
const _sfc_setup$2 = _sfc_main$2.setup;
_sfc_main$2.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("antialias/ShrunkBricks.vue");
  return _sfc_setup$2 ? _sfc_setup$2(props, ctx) : void 0;
};
const ShrunkBricks = /* @__PURE__ */ _export_sfc(_sfc_main$2, [["__scopeId", "data-v-c5f63e54"]]);
function filterTaps(pixels, from, to, options) {
  const width = pixels.length;
  const { fromPixels } = pixelAxis(width, false);
  const theta = thetaOf([fromPixels(from - 0.5), -1, fromPixels(to - 0.5), 1]);
  const imageShape = [1, 1, width, 1];
  const shape = [1, 1, 1, 1];
  const one = Float32Array.of(1);
  const image = Float32Array.from(pixels);
  const cubicCoefficient = options.antialias > 0 ? -0.5 : -0.75;
  const attrs = { ...PLAIN_OPTIONS, paddingMode: "border", ...options, cubicCoefficient };
  const [value] = affineSample(image, imageShape, theta, attrs);
  const weights = affineSampleGradImage(one, shape, theta, { ...attrs, imageShape });
  const gradient = new Float32Array(4);
  writeBoxGradients(gradient, affineSampleGradTheta(one, shape, image, imageShape, theta, attrs), 2);
  const perPixel = fromPixels(1) - fromPixels(0);
  return { value, weights, ends: [gradient[0] * perPixel, gradient[2] * perPixel] };
}
const STEP = 0.25;
const HIGH = 96;
const _sfc_main$1 = /* @__PURE__ */ defineComponent({
  __name: "FilterRow",
  __ssrInlineRender: true,
  setup(__props) {
    const PIXELS = Array.from({ length: 32 }, (_, k) => k % 2);
    const SIZE = PIXELS.length;
    const [LEFT, CELL] = [12, 18];
    const [LEAST, MOST] = [1, 12];
    const [PLAIN, FILTERED] = [120, 240];
    const mode = ref("bilinear");
    const middle = ref(15.75);
    const length = ref(5);
    const across = (pixels) => LEFT + pixels * CELL;
    const from = computed(() => middle.value - length.value / 2);
    const to = computed(() => middle.value + length.value / 2);
    const ways = computed(
      () => [
        { name: "plain", base: PLAIN, antialias: 0 },
        { name: "antialias", base: FILTERED, antialias: 1 }
      ].map((way) => {
        const taps = filterTaps(PIXELS, from.value, to.value, { mode: mode.value, antialias: way.antialias });
        return { ...way, ...taps, count: taps.weights.filter((weight) => weight !== 0).length };
      })
    );
    const words = computed(() => {
      const [plain, filtered] = ways.value;
      return `${shown(length.value, 2)} pixels: plain reads ${plain.count}, value ${shown(plain.value)}; antialias reads ${filtered.count}, value ${shown(filtered.value)}`;
    });
    const code = computed(() => {
      const box = `[[${decimals(from.value)}, 0, ${decimals(to.value)}, 1]]`;
      const [plain, filtered] = ways.value;
      const mine = mode.value === "bilinear" ? "" : `mode: '${mode.value}', `;
      return [
        `const boxes = boxesFromPixels(${box}, [1, ${SIZE}]);`,
        `const options = { ${mine}paddingMode: 'border' };`,
        `crop(stripes, boxes, [1, 1], options); // ${decimals(plain.value)}`,
        `crop(stripes, boxes, [1, 1], { ...options, antialias: true }); // ${decimals(filtered.value)}`
      ].join("\n");
    });
    function moveTo(x) {
      middle.value = within(snapped(x, STEP), MOST / 2, SIZE - MOST / 2);
    }
    function stretchTo(end) {
      length.value = within(snapped(2 * (end - middle.value), STEP), LEAST, MOST);
    }
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "drawing filter-row" }, _attrs))} data-v-05dd46bc>`);
      _push(ssrRenderComponent(ChoiceRow, {
        modelValue: mode.value,
        "onUpdate:modelValue": ($event) => mode.value = $event,
        legend: "Mode",
        names: ["bilinear", "bicubic"]
      }, null, _parent));
      _push(`<svg viewBox="0 0 600 336" role="group" aria-label="A row of stripes, one output that stands for several of them, and the weights that it reads them with" data-v-05dd46bc><!--[-->`);
      ssrRenderList(ways.value, ({ name, base, weights }) => {
        _push(`<g data-v-05dd46bc><text class="quiet start"${ssrRenderAttr("x", unref(LEFT))}${ssrRenderAttr("y", base - HIGH - 4)} data-v-05dd46bc>${ssrInterpolate(name)}</text><line class="axis"${ssrRenderAttr("x1", unref(LEFT))}${ssrRenderAttr("x2", across(unref(SIZE)))}${ssrRenderAttr("y1", base)}${ssrRenderAttr("y2", base)} data-v-05dd46bc></line><!--[-->`);
        ssrRenderList(weights, (weight, k) => {
          _push(`<!--[-->`);
          if (weight !== 0) {
            _push(`<rect class="${ssrRenderClass([{ negative: weight < 0 }, "tap"])}"${ssrRenderAttr("x", across(k) + 3)}${ssrRenderAttr("width", unref(CELL) - 6)}${ssrRenderAttr("y", base - Math.max(0, weight) * HIGH)}${ssrRenderAttr("height", Math.abs(weight) * HIGH)} data-v-05dd46bc></rect>`);
          } else {
            _push(`<!---->`);
          }
          _push(`<!--]-->`);
        });
        _push(`<!--]--></g>`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList(unref(PIXELS), (value, k) => {
        _push(`<rect class="${ssrRenderClass([{ bright: value }, "stripe"])}"${ssrRenderAttr("x", across(k))} y="272"${ssrRenderAttr("width", unref(CELL))} height="40" data-v-05dd46bc></rect>`);
      });
      _push(`<!--]-->`);
      _push(ssrRenderComponent(DragHandle, {
        axes: "x",
        label: "Place of the output",
        at: { x: across(middle.value), y: 292 },
        value: middle.value,
        range: [unref(MOST) / 2, unref(SIZE) - unref(MOST) / 2],
        words: `middle at ${unref(shown)(middle.value, 2)} pixels; ${words.value}`,
        area: { x: across(from.value), y: 264, width: length.value * unref(CELL), height: 56 },
        onDrag: ($event) => moveTo(($event.x - unref(LEFT)) / unref(CELL)),
        onNudge: ($event) => moveTo(middle.value + STEP * $event.x)
      }, null, _parent));
      _push(ssrRenderComponent(DragHandle, {
        axes: "x",
        label: "Scale: pixels per output",
        at: { x: across(to.value), y: 292 },
        value: length.value,
        range: [unref(LEAST), unref(MOST)],
        words: words.value,
        onDrag: ($event) => stretchTo(($event.x - unref(LEFT)) / unref(CELL)),
        onNudge: ($event) => stretchTo(middle.value + (length.value + STEP * $event.x) / 2)
      }, null, _parent));
      _push(`</svg><table data-v-05dd46bc><thead data-v-05dd46bc><tr data-v-05dd46bc><th data-v-05dd46bc>${ssrInterpolate(unref(shown)(length.value, 2))} px</th><th data-v-05dd46bc>taps</th><th data-v-05dd46bc>value</th><th data-v-05dd46bc>by x</th><th data-v-05dd46bc>by x2</th></tr></thead><tbody data-v-05dd46bc><!--[-->`);
      ssrRenderList(ways.value, ({ name, count, value, ends }) => {
        _push(`<tr data-v-05dd46bc><th data-v-05dd46bc>${ssrInterpolate(name)}</th><td data-v-05dd46bc>${ssrInterpolate(count)}</td><td data-v-05dd46bc>${ssrInterpolate(unref(shown)(value))}</td><!--[-->`);
        ssrRenderList(ends, (end, k) => {
          _push(`<td data-v-05dd46bc>${ssrInterpolate(unref(shown)(end))}</td>`);
        });
        _push(`<!--]--></tr>`);
      });
      _push(`<!--]--></tbody></table>`);
      _push(ssrRenderComponent(FigureCode, { code: code.value }, null, _parent));
      _push(`<figcaption data-v-05dd46bc>Drag the point to stretch the output over more pixels; drag the output to move it.</figcaption></figure>`);
    };
  }
});
const _sfc_setup$1 = _sfc_main$1.setup;
_sfc_main$1.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("drawings/FilterRow.vue");
  return _sfc_setup$1 ? _sfc_setup$1(props, ctx) : void 0;
};
const FilterRow = /* @__PURE__ */ _export_sfc(_sfc_main$1, [["__scopeId", "data-v-05dd46bc"]]);
const __pageData = JSON.parse('{"title":"Shrink without moiré","description":"","frontmatter":{},"headers":[],"relativePath":"guide/antialias.md","filePath":"apps/docs/guide/antialias.md"}');
const __default__ = { name: "guide/antialias.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="shrink-without-moire" tabindex="-1">Shrink without moiré <a class="header-anchor" href="#shrink-without-moire" aria-label="Permalink to &quot;Shrink without moiré&quot;">​</a></h1><p>After this guide you can shrink a photo without moiré, and say how wide the filter is that does it.</p><p>A crop that shrinks leaves pixels out: each output reads the few pixels around one point, and the pixels between two outputs are never read. Fine lines break, bend, or disappear. With <code>antialias: true</code> each output averages all the pixels that it stands for.</p>`);
      _push(ssrRenderComponent(ShrunkBricks, null, null, _parent));
      _push(`<h2 id="which-pixels-an-output-reads" tabindex="-1">Which pixels an output reads <a class="header-anchor" href="#which-pixels-an-output-reads" aria-label="Permalink to &quot;Which pixels an output reads&quot;">​</a></h2><p>Here is one output of a crop of stripes. It stands for the pixels under its frame. Drag its end, and it stands for more of them: the crop shrinks more. Plain bilinear still reads two pixels. The filter gets wider, and reads all of them.</p>`);
      _push(ssrRenderComponent(FilterRow, null, null, _parent));
      _push(`<p>The mean of the stripes is 0.5. As the output moves, the plain value goes up and down between 0 and 1, and its gradient jumps. With antialias the value stays near 0.5, and the gradient is small. <code>by x</code> and <code>by x2</code> are the gradient to the two ends of the output. More on taps and weights is in <a href="/cropgrad/guide/taps-and-modes.html">Taps and modes</a>.</p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">import</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;@cropgrad/backend-cpu&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">import</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> { crop } </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">from</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;@cropgrad/core&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">import</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> *</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> as</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> tf </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">from</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;@tensorflow/tfjs&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">await</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> tf.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">setBackend</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;cpu&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">);</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;">// Stripes, one pixel dark and one bright: their mean is 0.5.</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> values</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> Array.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">from</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">({ length: </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">64</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> }, (</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">_</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">i</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">) </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">=&gt;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> i </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">%</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> 2</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">);</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> stripes</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> tf.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">tensor4d</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(values, [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">64</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]);</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> whole</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> [[</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">-</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">-</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]];</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> plain</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> crop</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(stripes, whole, [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">5</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]);</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> mean</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> crop</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(stripes, whole, [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">5</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">], {</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">  antialias: </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">true</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">,</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">  paddingMode: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;border&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">,</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">});</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">console.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">log</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(Array.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">from</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">await</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> plain.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">data</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(), (</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">x</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">) </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">=&gt;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> x.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">toFixed</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">2</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)).</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">join</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39; &#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">));</span></span>
<span class="line"><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;">// 0.10 0.70 0.50 0.30 0.90</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">console.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">log</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(Array.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">from</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">await</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> mean.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">data</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(), (</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">x</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">) </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">=&gt;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> x.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">toFixed</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">2</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)).</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">join</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39; &#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">));</span></span>
<span class="line"><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;">// 0.49 0.50 0.50 0.50 0.51</span></span></code></pre></div><p><code>antialias</code> is an option of <code>crop</code>, <code>cropQuads</code>, <code>affineSample</code> and <code>perspectiveSample</code>. <code>gridSample</code> refuses it: a grid says where a sample is, but not how much of the image it stands for. The <a href="/cropgrad/api/">API</a> has all options, and the <a href="/cropgrad/playground.html?antialias=true">playground</a> has a switch for it.</p><h2 id="what-it-is-equal-to" tabindex="-1">What it is equal to <a class="header-anchor" href="#what-it-is-equal-to" aria-label="Permalink to &quot;What it is equal to&quot;">​</a></h2><p>On a whole image, and on boxes inside one, it gives the same values as <code>interpolate(antialias=True)</code> of PyTorch, <code>resize</code> of Pillow and <code>scale_and_translate</code> of JAX. The suite compares every backend with fixtures of all three. None of them has a gradient to where the region lies. Here the gradient flows to the image and to boxes, thetas and quads.</p><ul><li><strong>The filter</strong> is the tent of <code>&#39;bilinear&#39;</code> or the cubic of <code>&#39;bicubic&#39;</code>, on each axis alone. It is stretched by as many pixels as an output is long. It is never narrower than the plain one, so it does not change a crop that enlarges.</li><li><strong><code>&#39;bicubic&#39;</code> has another default coefficient</strong> under antialias: -0.5, as in PyTorch, Pillow and JAX, in place of -0.75. <code>cubicCoefficient</code> sets it in both cases.</li><li><strong>Outside the image</strong> <code>&#39;zeros&#39;</code> fades by how much of the output&#39;s own square lies outside. The other paddings are applied to the coordinate first, and what lies inside is averaged.</li><li><strong><code>alignCorners</code></strong> keeps its meaning. In PyTorch, <code>antialias</code> with <code>align_corners</code> does not align corners; that is not imitated.</li><li>A constant image stays exactly constant, and nothing becomes brighter than white, so <code>tf.browser.toPixels</code> accepts the crop.</li><li>It has first derivatives only.</li></ul><h2 id="turned-crops" tabindex="-1">Turned crops <a class="header-anchor" href="#turned-crops" aria-label="Permalink to &quot;Turned crops&quot;">​</a></h2><p>The width of the filter follows the size of an output on each axis of the image. That is right for turned crops whose outputs are squares. Where outputs are long, narrow and turned, a filter that works axis by axis blurs too much. For such a crop, first turn with as many outputs as there are pixels, and then shrink:</p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">import</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> { affineSample, rotatedBoxToTheta } </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">from</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;@cropgrad/core&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> photo</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> tf.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">randomUniform</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">&lt;</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">tf</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">.</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">Rank</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">.</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">R4</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">&gt;([</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">64</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">64</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">3</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]);</span></span>
<span class="line"><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;">// 48 by 12 pixels in 6 by 6 outputs: 8 and 2 pixels each.</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> theta</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> rotatedBoxToTheta</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">([[</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1.5</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0.375</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, Math.</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">PI</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> /</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> 12</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]], [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">64</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">64</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]);</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> turned</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> affineSample</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(photo, theta, [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">12</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">48</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]);</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> small</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> crop</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(turned, whole, [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">6</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">6</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">], {</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">  antialias: </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">true</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">,</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">  paddingMode: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;border&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">,</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">});</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">console.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">log</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(small.shape);</span></span>
<span class="line"><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;">// [ 1, 6, 6, 3 ]</span></span></code></pre></div><p>This was measured on a photo, in decibels (more is better). The ideal is a tent that turns with the outputs:</p><table tabindex="0"><thead><tr><th>an output</th><th>plain</th><th><code>antialias: true</code></th><th>the recipe</th></tr></thead><tbody><tr><td>6 ×⁠ 6 px, 15°</td><td>23.7</td><td>62.0</td><td>59.2</td></tr><tr><td>6 ×⁠ 6 px, 45°</td><td>23.6</td><td>55.5</td><td>58.9</td></tr><tr><td>8 ×⁠ 2 px, 0°</td><td>25.6</td><td>158.9</td><td>158.9</td></tr><tr><td>8 ×⁠ 2 px, 15°</td><td>24.6</td><td>35.9</td><td>49.5</td></tr><tr><td>8 ×⁠ 2 px, 45°</td><td>25.1</td><td>35.8</td><td>55.2</td></tr></tbody></table><h2 id="wider-to-learn-from-far-away" tabindex="-1">Wider, to learn from far away <a class="header-anchor" href="#wider-to-learn-from-far-away" aria-label="Permalink to &quot;Wider, to learn from far away&quot;">​</a></h2><p><code>antialias: { widen: 4 }</code> makes the filter reach four times as far. The crop is blurred, and a blurred photo attracts a box from farther away. <a href="/cropgrad/guide/learn-a-crop.html#a-wide-filter-pulls-from-far-away">Learn a crop</a> uses this.</p></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("guide/antialias.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};
