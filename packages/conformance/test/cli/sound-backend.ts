import { plainBackend, SOUND } from '../self/plain-backend.js';

/** A sound backend that declares little. */
export default plainBackend(SOUND, [
  { modes: ['bilinear'], paddingModes: ['zeros'], dimensions: [2], points: ['grid', 'affine'] },
]);
