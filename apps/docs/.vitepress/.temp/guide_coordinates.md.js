import { ssrRenderAttrs, ssrRenderList, ssrRenderClass, ssrRenderAttr, ssrInterpolate, ssrRenderComponent } from "vue/server-renderer";
import { defineComponent, ref, computed, mergeProps, unref, useSSRContext } from "vue";
import { p as pixelAxis, s as shown, d as decimals, w as within, D as DragHandle, F as FigureCode, a as snapped } from "./pixel-axis.C2l3ct7h.js";
import { s as sampleRow, B as BILINEAR } from "./samplers.B78i9Gh9.js";
import { n as normalisedBox, p as pointsRead } from "./pixel-box.C4ctoD4v.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import "./forward.APiXjFIZ.js";
import "./grid-sample.Bs5_fLZr.js";
import "./box-values.Ubm-0-28.js";
const STEP$1 = 0.05;
const _sfc_main$2 = /* @__PURE__ */ defineComponent({
  __name: "AxisPoint",
  __ssrInlineRender: true,
  setup(__props) {
    const [LEFT, WIDTH] = [40, 520];
    const pixels = ref(4);
    const position = ref(0.75);
    const across = (x) => LEFT + (x + 0.5) * WIDTH / pixels.value;
    const end = computed(() => pixels.value - 0.5);
    function moveTo(x) {
      position.value = within(snapped(x, STEP$1), -0.5, end.value);
    }
    const conventions = computed(
      () => [false, true].map((alignCorners, k) => {
        const size = pixels.value;
        const { fromPixels, toPixels } = pixelAxis(size, alignCorners);
        const g = fromPixels(position.value);
        const x = shown(toPixels(g), 2);
        const row = Array.from({ length: size }, (_, i) => i);
        const [read] = sampleRow(row, [position.value], BILINEAR, { alignCorners, paddingMode: "border" }).values;
        const option = alignCorners ? ", alignCorners: true" : "";
        return {
          alignCorners,
          y: 136 + 84 * k,
          g,
          ends: [-1, 1].map((coordinate) => ({ g: coordinate, at: across(toPixels(coordinate)) })),
          formula: alignCorners ? `x = (g + 1) / 2 · (S − 1) = (${shown(g)} + 1) / 2 · ${size - 1} = ${x}` : `x = ((g + 1) · S − 1) / 2 = ((${shown(g)} + 1) · ${size} − 1) / 2 = ${x}`,
          code: `gridSample(row, [[[${decimals(g)}, 0]]], { paddingMode${option} }); // ${decimals(read, 2)}`
        };
      })
    );
    const words = computed(
      () => `${shown(position.value, 2)} pixels: ${conventions.value.map(({ g }) => shown(g)).join(", or with alignCorners ")}`
    );
    const code = computed(
      () => [
        `const row = tf.reshape(tf.range(0, ${pixels.value}), [1, 1, ${pixels.value}, 1]);`,
        "const paddingMode = 'border';",
        ...conventions.value.map((convention) => convention.code)
      ].join("\n")
    );
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "drawing axis-point" }, _attrs))}><svg viewBox="0 0 600 256" role="group" aria-label="A row of pixels, and the axis of coordinates under both conventions"><!--[-->`);
      ssrRenderList(pixels.value, (i) => {
        _push(`<g><rect class="${ssrRenderClass([{ odd: i % 2 === 0 }, "pixel"])}"${ssrRenderAttr("x", across(i - 1.5))} y="8"${ssrRenderAttr("width", unref(WIDTH) / pixels.value)} height="70"></rect><text class="quiet"${ssrRenderAttr("x", across(i - 1))} y="70">${ssrInterpolate(i - 1)}</text><circle class="centre"${ssrRenderAttr("cx", across(i - 1))} cy="38" r="3"></circle></g>`);
      });
      _push(`<!--]--><line class="guide"${ssrRenderAttr("x1", across(position.value))}${ssrRenderAttr("x2", across(position.value))} y1="38" y2="220"></line><!--[-->`);
      ssrRenderList(conventions.value, ({ alignCorners, y, g, ends }) => {
        _push(`<g><text class="quiet" x="300"${ssrRenderAttr("y", y + 26)}>alignCorners: ${ssrInterpolate(alignCorners)}</text><line class="axis"${ssrRenderAttr("x1", ends[0].at)}${ssrRenderAttr("x2", ends[1].at)}${ssrRenderAttr("y1", y)}${ssrRenderAttr("y2", y)}></line><!--[-->`);
        ssrRenderList(pixels.value, (i) => {
          _push(`<line class="axis"${ssrRenderAttr("x1", across(i - 1))}${ssrRenderAttr("x2", across(i - 1))}${ssrRenderAttr("y1", y - 4)}${ssrRenderAttr("y2", y)}></line>`);
        });
        _push(`<!--]--><!--[-->`);
        ssrRenderList(ends, ({ g: coordinate, at }) => {
          _push(`<g><line class="axis"${ssrRenderAttr("x1", at)}${ssrRenderAttr("x2", at)}${ssrRenderAttr("y1", y - 8)}${ssrRenderAttr("y2", y + 8)}></line><text class="quiet"${ssrRenderAttr("x", at)}${ssrRenderAttr("y", y + 26)}>${ssrInterpolate(unref(shown)(coordinate, 0))}</text></g>`);
        });
        _push(`<!--]--><circle class="mark"${ssrRenderAttr("cx", across(position.value))}${ssrRenderAttr("cy", y)} r="6"></circle><text class="strong halo"${ssrRenderAttr("x", unref(within)(across(position.value), 44, 556))}${ssrRenderAttr("y", y - 14)}>${ssrInterpolate(unref(shown)(g))}</text></g>`);
      });
      _push(`<!--]-->`);
      _push(ssrRenderComponent(DragHandle, {
        axes: "x",
        label: "Point of the row",
        at: { x: across(position.value), y: 38 },
        value: position.value,
        range: [-0.5, end.value],
        words: words.value,
        onDrag: ($event) => moveTo(($event.x - unref(LEFT)) * pixels.value / unref(WIDTH) - 0.5),
        onNudge: ($event) => moveTo(position.value + STEP$1 * $event.x)
      }, null, _parent));
      _push(`</svg><div class="sizes"><label>S = ${ssrInterpolate(pixels.value)} pixels <input type="range" min="2" max="8"${ssrRenderAttr("value", pixels.value)}></label></div><!--[-->`);
      ssrRenderList(conventions.value, ({ alignCorners, formula }) => {
        _push(`<p class="formula"><code>alignCorners: ${ssrInterpolate(alignCorners)}</code><br>${ssrInterpolate(formula)}</p>`);
      });
      _push(`<!--]-->`);
      _push(ssrRenderComponent(FigureCode, { code: code.value }, null, _parent));
      _push(`<figcaption>Drag the point along the row, or use the arrow keys. Both axes name the same place.</figcaption></figure>`);
    };
  }
});
const _sfc_setup$2 = _sfc_main$2.setup;
_sfc_main$2.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("drawings/AxisPoint.vue");
  return _sfc_setup$2 ? _sfc_setup$2(props, ctx) : void 0;
};
const CELL = 80;
const MARGIN = 20;
const STEP = 0.25;
const LEAST = 0.5;
const _sfc_main$1 = /* @__PURE__ */ defineComponent({
  __name: "BoxOnPixels",
  __ssrInlineRender: true,
  setup(__props) {
    const [H, W] = [4, 6];
    const box = ref([1, 0.5, 5, 3.5]);
    const [h, w] = [ref(3), ref(4)];
    const place = (pixels) => MARGIN + pixels * CELL;
    const pixelsAt = ({ x, y }) => ({ x: (x - MARGIN) / CELL, y: (y - MARGIN) / CELL });
    const area = computed(() => {
      const [x, y, x2, y2] = box.value;
      return { x: place(x), y: place(y), width: (x2 - x) * CELL, height: (y2 - y) * CELL };
    });
    function moveBox(to) {
      const [x, y, x2, y2] = box.value;
      const left = within(snapped(to.x, STEP), 0, W - x2 + x);
      const top = within(snapped(to.y, STEP), 0, H - y2 + y);
      box.value = [left, top, left + x2 - x, top + y2 - y];
    }
    function moveFirst(to) {
      const [, , x2, y2] = box.value;
      box.value = [within(snapped(to.x, STEP), 0, x2 - LEAST), within(snapped(to.y, STEP), 0, y2 - LEAST), x2, y2];
    }
    function moveSecond(to) {
      const [x, y] = box.value;
      box.value = [x, y, within(snapped(to.x, STEP), x + LEAST, W), within(snapped(to.y, STEP), y + LEAST, H)];
    }
    const handles = computed(() => {
      const [x, y, x2, y2] = box.value;
      return [
        { label: "Box", x, y, range: [0, W - x2 + x], area: area.value, move: moveBox },
        { label: "First corner (x, y)", x, y, range: [0, x2 - LEAST], move: moveFirst },
        { label: "Second corner (x2, y2)", x: x2, y: y2, range: [x + LEAST, W], move: moveSecond }
      ];
    });
    const conventions = computed(
      () => [false, true].map((alignCorners) => {
        const normalised = normalisedBox(box.value, [H, W], alignCorners);
        const size = [h.value, w.value];
        return { alignCorners, normalised, points: pointsRead(normalised, [H, W], size, alignCorners) };
      })
    );
    const code = computed(() => {
      const [cells, corners] = conventions.value.map(({ normalised }) => normalised.map((g) => decimals(g)).join(", "));
      const size = `[${h.value}, ${w.value}]`;
      return [
        `const boxes = boxesFromPixels([[${box.value.join(", ")}]], [${H}, ${W}]);`,
        `// [[${cells}]]`,
        `crop(photo, boxes, ${size});`,
        "// The same place with alignCorners:",
        `const aligned = [[${corners}]];`,
        `crop(photo, aligned, ${size}, { alignCorners: true });`
      ].join("\n");
    });
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "drawing box-on-pixels" }, _attrs))} data-v-1a98dafa><svg${ssrRenderAttr("viewBox", `0 0 ${unref(W) * CELL + 2 * MARGIN} ${unref(H) * CELL + 2 * MARGIN}`)} role="group"${ssrRenderAttr("aria-label", `An image of ${unref(H)} × ${unref(W)} pixels, a box on it, and the ${unref(h)} × ${unref(w)} points that its crop reads`)} data-v-1a98dafa><!--[-->`);
      ssrRenderList(unref(H), (i) => {
        _push(`<!--[--><!--[-->`);
        ssrRenderList(unref(W), (j) => {
          _push(`<rect class="${ssrRenderClass([{ odd: (i + j) % 2 }, "pixel"])}"${ssrRenderAttr("x", place(j - 1))}${ssrRenderAttr("y", place(i - 1))}${ssrRenderAttr("width", CELL)}${ssrRenderAttr("height", CELL)} data-v-1a98dafa></rect>`);
        });
        _push(`<!--]--><!--]-->`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList(conventions.value, ({ alignCorners, points }) => {
        _push(`<g class="read" data-v-1a98dafa><!--[-->`);
        ssrRenderList(points, ({ x, y }, k) => {
          _push(`<circle class="${ssrRenderClass(alignCorners ? "open" : "mark")}"${ssrRenderAttr("cx", place(x))}${ssrRenderAttr("cy", place(y))}${ssrRenderAttr("r", alignCorners ? 9 : 6)} data-v-1a98dafa></circle>`);
        });
        _push(`<!--]--></g>`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList(handles.value, ({ label, x, y, range, area: all, move }) => {
        _push(ssrRenderComponent(DragHandle, {
          key: label,
          label,
          at: { x: place(x), y: place(y) },
          value: x,
          range,
          words: `x ${x}, y ${y} pixels`,
          area: all,
          onDrag: ($event) => move(pixelsAt($event)),
          onNudge: ($event) => move({ x: x + STEP * $event.x, y: y + STEP * $event.y })
        }, null, _parent));
      });
      _push(`<!--]--></svg><div class="sizes" data-v-1a98dafa><label data-v-1a98dafa>h = ${ssrInterpolate(unref(h))} <input${ssrRenderAttr("value", unref(h))} type="range" min="1" max="6" aria-label="Height of the crop" data-v-1a98dafa></label><label data-v-1a98dafa>w = ${ssrInterpolate(unref(w))} <input${ssrRenderAttr("value", unref(w))} type="range" min="1" max="8" aria-label="Width of the crop" data-v-1a98dafa></label></div><table data-v-1a98dafa><thead data-v-1a98dafa><tr data-v-1a98dafa><th data-v-1a98dafa></th><th data-v-1a98dafa>x</th><th data-v-1a98dafa>y</th><th data-v-1a98dafa>x2</th><th data-v-1a98dafa>y2</th></tr></thead><tbody data-v-1a98dafa><tr data-v-1a98dafa><th data-v-1a98dafa>pixels</th><!--[-->`);
      ssrRenderList(box.value, (at, k) => {
        _push(`<td data-v-1a98dafa>${ssrInterpolate(unref(shown)(at, 2))}</td>`);
      });
      _push(`<!--]--></tr><!--[-->`);
      ssrRenderList(conventions.value, ({ alignCorners, normalised }) => {
        _push(`<tr data-v-1a98dafa><th data-v-1a98dafa><svg class="key" viewBox="0 0 24 24" aria-hidden="true" data-v-1a98dafa><circle class="${ssrRenderClass(alignCorners ? "open" : "mark")}" cx="12" cy="12"${ssrRenderAttr("r", alignCorners ? 9 : 6)} data-v-1a98dafa></circle></svg><code data-v-1a98dafa>${ssrInterpolate(alignCorners)}</code></th><!--[-->`);
        ssrRenderList(normalised, (g, k) => {
          _push(`<td data-v-1a98dafa>${ssrInterpolate(unref(shown)(g))}</td>`);
        });
        _push(`<!--]--></tr>`);
      });
      _push(`<!--]--></tbody></table>`);
      _push(ssrRenderComponent(FigureCode, { code: code.value }, null, _parent));
      _push(`<figcaption data-v-1a98dafa> Drag the box or its two corners. Dots are read with <code data-v-1a98dafa>alignCorners: false</code>, rings with <code data-v-1a98dafa>true</code>. </figcaption></figure>`);
    };
  }
});
const _sfc_setup$1 = _sfc_main$1.setup;
_sfc_main$1.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("drawings/BoxOnPixels.vue");
  return _sfc_setup$1 ? _sfc_setup$1(props, ctx) : void 0;
};
const BoxOnPixels = /* @__PURE__ */ _export_sfc(_sfc_main$1, [["__scopeId", "data-v-1a98dafa"]]);
const __pageData = JSON.parse('{"title":"Coordinates and alignCorners","description":"","frontmatter":{},"headers":[],"relativePath":"guide/coordinates.md","filePath":"apps/docs/guide/coordinates.md"}');
const __default__ = { name: "guide/coordinates.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="coordinates-and-aligncorners" tabindex="-1">Coordinates and alignCorners <a class="header-anchor" href="#coordinates-and-aligncorners" aria-label="Permalink to &quot;Coordinates and alignCorners&quot;">​</a></h1><p>After this guide you can say where a box lies, in pixels and from -1 to 1, and which points its crop reads.</p><p>Boxes, thetas and grids do not count pixels. Each axis of an image runs from -1 to 1, whatever its size. So one box fits a photo and its thumbnail. x runs to the right, y downwards, z along the depth axis D. Coordinates come in that order, (x, y) or (x, y, z); shapes have the other order, [H,W] or [D,H,W].</p><h2 id="where-1-and-1-are" tabindex="-1">Where -1 and 1 are <a class="header-anchor" href="#where-1-and-1-are" aria-label="Permalink to &quot;Where -1 and 1 are&quot;">​</a></h2><p><code>alignCorners</code> decides it. Drag the point: it is one place in the row, and has one coordinate under each convention.</p>`);
      _push(ssrRenderComponent(_sfc_main$2, null, null, _parent));
      _push(`<ul><li><strong><code>alignCorners: false</code></strong>, the default: -1 and 1 are the outer edges of the image. A pixel is an area. S of them share the axis, so each is 2/S long.</li><li><strong><code>alignCorners: true</code></strong>: -1 and 1 are the centres of the first and the last pixel. A pixel is a point. S points have S -⁠ 1 steps between them, so they are 2/(S -⁠ 1) apart.</li></ul><p>From a coordinate g to a position x counted in pixels, where the centre of pixel 0 is at 0:</p><table tabindex="0"><thead><tr><th><code>alignCorners</code></th><th>position</th><th>of g = -1</th><th>of g = 1</th><th>one unit of g is</th></tr></thead><tbody><tr><td><code>false</code></td><td>x = ((g +⁠ 1) ·⁠ S -⁠ 1) /⁠ 2</td><td>-1/2</td><td>S -⁠ 1/2</td><td>S/2 pixels</td></tr><tr><td><code>true</code></td><td>x = (g +⁠ 1) /⁠ 2 ·⁠ (S -⁠ 1)</td><td>0</td><td>S -⁠ 1</td><td>(S -⁠ 1)/2 pixels</td></tr></tbody></table><p>Take <code>false</code> if nothing else decides: it does not depend on the resolution. Halve a photo, and the same box shows the same patch. With <code>true</code> the patch shifts by a fraction of a pixel. <code>tf.image.cropAndResize</code> and some trained models use <code>true</code>.</p><h2 id="which-points-a-crop-reads" tabindex="-1">Which points a crop reads <a class="header-anchor" href="#which-points-a-crop-reads" aria-label="Permalink to &quot;Which points a crop reads&quot;">​</a></h2><p>A crop of [h,w] spreads h ×⁠ w points over its box, by the same rule. Without <code>alignCorners</code> the box is cut into h ×⁠ w cells, and their centres are read. With it, the outermost points lie on the box itself.</p>`);
      _push(ssrRenderComponent(BoxOnPixels, null, null, _parent));
      _push(`<p>The same in code, for the box (-0.5, -0.5, 0.5, 0.75) and a crop of [3,4]:</p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">import</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;@cropgrad/backend-cpu&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">import</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> { affineGrid, boxesFromPixels, boxToTheta } </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">from</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;@cropgrad/core&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">import</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> *</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> as</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> tf </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">from</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;@tensorflow/tfjs&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">await</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> tf.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">setBackend</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;cpu&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">);</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> theta</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> boxToTheta</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">([[</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">-</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0.5</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">-</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0.5</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0.5</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0.75</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]]);</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> columns</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> async</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> (</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">alignCorners</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> boolean</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> Promise</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">&lt;</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">string</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">&gt; </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">=&gt;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> {</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">  const</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> [[</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">firstRow</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]] </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">=</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> await</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> affineGrid</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(theta, [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">3</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">4</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">], { alignCorners }).</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">array</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">();</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">  return</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> firstRow.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">map</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(([</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">x</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]) </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">=&gt;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> x.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">toFixed</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">3</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)).</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">join</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39; &#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">);</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">};</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">console.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">log</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">await</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> columns</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">false</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)); </span><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;">// -0.375 -0.125 0.125 0.375</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">console.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">log</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">await</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> columns</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">true</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)); </span><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;">// -0.500 -0.167 0.167 0.500</span></span></code></pre></div><h2 id="from-pixels" tabindex="-1">From pixels <a class="header-anchor" href="#from-pixels" aria-label="Permalink to &quot;From pixels&quot;">​</a></h2><p><code>boxesFromPixels(boxes, [H, W])</code> takes corners in pixels, as the first row of the table in the figure. Pixel k reaches from k to k +⁠ 1, so (0, 0, W, H) is the whole image. This is the convention of <code>alignCorners: false</code>, and of most labelling tools.</p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">box</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">] </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">=</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> await</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> boxesFromPixels</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">([[</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">2</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">6</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">5</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]], [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">6</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">8</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]).</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">array</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">();</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">console.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">log</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(box.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">map</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">((</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">g</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">) </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">=&gt;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> g.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">toFixed</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">3</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)).</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">join</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39; &#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)); </span><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;">// -0.500 -0.667 0.500 0.667</span></span></code></pre></div><p>Other orders have a <code>format</code>: <code>&#39;xywh&#39;</code>, <code>&#39;cxcywh&#39;</code> or TensorFlow&#39;s <code>&#39;yxyx&#39;</code>. <code>boxesToPixels</code> goes back. <code>boxesFromUnit</code> and <code>boxesToUnit</code> do the same for numbers from 0 to 1, which many detectors give:</p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">import</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> {</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">  boxesFromUnit,</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">  boxesToPixels,</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">  squareBoxes,</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">  thetaFromPixels,</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">} </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">from</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;@cropgrad/core&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> detected</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> boxesFromUnit</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">([[</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0.5</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0.5</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0.25</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0.5</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]], { format: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;cxcywh&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> });</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">console.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">log</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">await</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> boxesToPixels</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(detected, [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">480</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">640</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">], { format: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;xywh&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> }).</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">array</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">()); </span><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;">// [ [ 240, 120, 160, 240 ] ]</span></span></code></pre></div><p><code>squareBoxes</code>, <code>letterboxBoxes</code> and <code>enlargeBoxes</code> take in more around a box. So a square crop does not stretch a face:</p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> square</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> squareBoxes</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(detected, [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">480</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">640</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]);</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">console.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">log</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">await</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> boxesToPixels</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(square, [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">480</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">640</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">], { format: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;xywh&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> }).</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">array</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">()); </span><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;">// [ [ 200, 120, 240, 240 ] ]</span></span></code></pre></div><p>A matrix of <code>cv2.warpAffine</code> maps pixels of the image to pixels of the crop, and pixel k lies at k. Other libraries map the other way, so <code>thetaFromPixels</code> asks for the direction by name:</p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> shiftRight</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> [</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">  [</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">    [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">2</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">],</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">    [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">],</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">  ],</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">];</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> moved</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> thetaFromPixels</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(shiftRight, [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">6</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">8</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">], [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">6</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">8</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">], { maps: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;imageToCrop&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> });</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">console.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">log</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">await</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> moved.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">array</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">()); </span><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;">// [ [ [ 1, 0, -0.5 ], [ 0, 1, 0 ] ] ]</span></span></code></pre></div><p>A crop that selects whole pixels is the slice of them:</p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">import</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> { crop } </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">from</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;@cropgrad/core&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> image</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> tf.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">reshape</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(tf.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">range</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">48</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">), [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">6</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">8</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]);</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> sliced</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> tf.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">slice</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(image, [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">2</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">], [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">4</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">4</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]);</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> cropped</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> crop</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(image, [box], [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">4</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">4</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]);</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">difference</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">] </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">=</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> await</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> tf.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">max</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(tf.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">abs</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(tf.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">sub</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(sliced, cropped))).</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">data</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">();</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">console.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">log</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(difference </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">&lt;</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> 1e-5</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">); </span><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;">// true</span></span></code></pre></div><p>A point between pixel centres reads several pixels: see <a href="/cropgrad/guide/taps-and-modes.html">Taps and modes</a>.</p><h2 id="boxes-thetas-rotation" tabindex="-1">Boxes, thetas, rotation <a class="header-anchor" href="#boxes-thetas-rotation" aria-label="Permalink to &quot;Boxes, thetas, rotation&quot;">​</a></h2><p>A theta [2,3] maps each point (u, v) of the crop, from -1 to 1, to the point (x, y) = theta ·⁠ (u, v, 1) of the image. <code>boxToTheta</code> makes the theta of a box: ((x2 -⁠ x)/2, 0, (x2 +⁠ x)/2; 0, (y2 -⁠ y)/2, (y2 +⁠ y)/2). <code>affineSample</code> takes any theta.</p><p><code>rotatedBoxToTheta</code> turns a box counter-clockwise as seen on the screen, so what is in the crop turns clockwise. It turns in pixels, because a rotation of coordinates from -1 to 1 would shear an image that is not square. So it needs the image&#39;s [H,W].</p><p>Drag, turn and resize a box on a photo in the <a href="/cropgrad/playground.html">playground</a>, and copy its code. What a box reads outside the image is in <a href="/cropgrad/guide/edges.html">Gradients at the edges</a>.</p></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("guide/coordinates.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};
