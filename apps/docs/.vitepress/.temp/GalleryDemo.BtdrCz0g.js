import { ref, shallowRef, onMounted, onUnmounted, defineComponent, useTemplateRef, watch, mergeProps, unref, nextTick, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderStyle, ssrIncludeBooleanAttr, ssrRenderSlot, ssrInterpolate } from "vue/server-renderer";
import { w as withBase } from "./Content.CW3vPC1s.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
function moduleUrl(name, code) {
  const named = code.replace(/\/\/# sourceMappingURL=.*\s*$/, `//# sourceURL=cropgrad-bundle-${name}.js`);
  return `data:text/javascript;charset=utf-8,${named.replace(/[%#<"\\\t\r\n]/g, encodeURIComponent)}`;
}
async function composePage(source, files) {
  const names = new Set([...source.matchAll(/['"]@cropgrad\/bundle\/(\w+)['"]/g)].map(([, name]) => name));
  const modules = [...names].map(async (name) => [`@cropgrad/bundle/${name}`, await files.module(name)]);
  const imports = Object.fromEntries(await Promise.all(modules));
  const map = `<script type="importmap">${JSON.stringify({ imports })}<\/script>`;
  const withPhotos = await replaced(source, new RegExp('(?<=\\bsrc=")photos\\/[\\w./-]+(?=")', "g"), (path) => files.photo(path));
  const place = withPhotos.match(/<meta charset[^>]*>/i) ?? withPhotos.match(/<!doctype[^>]*>/i);
  const end = (place == null ? void 0 : place.index) === void 0 ? 0 : place.index + place[0].length;
  return withPhotos.slice(0, end) + map + withPhotos.slice(end);
}
async function replaced(text, pattern, by) {
  const found = [...new Set(text.match(pattern))];
  const results = new Map(await Promise.all(found.map(async (match) => [match, await by(match)])));
  return text.replace(pattern, (match) => results.get(match) ?? match);
}
const cpu = "/cropgrad/assets/cpu.BlZ2dc9D.js";
const register = "/cropgrad/assets/register.DV54o136.js";
const MODULES = { cpu, register };
const fetched = /* @__PURE__ */ new Map();
const pageFiles = {
  module(name) {
    const url = MODULES[name];
    if (url) return once(url, async (response) => moduleUrl(name, await response.text()));
    const known = Object.keys(MODULES).map((module) => `@cropgrad/bundle/${module}`);
    throw new Error(`@cropgrad/bundle/${name} is not there; take ${known.join(" or ")}`);
  },
  photo: (path) => once(withBase(`/${path}`), async (response) => dataUrl(await response.blob()))
};
function once(url, read) {
  const known = fetched.get(url);
  if (known) return known;
  const text = fetch(url).then((response) => {
    if (!response.ok) throw new Error(`${url}: the server answered ${response.status}`);
    return read(response);
  });
  fetched.set(url, text);
  text.catch(() => fetched.delete(url));
  return text;
}
function dataUrl(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
const sources = /* @__PURE__ */ Object.assign({ "./demos/align-two-photos.html": () => import("./align-two-photos.BblErZX2.js").then((m) => m["default"]), "./demos/antialias.html": () => import("./antialias.JlpLK1wx.js").then((m) => m["default"]), "./demos/find-my-thumbnail.html": () => import("./find-my-thumbnail.CYPICxZM.js").then((m) => m["default"]), "./demos/gradients-at-the-edges.html": () => import("./gradients-at-the-edges.YA5-3Sbp.js").then((m) => m["default"]), "./demos/learn-from-far-away.html": () => import("./learn-from-far-away.42p1V1ko.js").then((m) => m["default"]), "./demos/live-video.html": () => import("./live-video.CK3OaFiA.js").then((m) => m["default"]), "./demos/spatial-transformer.html": () => import("./spatial-transformer.CNhUSZaP.js").then((m) => m["default"]), "./demos/stabilise.html": () => import("./stabilise.DLTClYHG.js").then((m) => m["default"]), "./demos/straighten-a-page.html": () => import("./straighten-a-page.BnHa-dPu.js").then((m) => m["default"]) });
function readSource(name) {
  return sources[`./demos/${name}.html`]();
}
const HIGHEST = 1600;
function useRunner(frame) {
  const runs = ref(0);
  const height = ref(0);
  const problem = shallowRef();
  let page = "";
  function receive({ source, data }) {
    var _a;
    const target = (_a = frame.value) == null ? void 0 : _a.contentWindow;
    if (!target || source !== target) return;
    const posted = typeof data === "object" && data !== null ? data : {};
    if (posted.isEmpty) target.postMessage(page, "*");
    if (typeof posted.height === "number") height.value = Math.min(posted.height, HIGHEST);
    if (typeof posted.error === "string") {
      problem.value ?? (problem.value = { message: posted.error, line: typeof posted.line === "number" ? posted.line : void 0 });
    }
  }
  onMounted(() => addEventListener("message", receive));
  onUnmounted(() => removeEventListener("message", receive));
  return {
    runs,
    height,
    problem,
    start(html) {
      page = html;
      problem.value = void 0;
      runs.value++;
    }
  };
}
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "GalleryDemo",
  __ssrInlineRender: true,
  props: {
    name: {},
    title: {}
  },
  setup(__props) {
    const frame = useTemplateRef("frame");
    const place = useTemplateRef("place");
    const editor = shallowRef();
    const source = shallowRef("");
    const { runs, height, problem, start } = useRunner(frame);
    let isGone = false;
    const text = () => {
      var _a;
      return ((_a = editor.value) == null ? void 0 : _a.text()) ?? source.value;
    };
    async function attempt(work) {
      try {
        await work();
      } catch (error) {
        problem.value = { message: String(error) };
      }
    }
    const run = () => attempt(async () => start(await composePage(text(), pageFiles)));
    watch(problem, (found) => {
      var _a;
      if (found == null ? void 0 : found.line) (_a = editor.value) == null ? void 0 : _a.mark(found.line, found.message);
    });
    onMounted(
      () => attempt(async () => {
        source.value = await readSource(__props.name);
        await run();
        const { openEditor } = await import("./code-editor.CW2T2U5v.js");
        if (isGone || !place.value) return;
        editor.value = openEditor(place.value, source.value, run);
        await nextTick();
      })
    );
    onUnmounted(() => {
      var _a;
      isGone = true;
      (_a = editor.value) == null ? void 0 : _a.close();
    });
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<div${ssrRenderAttrs(mergeProps({ class: "demo" }, _attrs))} data-v-8d4d69a2><div class="live" data-v-8d4d69a2>`);
      if (unref(runs) > 0) {
        _push(`<iframe${ssrRenderAttr("src", unref(withBase)("/gallery/run.html"))}${ssrRenderAttr("title", __props.title)} style="${ssrRenderStyle({ height: unref(height) > 0 ? `${unref(height)}px` : void 0 })}" sandbox="allow-scripts" data-v-8d4d69a2></iframe>`);
      } else {
        _push(`<!---->`);
      }
      if (unref(height) === 0) {
        _push(`<img${ssrRenderAttr("src", unref(withBase)(`/gallery/thumbnails/${__props.name}.webp`))} alt="" width="480" height="300" data-v-8d4d69a2>`);
      } else {
        _push(`<!---->`);
      }
      _push(`</div><section aria-label="Code" data-v-8d4d69a2><div class="buttons" data-v-8d4d69a2><button type="button" class="primary"${ssrIncludeBooleanAttr(!source.value) ? " disabled" : ""} title="Ctrl + Enter" data-v-8d4d69a2>Run</button><button type="button"${ssrIncludeBooleanAttr(!editor.value) ? " disabled" : ""} data-v-8d4d69a2>Reset</button><button type="button"${ssrIncludeBooleanAttr(!source.value) ? " disabled" : ""} data-v-8d4d69a2>Download</button></div><div class="code" data-v-8d4d69a2><div class="editor" data-v-8d4d69a2></div>`);
      if (!editor.value) {
        ssrRenderSlot(_ctx.$slots, "default", {}, null, _push, _parent);
      } else {
        _push(`<!---->`);
      }
      _push(`</div>`);
      if (unref(problem)) {
        _push(`<p class="problem" role="alert" data-v-8d4d69a2>`);
        if (unref(problem).line) {
          _push(`<!--[-->Line ${ssrInterpolate(unref(problem).line)}: <!--]-->`);
        } else {
          _push(`<!---->`);
        }
        _push(`${ssrInterpolate(unref(problem).message)}</p>`);
      } else {
        _push(`<!---->`);
      }
      _push(`</section></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("gallery/GalleryDemo.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GalleryDemo = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-8d4d69a2"]]);
export {
  GalleryDemo as default
};
