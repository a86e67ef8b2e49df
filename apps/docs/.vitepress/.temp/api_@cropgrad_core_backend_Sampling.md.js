import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Sampling","description":"","frontmatter":{"editLink":false},"headers":[],"relativePath":"api/@cropgrad/core/backend/Sampling.md","filePath":"apps/docs/api/@cropgrad/core/backend/Sampling.md"}');
const _sfc_main = { name: "api/@cropgrad/core/backend/Sampling.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="sampling" tabindex="-1">Sampling <a class="header-anchor" href="#sampling" aria-label="Permalink to &quot;Sampling&quot;">​</a></h1><p>What works together: every mode with every padding mode, in all of these dimensions, at all of these points.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-antialias"></a> <code>antialias?</code></td><td><code>boolean</code></td><td>Whether thetas among these points may be antialiased; it needs fused kernels of the backend&#39;s own. Default false.</td></tr><tr><td><a id="property-dimensions"></a> <code>dimensions</code></td><td>readonly (<code>2</code> | <code>3</code>)[]</td><td>Images (2), volumes (3) or both.</td></tr><tr><td><a id="property-modes"></a> <code>modes</code></td><td>readonly <a href="./../../core.html#mode"><code>Mode</code></a>[]</td><td></td></tr><tr><td><a id="property-paddingmodes"></a> <code>paddingModes</code></td><td>readonly <a href="./../../core.html#paddingmode"><code>PaddingMode</code></a>[]</td><td></td></tr><tr><td><a id="property-points"></a> <code>points</code></td><td>readonly <a href="./../backend.html#points"><code>Points</code></a>[]</td><td><code>&#39;affine&#39;</code> also where core composes the fused kernels; <code>&#39;perspective&#39;</code>, which is for images only, needs kernels.</td></tr></tbody></table><p>Source: <a href="https://github.com/cropgrad/cropgrad/blob/main/packages/core/src/backend/capabilities.ts#L13" target="_blank" rel="noreferrer">packages/core/src/backend/capabilities.ts:13</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@cropgrad/core/backend/Sampling.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Sampling = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Sampling as default
};
