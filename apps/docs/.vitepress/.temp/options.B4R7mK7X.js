const MODES = /* @__PURE__ */ Object.freeze(["bilinear", "nearest", "bicubic"]);
const PADDING_MODES = /* @__PURE__ */ Object.freeze([
  "zeros",
  "border",
  "reflection",
  "wrap"
]);
const OUTSIDES = /* @__PURE__ */ Object.freeze(["pad", "fill"]);
const DATA_FORMATS = /* @__PURE__ */ Object.freeze(["NHWC", "NCHW"]);
export {
  DATA_FORMATS as D,
  MODES as M,
  OUTSIDES as O,
  PADDING_MODES as P
};
