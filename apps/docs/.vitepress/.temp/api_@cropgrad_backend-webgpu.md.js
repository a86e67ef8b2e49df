import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"@cropgrad/backend-webgpu","description":"","frontmatter":{"editLink":false},"headers":[],"relativePath":"api/@cropgrad/backend-webgpu.md","filePath":"apps/docs/api/@cropgrad/backend-webgpu.md"}');
const _sfc_main = { name: "api/@cropgrad/backend-webgpu.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="cropgrad-backend-webgpu" tabindex="-1">@cropgrad/backend-webgpu <a class="header-anchor" href="#cropgrad-backend-webgpu" aria-label="Permalink to &quot;@cropgrad/backend-webgpu&quot;">​</a></h1><p>Importing this package makes cropgrad work on tfjs&#39;s <code>webgpu</code> backend: <code>import &#39;@cropgrad/backend-webgpu&#39;</code>, and <code>await tf.setBackend(&#39;webgpu&#39;)</code>.</p><h2 id="variables" tabindex="-1">Variables <a class="header-anchor" href="#variables" aria-label="Permalink to &quot;Variables&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Name</th><th>What it is</th><th>Description</th></tr></thead><tbody><tr><td><a id="webgpubackend"></a> <code>webgpuBackend</code></td><td><a href="./core/backend/CropBackend.html"><code>CropBackend</code></a>&lt;<code>WebGPUBackend</code>, <a href="./core/backend/Capabilities.html"><code>Capabilities</code></a>&gt;</td><td>The crop kernels of tfjs&#39;s <code>webgpu</code> backend: everything of the contract, with every tensor staying on the GPU.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@cropgrad/backend-webgpu.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const backendWebgpu = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  backendWebgpu as default
};
