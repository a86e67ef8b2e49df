import { defineComponent, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderList, ssrRenderAttr, ssrInterpolate } from "vue/server-renderer";
import { w as withBase } from "./Content.CW3vPC1s.js";
import { d as data } from "./app.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "GalleryCards",
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<ul${ssrRenderAttrs(mergeProps({ class: "cards" }, _attrs))} data-v-a558f640><!--[-->`);
      ssrRenderList(unref(data), ({ name, title, description, url }) => {
        _push(`<li data-v-a558f640><a${ssrRenderAttr("href", unref(withBase)(url))} data-v-a558f640><img${ssrRenderAttr("src", unref(withBase)(`/gallery/thumbnails/${name}.webp`))} alt="" width="480" height="300" loading="lazy" data-v-a558f640><strong data-v-a558f640>${ssrInterpolate(title)}</strong><span data-v-a558f640>${ssrInterpolate(description)}</span></a></li>`);
      });
      _push(`<!--]--></ul>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("gallery/GalleryCards.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GalleryCards = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-a558f640"]]);
export {
  GalleryCards as default
};
