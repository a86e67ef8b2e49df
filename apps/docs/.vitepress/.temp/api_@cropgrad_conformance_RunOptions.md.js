import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"RunOptions","description":"","frontmatter":{"editLink":false},"headers":[],"relativePath":"api/@cropgrad/conformance/RunOptions.md","filePath":"apps/docs/api/@cropgrad/conformance/RunOptions.md"}');
const _sfc_main = { name: "api/@cropgrad/conformance/RunOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="runoptions" tabindex="-1">RunOptions <a class="header-anchor" href="#runoptions" aria-label="Permalink to &quot;RunOptions&quot;">​</a></h1><p>How to run checks.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-failures"></a> <code>failures?</code></td><td><code>FailureMemory</code></td><td>Where inputs that checks failed for are kept, and tried first.</td></tr><tr><td><a id="property-path"></a> <code>path?</code></td><td><code>string</code></td><td>Replays the one random case that a failure printed.</td></tr><tr><td><a id="property-runs"></a> <code>runs</code></td><td><code>number</code></td><td>Random cases per property.</td></tr><tr><td><a id="property-seed"></a> <code>seed</code></td><td><code>number</code></td><td></td></tr></tbody></table><p>Source: <a href="https://github.com/cropgrad/cropgrad/blob/main/packages/conformance/src/run-check.ts#L6" target="_blank" rel="noreferrer">packages/conformance/src/run-check.ts:6</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@cropgrad/conformance/RunOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RunOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RunOptions as default
};
