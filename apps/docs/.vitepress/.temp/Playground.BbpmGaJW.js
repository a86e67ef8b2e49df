import { defineComponent, useModel, useId, ref, computed, watch, unref, mergeModels, useSSRContext, mergeProps, onBeforeUnmount, defineAsyncComponent, useTemplateRef, onMounted, reactive, shallowRef, isRef } from "vue";
import { ssrInterpolate, ssrRenderAttr, ssrRenderAttrs, ssrRenderList, ssrRenderComponent, ssrIncludeBooleanAttr, ssrRenderClass, ssrLooseContain, ssrLooseEqual, ssrRenderStyle } from "vue/server-renderer";
import { w as withBase } from "./Content.CW3vPC1s.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import { e as CropCanvas, m as markFirstCrop, w as wrapDegrees, c as cornerDistance, s as searchSummary, L as LOSSES, f as edgeGradients, g as PHOTO_NAMES, P as PHOTOS, B as BoxOverlay, i as initialState, V as VIEWS, d as samplingOf, J as JobError, u as useCrop, a as useSearch, C as CropClient, h as cropCode } from "./use-search.BsHAKDfN.js";
import { M as MODES, P as PADDING_MODES, O as OUTSIDES } from "./options.B4R7mK7X.js";
import "./latest-only.ChF4VRit.js";
import "./arrow-path.CQZlxika.js";
function isTaken(range, value) {
  return range.nearest(value) === value;
}
const THINNEST = 1;
const FARTHEST = 9999;
const LARGEST_CROP = 512;
const BOX_RANGES = {
  cx: centre("Centre x"),
  cy: centre("Centre y"),
  w: side("Width"),
  h: side("Height"),
  angle: { sentence: "Angle: from −180 to 180 degrees.", nearest: (value) => between(-180, value, 180) }
};
const SIZE_RANGES = {
  width: cropSide("Crop width"),
  height: cropSide("Crop height")
};
function centre(name) {
  return {
    sentence: `${name}: from −${FARTHEST} to ${FARTHEST} pixels of the photo.`,
    nearest: (value) => between(-FARTHEST, value, FARTHEST)
  };
}
function side(name) {
  return {
    sentence: `${name}: from ${THINNEST} to ${FARTHEST} pixels of the photo; with a minus it mirrors the crop.`,
    nearest: (value) => (value < 0 ? -1 : 1) * between(THINNEST, Math.abs(value), FARTHEST)
  };
}
function cropSide(name) {
  return {
    sentence: `${name}: a whole number of pixels from 1 to ${LARGEST_CROP}.`,
    nearest: (value) => between(1, Math.round(value), LARGEST_CROP)
  };
}
function between(least, value, most) {
  return Math.min(most, Math.max(least, value));
}
const KEY_HELP = [
  ["Arrow keys", "move"],
  ["Shift + arrow keys", "resize"],
  ["[ and ]", "turn"],
  ["− and +", "shrink and grow"],
  ["Ctrl + Z", "undo"]
];
const _sfc_main$g = /* @__PURE__ */ defineComponent({
  __name: "NumberField",
  __ssrInlineRender: true,
  props: /* @__PURE__ */ mergeModels({
    label: {},
    range: {},
    step: {}
  }, {
    "modelValue": { required: true },
    "modelModifiers": {}
  }),
  emits: ["update:modelValue"],
  setup(__props) {
    const value = useModel(__props, "modelValue");
    const sentence = useId();
    const refused = ref();
    const shown = computed(() => refused.value ?? String(Math.round(value.value * 100) / 100));
    watch(value, () => {
      refused.value = void 0;
    });
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<!--[--><label data-v-7670a2c2>${ssrInterpolate(__props.label)} <input type="number" class="number"${ssrRenderAttr("step", __props.step)}${ssrRenderAttr("value", shown.value)}${ssrRenderAttr("title", __props.range.sentence)}${ssrRenderAttr("aria-invalid", refused.value !== void 0)}${ssrRenderAttr("aria-describedby", refused.value === void 0 ? void 0 : unref(sentence))} data-v-7670a2c2></label>`);
      if (refused.value !== void 0) {
        _push(`<p${ssrRenderAttr("id", unref(sentence))} role="alert" class="refused" data-v-7670a2c2>${ssrInterpolate(__props.range.sentence)}</p>`);
      } else {
        _push(`<!---->`);
      }
      _push(`<!--]-->`);
    };
  }
});
const _sfc_setup$g = _sfc_main$g.setup;
_sfc_main$g.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("playground/NumberField.vue");
  return _sfc_setup$g ? _sfc_setup$g(props, ctx) : void 0;
};
const NumberField = /* @__PURE__ */ _export_sfc(_sfc_main$g, [["__scopeId", "data-v-7670a2c2"]]);
const _sfc_main$f = /* @__PURE__ */ defineComponent({
  __name: "BoxFields",
  __ssrInlineRender: true,
  props: /* @__PURE__ */ mergeModels({
    canUndo: { type: Boolean }
  }, {
    "box": { required: true },
    "boxModifiers": {}
  }),
  emits: /* @__PURE__ */ mergeModels(["undo", "reset"], ["update:box"]),
  setup(__props, { emit: __emit }) {
    const box = useModel(__props, "box");
    const FIELDS = [
      { key: "cx", label: "Centre x" },
      { key: "cy", label: "Centre y" },
      { key: "w", label: "Width" },
      { key: "h", label: "Height" },
      { key: "angle", label: "Angle °" }
    ];
    function set(key, value) {
      box.value = { ...box.value, [key]: value };
    }
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<fieldset${ssrRenderAttrs(mergeProps({ class: "fields card" }, _attrs))} data-v-3151e8e0><legend class="visually-hidden" data-v-3151e8e0>Box, in pixels of the photo</legend><!--[-->`);
      ssrRenderList(FIELDS, ({ key, label }) => {
        _push(ssrRenderComponent(NumberField, {
          key,
          label,
          range: unref(BOX_RANGES)[key],
          step: 1,
          "model-value": box.value[key],
          "onUpdate:modelValue": ($event) => set(key, $event)
        }, null, _parent));
      });
      _push(`<!--]--><div class="back" data-v-3151e8e0><button type="button"${ssrIncludeBooleanAttr(!__props.canUndo) ? " disabled" : ""} data-v-3151e8e0>Undo</button><button type="button" title="Box and target as they were at first" data-v-3151e8e0>Reset</button></div><p class="keys quiet" data-v-3151e8e0> On the box: <!--[-->`);
      ssrRenderList(unref(KEY_HELP), ([keys, what]) => {
        _push(`<span data-v-3151e8e0><kbd data-v-3151e8e0>${ssrInterpolate(keys)}</kbd> ${ssrInterpolate(what)}</span>`);
      });
      _push(`<!--]--></p></fieldset>`);
    };
  }
});
const _sfc_setup$f = _sfc_main$f.setup;
_sfc_main$f.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("playground/BoxFields.vue");
  return _sfc_setup$f ? _sfc_setup$f(props, ctx) : void 0;
};
const BoxFields = /* @__PURE__ */ _export_sfc(_sfc_main$f, [["__scopeId", "data-v-3151e8e0"]]);
const _sfc_main$e = /* @__PURE__ */ defineComponent({
  __name: "CropCode",
  __ssrInlineRender: true,
  props: {
    code: {},
    canShare: { type: Boolean }
  },
  setup(__props) {
    const copied = ref();
    let timer;
    onBeforeUnmount(() => clearTimeout(timer));
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<section${ssrRenderAttrs(mergeProps({ class: "card code" }, _attrs))} data-v-2a129a65><div class="head" data-v-2a129a65><h3 data-v-2a129a65>This crop, in code</h3><div class="buttons" data-v-2a129a65><button type="button" data-v-2a129a65>${ssrInterpolate(copied.value === "code" ? "Copied" : "Copy code")}</button>`);
      if (__props.canShare) {
        _push(`<button type="button" data-v-2a129a65>${ssrInterpolate(copied.value === "link" ? "Copied" : "Copy link")}</button>`);
      } else {
        _push(`<!---->`);
      }
      _push(`</div></div><pre aria-label="Code" data-v-2a129a65><code data-v-2a129a65>${ssrInterpolate(__props.code)}</code></pre><p role="status" class="${ssrRenderClass([{ "visually-hidden": copied.value !== "failed" }, "quiet"])}" data-v-2a129a65>${ssrInterpolate(copied.value === "failed" ? "The browser does not let this page copy: select the text instead." : copied.value ? "Copied" : "")}</p></section>`);
    };
  }
});
const _sfc_setup$e = _sfc_main$e.setup;
_sfc_main$e.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("playground/CropCode.vue");
  return _sfc_setup$e ? _sfc_setup$e(props, ctx) : void 0;
};
const CropCode = /* @__PURE__ */ _export_sfc(_sfc_main$e, [["__scopeId", "data-v-2a129a65"]]);
function significant(value) {
  return Math.abs(value) < 1e-3 ? scientific(value) : withMinus(value.toPrecision(3));
}
function scientific(value) {
  return value === 0 ? "0" : withMinus(value.toExponential(1).replace("e+", "e"));
}
function withMinus(text) {
  return text.replaceAll("-", "−");
}
function milliseconds(value) {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}
const _sfc_main$d = /* @__PURE__ */ defineComponent({
  __name: "CropView",
  __ssrInlineRender: true,
  props: {
    answer: {},
    time: {},
    backend: {},
    hasAlpha: { type: Boolean },
    isStale: { type: Boolean }
  },
  setup(__props) {
    const size = computed(() => {
      var _a;
      return ((_a = __props.answer) == null ? void 0 : _a.size) ?? { width: 1, height: 1 };
    });
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<section${ssrRenderAttrs(mergeProps({
        class: ["card crop", { "is-stale": __props.isStale }]
      }, _attrs))} data-v-bd4a4f06><h3 data-v-bd4a4f06> Crop <span class="quiet number" data-v-bd4a4f06>${ssrInterpolate(size.value.width)} × ${ssrInterpolate(size.value.height)}</span></h3><div class="frame" data-v-bd4a4f06>`);
      _push(ssrRenderComponent(CropCanvas, {
        answer: __props.answer,
        label: "The crop",
        class: { checks: __props.hasAlpha },
        style: { "--aspect": size.value.width / size.value.height },
        onDrawn: unref(markFirstCrop)
      }, null, _parent));
      _push(`</div>`);
      if (__props.answer) {
        _push(`<p class="ran number" data-v-bd4a4f06>`);
        if (__props.time) {
          _push(`<!--[--><strong data-v-bd4a4f06>${ssrInterpolate(unref(milliseconds)(__props.time.milliseconds))}</strong> per call on <strong data-v-bd4a4f06>${ssrInterpolate(__props.time.backend)}</strong><!--]-->`);
        } else {
          _push(`<!--[-->Measuring…<!--]-->`);
        }
        _push(`<span class="quiet" data-v-bd4a4f06>kernel: ${ssrInterpolate(__props.answer.kernels.join(", "))}</span></p>`);
      } else {
        _push(`<p class="ran quiet" data-v-bd4a4f06>Loading ${ssrInterpolate(__props.backend)}…</p>`);
      }
      _push(`</section>`);
    };
  }
});
const _sfc_setup$d = _sfc_main$d.setup;
_sfc_main$d.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("playground/CropView.vue");
  return _sfc_setup$d ? _sfc_setup$d(props, ctx) : void 0;
};
const CropView = /* @__PURE__ */ _export_sfc(_sfc_main$d, [["__scopeId", "data-v-bd4a4f06"]]);
function displacedBox(target, photo) {
  const side2 = (middle, length) => middle < length / 2 ? 1 : -1;
  return {
    cx: target.cx + 0.7 * Math.abs(target.w) * side2(target.cx, photo.width),
    cy: target.cy + 0.5 * Math.abs(target.h) * side2(target.cy, photo.height),
    w: target.w * 1.2,
    h: target.h * 1.1,
    angle: wrapDegrees(target.angle + 12)
  };
}
function middleBox({ width, height }) {
  const side2 = Math.max(1, 0.4 * Math.min(width, height));
  return { cx: width / 2, cy: height / 2, w: side2, h: side2, angle: 0 };
}
const _sfc_main$c = /* @__PURE__ */ defineComponent({
  __name: "GuideLink",
  __ssrInlineRender: true,
  props: {
    to: {},
    about: {}
  },
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<a${ssrRenderAttrs(mergeProps({
        class: "guide",
        href: unref(withBase)(`/guide/${__props.to}`),
        title: `Guide: ${__props.about}`
      }, _attrs))} data-v-181a45e1><span aria-hidden="true" data-v-181a45e1>?</span><span class="visually-hidden" data-v-181a45e1>Guide: ${ssrInterpolate(__props.about)}</span></a>`);
    };
  }
});
const _sfc_setup$c = _sfc_main$c.setup;
_sfc_main$c.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("playground/GuideLink.vue");
  return _sfc_setup$c ? _sfc_setup$c(props, ctx) : void 0;
};
const GuideLink = /* @__PURE__ */ _export_sfc(_sfc_main$c, [["__scopeId", "data-v-181a45e1"]]);
const _sfc_main$b = /* @__PURE__ */ defineComponent({
  __name: "FindIt",
  __ssrInlineRender: true,
  props: /* @__PURE__ */ mergeModels({
    search: {},
    photoSize: {},
    mode: {}
  }, {
    "box": { required: true },
    "boxModifiers": {},
    "target": { required: true },
    "targetModifiers": {},
    "rate": { required: true },
    "rateModifiers": {}
  }),
  emits: /* @__PURE__ */ mergeModels(["play", "pause", "step", "reset"], ["update:box", "update:target", "update:rate"]),
  setup(__props, { emit: __emit }) {
    const box = useModel(__props, "box");
    const target = useModel(__props, "target");
    const rate = useModel(__props, "rate");
    const LossPlot = defineAsyncComponent(() => import("./LossPlot.Dq1D-1WQ.js"));
    const distance2 = computed(() => cornerDistance(box.value, target.value));
    const isPlaying = computed(() => __props.search.status === "playing");
    const hasGradient = computed(() => __props.mode !== "nearest");
    const summary = computed(() => searchSummary(__props.search, distance2.value));
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<section${ssrRenderAttrs(mergeProps({ class: "card find" }, _attrs))} data-v-9de4f09b><h3 data-v-9de4f09b>Find it `);
      _push(ssrRenderComponent(GuideLink, {
        to: "learn-a-crop.html",
        about: "Learn a crop"
      }, null, _parent));
      _push(`</h3><p class="quiet" data-v-9de4f09b> Gradient descent moves the box until its crop is the target’s. At first the photo is blurred, and other boxes set out from all over it; as it sharpens, the best go on. </p><div class="buttons" data-v-9de4f09b><button type="button" data-v-9de4f09b>Target here</button><button type="button" data-v-9de4f09b>Displace box</button>`);
      if (isPlaying.value) {
        _push(`<button type="button" class="primary" data-v-9de4f09b>Pause</button>`);
      } else {
        _push(`<button type="button" class="primary"${ssrIncludeBooleanAttr(!__props.photoSize || !hasGradient.value) ? " disabled" : ""} data-v-9de4f09b>${ssrInterpolate(__props.search.status === "ended" ? "Play again" : "Play")}</button>`);
      }
      _push(`<button type="button"${ssrIncludeBooleanAttr(!__props.photoSize || !hasGradient.value || isPlaying.value) ? " disabled" : ""} data-v-9de4f09b>Step</button></div><label class="rate" data-v-9de4f09b> Learning rate <span class="number" data-v-9de4f09b>× ${ssrInterpolate(unref(significant)(rate.value))}</span><input type="range" min="-2" max="2" step="0.25"${ssrRenderAttr("value", Math.log2(rate.value))}${ssrRenderAttr("aria-valuetext", `${unref(significant)(rate.value)} times the usual`)} data-v-9de4f09b></label>`);
      if (hasGradient.value) {
        _push(`<p class="${ssrRenderClass([__props.search.status, "summary number"])}" data-v-9de4f09b>${ssrInterpolate(summary.value)}</p>`);
      } else {
        _push(`<p class="summary" data-v-9de4f09b> With mode nearest the crop does not change when the box moves a little: its slope is 0. Choose bilinear or bicubic. </p>`);
      }
      _push(`<p class="visually-hidden" role="status" data-v-9de4f09b>${ssrInterpolate(__props.search.status === "ended" ? summary.value : "")}</p>`);
      if (__props.search.losses.length > 1) {
        _push(ssrRenderComponent(unref(LossPlot), {
          losses: __props.search.losses,
          total: __props.search.total
        }, null, _parent));
      } else {
        _push(`<!---->`);
      }
      _push(`</section>`);
    };
  }
});
const _sfc_setup$b = _sfc_main$b.setup;
_sfc_main$b.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("playground/FindIt.vue");
  return _sfc_setup$b ? _sfc_setup$b(props, ctx) : void 0;
};
const FindIt = /* @__PURE__ */ _export_sfc(_sfc_main$b, [["__scopeId", "data-v-9de4f09b"]]);
const WHY_NOT_FOUND = {
  flat: "one of the two pictures has next to no contrast.",
  enlarged: "it has more pixels than the photo. Say that it may be enlarged.",
  unrelated: "the photo does not show it.",
  partial: "most of its best place fits, and a part of it does not.",
  uncertain: "it fits as well a little beside its best place, as a straight edge does.",
  ambiguous: "it fits as well at another place."
};
const _sfc_main$a = /* @__PURE__ */ defineComponent({
  __name: "FindThumbnail",
  __ssrInlineRender: true,
  props: /* @__PURE__ */ mergeModels({
    canFind: { type: Boolean }
  }, {
    "thumbnail": { required: true },
    "thumbnailModifiers": {}
  }),
  emits: /* @__PURE__ */ mergeModels(["find"], ["update:thumbnail"]),
  setup(__props, { emit: __emit }) {
    const thumbnail = useModel(__props, "thumbnail");
    const isLooking = computed(() => thumbnail.value.status === "looking");
    const summary = computed(() => {
      const { file, status, result } = thumbnail.value;
      if (status === "looking") return "Looking…";
      if (!result) return "";
      const score = result.score.toFixed(3);
      return result.reason === null ? `${file == null ? void 0 : file.name}: found, score ${score}. The box is there.` : `${file == null ? void 0 : file.name}: not found, as ${WHY_NOT_FOUND[result.reason]} The best score is ${score}.`;
    });
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<section${ssrRenderAttrs(mergeProps({ class: "card thumbnail" }, _attrs))} data-v-179ae3d6><h3 data-v-179ae3d6>Find a thumbnail</h3><p class="quiet" data-v-179ae3d6>Where was a thumbnail of yours cut from? <code data-v-179ae3d6>findCrop</code> looks for it in the photo in view.</p><div class="buttons" data-v-179ae3d6><label class="${ssrRenderClass([{ "is-disabled": !__props.canFind || isLooking.value }, "file"])}" title="It stays in your browser" data-v-179ae3d6><input type="file" accept="image/*" class="covered"${ssrIncludeBooleanAttr(!__props.canFind || isLooking.value) ? " disabled" : ""} data-v-179ae3d6> Your thumbnail… </label><button type="button"${ssrIncludeBooleanAttr(!__props.canFind || isLooking.value || !thumbnail.value.file) ? " disabled" : ""} data-v-179ae3d6>Look again</button></div><label data-v-179ae3d6><input${ssrIncludeBooleanAttr(Array.isArray(thumbnail.value.isTurned) ? ssrLooseContain(thumbnail.value.isTurned, null) : thumbnail.value.isTurned) ? " checked" : ""} type="checkbox" data-v-179ae3d6> It may be turned, by up to 10°</label><label data-v-179ae3d6><input${ssrIncludeBooleanAttr(Array.isArray(thumbnail.value.isEnlarged) ? ssrLooseContain(thumbnail.value.isEnlarged, null) : thumbnail.value.isEnlarged) ? " checked" : ""} type="checkbox" data-v-179ae3d6> It may be enlarged: takes ten times as long</label><p class="said number" role="status" data-v-179ae3d6>${ssrInterpolate(summary.value)}</p></section>`);
    };
  }
});
const _sfc_setup$a = _sfc_main$a.setup;
_sfc_main$a.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("playground/FindThumbnail.vue");
  return _sfc_setup$a ? _sfc_setup$a(props, ctx) : void 0;
};
const FindThumbnail = /* @__PURE__ */ _export_sfc(_sfc_main$a, [["__scopeId", "data-v-179ae3d6"]]);
const _sfc_main$9 = /* @__PURE__ */ defineComponent({
  __name: "LossPicker",
  __ssrInlineRender: true,
  props: {
    "loss": { required: true },
    "lossModifiers": {}
  },
  emits: ["update:loss"],
  setup(__props) {
    const loss = useModel(__props, "loss");
    const LABELS = {
      match: "difference from the target",
      brightness: "brightness of the crop",
      contrast: "contrast of the crop"
    };
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<label${ssrRenderAttrs(mergeProps({ class: "loss" }, _attrs))} data-v-8965b2b2> Loss <select data-v-8965b2b2><!--[-->`);
      ssrRenderList(unref(LOSSES), (name) => {
        _push(`<option${ssrRenderAttr("value", name)} data-v-8965b2b2${ssrIncludeBooleanAttr(Array.isArray(loss.value) ? ssrLooseContain(loss.value, name) : ssrLooseEqual(loss.value, name)) ? " selected" : ""}>${ssrInterpolate(LABELS[name])}</option>`);
      });
      _push(`<!--]--></select></label>`);
    };
  }
});
const _sfc_setup$9 = _sfc_main$9.setup;
_sfc_main$9.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("playground/LossPicker.vue");
  return _sfc_setup$9 ? _sfc_setup$9(props, ctx) : void 0;
};
const LossPicker = /* @__PURE__ */ _export_sfc(_sfc_main$9, [["__scopeId", "data-v-8965b2b2"]]);
const RAISES = [255, 138, 46];
const LOWERS = [77, 163, 255];
function opacityOf(part) {
  return Math.sqrt(Math.abs(part));
}
const STEPS = 40;
const _sfc_main$8 = /* @__PURE__ */ defineComponent({
  __name: "GradientLegend",
  __ssrInlineRender: true,
  props: {
    strongest: {}
  },
  setup(__props) {
    const MARKS = [-1, -0.25, 0, 0.25, 1];
    const marks = computed(
      () => MARKS.map((part) => ({ part, text: `${part > 0 ? "+" : ""}${scientific(part * __props.strongest)}`, left: placeOf(part) }))
    );
    const colours = Array.from({ length: STEPS + 1 }, (_, i) => {
      const opacity = 2 * i / STEPS - 1;
      const part = Math.sign(opacity) * opacity * opacity;
      return `rgb(${(part < 0 ? LOWERS : RAISES).join(" ")} / ${opacityOf(part)})`;
    }).join(", ");
    function placeOf(part) {
      return 50 + 50 * Math.sign(part) * opacityOf(part);
    }
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "legend" }, _attrs))} data-v-1269e92c><div class="scale" style="${ssrRenderStyle({ backgroundImage: `linear-gradient(to right, ${unref(colours)})` })}" data-v-1269e92c></div><ol aria-label="The scale of the image gradient" data-v-1269e92c><!--[-->`);
      ssrRenderList(marks.value, ({ part, text, left }) => {
        _push(`<li class="number" style="${ssrRenderStyle({ left: `${left}%` })}" data-v-1269e92c>${ssrInterpolate(text)}</li>`);
      });
      _push(`<!--]--></ol><figcaption class="quiet" data-v-1269e92c><span data-v-1269e92c>lowers the loss</span><span data-v-1269e92c>raises it</span></figcaption></figure>`);
    };
  }
});
const _sfc_setup$8 = _sfc_main$8.setup;
_sfc_main$8.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("playground/GradientLegend.vue");
  return _sfc_setup$8 ? _sfc_setup$8(props, ctx) : void 0;
};
const GradientLegend = /* @__PURE__ */ _export_sfc(_sfc_main$8, [["__scopeId", "data-v-1269e92c"]]);
const _sfc_main$7 = /* @__PURE__ */ defineComponent({
  __name: "OverlayCaption",
  __ssrInlineRender: true,
  props: {
    photo: {},
    view: {},
    overlay: {},
    box: {}
  },
  setup(__props) {
    const photoNote = computed(() => {
      const { size, original, hasAlpha, isOwn } = __props.photo;
      const pixels2 = `${size.width} × ${size.height} pixels`;
      const shrunk = original.width > size.width ? `, made smaller from ${original.width} × ${original.height}` : "";
      const alpha = hasAlpha ? " Parts of it are transparent: the checks show through. Alpha is the fourth channel of the photo and of the crop; colours are multiplied by it, and losses count all four." : "";
      return isOwn ? `Your photo, ${pixels2}${shrunk}. It stays in your browser, and links do not carry it.${alpha}` : "";
    });
    function areSomeOutside(points, { width, height }) {
      return points.some((at, k) => at < 0 || at > (k % 2 === 0 ? width : height));
    }
    function pixels({ width, height }) {
      return `${Math.round(10 * width) / 10} × ${Math.round(10 * height) / 10}`;
    }
    const edges = computed(() => {
      var _a;
      return ((_a = __props.overlay) == null ? void 0 : _a.view) === "box" ? edgeGradients(__props.box, __props.overlay.gradient) : [];
    });
    return (_ctx, _push, _parent, _attrs) => {
      var _a, _b, _c, _d;
      _push(`<div${ssrRenderAttrs(mergeProps({ class: "caption quiet" }, _attrs))} data-v-25869f04>`);
      if (((_a = __props.overlay) == null ? void 0 : _a.view) !== __props.view) {
        _push(`<p data-v-25869f04>Working…</p>`);
      } else if (((_b = __props.overlay) == null ? void 0 : _b.view) === "grid") {
        _push(`<p data-v-25869f04> Each dot is a point where the crop reads the photo; where they would touch, rows and columns are left out. `);
        if (areSomeOutside(__props.overlay.points, __props.photo.size)) {
          _push(`<!--[-->Pink dots lie outside, and read the padding.<!--]-->`);
        } else {
          _push(`<!---->`);
        }
        _push(ssrRenderComponent(GuideLink, {
          to: "coordinates.html",
          about: "Coordinates and alignCorners"
        }, null, _parent));
        _push(`</p>`);
      } else if (((_c = __props.overlay) == null ? void 0 : _c.view) === "image") {
        _push(`<!--[-->`);
        _push(ssrRenderComponent(GradientLegend, {
          strongest: __props.overlay.strongest
        }, null, _parent));
        _push(`<p data-v-25869f04> How much the loss, which is ${ssrInterpolate(unref(significant)(__props.overlay.loss))}, changes when a pixel gets brighter. `);
        if (__props.overlay.cell) {
          _push(`<!--[--> The crop takes one sample every ${ssrInterpolate(pixels(__props.overlay.cell))} pixels and skips what is between, so each point shows the sum over one such cell around it. `);
          _push(ssrRenderComponent(GuideLink, {
            to: "antialias.html",
            about: "Shrink without moiré"
          }, null, _parent));
          _push(`<!--]-->`);
        } else {
          _push(`<!--[-->Where there is no colour, the crop does not read the photo.<!--]-->`);
        }
        _push(`</p><!--]-->`);
      } else if (((_d = __props.overlay) == null ? void 0 : _d.view) === "box") {
        _push(`<!--[--><p data-v-25869f04> Each arrow shows which way its edge, or the turning handle, would go to lower the loss, which is ${ssrInterpolate(unref(significant)(__props.overlay.loss))}. By how much it changes when an edge moves outward by a pixel, and when the box turns counter-clockwise by a degree: `);
        _push(ssrRenderComponent(GuideLink, {
          to: "edges.html",
          about: "Gradients at the edges"
        }, null, _parent));
        _push(`</p><dl data-v-25869f04><!--[-->`);
        ssrRenderList(edges.value, ({ name, gradient }) => {
          _push(`<div data-v-25869f04><dt data-v-25869f04>${ssrInterpolate(name)}</dt><dd class="number" data-v-25869f04>${ssrInterpolate(unref(scientific)(gradient))}<small data-v-25869f04> / px</small></dd></div>`);
        });
        _push(`<!--]--><div data-v-25869f04><dt data-v-25869f04>turn</dt><dd class="number" data-v-25869f04>${ssrInterpolate(unref(scientific)(__props.overlay.gradient.angle))}<small data-v-25869f04> / °</small></dd></div></dl><!--]-->`);
      } else {
        _push(`<p data-v-25869f04> Drag the box to move it, a white handle to resize it, the dark one to turn it. With shift, proportions stay, and angles go in steps of 15°. The coloured corner is the crop’s top left. </p>`);
      }
      _push(`<p data-v-25869f04><span class="target" data-v-25869f04>Dashed</span>: the target, which “Find it” looks for.</p>`);
      if (photoNote.value) {
        _push(`<p data-v-25869f04>${ssrInterpolate(photoNote.value)}</p>`);
      } else {
        _push(`<!---->`);
      }
      _push(`</div>`);
    };
  }
});
const _sfc_setup$7 = _sfc_main$7.setup;
_sfc_main$7.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("playground/OverlayCaption.vue");
  return _sfc_setup$7 ? _sfc_setup$7(props, ctx) : void 0;
};
const OverlayCaption = /* @__PURE__ */ _export_sfc(_sfc_main$7, [["__scopeId", "data-v-25869f04"]]);
const _sfc_main$6 = /* @__PURE__ */ defineComponent({
  __name: "PhotoPicker",
  __ssrInlineRender: true,
  props: {
    selected: {}
  },
  emits: ["choose", "chooseFile"],
  setup(__props, { emit: __emit }) {
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<div${ssrRenderAttrs(mergeProps({
        class: "picker",
        role: "group",
        "aria-label": "Photo"
      }, _attrs))} data-v-8047fa3d><!--[-->`);
      ssrRenderList(unref(PHOTO_NAMES), (name) => {
        _push(`<button type="button" class="thumbnail"${ssrRenderAttr("title", unref(PHOTOS)[name].title)}${ssrRenderAttr("aria-pressed", name === __props.selected)} data-v-8047fa3d><img${ssrRenderAttr("src", unref(withBase)(`/photos/${unref(PHOTOS)[name].thumbnail}.webp`))} alt="" width="40" height="40" data-v-8047fa3d> ${ssrInterpolate(unref(PHOTOS)[name].label)}</button>`);
      });
      _push(`<!--]--><label class="file" title="It stays in your browser" data-v-8047fa3d><input type="file" accept="image/*" class="covered" data-v-8047fa3d> Your photo… </label></div>`);
    };
  }
});
const _sfc_setup$6 = _sfc_main$6.setup;
_sfc_main$6.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("playground/PhotoPicker.vue");
  return _sfc_setup$6 ? _sfc_setup$6(props, ctx) : void 0;
};
const PhotoPicker = /* @__PURE__ */ _export_sfc(_sfc_main$6, [["__scopeId", "data-v-8047fa3d"]]);
const _sfc_main$5 = /* @__PURE__ */ defineComponent({
  __name: "BitmapView",
  __ssrInlineRender: true,
  props: {
    bitmap: {},
    label: {}
  },
  setup(__props) {
    const canvas = useTemplateRef("canvas");
    function show() {
      var _a;
      if (!canvas.value) return;
      canvas.value.width = __props.bitmap.width;
      canvas.value.height = __props.bitmap.height;
      (_a = canvas.value.getContext("2d")) == null ? void 0 : _a.drawImage(__props.bitmap, 0, 0);
    }
    onMounted(show);
    watch(() => __props.bitmap, show);
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<canvas${ssrRenderAttrs(mergeProps({
        ref_key: "canvas",
        ref: canvas,
        role: "img",
        "aria-label": __props.label
      }, _attrs))} data-v-12828afc></canvas>`);
    };
  }
});
const _sfc_setup$5 = _sfc_main$5.setup;
_sfc_main$5.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("playground/BitmapView.vue");
  return _sfc_setup$5 ? _sfc_setup$5(props, ctx) : void 0;
};
const BitmapView = /* @__PURE__ */ _export_sfc(_sfc_main$5, [["__scopeId", "data-v-12828afc"]]);
function spreadGrid(points, columns, pitch) {
  const rows = columns === 0 ? 0 : points.length / 2 / columns;
  const at = (row, column) => {
    const k = 2 * (row * columns + column);
    return { x: points[k], y: points[k + 1] };
  };
  const step = (count, next) => count > 1 ? Math.max(1, Math.ceil(pitch / distance(at(0, 0), next))) : 1;
  const [down, across] = [step(rows, at(1, 0)), step(columns, at(0, 1))];
  const kept = [];
  for (let row = 0; row < rows; row += down) {
    for (let column = 0; column < columns; column += across) kept.push(at(row, column));
  }
  return kept;
}
function distance(a, b) {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
const RADIUS = 1.6;
const RIM = 0.8;
const PITCH = 6;
const _sfc_main$4 = /* @__PURE__ */ defineComponent({
  __name: "GridOverlay",
  __ssrInlineRender: true,
  props: {
    points: {},
    columns: {},
    photo: {},
    scale: {},
    origin: {}
  },
  setup(__props) {
    const canvas = useTemplateRef("canvas");
    function draw() {
      var _a;
      const context = (_a = canvas.value) == null ? void 0 : _a.getContext("2d");
      if (!canvas.value || !context) return;
      const density = window.devicePixelRatio;
      canvas.value.width = canvas.value.clientWidth * density;
      canvas.value.height = canvas.value.clientHeight * density;
      context.scale(density, density);
      const inside = new Path2D();
      const outside = new Path2D();
      for (const { x, y } of spreadGrid(__props.points, __props.columns, PITCH / __props.scale)) {
        const isInside = x >= 0 && x <= __props.photo.width && y >= 0 && y <= __props.photo.height;
        const path = isInside ? inside : outside;
        const [left, top] = [__props.origin.x + x * __props.scale, __props.origin.y + y * __props.scale];
        path.moveTo(left + RADIUS, top);
        path.arc(left, top, RADIUS, 0, 2 * Math.PI);
      }
      context.strokeStyle = "rgb(0 0 0 / 60%)";
      context.lineWidth = 2 * RIM;
      for (const [path, colour] of [[inside, "#ffd43b"], [outside, "#ff6b9d"]]) {
        context.stroke(path);
        context.fillStyle = colour;
        context.fill(path);
      }
    }
    onMounted(draw);
    watch(() => [__props.points, __props.photo, __props.scale, __props.origin], draw);
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<canvas${ssrRenderAttrs(mergeProps({
        ref_key: "canvas",
        ref: canvas,
        role: "img",
        "aria-label": "The points at which the crop reads the photo"
      }, _attrs))} data-v-a296623e></canvas>`);
    };
  }
});
const _sfc_setup$4 = _sfc_main$4.setup;
_sfc_main$4.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("playground/GridOverlay.vue");
  return _sfc_setup$4 ? _sfc_setup$4(props, ctx) : void 0;
};
const GridOverlay = /* @__PURE__ */ _export_sfc(_sfc_main$4, [["__scopeId", "data-v-a296623e"]]);
const _sfc_main$3 = /* @__PURE__ */ defineComponent({
  __name: "PhotoStage",
  __ssrInlineRender: true,
  props: /* @__PURE__ */ mergeModels({
    photo: {},
    target: {},
    others: {},
    overlay: {}
  }, {
    "box": { required: true },
    "boxModifiers": {}
  }),
  emits: /* @__PURE__ */ mergeModels(["grab", "file"], ["update:box"]),
  setup(__props, { emit: __emit }) {
    const box = useModel(__props, "box");
    const emit = __emit;
    const stage = useTemplateRef("stage");
    const frame = useTemplateRef("frame");
    const sizes = ref({ stage: { width: 0, height: 0 }, photo: { width: 0, height: 0 } });
    const isDropTarget = ref(false);
    const margin = computed(() => sizes.value.stage.width < 480 ? 16 : 28);
    const view = computed(() => {
      const { stage: stage2, photo: shown } = sizes.value;
      return {
        stage: stage2,
        origin: { x: (stage2.width - shown.width) / 2, y: (stage2.height - shown.height) / 2 },
        scale: __props.photo ? shown.width / __props.photo.size.width : 0
      };
    });
    const observer = new ResizeObserver(() => {
      sizes.value = { stage: sizeOf(stage.value), photo: sizeOf(frame.value) };
    });
    function sizeOf(element) {
      const { width, height } = (element == null ? void 0 : element.getBoundingClientRect()) ?? { width: 0, height: 0 };
      return { width, height };
    }
    onMounted(() => {
      if (stage.value) observer.observe(stage.value);
      if (frame.value) observer.observe(frame.value);
    });
    onBeforeUnmount(() => observer.disconnect());
    return (_ctx, _push, _parent, _attrs) => {
      var _a, _b, _c, _d, _e;
      _push(`<div${ssrRenderAttrs(mergeProps({
        ref_key: "stage",
        ref: stage,
        class: ["stage", { "is-drop-target": isDropTarget.value, "is-dimmed": ((_a = __props.overlay) == null ? void 0 : _a.view) === "image" }],
        style: { "--margin": `${margin.value}px`, "--aspect": __props.photo ? __props.photo.size.width / __props.photo.size.height : 1 }
      }, _attrs))} data-v-61fd3dcf><div class="${ssrRenderClass([{ checks: (_b = __props.photo) == null ? void 0 : _b.hasAlpha }, "frame"])}" data-v-61fd3dcf>`);
      if (__props.photo) {
        _push(`<!--[-->`);
        _push(ssrRenderComponent(BitmapView, {
          class: "photo",
          bitmap: __props.photo.picture,
          label: __props.photo.alt
        }, null, _parent));
        if (((_c = __props.overlay) == null ? void 0 : _c.view) === "image") {
          _push(ssrRenderComponent(BitmapView, {
            bitmap: __props.overlay.heat,
            label: "Gradient of the loss with respect to the photo, as a heat map"
          }, null, _parent));
        } else {
          _push(`<!---->`);
        }
        _push(`<!--]-->`);
      } else {
        _push(`<!---->`);
      }
      _push(`</div>`);
      if (__props.photo && view.value.scale > 0) {
        _push(`<!--[-->`);
        if (((_d = __props.overlay) == null ? void 0 : _d.view) === "grid") {
          _push(ssrRenderComponent(GridOverlay, {
            points: __props.overlay.points,
            columns: __props.overlay.columns,
            photo: __props.photo.size,
            scale: view.value.scale,
            origin: view.value.origin
          }, null, _parent));
        } else {
          _push(`<!---->`);
        }
        _push(ssrRenderComponent(BoxOverlay, {
          box: box.value,
          "onUpdate:box": ($event) => box.value = $event,
          photo: __props.photo.size,
          target: __props.target,
          others: __props.others,
          view: view.value,
          gradient: ((_e = __props.overlay) == null ? void 0 : _e.view) === "box" ? __props.overlay.gradient : void 0,
          turns: "",
          onGrab: ($event) => emit("grab")
        }, null, _parent));
        _push(`<!--]-->`);
      } else {
        _push(`<!---->`);
      }
      if (isDropTarget.value) {
        _push(`<p class="drop-note" data-v-61fd3dcf>Drop a photo: it stays in your browser</p>`);
      } else {
        _push(`<!---->`);
      }
      _push(`</div>`);
    };
  }
});
const _sfc_setup$3 = _sfc_main$3.setup;
_sfc_main$3.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("playground/PhotoStage.vue");
  return _sfc_setup$3 ? _sfc_setup$3(props, ctx) : void 0;
};
const PhotoStage = /* @__PURE__ */ _export_sfc(_sfc_main$3, [["__scopeId", "data-v-61fd3dcf"]]);
const BACKENDS = {
  cpu: "typed-array loops",
  wasm: "SIMD on the wasm heap",
  webgl: "GLSL on the GPU",
  webgpu: "WGSL on the GPU",
  "gpujs-webgl2": "gpu.js on the GPU",
  "gpujs-webgl": "gpu.js on older GPUs",
  "gpujs-webasm": "gpu.js in WebAssembly"
};
const BACKEND_NAMES = Object.keys(BACKENDS);
const _sfc_main$2 = /* @__PURE__ */ defineComponent({
  __name: "SamplingControls",
  __ssrInlineRender: true,
  props: {
    "backend": { required: true },
    "backendModifiers": {},
    "size": { required: true },
    "sizeModifiers": {},
    "mode": { required: true },
    "modeModifiers": {},
    "paddingMode": { required: true },
    "paddingModeModifiers": {},
    "outside": { required: true },
    "outsideModifiers": {},
    "alignCorners": { type: Boolean, ...{ required: true } },
    "alignCornersModifiers": {},
    "antialias": { type: Boolean, ...{ required: true } },
    "antialiasModifiers": {}
  },
  emits: ["update:backend", "update:size", "update:mode", "update:paddingMode", "update:outside", "update:alignCorners", "update:antialias"],
  setup(__props) {
    const backend = useModel(__props, "backend");
    const size = useModel(__props, "size");
    const mode = useModel(__props, "mode");
    const paddingMode = useModel(__props, "paddingMode");
    const outside = useModel(__props, "outside");
    const alignCorners = useModel(__props, "alignCorners");
    const antialias = useModel(__props, "antialias");
    const OUTSIDE_LABELS = { pad: "pad: what the padding reads", fill: "fill: nothing, black" };
    const SIDES = [
      { side: "width", label: "Crop width" },
      { side: "height", label: "Crop height" }
    ];
    const notOffered = useId();
    function setSide(side2, length) {
      size.value = { ...size.value, [side2]: length };
    }
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<section${ssrRenderAttrs(mergeProps({ class: "card" }, _attrs))} data-v-81015814><h3 data-v-81015814>Sampling</h3><div class="fields" data-v-81015814><div class="linked wide" data-v-81015814><label data-v-81015814> Backend <select${ssrRenderAttr("aria-describedby", unref(notOffered))} data-v-81015814><!--[-->`);
      ssrRenderList(unref(BACKEND_NAMES), (name) => {
        _push(`<option${ssrRenderAttr("value", name)} data-v-81015814${ssrIncludeBooleanAttr(Array.isArray(backend.value) ? ssrLooseContain(backend.value, name) : ssrLooseEqual(backend.value, name)) ? " selected" : ""}>${ssrInterpolate(name)} – ${ssrInterpolate(unref(BACKENDS)[name])}</option>`);
      });
      _push(`<!--]--></select></label>`);
      _push(ssrRenderComponent(GuideLink, {
        to: "choose-a-backend.html",
        about: "Choose a backend"
      }, null, _parent));
      _push(`<p${ssrRenderAttr("id", unref(notOffered))} class="quiet" data-v-81015814>gpu.js’s cpu mode is not here: it needs eval, which this site does not allow.</p></div><label data-v-81015814> Mode <select data-v-81015814><!--[-->`);
      ssrRenderList(unref(MODES), (name) => {
        _push(`<option data-v-81015814${ssrIncludeBooleanAttr(Array.isArray(mode.value) ? ssrLooseContain(mode.value, null) : ssrLooseEqual(mode.value, null)) ? " selected" : ""}>${ssrInterpolate(name)}</option>`);
      });
      _push(`<!--]--></select></label><label data-v-81015814> Padding <select data-v-81015814><!--[-->`);
      ssrRenderList(unref(PADDING_MODES), (name) => {
        _push(`<option data-v-81015814${ssrIncludeBooleanAttr(Array.isArray(paddingMode.value) ? ssrLooseContain(paddingMode.value, null) : ssrLooseEqual(paddingMode.value, null)) ? " selected" : ""}>${ssrInterpolate(name)}</option>`);
      });
      _push(`<!--]--></select></label><div class="linked wide" data-v-81015814><label data-v-81015814> Outside <select data-v-81015814><!--[-->`);
      ssrRenderList(unref(OUTSIDES), (name) => {
        _push(`<option${ssrRenderAttr("value", name)} data-v-81015814${ssrIncludeBooleanAttr(Array.isArray(outside.value) ? ssrLooseContain(outside.value, name) : ssrLooseEqual(outside.value, name)) ? " selected" : ""}>${ssrInterpolate(OUTSIDE_LABELS[name])}</option>`);
      });
      _push(`<!--]--></select></label>`);
      _push(ssrRenderComponent(GuideLink, {
        to: "edges.html",
        about: "Gradients at the edges"
      }, null, _parent));
      _push(`</div><!--[-->`);
      ssrRenderList(SIDES, ({ side: side2, label }) => {
        _push(ssrRenderComponent(NumberField, {
          key: side2,
          label,
          range: unref(SIZE_RANGES)[side2],
          step: 8,
          "model-value": size.value[side2],
          "onUpdate:modelValue": ($event) => setSide(side2, $event)
        }, null, _parent));
      });
      _push(`<!--]--><div class="switch last" data-v-81015814><label data-v-81015814><input${ssrIncludeBooleanAttr(Array.isArray(alignCorners.value) ? ssrLooseContain(alignCorners.value, null) : alignCorners.value) ? " checked" : ""} type="checkbox" data-v-81015814> alignCorners</label>`);
      _push(ssrRenderComponent(GuideLink, {
        to: "coordinates.html",
        about: "Coordinates and alignCorners"
      }, null, _parent));
      _push(`</div><div class="switch last" data-v-81015814><label${ssrRenderAttr("title", mode.value === "nearest" ? "The nearest pixel is one, and averages nothing" : void 0)} data-v-81015814><input${ssrIncludeBooleanAttr(Array.isArray(antialias.value) ? ssrLooseContain(antialias.value, null) : antialias.value) ? " checked" : ""} type="checkbox"${ssrIncludeBooleanAttr(mode.value === "nearest") ? " disabled" : ""} data-v-81015814> antialias </label>`);
      _push(ssrRenderComponent(GuideLink, {
        to: "antialias.html",
        about: "Shrink without moiré"
      }, null, _parent));
      _push(`</div></div></section>`);
    };
  }
});
const _sfc_setup$2 = _sfc_main$2.setup;
_sfc_main$2.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("playground/SamplingControls.vue");
  return _sfc_setup$2 ? _sfc_setup$2(props, ctx) : void 0;
};
const SamplingControls = /* @__PURE__ */ _export_sfc(_sfc_main$2, [["__scopeId", "data-v-81015814"]]);
const SWITCH = /* @__PURE__ */ new Map([
  ["true", true],
  ["false", false]
]);
const BOX_KEYS = ["cx", "cy", "w", "h", "angle"];
const CODECS = {
  photo: nameCodec(PHOTO_NAMES),
  box: boxCodec(),
  target: boxCodec(),
  size: sizeCodec(),
  mode: nameCodec(MODES),
  paddingMode: nameCodec(PADDING_MODES),
  outside: nameCodec(OUTSIDES),
  alignCorners: switchCodec(),
  antialias: switchCodec(),
  backend: nameCodec(BACKEND_NAMES),
  view: nameCodec(VIEWS),
  loss: nameCodec(LOSSES)
};
const KEYS = Object.keys(CODECS);
function writeState(state) {
  const initial = initialState(state.photo);
  const query = new URLSearchParams();
  if (state.photo !== PHOTO_NAMES[0]) query.set("photo", state.photo);
  for (const key of KEYS) {
    const text = writeField(key, state);
    if (text !== writeField(key, initial)) query.set(key, text);
  }
  return query.toString().replaceAll("%2C", ",");
}
function readState(query) {
  const given = new URLSearchParams(query);
  const state = initialState(CODECS.photo.read(given.get("photo") ?? "") ?? PHOTO_NAMES[0]);
  const unreadable = KEYS.filter((key) => {
    const text = given.get(key);
    return text !== null && !readField(key, text, state);
  });
  return { state, unreadable: unreadable.map((key) => ({ key, sentence: CODECS[key].sentence })) };
}
function writeField(key, state) {
  return CODECS[key].write(state[key]);
}
function readField(key, text, into) {
  const value = CODECS[key].read(text);
  if (value === void 0) return false;
  into[key] = value;
  return true;
}
function nameCodec(names) {
  return {
    read: (text) => names.find((name) => name === text),
    write: (name) => name,
    sentence: `One of ${names.join(", ")}.`
  };
}
function switchCodec() {
  return {
    read: (text) => SWITCH.get(text),
    write: String,
    sentence: `One of ${[...SWITCH.keys()].join(", ")}.`
  };
}
function boxCodec() {
  const number = /^-?\d{1,5}(\.\d{1,2})?$/;
  return {
    read: (text) => {
      const parts = text.split(",");
      if (parts.length !== BOX_KEYS.length || !parts.every((part) => number.test(part))) return void 0;
      const [cx, cy, w, h, angle] = parts.map(Number);
      const box = { cx, cy, w, h, angle };
      return BOX_KEYS.every((key) => isTaken(BOX_RANGES[key], box[key])) ? box : void 0;
    },
    write: (box) => BOX_KEYS.map((key) => Math.round(BOX_RANGES[key].nearest(box[key]) * 100) / 100).join(),
    sentence: `Five numbers, as in 226,112,130,130,0. ${BOX_KEYS.map((key) => BOX_RANGES[key].sentence).join(" ")}`
  };
}
function sizeCodec() {
  return {
    read: (text) => {
      const match = /^(\d{1,3})x(\d{1,3})$/.exec(text);
      const size = { width: Number(match == null ? void 0 : match[1]), height: Number(match == null ? void 0 : match[2]) };
      return isTaken(SIZE_RANGES.width, size.width) && isTaken(SIZE_RANGES.height, size.height) ? size : void 0;
    },
    write: ({ width, height }) => `${width}x${height}`,
    sentence: `Two numbers, as in 64x48. ${SIZE_RANGES.width.sentence} ${SIZE_RANGES.height.sentence}`
  };
}
function useUndo(boxes) {
  const past = reactive([]);
  const isNow = (then) => areSame(then, boxes);
  return {
    canUndo: computed(() => past.some((then) => !isNow(then))),
    remember() {
      past.push(copyOf(boxes));
    },
    undo() {
      let then = past.pop();
      while (then && isNow(then)) then = past.pop();
      if (then) Object.assign(boxes, copyOf(then));
    },
    forget() {
      past.length = 0;
    }
  };
}
function copyOf({ box, target }) {
  return { box: { ...box }, target: { ...target } };
}
function areSame(a, b) {
  return isSame(a.box, b.box) && isSame(a.target, b.target);
}
function isSame(a, b) {
  return a.cx === b.cx && a.cy === b.cy && a.w === b.w && a.h === b.h && a.angle === b.angle;
}
const DELAY = 300;
function useAddress(state, own, { onLink, onBoxes }) {
  const path = location.pathname;
  let timer;
  let kept = copyOf(state);
  let isNew = false;
  function show() {
    const photo = own();
    const query = photo === void 0 ? writeState(state) : "";
    const entry = { ...history.state, own: photo === void 0 ? void 0 : { photo, boxes: copyOf(state) } };
    const address = path + (query && `?${query}`) + location.hash;
    if (isNew && !areSame(kept, state)) history.pushState(entry, "", address);
    else history.replaceState(entry, "", address);
    if (!areSame(kept, state)) isNew = false;
    kept = copyOf(state);
  }
  function goTo(event) {
    if (location.pathname !== path) return;
    event.stopImmediatePropagation();
    clearTimeout(timer);
    isNew = false;
    const { own: then } = event.state ?? {};
    if (!then) onLink(location.search);
    else if (then.photo === own()) onBoxes(copyOf(then.boxes));
    kept = copyOf(state);
  }
  watch([state, own], () => {
    clearTimeout(timer);
    timer = setTimeout(show, DELAY);
  });
  onMounted(() => addEventListener("popstate", goTo, { capture: true }));
  onBeforeUnmount(() => {
    clearTimeout(timer);
    removeEventListener("popstate", goTo, { capture: true });
  });
  return {
    begin: () => {
      isNew = true;
    }
  };
}
const PAUSE = 200;
function useCropTime(client, state, answer) {
  const time = shallowRef();
  let timer;
  async function measure() {
    const { backend, box } = state;
    try {
      time.value = await client.ask({ kind: "time", backend, sampling: samplingOf(state), box: { ...box } });
    } catch {
    }
  }
  watch(answer, () => {
    clearTimeout(timer);
    timer = setTimeout(measure, PAUSE);
  });
  onBeforeUnmount(() => clearTimeout(timer));
  return time;
}
function usePhoto(client, state) {
  const photo = shallowRef();
  const problem = shallowRef();
  let opened = 0;
  async function show(open) {
    try {
      const { shown, change } = await open();
      const before = photo.value;
      problem.value = void 0;
      Object.assign(state, change);
      photo.value = shown;
      before == null ? void 0 : before.picture.close();
    } catch (error) {
      problem.value = JobError.from(error);
    }
  }
  async function bundled(name) {
    const { file, alt } = PHOTOS[name];
    const response = await fetch(withBase(`/photos/${file}.webp`));
    if (!response.ok) throw new JobError(`The photo did not load: the server answered ${response.status}.`);
    const photo2 = await client.ask({ kind: "open", photo: await response.blob() });
    const { box, target } = initialState(name);
    return { ...photo2, number: opened++, alt, isOwn: false, boxes: { box, target } };
  }
  async function own(file) {
    const photo2 = await client.ask({ kind: "open", photo: file });
    const target = middleBox(photo2.size);
    const boxes = { target, box: { ...displacedBox(target, photo2.size), angle: 0 } };
    return { ...photo2, number: opened++, alt: `Your photo, ${file.name}`, isOwn: true, boxes };
  }
  return {
    photo,
    problem,
    openLinked: (then) => show(async () => ({ shown: await bundled(then.photo), change: then })),
    choose: (name) => show(async () => {
      const shown = await bundled(name);
      return { shown, change: { photo: name, ...copyOf(shown.boxes) } };
    }),
    chooseFile: (file) => show(async () => {
      const shown = await own(file);
      return { shown, change: copyOf(shown.boxes) };
    })
  };
}
function useThumbnail(client, state, photo, { onFound, onFailure }) {
  const thumbnail = reactive({
    ...{ status: "ready", file: void 0, isTurned: false, isEnlarged: false, result: void 0 }
  });
  let current = 0;
  async function find() {
    const { file, isTurned, isEnlarged } = thumbnail;
    if (!file) return;
    const mine = ++current;
    Object.assign(thumbnail, { status: "looking", result: void 0 });
    onFailure(void 0);
    try {
      const { box, ...result } = await client.ask({
        ...{ kind: "find", backend: state.backend, thumbnail: file, isTurned, isEnlarged }
      });
      if (mine !== current) return;
      Object.assign(thumbnail, { status: "ended", result });
      if (result.reason === null) onFound(box);
    } catch (error) {
      if (mine !== current) return;
      thumbnail.status = "ready";
      onFailure(JobError.from(error));
    }
  }
  watch(photo, () => {
    current++;
    Object.assign(thumbnail, { status: "ready", result: void 0 });
  });
  return { thumbnail, find };
}
const _sfc_main$1 = /* @__PURE__ */ defineComponent({
  __name: "ViewTabs",
  __ssrInlineRender: true,
  props: {
    "view": { required: true },
    "viewModifiers": {}
  },
  emits: ["update:view"],
  setup(__props) {
    const view = useModel(__props, "view");
    const VIEW_LABELS = { crop: "Photo", grid: "Grid", image: "Image gradient", box: "Box gradient" };
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<fieldset${ssrRenderAttrs(mergeProps({ class: "tabs" }, _attrs))} data-v-cde60663><legend class="visually-hidden" data-v-cde60663>What is drawn over the photo</legend><!--[-->`);
      ssrRenderList(unref(VIEWS), (name) => {
        _push(`<label class="${ssrRenderClass({ chosen: name === view.value })}" data-v-cde60663><input${ssrIncludeBooleanAttr(ssrLooseEqual(view.value, name)) ? " checked" : ""} type="radio" name="view" class="covered"${ssrRenderAttr("value", name)} data-v-cde60663>${ssrInterpolate(VIEW_LABELS[name])}</label>`);
      });
      _push(`<!--]--></fieldset>`);
    };
  }
});
const _sfc_setup$1 = _sfc_main$1.setup;
_sfc_main$1.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("playground/ViewTabs.vue");
  return _sfc_setup$1 ? _sfc_setup$1(props, ctx) : void 0;
};
const ViewTabs = /* @__PURE__ */ _export_sfc(_sfc_main$1, [["__scopeId", "data-v-cde60663"]]);
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "Playground",
  __ssrInlineRender: true,
  setup(__props) {
    const linked = readState(location.search);
    const state = reactive(linked.state);
    const client = new CropClient();
    const { photo, problem, openLinked, choose, chooseFile } = usePhoto(client, state);
    const { answer, problem: cropProblem } = useCrop(client, state, photo);
    const time = useCropTime(client, state, answer);
    const controls = useSearch(client, state, photo, true, (error) => {
      problem.value = error;
    });
    const { search, rate } = controls;
    const { thumbnail, find } = useThumbnail(client, state, photo, {
      onFound: (box) => {
        controls.reset();
        move({ box });
      },
      onFailure: (error) => {
        problem.value = error;
      }
    });
    const undoing = useUndo(state);
    const { canUndo, forget } = undoing;
    watch(photo, forget);
    const own = computed(() => {
      var _a;
      return ((_a = photo.value) == null ? void 0 : _a.isOwn) ? photo.value.number : void 0;
    });
    const address = useAddress(state, () => own.value, {
      onLink: follow,
      onBoxes: (boxes) => {
        controls.reset();
        Object.assign(state, boxes);
      }
    });
    const code = computed(() => {
      const shown = photo.value;
      return shown && cropCode(state.box, shown.size, samplingOf(state), state.backend, shown.hasAlpha);
    });
    const problems = computed(() => [problem.value, cropProblem.value].filter((each) => each !== void 0));
    function anchorOf(code2) {
      return code2.toLowerCase().replaceAll("_", "-");
    }
    function remember() {
      undoing.remember();
      address.begin();
    }
    async function follow(query) {
      controls.reset();
      const { state: then } = readState(query);
      if (own.value === void 0 && then.photo === state.photo) Object.assign(state, then);
      else await openLinked(then);
    }
    function takePhoto(name) {
      address.begin();
      return choose(name);
    }
    function takeFile(file) {
      address.begin();
      return chooseFile(file);
    }
    function grab() {
      controls.pause();
      remember();
    }
    function play() {
      remember();
      controls.play();
    }
    function step() {
      remember();
      controls.step();
    }
    function move(boxes) {
      remember();
      Object.assign(state, boxes);
    }
    function goBack() {
      controls.reset();
      address.begin();
      undoing.undo();
    }
    function startAgain() {
      controls.reset();
      if (photo.value) move(copyOf(photo.value.boxes));
    }
    onMounted(async () => {
      await openLinked(linked.state);
      if (linked.unreadable.length > 0 && !problem.value) {
        const what = linked.unreadable.map(({ key }) => key).join(" and ");
        const ranges = linked.unreadable.map(({ key, sentence }) => `${key}: ${sentence}`).join(" ");
        problem.value = new JobError(`This link’s ${what} could not be read, so the default is shown. ${ranges}`);
      }
    });
    onBeforeUnmount(() => client.close());
    return (_ctx, _push, _parent, _attrs) => {
      var _a, _b, _c, _d, _e;
      _push(`<section${ssrRenderAttrs(mergeProps({
        class: "playground",
        "aria-label": "Playground",
        "aria-busy": !unref(answer)
      }, _attrs))} data-v-6e3c5278><div class="layout" data-v-6e3c5278><div class="stage-column" data-v-6e3c5278>`);
      if (problems.value.length > 0) {
        _push(`<div role="alert" class="problems" data-v-6e3c5278><!--[-->`);
        ssrRenderList(problems.value, (each) => {
          _push(`<p data-v-6e3c5278>`);
          if (each.code) {
            _push(`<a${ssrRenderAttr("href", unref(withBase)(`/guide/errors.html#${anchorOf(each.code)}`))} data-v-6e3c5278>${ssrInterpolate(each.code)}</a>`);
          } else {
            _push(`<!---->`);
          }
          _push(` ${ssrInterpolate(each.message)}</p>`);
        });
        _push(`<!--]--></div>`);
      } else {
        _push(`<!---->`);
      }
      _push(`<div class="toolbar" data-v-6e3c5278>`);
      _push(ssrRenderComponent(PhotoPicker, {
        selected: ((_a = unref(photo)) == null ? void 0 : _a.isOwn) ? void 0 : state.photo,
        onChoose: takePhoto,
        onChooseFile: takeFile
      }, null, _parent));
      _push(ssrRenderComponent(ViewTabs, {
        view: state.view,
        "onUpdate:view": ($event) => state.view = $event
      }, null, _parent));
      _push(`</div>`);
      _push(ssrRenderComponent(PhotoStage, {
        box: state.box,
        "onUpdate:box": ($event) => state.box = $event,
        photo: unref(photo),
        target: state.target,
        others: unref(search).others,
        overlay: (_b = unref(answer)) == null ? void 0 : _b.overlay,
        onGrab: grab,
        onFile: takeFile
      }, null, _parent));
      if (state.view === "image" || state.view === "box") {
        _push(ssrRenderComponent(LossPicker, {
          loss: state.loss,
          "onUpdate:loss": ($event) => state.loss = $event
        }, null, _parent));
      } else {
        _push(`<!---->`);
      }
      if (unref(photo)) {
        _push(ssrRenderComponent(OverlayCaption, {
          photo: unref(photo),
          view: state.view,
          overlay: (_c = unref(answer)) == null ? void 0 : _c.overlay,
          box: state.box
        }, null, _parent));
      } else {
        _push(`<!---->`);
      }
      _push(ssrRenderComponent(BoxFields, {
        box: state.box,
        "can-undo": unref(canUndo),
        "onUpdate:box": ($event) => move({ box: $event }),
        onUndo: goBack,
        onReset: startAgain
      }, null, _parent));
      if (code.value) {
        _push(ssrRenderComponent(CropCode, {
          code: code.value,
          "can-share": own.value === void 0
        }, null, _parent));
      } else {
        _push(`<!---->`);
      }
      _push(`</div><div class="middle-column" data-v-6e3c5278>`);
      _push(ssrRenderComponent(CropView, {
        answer: unref(answer),
        time: unref(time),
        backend: state.backend,
        "has-alpha": ((_d = unref(photo)) == null ? void 0 : _d.hasAlpha) ?? false,
        "is-stale": unref(cropProblem) !== void 0
      }, null, _parent));
      _push(ssrRenderComponent(FindIt, {
        rate: unref(rate),
        "onUpdate:rate": ($event) => isRef(rate) ? rate.value = $event : null,
        box: state.box,
        target: state.target,
        search: unref(search),
        "photo-size": (_e = unref(photo)) == null ? void 0 : _e.size,
        mode: state.mode,
        "onUpdate:box": ($event) => move({ box: $event }),
        "onUpdate:target": ($event) => move({ target: $event }),
        onPlay: play,
        onPause: unref(controls).pause,
        onStep: step,
        onReset: unref(controls).reset
      }, null, _parent));
      _push(`</div><div class="side-column" data-v-6e3c5278>`);
      _push(ssrRenderComponent(SamplingControls, {
        backend: state.backend,
        "onUpdate:backend": ($event) => state.backend = $event,
        size: state.size,
        "onUpdate:size": ($event) => state.size = $event,
        mode: state.mode,
        "onUpdate:mode": ($event) => state.mode = $event,
        "padding-mode": state.paddingMode,
        "onUpdate:paddingMode": ($event) => state.paddingMode = $event,
        outside: state.outside,
        "onUpdate:outside": ($event) => state.outside = $event,
        antialias: state.antialias,
        "onUpdate:antialias": ($event) => state.antialias = $event,
        "align-corners": state.alignCorners,
        "onUpdate:alignCorners": ($event) => state.alignCorners = $event
      }, null, _parent));
      _push(ssrRenderComponent(FindThumbnail, {
        thumbnail: unref(thumbnail),
        "onUpdate:thumbnail": ($event) => isRef(thumbnail) ? thumbnail.value = $event : null,
        "can-find": unref(photo) !== void 0,
        onFind: unref(find)
      }, null, _parent));
      _push(`</div></div></section>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("playground/Playground.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Playground = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-6e3c5278"]]);
export {
  Playground as default
};
