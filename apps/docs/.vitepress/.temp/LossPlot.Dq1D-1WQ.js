import { defineComponent, useTemplateRef, onMounted, onBeforeUnmount, watch, useSSRContext } from "vue";
import { ssrRenderAttrs } from "vue/server-renderer";
import uPlot from "uplot";
import { u as useData } from "./Content.CW3vPC1s.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const HEIGHT = 120;
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "LossPlot",
  __ssrInlineRender: true,
  props: {
    losses: {},
    total: {}
  },
  setup(__props) {
    const { isDark } = useData();
    const root = useTemplateRef("root");
    let plot;
    const observer = new ResizeObserver(([entry]) => plot == null ? void 0 : plot.setSize({ width: entry.contentRect.width, height: HEIGHT }));
    function data() {
      return [__props.losses.map((_, i) => i + 1), [...__props.losses]];
    }
    function draw() {
      if (!root.value) return;
      plot == null ? void 0 : plot.destroy();
      const style = getComputedStyle(root.value);
      const colour = (name) => style.getPropertyValue(name).trim();
      const axis = {
        stroke: colour("--vp-c-text-2"),
        grid: { stroke: colour("--vp-c-divider"), width: 1 },
        ticks: { show: false },
        font: "11px sans-serif"
      };
      plot = new uPlot(
        {
          width: root.value.clientWidth,
          height: HEIGHT,
          legend: { show: false },
          cursor: { show: false },
          scales: { x: { time: false, range: () => [0, __props.total] }, y: { distr: 3 } },
          axes: [
            { ...axis, size: 24, space: 60 },
            { ...axis, size: 44, values: (_, splits) => splits.map((split) => (split == null ? void 0 : split.toExponential(0)) ?? "") }
          ],
          series: [{}, { label: "loss", stroke: colour("--vp-c-brand-1"), width: 2, points: { show: false } }]
        },
        data(),
        root.value
      );
    }
    onMounted(() => {
      draw();
      if (root.value) observer.observe(root.value);
    });
    onBeforeUnmount(() => {
      observer.disconnect();
      plot == null ? void 0 : plot.destroy();
    });
    watch(
      () => __props.losses.length,
      () => plot == null ? void 0 : plot.setData(data())
    );
    watch([isDark, () => __props.total], draw, { flush: "post" });
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(_attrs)} data-v-304462c0><div role="img" aria-label="The loss at each step, on a logarithmic scale" data-v-304462c0></div><figcaption class="quiet" data-v-304462c0>Loss of the box by step. It jumps where the photo sharpens.</figcaption></figure>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("playground/LossPlot.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LossPlot = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-304462c0"]]);
export {
  LossPlot as default
};
