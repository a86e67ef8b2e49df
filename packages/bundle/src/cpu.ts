import '@cropgrad/backend-cpu';

export * from '@cropgrad/core';
export * as tf from './tf.js';
