import { ref, onMounted, onBeforeUnmount, computed, defineComponent, reactive, shallowRef, useTemplateRef, mergeProps, unref, useSSRContext, resolveComponent, withCtx, createVNode, createTextVNode } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent, ssrIncludeBooleanAttr, ssrInterpolate, ssrRenderSlot } from "vue/server-renderer";
import "./latest-only.ChF4VRit.js";
import { w as withBase } from "./Content.CW3vPC1s.js";
import { P as PHOTOS, i as initialState, u as useCrop, a as useSearch, c as cornerDistance, s as searchSummary, F as FOUND_WITHIN, b as cropLines, d as samplingOf, C as CropClient, J as JobError, B as BoxOverlay, e as CropCanvas, m as markFirstCrop } from "./use-search.BsHAKDfN.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import "./arrow-path.CQZlxika.js";
const LIVE_PHOTO = PHOTOS.astronaut;
const LIVE_SIZE = { width: 512, height: 512 };
const START = { cx: 286, cy: 183, w: 156, h: 140, angle: 0 };
function liveState() {
  return { ...initialState("astronaut"), box: { ...START }, view: "box" };
}
function useStageView(element, photo) {
  const size = ref({ width: 0, height: 0 });
  let observer;
  onMounted(() => {
    observer = new ResizeObserver(([{ contentRect }]) => {
      size.value = { width: contentRect.width, height: contentRect.height };
    });
    if (element.value) observer.observe(element.value);
  });
  onBeforeUnmount(() => observer == null ? void 0 : observer.disconnect());
  return computed(() => {
    const { width } = size.value;
    return width > 0 ? { stage: size.value, origin: { x: 0, y: 0 }, scale: width / photo.width } : void 0;
  });
}
const PAUSE = 700;
const _sfc_main$1 = /* @__PURE__ */ defineComponent({
  __name: "LiveCrop",
  __ssrInlineRender: true,
  setup(__props) {
    const state = reactive(liveState());
    const client = new CropClient();
    const photo = shallowRef();
    const target = shallowRef();
    const failure = shallowRef();
    const { answer, problem } = useCrop(client, state, photo);
    const controls = useSearch(client, state, photo, false, (error) => {
      failure.value = error;
    });
    const { search } = controls;
    const image = useTemplateRef("image");
    const stage = useTemplateRef("stage");
    const view = useStageView(stage, LIVE_SIZE);
    const isPlaying = computed(() => search.status === "playing");
    const distance = computed(() => cornerDistance(state.box, state.target));
    const summary = computed(() => searchSummary(search, distance.value));
    const gradient = computed(() => {
      var _a;
      const overlay = (_a = answer.value) == null ? void 0 : _a.overlay;
      return (overlay == null ? void 0 : overlay.view) === "box" && distance.value > FOUND_WITHIN ? overlay.gradient : void 0;
    });
    const code = computed(() => cropLines(state.box, LIVE_SIZE, samplingOf(state)).join("\n"));
    const said = computed(() => failure.value ?? problem.value);
    let timer;
    function begin() {
      markFirstCrop();
      if (timer !== void 0 || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
      timer = setTimeout(controls.play, PAUSE);
    }
    onMounted(async () => {
      client.start();
      try {
        if (!image.value) return;
        await image.value.decode();
        const bitmap = await createImageBitmap(image.value);
        photo.value = await client.ask({ kind: "open", photo: bitmap }, [bitmap]);
        const { backend, loss, target: box } = state;
        const sampling = samplingOf(state);
        target.value = await client.ask({
          ...{ kind: "crop", backend, sampling, box: { ...box }, target: { ...box }, view: "crop", loss }
        });
      } catch (error) {
        failure.value = JobError.from(error);
      }
    });
    onBeforeUnmount(() => {
      clearTimeout(timer);
      client.close();
    });
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<section${ssrRenderAttrs(mergeProps({
        class: "live playground",
        "aria-label": "A crop box that finds its target"
      }, _attrs))} data-v-575b90b1><div class="stage" data-v-575b90b1><img${ssrRenderAttr("src", unref(withBase)(`/photos/${unref(LIVE_PHOTO).file}.webp`))}${ssrRenderAttr("alt", unref(LIVE_PHOTO).alt)}${ssrRenderAttr("width", unref(LIVE_SIZE).width)}${ssrRenderAttr("height", unref(LIVE_SIZE).height)} data-v-575b90b1>`);
      if (unref(view)) {
        _push(ssrRenderComponent(BoxOverlay, {
          box: state.box,
          "onUpdate:box": ($event) => state.box = $event,
          photo: unref(LIVE_SIZE),
          target: state.target,
          others: unref(search).others,
          view: unref(view),
          gradient: gradient.value,
          turns: false,
          onGrab: unref(controls).pause
        }, null, _parent));
      } else {
        _push(`<!---->`);
      }
      _push(`</div><div class="crops" data-v-575b90b1><figure data-v-575b90b1>`);
      _push(ssrRenderComponent(CropCanvas, {
        answer: unref(answer),
        label: "The crop",
        onDrawn: begin
      }, null, _parent));
      _push(`<figcaption data-v-575b90b1>The crop</figcaption></figure><figure data-v-575b90b1>`);
      _push(ssrRenderComponent(CropCanvas, {
        answer: target.value,
        label: "The target"
      }, null, _parent));
      _push(`<figcaption data-v-575b90b1>The target</figcaption></figure></div><div class="find" data-v-575b90b1><p class="about" data-v-575b90b1> Drag the box. The arrows are its gradient: the way each edge goes to make the crop more like the target. “Find it” goes that way step by step. It begins with blurred pictures, whose gradients reach further. </p><div class="buttons" data-v-575b90b1>`);
      if (isPlaying.value) {
        _push(`<button type="button" class="primary" data-v-575b90b1>Pause</button>`);
      } else {
        _push(`<button type="button" class="primary"${ssrIncludeBooleanAttr(!photo.value) ? " disabled" : ""} data-v-575b90b1>Find it</button>`);
      }
      _push(`<button type="button"${ssrIncludeBooleanAttr(!photo.value || isPlaying.value) ? " disabled" : ""} data-v-575b90b1>Step</button><button type="button" data-v-575b90b1>Reset</button></div><p class="number summary" data-v-575b90b1>${ssrInterpolate(summary.value)}</p><p class="visually-hidden" role="status" data-v-575b90b1>${ssrInterpolate(unref(search).status === "ended" ? summary.value : "")}</p>`);
      if (said.value) {
        _push(`<p role="alert" class="said" data-v-575b90b1>${ssrInterpolate(said.value.message)}</p>`);
      } else {
        _push(`<!---->`);
      }
      _push(`</div><pre aria-label="The code of this crop" class="code" data-v-575b90b1><code data-v-575b90b1>${ssrInterpolate(code.value)}</code></pre><div class="more" data-v-575b90b1>`);
      ssrRenderSlot(_ctx.$slots, "default", {}, null, _push, _parent);
      _push(`</div></section>`);
    };
  }
});
const _sfc_setup$1 = _sfc_main$1.setup;
_sfc_main$1.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("home/LiveCrop.vue");
  return _sfc_setup$1 ? _sfc_setup$1(props, ctx) : void 0;
};
const LiveCrop = /* @__PURE__ */ _export_sfc(_sfc_main$1, [["__scopeId", "data-v-575b90b1"]]);
const __pageData = JSON.parse('{"title":"cropgrad","titleTemplate":"Differentiable image cropping for JavaScript","description":"","frontmatter":{"title":"cropgrad","titleTemplate":"Differentiable image cropping for JavaScript","layout":"page","sidebar":false},"headers":[],"relativePath":"index.md","filePath":"apps/docs/index.md"}');
const __default__ = { name: "index.md" };
const _sfc_main = /* @__PURE__ */ defineComponent({
  ...__default__,
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_GalleryCards = resolveComponent("GalleryCards");
      _push(`<div${ssrRenderAttrs(_attrs)}><div class="home vp-doc"><h1 id="differentiable-image-cropping-for-javascript" tabindex="-1">Differentiable image cropping for JavaScript <a class="header-anchor" href="#differentiable-image-cropping-for-javascript" aria-label="Permalink to &quot;Differentiable image cropping for JavaScript&quot;">​</a></h1><p class="lead">cropgrad crops images in TensorFlow.js, and gives gradients for the image <strong>and for the box</strong>, as PyTorch’s <code>affine_grid</code> and <code>grid_sample</code> do.</p><div class="uses"><ul><li><a href="./guide/align-two-photos.html">Align<span> two photos</span></a></li><li><a href="./guide/learn-a-crop.html">Find<span> where a crop was taken</span></a></li><li><a href="./guide/straighten-a-page.html">Straighten<span> a page</span></a></li><li><a href="./guide/spatial-transformer.html">Attend<span> to what matters</span></a></li><li><a href="./guide/augment.html">Augment<span> a data set</span></a></li></ul></div></div><div class="home vp-doc">`);
      _push(ssrRenderComponent(LiveCrop, null, {
        default: withCtx((_, _push2, _parent2, _scopeId) => {
          if (_push2) {
            _push2(`<div class="language-sh vp-adaptive-theme"${_scopeId}><button title="Copy Code" class="copy"${_scopeId}></button><span class="lang"${_scopeId}>sh</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"${_scopeId}><code${_scopeId}><span class="line"${_scopeId}><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"${_scopeId}>npm</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"${_scopeId}> install</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"${_scopeId}> @cropgrad/core</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"${_scopeId}> @cropgrad/backend-cpu</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"${_scopeId}> @tensorflow/tfjs</span></span></code></pre></div><p${_scopeId}><a href="./guide/getting-started.html"${_scopeId}>Get started</a>, <a href="./guide/from-pytorch.html"${_scopeId}>come from PyTorch</a>, or try it with a photo of yours in the <a href="./playground.html"${_scopeId}>playground</a>.</p>`);
          } else {
            return [
              createVNode("div", { class: "language-sh vp-adaptive-theme" }, [
                createVNode("button", {
                  title: "Copy Code",
                  class: "copy"
                }),
                createVNode("span", { class: "lang" }, "sh"),
                createVNode("pre", {
                  class: "shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code",
                  tabindex: "0"
                }, [
                  createVNode("code", null, [
                    createVNode("span", { class: "line" }, [
                      createVNode("span", { style: { "--shiki-light": "#702C00", "--shiki-dark": "#FFB757" } }, "npm"),
                      createVNode("span", { style: { "--shiki-light": "#032563", "--shiki-dark": "#ADDCFF" } }, " install"),
                      createVNode("span", { style: { "--shiki-light": "#032563", "--shiki-dark": "#ADDCFF" } }, " @cropgrad/core"),
                      createVNode("span", { style: { "--shiki-light": "#032563", "--shiki-dark": "#ADDCFF" } }, " @cropgrad/backend-cpu"),
                      createVNode("span", { style: { "--shiki-light": "#032563", "--shiki-dark": "#ADDCFF" } }, " @tensorflow/tfjs")
                    ])
                  ])
                ])
              ]),
              createVNode("p", null, [
                createVNode("a", { href: "./guide/getting-started.html" }, "Get started"),
                createTextVNode(", "),
                createVNode("a", { href: "./guide/from-pytorch.html" }, "come from PyTorch"),
                createTextVNode(", or try it with a photo of yours in the "),
                createVNode("a", { href: "./playground.html" }, "playground"),
                createTextVNode(".")
              ])
            ];
          }
        }),
        _: 1
      }, _parent));
      _push(`</div><div class="home vp-doc"><h2 id="gallery" tabindex="-1">Gallery <a class="header-anchor" href="#gallery" aria-label="Permalink to &quot;Gallery&quot;">​</a></h2><p>Small live pages, each with its code beside it: <a href="./gallery/">the gallery</a>.</p>`);
      _push(ssrRenderComponent(_component_GalleryCards, null, null, _parent));
      _push(`<h2 id="the-same-in-a-program" tabindex="-1">The same in a program <a class="header-anchor" href="#the-same-in-a-program" aria-label="Permalink to &quot;The same in a program&quot;">​</a></h2><p>This runs as it is, in Node and in a page. It makes a photo of noise, and a box that is off its target. Gradient descent on the four numbers of the box finds the target.</p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">import</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;@cropgrad/backend-cpu&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">import</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> { crop } </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">from</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;@cropgrad/core&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">import</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> *</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> as</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> tf </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">from</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;@tensorflow/tfjs&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">await</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> tf.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">setBackend</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;cpu&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">);</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> noise</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> tf.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">randomUniform</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">&lt;</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">tf</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">.</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">Rank</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">.</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">R4</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">&gt;([</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">4</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">4</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">], </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;float32&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">7</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">);</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> photo</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> tf.image.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">resizeBilinear</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(noise, [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">64</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">64</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]); </span><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;">// [N,H,W,C]</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> target</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> crop</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(photo, [[</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">-</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0.5</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">-</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0.5</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0.2</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0.5</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]], [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">16</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">16</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]);</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> box</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> tf.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">variable</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(tf.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">tensor2d</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">([[</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">-</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0.8</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">-</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0.6</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0.1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0.8</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]])); </span><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;">// off it</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> loss</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> ()</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> tf</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">.</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">Scalar</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =&gt;</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">  tf.losses.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">meanSquaredError</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(target, </span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">crop</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(photo, box, [</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">16</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">16</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]));</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> adam</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> tf.train.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">adam</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0.02</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">);</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">for</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> (</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">let</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> step </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">=</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> 0</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">; step </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">&lt;</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> 400</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">; step</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">++</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">) adam.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">minimize</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(loss);</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">console.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">log</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(Array.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">from</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">await</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> box.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">data</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(), (</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">x</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">) </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">=&gt;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> x.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">toFixed</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)));</span></span>
<span class="line"><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;">// [ &#39;-0.5&#39;, &#39;-0.5&#39;, &#39;0.2&#39;, &#39;0.5&#39; ]</span></span></code></pre></div><p>The box is four numbers from −1 to 1, left, top, right and bottom: <a href="./guide/coordinates.html">Coordinates</a> has pictures of them. <a href="./guide/learn-a-crop.html">Learn a crop</a> does the same with a photo, and says why it begins with blurred pictures.</p></div></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};
