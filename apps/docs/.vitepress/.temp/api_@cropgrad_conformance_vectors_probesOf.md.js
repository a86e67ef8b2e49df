import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"probesOf()","description":"","frontmatter":{"editLink":false},"headers":[],"relativePath":"api/@cropgrad/conformance/vectors/probesOf.md","filePath":"apps/docs/api/@cropgrad/conformance/vectors/probesOf.md"}');
const _sfc_main = { name: "api/@cropgrad/conformance/vectors/probesOf.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="probesof" tabindex="-1">probesOf() <a class="header-anchor" href="#probesof" aria-label="Permalink to &quot;probesOf()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> probesOf</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">vector</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> Vector</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> Vector</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">[];</span></span></code></pre></div><p>Vectors that show which pixels a sampler reads for one: in each all pixels are 0 but one, which is 1; in the last all are 1. None where there is no image, or a large one. Answer them with the same runner, and give the answers to <a href="./describeTaps.html">describeTaps</a>.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>vector</code></td><td><a href="./Vector.html"><code>Vector</code></a></td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./Vector.html"><code>Vector</code></a>[]</p><p>Source: <a href="https://github.com/cropgrad/cropgrad/blob/main/packages/conformance/src/vectors/probes.ts#L21" target="_blank" rel="noreferrer">packages/conformance/src/vectors/probes.ts:21</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@cropgrad/conformance/vectors/probesOf.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const probesOf = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  probesOf as default
};
