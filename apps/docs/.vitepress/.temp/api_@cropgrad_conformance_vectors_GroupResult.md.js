import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"GroupResult","description":"","frontmatter":{"editLink":false},"headers":[],"relativePath":"api/@cropgrad/conformance/vectors/GroupResult.md","filePath":"apps/docs/api/@cropgrad/conformance/vectors/GroupResult.md"}');
const _sfc_main = { name: "api/@cropgrad/conformance/vectors/GroupResult.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="groupresult" tabindex="-1">GroupResult <a class="header-anchor" href="#groupresult" aria-label="Permalink to &quot;GroupResult&quot;">​</a></h1><p>What a sampler did with one group.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-counts"></a> <code>counts</code></td><td><a href="./../vectors.html#counts"><code>Counts</code></a></td></tr><tr><td><a id="property-failures"></a> <code>failures</code></td><td>readonly <a href="./Failure.html"><code>Failure</code></a>[]</td></tr><tr><td><a id="property-function"></a> <code>function</code></td><td><code>&quot;crop&quot;</code> | <code>&quot;affine_grid&quot;</code> | <code>&quot;grid_sample&quot;</code> | <code>&quot;affine_sample&quot;</code> | <code>&quot;antialiased_crop&quot;</code> | <code>&quot;perspective_sample&quot;</code> | <code>&quot;crop_and_resize&quot;</code> | <code>&quot;image_transform&quot;</code> | <code>&quot;roi_align&quot;</code></td></tr><tr><td><a id="property-group"></a> <code>group</code></td><td><code>string</code></td></tr></tbody></table><p>Source: <a href="https://github.com/cropgrad/cropgrad/blob/main/packages/conformance/src/vectors/compare.ts#L17" target="_blank" rel="noreferrer">packages/conformance/src/vectors/compare.ts:17</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@cropgrad/conformance/vectors/GroupResult.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GroupResult = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  GroupResult as default
};
