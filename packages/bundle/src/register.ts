import '@cropgrad/backend-cpu';

export * from '@cropgrad/core';
export * from '@cropgrad/register';
export * as tf from './tf.js';
