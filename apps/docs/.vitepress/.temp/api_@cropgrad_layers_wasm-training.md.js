import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"@cropgrad/layers/wasm-training","description":"","frontmatter":{"editLink":false},"headers":[],"relativePath":"api/@cropgrad/layers/wasm-training.md","filePath":"apps/docs/api/@cropgrad/layers/wasm-training.md"}');
const _sfc_main = { name: "api/@cropgrad/layers/wasm-training.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="cropgrad-layers-wasm-training" tabindex="-1">@cropgrad/layers/wasm-training <a class="header-anchor" href="#cropgrad-layers-wasm-training" aria-label="Permalink to &quot;@cropgrad/layers/wasm-training&quot;">​</a></h1><p>Importing this lets conv nets train on tfjs&#39;s <code>wasm</code> backend: <code>import &#39;@cropgrad/layers/wasm-training&#39;</code>. It registers there the kernel Conv2DBackpropFilter, which tfjs&#39;s wasm lacks, and a faster Conv2DBackpropInput. Both are tfjs&#39;s own conv2d in disguise. Needs tfjs-core and tfjs-backend-wasm alone, and exports nothing.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@cropgrad/layers/wasm-training.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const wasmTraining = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  wasmTraining as default
};
