// The exported files, typed by hand: inferred from megabytes of literals, their types would be slow and far too wide.

declare module '*/fixtures/affine-grid.json' {
  const cases: readonly import('./fixtures.js').AffineGridFixture[];
  export default cases;
}
declare module '*/fixtures/grid-sample.json' {
  const cases: readonly import('./fixtures.js').GridSampleFixture[];
  export default cases;
}
declare module '*/fixtures/affine-sample.json' {
  const cases: readonly import('./fixtures.js').AffineSampleFixture[];
  export default cases;
}
declare module '*/fixtures/crop.json' {
  const cases: readonly import('./fixtures.js').CropFixture[];
  export default cases;
}
declare module '*/fixtures/antialias.json' {
  const cases: readonly import('./antialias-fixtures.js').AntialiasFixture[];
  export default cases;
}
declare module '*/fixtures/exact-kinks.json' {
  const cases: readonly import('./fixtures.js').SampleFixture[];
  export default cases;
}
declare module '*/fixtures/wrap.json' {
  const cases: readonly import('./fixtures.js').SampleFixture[];
  export default cases;
}
declare module '*/fixtures/wrap-kinks.json' {
  const cases: readonly import('./fixtures.js').SampleFixture[];
  export default cases;
}
declare module '*/fixtures/perspective.json' {
  const cases: readonly import('./fixtures.js').PerspectiveSampleFixture[];
  export default cases;
}
