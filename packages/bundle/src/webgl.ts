import '@cropgrad/backend-webgl';

export * from '@cropgrad/core';
export * as tf from './tf.js';
