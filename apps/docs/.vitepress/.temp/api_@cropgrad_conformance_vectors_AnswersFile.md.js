import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"AnswersFile","description":"","frontmatter":{"editLink":false},"headers":[],"relativePath":"api/@cropgrad/conformance/vectors/AnswersFile.md","filePath":"apps/docs/api/@cropgrad/conformance/vectors/AnswersFile.md"}');
const _sfc_main = { name: "api/@cropgrad/conformance/vectors/AnswersFile.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="answersfile" tabindex="-1">AnswersFile <a class="header-anchor" href="#answersfile" aria-label="Permalink to &quot;AnswersFile&quot;">​</a></h1><p>A file of answers, as a runner writes it.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-answers"></a> <code>answers</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <a href="./../vectors.html#answer"><code>Answer</code></a>&gt;&gt;</td><td></td></tr><tr><td><a id="property-sampler"></a> <code>sampler</code></td><td>{ <code>differs?</code>: <code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>string</code>&gt;&gt;; <code>name</code>: <code>string</code>; <code>ran?</code>: <code>string</code>; <code>version</code>: <code>string</code>; }</td><td></td></tr><tr><td><code>sampler.differs?</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>string</code>&gt;&gt;</td><td>Tags of vectors that this sampler answers by a rule of its own, on purpose, and what that rule is.</td></tr><tr><td><code>sampler.ran?</code></td><td><code>string</code></td><td>What really ran: provider, adapter, opset.</td></tr><tr><td><a id="property-version"></a> <code>version</code></td><td><code>1</code></td><td></td></tr></tbody></table><p>Source: <a href="https://github.com/cropgrad/cropgrad/blob/main/packages/conformance/src/vectors/answers.ts#L14" target="_blank" rel="noreferrer">packages/conformance/src/vectors/answers.ts:14</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@cropgrad/conformance/vectors/AnswersFile.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const AnswersFile = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  AnswersFile as default
};
