import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Covers","description":"","frontmatter":{"editLink":false},"headers":[],"relativePath":"api/@cropgrad/conformance/Covers.md","filePath":"apps/docs/api/@cropgrad/conformance/Covers.md"}');
const _sfc_main = { name: "api/@cropgrad/conformance/Covers.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="covers" tabindex="-1">Covers <a class="header-anchor" href="#covers" aria-label="Permalink to &quot;Covers&quot;">​</a></h1><p>What a check is about; what is left out, it draws or does not depend on.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-aligncorners"></a> <code>alignCorners?</code></td><td><code>boolean</code></td><td></td></tr><tr><td><a id="property-antialias"></a> <code>antialias?</code></td><td><code>boolean</code></td><td>Whether it is antialiased.</td></tr><tr><td><a id="property-dimensions"></a> <code>dimensions?</code></td><td><code>2</code> | <code>3</code></td><td></td></tr><tr><td><a id="property-mode"></a> <code>mode?</code></td><td><a href="./../core.html#mode"><code>Mode</code></a>: <code>&#39;bilinear&#39;</code>, <code>&#39;nearest&#39;</code>, <code>&#39;bicubic&#39;</code></td><td></td></tr><tr><td><a id="property-op"></a> <code>op?</code></td><td><code>&quot;affineGrid&quot;</code> | <code>&quot;affineSample&quot;</code> | <code>&quot;crop&quot;</code> | <code>&quot;perspectiveSample&quot;</code> | <code>&quot;gridSample&quot;</code></td><td></td></tr><tr><td><a id="property-paddingmode"></a> <code>paddingMode?</code></td><td><a href="./../core.html#paddingmode"><code>PaddingMode</code></a>: <code>&#39;zeros&#39;</code>, <code>&#39;border&#39;</code>, <code>&#39;reflection&#39;</code>, <code>&#39;wrap&#39;</code></td><td></td></tr></tbody></table><p>Source: <a href="https://github.com/cropgrad/cropgrad/blob/main/packages/conformance/src/check.ts#L10" target="_blank" rel="noreferrer">packages/conformance/src/check.ts:10</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@cropgrad/conformance/Covers.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Covers = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Covers as default
};
