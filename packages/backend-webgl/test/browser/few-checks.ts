/** The checks that run where there is no time for all of them: one or two of each kind. */
export const FEW_CHECKS: readonly string[] = [
  'fixture/affineGrid/alignCorners=false/3-D',
  'fixture/affineSample/bicubic/reflection/alignCorners=true/2-D',
  'fixture/gridSample/bilinear/wrap/alignCorners=false/3-D',
  'fixture/crop/nearest/border/alignCorners=true/3-D',
  'forward/affineSample/bilinear/zeros/alignCorners=false/2-D',
  'dImage/gridSample/bicubic/border/alignCorners=false/2-D',
  'dImage/crop/bilinear/zeros/alignCorners=false/2-D',
  'dImage/affineSample/nearest/reflection/alignCorners=true/3-D',
  'dGrid/gridSample/bilinear/reflection/alignCorners=false/2-D',
  'dTheta/affineSample/bilinear/wrap/alignCorners=true/2-D',
  'dTheta/perspectiveSample/zeros/2-D',
  'fixture/antialias/crop/bicubic/border/2-D',
  'dImage/antialias/affineSample/reflection/2-D',
  'dTheta/antialias/affineSample/zeros/2-D',
  'second-derivative/gridSample/image/bilinear/2-D',
  'second-derivative/gridSample/grid/bicubic/2-D',
  'kink/cutoff/gridSample/2-D',
  'edge/behind-the-camera/perspectiveSample/2-D',
  'law/adjoint/gridSample/bilinear/2-D',
  'law/constants/affineSample/2-D',
  'law/long-sums/gridSample/2-D',
  'law/layout/affineSample/3-D',
  'law/image-index/gridSample/2-D',
  'law/determinism/affineSample/2-D',
  'edge/no-leak/affineSample/2-D',
  'edge/int32-image/gridSample/2-D',
  'edge/non-finite-coordinates/affineSample/2-D',
  'edge/non-finite-dy/gridSample/2-D',
  'edge/infinite-fill/affineSample/2-D',
];

/** Those of them that are about the image gradient, which strips and lists compute without blending. */
export const GRADIENT_CHECKS: readonly string[] = FEW_CHECKS.filter((id) =>
  /dImage|second-derivative.*image|long-sums|image-index|no-leak|non-finite-dy/.test(id),
);

/** Those where textures hold half floats: few, as each compiles its programs anew. */
export const HALF_FLOAT_CHECKS: readonly string[] = FEW_CHECKS.filter((id) =>
  /dImage.*2-D|dTheta.antialias|forward|image-index|non-finite-dy/.test(id),
);
