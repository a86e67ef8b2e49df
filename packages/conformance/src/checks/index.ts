import type { Check } from '../check.js';
import { adjointChecks } from './adjoint.js';
import { antialiasChecks } from './antialias/index.js';
import { boundChecks } from './bounds.js';
import { centralDifferenceChecks } from './central-differences.js';
import { channelFillChecks } from './channel-fills.js';
import { composedChecks } from './composed.js';
import { constantChecks } from './constants.js';
import { coverageChecks } from './coverages.js';
import { cropOfCropChecks } from './crop-of-crop.js';
import { cubicCoefficientChecks } from './cubic-coefficients.js';
import { cutoffChecks } from './cutoffs.js';
import { determinismChecks } from './determinism.js';
import { emptyChecks } from './empty.js';
import { errorChecks } from './errors.js';
import { fixtureChecks } from './fixtures.js';
import { halfUpChecks } from './half-up.js';
import { identityChecks } from './identity.js';
import { imageDtypeChecks } from './image-dtypes.js';
import { imageIndexChecks } from './image-index.js';
import { insideChecks } from './inside.js';
import { ladderChecks } from './ladders.js';
import { linearityChecks } from './linearity.js';
import { longSumChecks } from './long-sums.js';
import { memorylessChecks } from './memoryless.js';
import { mirrorChecks } from './mirror.js';
import { oracleChecks } from './oracle.js';
import { ownershipChecks } from './ownership.js';
import { periodicityChecks } from './periodicity.js';
import { perspectiveChecks } from './perspective.js';
import { perspectiveLawChecks } from './perspective-laws.js';
import { quadChecks } from './quads.js';
import { rearrangingChecks } from './rearranging.js';
import { secondDerivativeEdgeChecks } from './second-derivative-edges.js';
import { secondDerivativeMannerChecks } from './second-derivative-manners.js';
import { secondDerivativeChecks } from './second-derivatives.js';
import { secondOrderChecks } from './second-order.js';
import { sliceChecks } from './slice.js';
import { surroundedChecks } from './surrounded.js';
import { thetaSecondDerivativeChecks } from './theta-second-derivatives.js';
import { unsupportedChecks } from './unsupported.js';
import { unusualCoordinateChecks } from './unusual-coordinates.js';
import { unusualDyChecks } from './unusual-dy.js';
import { unusualMagnitudeChecks } from './unusual-magnitudes.js';
import { unusualPixelChecks } from './unusual-pixels.js';
import { wholeNumberChecks } from './whole-numbers.js';

/** Every check there is, in the order in which they are best read: what a backend answers, then the laws, then edges. */
export const checks: readonly Check[] = [
  ...fixtureChecks,
  ...oracleChecks,
  ...perspectiveChecks,
  ...antialiasChecks,
  ...centralDifferenceChecks,
  ...adjointChecks,
  ...secondOrderChecks,
  ...secondDerivativeChecks,
  ...secondDerivativeEdgeChecks,
  ...secondDerivativeMannerChecks,
  ...thetaSecondDerivativeChecks,
  ...linearityChecks,
  ...constantChecks,
  ...boundChecks,
  ...insideChecks,
  ...longSumChecks,
  ...rearrangingChecks,
  ...imageIndexChecks,
  ...identityChecks,
  ...composedChecks,
  ...mirrorChecks,
  ...periodicityChecks,
  ...sliceChecks,
  ...cropOfCropChecks,
  ...perspectiveLawChecks,
  ...quadChecks,
  ...determinismChecks,
  ...memorylessChecks,
  ...ladderChecks,
  ...ownershipChecks,
  ...imageDtypeChecks,
  ...wholeNumberChecks,
  ...unusualMagnitudeChecks,
  ...unusualCoordinateChecks,
  ...cutoffChecks,
  ...halfUpChecks,
  ...cubicCoefficientChecks,
  ...channelFillChecks,
  ...coverageChecks,
  ...unusualPixelChecks,
  ...unusualDyChecks,
  ...surroundedChecks,
  ...emptyChecks,
  ...errorChecks,
  ...unsupportedChecks,
];
