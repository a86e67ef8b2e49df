import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"SamplerResult","description":"","frontmatter":{"editLink":false},"headers":[],"relativePath":"api/@cropgrad/conformance/vectors/SamplerResult.md","filePath":"apps/docs/api/@cropgrad/conformance/vectors/SamplerResult.md"}');
const _sfc_main = { name: "api/@cropgrad/conformance/vectors/SamplerResult.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="samplerresult" tabindex="-1">SamplerResult <a class="header-anchor" href="#samplerresult" aria-label="Permalink to &quot;SamplerResult&quot;">​</a></h1><p>What a sampler did with all groups that it gave answers for.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-groups"></a> <code>groups</code></td><td>readonly <a href="./GroupResult.html"><code>GroupResult</code></a>[]</td><td></td></tr><tr><td><a id="property-sampler"></a> <code>sampler</code></td><td>{ <code>differs?</code>: <code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>string</code>&gt;&gt;; <code>name</code>: <code>string</code>; <code>ran?</code>: <code>string</code>; <code>version</code>: <code>string</code>; }</td><td></td></tr><tr><td><code>sampler.differs?</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>string</code>&gt;&gt;</td><td>Tags of vectors that this sampler answers by a rule of its own, on purpose, and what that rule is.</td></tr><tr><td><code>sampler.ran?</code></td><td><code>string</code></td><td>What really ran: provider, adapter, opset.</td></tr></tbody></table><p>Source: <a href="https://github.com/cropgrad/cropgrad/blob/main/packages/conformance/src/vectors/compare.ts#L25" target="_blank" rel="noreferrer">packages/conformance/src/vectors/compare.ts:25</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@cropgrad/conformance/vectors/SamplerResult.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SamplerResult = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SamplerResult as default
};
