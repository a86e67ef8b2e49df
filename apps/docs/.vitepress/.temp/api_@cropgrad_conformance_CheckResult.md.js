import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"CheckResult","description":"","frontmatter":{"editLink":false},"headers":[],"relativePath":"api/@cropgrad/conformance/CheckResult.md","filePath":"apps/docs/api/@cropgrad/conformance/CheckResult.md"}');
const _sfc_main = { name: "api/@cropgrad/conformance/CheckResult.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="checkresult" tabindex="-1">CheckResult <a class="header-anchor" href="#checkresult" aria-label="Permalink to &quot;CheckResult&quot;">​</a></h1><p>How a check went.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-failure"></a> <code>failure?</code></td><td><code>string</code></td><td>Why it failed; left out when it passed.</td></tr><tr><td><a id="property-id"></a> <code>id</code></td><td><code>string</code></td><td></td></tr><tr><td><a id="property-worst"></a> <code>worst?</code></td><td><a href="./Worst.html"><code>Worst</code></a></td><td>The largest error it saw; left out where it measures none.</td></tr></tbody></table><p>Source: <a href="https://github.com/cropgrad/cropgrad/blob/main/packages/conformance/src/run-check.ts#L17" target="_blank" rel="noreferrer">packages/conformance/src/run-check.ts:17</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@cropgrad/conformance/CheckResult.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CheckResult = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CheckResult as default
};
