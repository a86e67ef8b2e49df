import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"AffineGridAttrs","description":"","frontmatter":{"editLink":false},"headers":[],"relativePath":"api/@cropgrad/core/backend/AffineGridAttrs.md","filePath":"apps/docs/api/@cropgrad/core/backend/AffineGridAttrs.md"}');
const _sfc_main = { name: "api/@cropgrad/core/backend/AffineGridAttrs.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="affinegridattrs" tabindex="-1">AffineGridAttrs <a class="header-anchor" href="#affinegridattrs" aria-label="Permalink to &quot;AffineGridAttrs&quot;">​</a></h1><p>Attributes of the kernels between thetas, affine or perspective, and grids.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-aligncorners"></a> <code>alignCorners</code></td><td><code>boolean</code></td></tr><tr><td><a id="property-size"></a> <code>size</code></td><td><a href="./../backend.html#outputsize"><code>OutputSize</code></a></td></tr></tbody></table><p>Source: <a href="https://github.com/cropgrad/cropgrad/blob/main/packages/core/src/backend/kernels.ts#L18" target="_blank" rel="noreferrer">packages/core/src/backend/kernels.ts:18</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@cropgrad/core/backend/AffineGridAttrs.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const AffineGridAttrs = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  AffineGridAttrs as default
};
