import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Gallery","description":"Small live pages on cropgrad, each with its code beside it, to edit and to run again.","frontmatter":{"layout":"GalleryPage","sidebar":false,"title":"Gallery","description":"Small live pages on cropgrad, each with its code beside it, to edit and to run again."},"headers":[],"relativePath":"gallery/index.md","filePath":"apps/docs/gallery/index.md"}');
const _sfc_main = { name: "gallery/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_GalleryCards = resolveComponent("GalleryCards");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="gallery" tabindex="-1">Gallery <a class="header-anchor" href="#gallery" aria-label="Permalink to &quot;Gallery&quot;">​</a></h1><p>Small live pages. Each has its code beside it: change it, run it again, or take it with you as one HTML file.</p>`);
  _push(ssrRenderComponent(_component_GalleryCards, null, null, _parent));
  _push(`</div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("gallery/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
