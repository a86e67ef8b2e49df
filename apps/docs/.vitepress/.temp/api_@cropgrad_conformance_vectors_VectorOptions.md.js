import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"VectorOptions","description":"","frontmatter":{"editLink":false},"headers":[],"relativePath":"api/@cropgrad/conformance/vectors/VectorOptions.md","filePath":"apps/docs/api/@cropgrad/conformance/vectors/VectorOptions.md"}');
const _sfc_main = { name: "api/@cropgrad/conformance/vectors/VectorOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="vectoroptions" tabindex="-1">VectorOptions <a class="header-anchor" href="#vectoroptions" aria-label="Permalink to &quot;VectorOptions&quot;">​</a></h1><p>Options of a vector; which of them there are depends on the function.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-align_corners"></a> <code>align_corners?</code></td><td><code>boolean</code></td></tr><tr><td><a id="property-aligned"></a> <code>aligned?</code></td><td><code>boolean</code></td></tr><tr><td><a id="property-extrapolation_value"></a> <code>extrapolation_value?</code></td><td><code>number</code></td></tr><tr><td><a id="property-fill_mode"></a> <code>fill_mode?</code></td><td><code>&quot;nearest&quot;</code> | <code>&quot;reflect&quot;</code> | <code>&quot;constant&quot;</code></td></tr><tr><td><a id="property-fill_value"></a> <code>fill_value?</code></td><td><code>number</code></td></tr><tr><td><a id="property-method"></a> <code>method?</code></td><td><code>&quot;bilinear&quot;</code> | <code>&quot;nearest&quot;</code></td></tr><tr><td><a id="property-mode"></a> <code>mode?</code></td><td><code>&quot;bilinear&quot;</code> | <code>&quot;nearest&quot;</code> | <code>&quot;bicubic&quot;</code></td></tr><tr><td><a id="property-padding_mode"></a> <code>padding_mode?</code></td><td><code>&quot;zeros&quot;</code> | <code>&quot;border&quot;</code> | <code>&quot;reflection&quot;</code> | <code>&quot;wrap&quot;</code></td></tr><tr><td><a id="property-sampling_ratio"></a> <code>sampling_ratio?</code></td><td><code>number</code></td></tr><tr><td><a id="property-size"></a> <code>size?</code></td><td>readonly <code>number</code>[]</td></tr><tr><td><a id="property-spatial_scale"></a> <code>spatial_scale?</code></td><td><code>number</code></td></tr></tbody></table><p>Source: <a href="https://github.com/cropgrad/cropgrad/blob/main/packages/conformance/src/vectors/vector.ts#L46" target="_blank" rel="noreferrer">packages/conformance/src/vectors/vector.ts:46</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@cropgrad/conformance/vectors/VectorOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const VectorOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  VectorOptions as default
};
