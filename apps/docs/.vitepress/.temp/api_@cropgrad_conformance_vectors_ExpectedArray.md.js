import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"ExpectedArray","description":"","frontmatter":{"editLink":false},"headers":[],"relativePath":"api/@cropgrad/conformance/vectors/ExpectedArray.md","filePath":"apps/docs/api/@cropgrad/conformance/vectors/ExpectedArray.md"}');
const _sfc_main = { name: "api/@cropgrad/conformance/vectors/ExpectedArray.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="expectedarray" tabindex="-1">ExpectedArray <a class="header-anchor" href="#expectedarray" aria-label="Permalink to &quot;ExpectedArray&quot;">​</a></h1><p>What a quantity is, in float64, and how far a float32 sampler may be off. An element is right if it is within <code>tolerance</code> of <code>data</code>, or in one of its <code>intervals</code>, or anything where <code>any</code> lists it.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./VectorArray.html"><code>VectorArray</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-any"></a> <code>any?</code></td><td>readonly <code>number</code>[]</td><td>Elements that may be anything.</td></tr><tr><td><a id="property-data"></a> <code>data</code></td><td>readonly <a href="./../vectors.html#vectornumber"><code>VectorNumber</code></a>[]</td><td></td></tr><tr><td><a id="property-intervals"></a> <code>intervals?</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, readonly (readonly [<a href="./../vectors.html#vectornumber"><code>VectorNumber</code></a>, <a href="./../vectors.html#vectornumber"><code>VectorNumber</code></a>])[]&gt;&gt;</td><td>By the number of the element, in place of <code>data</code> and <code>tolerance</code>: it must be in one of these, ends included.</td></tr><tr><td><a id="property-shape"></a> <code>shape</code></td><td>readonly <code>number</code>[]</td><td></td></tr><tr><td><a id="property-tolerance"></a> <code>tolerance</code></td><td><code>number</code> | readonly <code>number</code>[]</td><td>One distance for all elements, or one for each.</td></tr></tbody></table><p>Source: <a href="https://github.com/cropgrad/cropgrad/blob/main/packages/conformance/src/vectors/vector.ts#L64" target="_blank" rel="noreferrer">packages/conformance/src/vectors/vector.ts:64</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@cropgrad/conformance/vectors/ExpectedArray.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ExpectedArray = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ExpectedArray as default
};
