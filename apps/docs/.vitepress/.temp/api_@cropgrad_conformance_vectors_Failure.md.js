import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Failure","description":"","frontmatter":{"editLink":false},"headers":[],"relativePath":"api/@cropgrad/conformance/vectors/Failure.md","filePath":"apps/docs/api/@cropgrad/conformance/vectors/Failure.md"}');
const _sfc_main = { name: "api/@cropgrad/conformance/vectors/Failure.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="failure" tabindex="-1">Failure <a class="header-anchor" href="#failure" aria-label="Permalink to &quot;Failure&quot;">​</a></h1><p>A vector that a sampler did not pass, and why.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-id"></a> <code>id</code></td><td><code>string</code></td></tr><tr><td><a id="property-tags"></a> <code>tags</code></td><td>readonly <code>string</code>[]</td></tr><tr><td><a id="property-verdict"></a> <code>verdict</code></td><td>{ <code>element</code>: <code>number</code>; <code>expected</code>: <code>string</code>; <code>got</code>: <code>number</code>; <code>quantity</code>: <code>&quot;output&quot;</code> | <code>&quot;d_image&quot;</code> | <code>&quot;d_grid&quot;</code> | <code>&quot;d_theta&quot;</code> | <code>&quot;d_boxes&quot;</code>; <code>status</code>: <code>&quot;failed&quot;</code>; } | { <code>reason</code>: <code>string</code>; <code>status</code>: <code>&quot;failed&quot;</code>; } | { <code>reason</code>: <code>string</code>; <code>status</code>: <code>&quot;crashed&quot;</code> | <code>&quot;hung&quot;</code>; }</td></tr></tbody></table><p>Source: <a href="https://github.com/cropgrad/cropgrad/blob/main/packages/conformance/src/vectors/compare.ts#L10" target="_blank" rel="noreferrer">packages/conformance/src/vectors/compare.ts:10</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@cropgrad/conformance/vectors/Failure.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Failure = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Failure as default
};
