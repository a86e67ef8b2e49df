import { defineComponent, useModel, useId, mergeProps, unref, mergeModels, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrInterpolate, ssrRenderList, ssrRenderClass, ssrIncludeBooleanAttr, ssrLooseEqual, ssrRenderAttr } from "vue/server-renderer";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "ChoiceRow",
  __ssrInlineRender: true,
  props: /* @__PURE__ */ mergeModels({
    legend: {},
    names: {}
  }, {
    "modelValue": { required: true },
    "modelModifiers": {}
  }),
  emits: ["update:modelValue"],
  setup(__props) {
    const chosen = useModel(__props, "modelValue");
    const group = useId();
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<fieldset${ssrRenderAttrs(mergeProps({ class: "choice-row" }, _attrs))} data-v-d8ebb743><legend class="visually-hidden" data-v-d8ebb743>${ssrInterpolate(__props.legend)}</legend><!--[-->`);
      ssrRenderList(__props.names, (name) => {
        _push(`<label class="${ssrRenderClass({ chosen: name === chosen.value })}" data-v-d8ebb743><input${ssrIncludeBooleanAttr(ssrLooseEqual(chosen.value, name)) ? " checked" : ""} type="radio"${ssrRenderAttr("name", unref(group))}${ssrRenderAttr("value", name)} data-v-d8ebb743>${ssrInterpolate(name)}</label>`);
      });
      _push(`<!--]--></fieldset>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("drawings/ChoiceRow.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ChoiceRow = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-d8ebb743"]]);
export {
  ChoiceRow as C
};
