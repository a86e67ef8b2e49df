import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Vector","description":"","frontmatter":{"editLink":false},"headers":[],"relativePath":"api/@cropgrad/conformance/vectors/Vector.md","filePath":"apps/docs/api/@cropgrad/conformance/vectors/Vector.md"}');
const _sfc_main = { name: "api/@cropgrad/conformance/vectors/Vector.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="vector" tabindex="-1">Vector <a class="header-anchor" href="#vector" aria-label="Permalink to &quot;Vector&quot;">​</a></h1><p>One call of a function with plain numbers, as a file of cases holds it. FORMAT.md says what each member means.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-dy"></a> <code>dy</code></td><td><a href="./VectorArray.html"><code>VectorArray</code></a></td><td>The gradient that flows into the output; it has the output&#39;s shape.</td></tr><tr><td><a id="property-id"></a> <code>id</code></td><td><code>string</code></td><td>Unique: <code>grid_sample/kink/2d/bilinear/zeros/align_corners=false</code>.</td></tr><tr><td><a id="property-inputs"></a> <code>inputs</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <a href="./VectorArray.html"><code>VectorArray</code></a>&gt;&gt;</td><td></td></tr><tr><td><a id="property-options"></a> <code>options</code></td><td><a href="./VectorOptions.html"><code>VectorOptions</code></a></td><td></td></tr><tr><td><a id="property-source"></a> <code>source</code></td><td><code>string</code></td><td>Where the answers come from.</td></tr><tr><td><a id="property-tags"></a> <code>tags</code></td><td>readonly <code>string</code>[]</td><td></td></tr></tbody></table><p>Source: <a href="https://github.com/cropgrad/cropgrad/blob/main/packages/conformance/src/vectors/vector.ts#L33" target="_blank" rel="noreferrer">packages/conformance/src/vectors/vector.ts:33</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@cropgrad/conformance/vectors/Vector.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Vector = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Vector as default
};
