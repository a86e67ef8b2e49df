// The build puts core's own declarations in place of this file's, so that they need no core.
export { CropError, type CropErrorCode, type CropErrorParts } from '@cropgrad/core';
