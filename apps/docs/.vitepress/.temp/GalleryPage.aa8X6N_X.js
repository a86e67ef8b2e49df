import { defineComponent, computed, resolveComponent, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderComponent, ssrRenderList, ssrRenderAttr, ssrInterpolate } from "vue/server-renderer";
import { u as useData, w as withBase } from "./Content.CW3vPC1s.js";
import { d as data } from "./app.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "GalleryPage",
  __ssrInlineRender: true,
  setup(__props) {
    const { page } = useData();
    const at = computed(() => data.findIndex(({ url }) => url === `/${page.value.relativePath.replace(/\.md$/, ".html")}`));
    const neighbours = computed(
      () => at.value < 0 ? [] : [data.at(at.value - 1), data[(at.value + 1) % data.length]].filter((entry) => entry !== void 0)
    );
    return (_ctx, _push, _parent, _attrs) => {
      const _component_Content = resolveComponent("Content");
      _push(`<div${ssrRenderAttrs(mergeProps({ class: "gallery vp-doc" }, _attrs))} data-v-5dc2d4e8>`);
      _push(ssrRenderComponent(_component_Content, null, null, _parent));
      if (neighbours.value.length > 0) {
        _push(`<nav aria-label="More of the gallery" data-v-5dc2d4e8><!--[-->`);
        ssrRenderList(neighbours.value, ({ title, url }, k) => {
          _push(`<a${ssrRenderAttr("href", unref(withBase)(url))} data-v-5dc2d4e8>${ssrInterpolate(k === 0 ? `← ${title}` : `${title} →`)}</a>`);
        });
        _push(`<!--]--></nav>`);
      } else {
        _push(`<!---->`);
      }
      _push(`</div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("gallery/GalleryPage.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GalleryPage = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-5dc2d4e8"]]);
export {
  GalleryPage as default
};
