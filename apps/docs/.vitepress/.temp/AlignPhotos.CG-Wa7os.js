var __typeError = (msg) => {
  throw TypeError(msg);
};
var __accessCheck = (obj, member, msg) => member.has(obj) || __typeError("Cannot " + msg);
var __privateGet = (obj, member, getter) => (__accessCheck(obj, member, "read from private field"), getter ? getter.call(obj) : member.get(obj));
var __privateAdd = (obj, member, value) => member.has(obj) ? __typeError("Cannot add the same private member more than once") : member instanceof WeakSet ? member.add(obj) : member.set(obj, value);
var _worker;
import { defineComponent, reactive, ref, shallowRef, useTemplateRef, watch, computed, onMounted, onUnmounted, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderList, ssrInterpolate, ssrIncludeBooleanAttr, ssrLooseContain, ssrLooseEqual, ssrRenderAttr, ssrRenderStyle } from "vue/server-renderer";
import { w as withBase } from "./Content.CW3vPC1s.js";
import { l as latestOnly } from "./latest-only.ChF4VRit.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const MODELS = Object.freeze([
  "translation",
  "box",
  "rigid",
  "similarity",
  "affine",
  "homography"
]);
class Aligner {
  constructor() {
    __privateAdd(this, _worker, new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }));
  }
  /** One pair at a time. Rejects with a sentence for the visitor. */
  align(request) {
    return new Promise((resolve, reject) => {
      __privateGet(this, _worker).onmessage = ({ data }) => {
        if ("failure" in data) reject(new Error(data.failure));
        else resolve(data.alignment);
      };
      __privateGet(this, _worker).onerror = ({ message }) => reject(new Error(message || "The worker did not load. Check the connection and reload the page."));
      __privateGet(this, _worker).postMessage(request);
    });
  }
  close() {
    __privateGet(this, _worker).terminate();
  }
}
_worker = new WeakMap();
const PAIRS = [
  { label: "From the side", fixed: "astronaut", moving: "astronaut-aside", model: "homography" },
  { label: "Cropped and enlarged", fixed: "rocket", moving: "rocket-1080p", model: "affine" },
  { label: "Two different photos", fixed: "rocket", moving: "astronaut", model: "similarity" }
];
const ALIGN_BACKENDS = ["wasm", "webgl"];
const WHY_NOT_ALIGNED = {
  flat: "one photo has almost no contrast",
  overlap: "less than a fifth of the fixed photo is covered",
  unrelated: "the photos do not show the same, or this model cannot align them",
  uncertain: "the photos show the same, but a corner may be off by more than 0.4 pixels",
  partial: "one part of the photos fits, and another does not"
};
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "AlignPhotos",
  __ssrInlineRender: true,
  setup(__props) {
    const ROLES = ["fixed", "moving"];
    const photos = reactive({});
    const model = ref("homography");
    const backend = ref("wasm");
    const alignment = shallowRef();
    const problem = ref("");
    const isAligning = ref(false);
    const line = ref(50);
    const isAligned = ref(true);
    const aligned = useTemplateRef("aligned");
    let aligner;
    let isGone = false;
    const align = latestOnly(async (pair) => {
      isAligning.value = true;
      problem.value = "";
      try {
        const made = await (aligner == null ? void 0 : aligner.align(pair));
        if (!made || isGone) return;
        alignment.value = made;
        show(made);
      } catch (error) {
        problem.value = error instanceof Error ? error.message : String(error);
      }
      isAligning.value = false;
    });
    function show({ picture }) {
      var _a;
      if (!aligned.value) return;
      aligned.value.width = picture.width;
      aligned.value.height = picture.height;
      (_a = aligned.value.getContext("2d")) == null ? void 0 : _a.drawImage(picture, 0, 0);
      picture.close();
    }
    watch([() => photos.fixed, () => photos.moving, model, backend], ([fixed, moving]) => {
      alignment.value = void 0;
      if (fixed && moving) align({ fixed: fixed.file, moving: moving.file, model: model.value, backend: backend.value });
    });
    function put(role, name, file) {
      const before = photos[role];
      photos[role] = { name, file, url: URL.createObjectURL(file) };
      if (before) URL.revokeObjectURL(before.url);
    }
    async function choose(pair) {
      try {
        const files = await Promise.all(ROLES.map((role) => bundled(pair[role])));
        model.value = pair.model;
        isAligned.value = true;
        for (const [k, role] of ROLES.entries()) put(role, pair[role], files[k]);
      } catch (error) {
        problem.value = `The photos did not load: ${error instanceof Error ? error.message : error}.`;
      }
    }
    async function bundled(name) {
      const response = await fetch(withBase(`/photos/${name}.webp`));
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
      return response.blob();
    }
    const isFound = computed(() => {
      var _a;
      return ((_a = alignment.value) == null ? void 0 : _a.reason) === null;
    });
    const summary = computed(() => {
      if (isAligning.value) return "Aligning…";
      if (!alignment.value) return "";
      const { score, overlap, sigma, reason, milliseconds } = alignment.value;
      const measured = `Score ${score.toFixed(3)}, ${(milliseconds / 1e3).toFixed(1)} s on ${backend.value}.`;
      if (reason !== null) return `Not found: ${WHY_NOT_ALIGNED[reason]} ('${reason}'). ${measured}`;
      return `Found: ${Math.round(100 * overlap)} % is covered, sigma ${sigma.toPrecision(2)} px. ${measured}`;
    });
    onMounted(() => {
      aligner = new Aligner();
      choose(PAIRS[0]);
    });
    onUnmounted(() => {
      var _a;
      isGone = true;
      aligner == null ? void 0 : aligner.close();
      for (const role of ROLES) URL.revokeObjectURL(((_a = photos[role]) == null ? void 0 : _a.url) ?? "");
    });
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({
        class: "playground align",
        "aria-busy": isAligning.value
      }, _attrs))} data-v-7add6185><div class="choices" data-v-7add6185><!--[-->`);
      ssrRenderList(unref(PAIRS), (pair) => {
        _push(`<button type="button" data-v-7add6185>${ssrInterpolate(pair.label)}</button>`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList(ROLES, (role) => {
        _push(`<label class="file" title="It stays in your browser" data-v-7add6185><input type="file" accept="image/*" class="covered" data-v-7add6185> Your ${ssrInterpolate(role)} photo… </label>`);
      });
      _push(`<!--]--></div><div class="choices" data-v-7add6185><label data-v-7add6185> Model <select data-v-7add6185><!--[-->`);
      ssrRenderList(unref(MODELS), (name) => {
        _push(`<option data-v-7add6185${ssrIncludeBooleanAttr(Array.isArray(model.value) ? ssrLooseContain(model.value, null) : ssrLooseEqual(model.value, null)) ? " selected" : ""}>${ssrInterpolate(name)}</option>`);
      });
      _push(`<!--]--></select></label><label data-v-7add6185> Backend <select data-v-7add6185><!--[-->`);
      ssrRenderList(unref(ALIGN_BACKENDS), (name) => {
        _push(`<option data-v-7add6185${ssrIncludeBooleanAttr(Array.isArray(backend.value) ? ssrLooseContain(backend.value, null) : ssrLooseEqual(backend.value, null)) ? " selected" : ""}>${ssrInterpolate(name)}</option>`);
      });
      _push(`<!--]--></select></label></div>`);
      if (photos.fixed && photos.moving) {
        _push(`<div class="stage" data-v-7add6185><img${ssrRenderAttr("src", photos.fixed.url)}${ssrRenderAttr("alt", `The fixed photo, ${photos.fixed.name}`)} data-v-7add6185><div class="above" style="${ssrRenderStyle({ clipPath: `inset(0 0 0 ${line.value}%)` })}" data-v-7add6185><canvas role="img" aria-label="The moving photo, aligned" style="${ssrRenderStyle(isFound.value && isAligned.value ? null : { display: "none" })}" data-v-7add6185></canvas><img${ssrRenderAttr("src", photos.moving.url)}${ssrRenderAttr("alt", `The moving photo, ${photos.moving.name}`)} style="${ssrRenderStyle(!isFound.value || !isAligned.value ? null : { display: "none" })}" data-v-7add6185></div><div class="line" style="${ssrRenderStyle({ left: `${line.value}%` })}" data-v-7add6185></div></div>`);
      } else {
        _push(`<!---->`);
      }
      _push(`<label class="slider" data-v-7add6185> Fixed <input${ssrRenderAttr("value", line.value)} type="range" min="0" max="100" aria-label="How much of the fixed photo is shown" data-v-7add6185> moving </label><div class="choices" data-v-7add6185><label data-v-7add6185><input${ssrIncludeBooleanAttr(ssrLooseEqual(isAligned.value, false)) ? " checked" : ""} type="radio"${ssrRenderAttr("value", false)} name="align" data-v-7add6185> Before</label><label data-v-7add6185><input${ssrIncludeBooleanAttr(ssrLooseEqual(isAligned.value, true)) ? " checked" : ""} type="radio"${ssrRenderAttr("value", true)} name="align"${ssrIncludeBooleanAttr(!isFound.value) ? " disabled" : ""} data-v-7add6185> After</label></div>`);
      if (problem.value) {
        _push(`<p role="alert" data-v-7add6185>${ssrInterpolate(problem.value)}</p>`);
      } else {
        _push(`<!---->`);
      }
      _push(`<p class="said number" role="status" data-v-7add6185>${ssrInterpolate(summary.value)}</p><figcaption class="quiet" data-v-7add6185> The fixed photo is left of the line, and the moving photo is right of it. Your own photos stay in your browser. </figcaption></figure>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("align/AlignPhotos.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const AlignPhotos = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-7add6185"]]);
export {
  AlignPhotos as default
};
