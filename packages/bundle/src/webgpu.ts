import '@cropgrad/backend-webgpu';

export * from '@cropgrad/core';
export * as tf from './tf.js';
