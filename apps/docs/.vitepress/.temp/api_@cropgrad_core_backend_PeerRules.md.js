import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"PeerRules","description":"","frontmatter":{"editLink":false},"headers":[],"relativePath":"api/@cropgrad/core/backend/PeerRules.md","filePath":"apps/docs/api/@cropgrad/core/backend/PeerRules.md"}');
const _sfc_main = { name: "api/@cropgrad/core/backend/PeerRules.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="peerrules" tabindex="-1">PeerRules <a class="header-anchor" href="#peerrules" aria-label="Permalink to &quot;PeerRules&quot;">​</a></h1><p>Where other libraries differ at the edges and at ties, for functions that imitate one: see <a href="./gridSampleWith.html">gridSampleWith</a>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-cutoff"></a> <code>cutoff?</code></td><td><code>number</code></td><td>How far outside the outermost pixel centres a point may lie, in pixels, before it samples nothing: 0 for TensorFlow&#39;s cropAndResize, 1/2 for <code>outside: &#39;fill&#39;</code> and JAX, 1 for roi_align. Default: what the options say.</td></tr><tr><td><a id="property-rounding"></a> <code>rounding?</code></td><td><a href="./../backend.html#rounding"><code>Rounding</code></a>: <code>&#39;even&#39;</code>, <code>&#39;half-up&#39;</code></td><td>How <code>&#39;nearest&#39;</code> rounds. Default <code>&#39;even&#39;</code>.</td></tr></tbody></table><p>Source: <a href="https://github.com/cropgrad/cropgrad/blob/main/packages/core/src/inputs/peer-rules.ts#L5" target="_blank" rel="noreferrer">packages/core/src/inputs/peer-rules.ts:5</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@cropgrad/core/backend/PeerRules.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const PeerRules = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  PeerRules as default
};
