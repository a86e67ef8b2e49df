import { defineComponent, mergeProps, useSSRContext, computed } from "vue";
import { ssrRenderAttrs, ssrRenderList, ssrRenderClass, ssrRenderAttr, ssrInterpolate } from "vue/server-renderer";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import { a as affineGrid } from "./forward.APiXjFIZ.js";
const _sfc_main$1 = /* @__PURE__ */ defineComponent({
  __name: "DragHandle",
  __ssrInlineRender: true,
  props: {
    at: {},
    axes: { default: "xy" },
    label: {},
    value: {},
    range: {},
    words: {},
    area: {}
  },
  emits: ["drag", "nudge"],
  setup(__props, { emit: __emit }) {
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<g${ssrRenderAttrs(mergeProps({
        class: ["drag-handle", __props.axes],
        tabindex: "0",
        role: "slider",
        "aria-label": __props.label,
        "aria-valuenow": Number(__props.value.toFixed(3)),
        "aria-valuemin": __props.range[0],
        "aria-valuemax": __props.range[1],
        "aria-valuetext": __props.words
      }, _attrs))} data-v-7a49f29f>`);
      if (__props.area) {
        _push(`<rect${ssrRenderAttrs(mergeProps({ class: "area" }, __props.area))} data-v-7a49f29f></rect>`);
      } else {
        _push(`<!--[-->`);
        ssrRenderList(["touch", "ring", "rim", "knob"], (part) => {
          _push(`<path class="${ssrRenderClass(part)}"${ssrRenderAttr("d", `M${__props.at.x},${__props.at.y}h0.001`)} data-v-7a49f29f></path>`);
        });
        _push(`<!--]-->`);
      }
      _push(`</g>`);
    };
  }
});
const _sfc_setup$1 = _sfc_main$1.setup;
_sfc_main$1.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("drawings/DragHandle.vue");
  return _sfc_setup$1 ? _sfc_setup$1(props, ctx) : void 0;
};
const DragHandle = /* @__PURE__ */ _export_sfc(_sfc_main$1, [["__scopeId", "data-v-7a49f29f"]]);
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "FigureCode",
  __ssrInlineRender: true,
  props: {
    code: {}
  },
  setup(__props) {
    const parts = computed(() => __props.code.split(new RegExp("((?<![\\w.])-?\\d+(?:\\.\\d+)?)")));
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<div${ssrRenderAttrs(mergeProps({ class: "figure-code" }, _attrs))} data-v-089f950d><pre tabindex="0" aria-label="The same in code" data-v-089f950d><code data-v-089f950d><!--[-->`);
      ssrRenderList(parts.value, (part, k) => {
        _push(`<!--[-->`);
        if (k % 2) {
          _push(`<b data-v-089f950d>${ssrInterpolate(part)}</b>`);
        } else {
          _push(`<!--[-->${ssrInterpolate(part)}<!--]-->`);
        }
        _push(`<!--]-->`);
      });
      _push(`<!--]--></code></pre></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("drawings/FigureCode.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FigureCode = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-089f950d"]]);
function decimals(value, digits = 3) {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace("-", "") : text;
}
function shown(value, digits = 3) {
  return decimals(value, digits).replace("-", "−");
}
function within(value, least, most) {
  return Math.min(Math.max(value, least), most);
}
function snapped(value, step) {
  return Math.round(value / step) * step;
}
const PLAIN_OPTIONS = {
  mode: "bilinear",
  paddingMode: "zeros",
  alignCorners: false,
  dataFormat: "NHWC",
  fillValue: 0,
  cutoff: Number.POSITIVE_INFINITY,
  rounding: "even",
  cubicCoefficient: -0.75,
  imageIndex: new Int32Array(1),
  size: [1, 1],
  antialias: 0
};
function pixelAxis(size, alignCorners) {
  const grid = affineGrid(new Float32Array([1, 0, 0, 0, 1, 0]), 1, [1, size], alignCorners);
  const [first, last] = [grid[0], grid[2 * (size - 1)]];
  const perPixel = (last - first) / (size - 1);
  return {
    toPixels: (coordinate) => (coordinate - first) / perPixel,
    fromPixels: (position) => first + position * perPixel
  };
}
export {
  DragHandle as D,
  FigureCode as F,
  PLAIN_OPTIONS as P,
  snapped as a,
  decimals as d,
  pixelAxis as p,
  shown as s,
  within as w
};
