import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"VectorArray","description":"","frontmatter":{"editLink":false},"headers":[],"relativePath":"api/@cropgrad/conformance/vectors/VectorArray.md","filePath":"apps/docs/api/@cropgrad/conformance/vectors/VectorArray.md"}');
const _sfc_main = { name: "api/@cropgrad/conformance/vectors/VectorArray.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="vectorarray" tabindex="-1">VectorArray <a class="header-anchor" href="#vectorarray" aria-label="Permalink to &quot;VectorArray&quot;">​</a></h1><p>A tensor of a vector, row by row.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./ExpectedArray.html"><code>ExpectedArray</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-data"></a> <code>data</code></td><td>readonly <a href="./../vectors.html#vectornumber"><code>VectorNumber</code></a>[]</td></tr><tr><td><a id="property-shape"></a> <code>shape</code></td><td>readonly <code>number</code>[]</td></tr></tbody></table><p>Source: <a href="https://github.com/cropgrad/cropgrad/blob/main/packages/conformance/src/vectors/vector.ts#L5" target="_blank" rel="noreferrer">packages/conformance/src/vectors/vector.ts:5</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@cropgrad/conformance/vectors/VectorArray.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const VectorArray = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  VectorArray as default
};
