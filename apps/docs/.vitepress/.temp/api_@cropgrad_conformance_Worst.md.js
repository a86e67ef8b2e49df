import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Worst","description":"","frontmatter":{"editLink":false},"headers":[],"relativePath":"api/@cropgrad/conformance/Worst.md","filePath":"apps/docs/api/@cropgrad/conformance/Worst.md"}');
const _sfc_main = { name: "api/@cropgrad/conformance/Worst.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="worst" tabindex="-1">Worst <a class="header-anchor" href="#worst" aria-label="Permalink to &quot;Worst&quot;">​</a></h1><p>The largest error a check saw, and where.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-error"></a> <code>error</code></td><td><code>number</code></td><td>Relative to max(1, |truth|).</td></tr><tr><td><a id="property-where"></a> <code>where</code></td><td><code>string</code></td><td>The case and the element.</td></tr></tbody></table><p>Source: <a href="https://github.com/cropgrad/cropgrad/blob/main/packages/conformance/src/check.ts#L28" target="_blank" rel="noreferrer">packages/conformance/src/check.ts:28</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@cropgrad/conformance/Worst.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Worst = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Worst as default
};
