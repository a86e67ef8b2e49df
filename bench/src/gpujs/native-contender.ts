import * as tf from '@tensorflow/tfjs-core';
import { type Contender, onBackend, webglRenderer } from './contender.js';
import { waitForGL } from './wait-for-gl.js';

/** A backend whose kernels run on tfjs's own GPU backend. */
export type NativeName = 'webgl' | 'webgpu';

/** backend-webgl or backend-webgpu; or why tfjs's backend does not run here. */
export async function nativeContender(name: NativeName): Promise<Contender | { name: string; absent: string }> {
  // Not loaded in a place where they are not measured.
  await (name === 'webgl' ? import('@cropgrad/backend-webgl') : import('@cropgrad/backend-webgpu'));
  // A backend of its own, which has compiled nothing yet.
  if (tf.findBackendFactory(name)) tf.removeBackend(name);
  return name === 'webgl' ? webglContender() : webgpuContender();
}

async function webglContender(): Promise<Contender | { name: string; absent: string }> {
  const name = 'webgl';
  const { MathBackendWebGL } = await import('@tensorflow/tfjs-backend-webgl');
  tf.registerBackend(name, () => new MathBackendWebGL());
  const backend = await started(name);
  if (!(backend instanceof MathBackendWebGL)) return { name, absent: 'webgl: tfjs starts no such backend' };
  const renderer = webglRenderer();
  const wait = async (): Promise<void> => waitForGL(backend.gpgpu.gl);
  return {
    ...onBackend(name),
    ...(renderer !== undefined && { renderer }),
    name,
    async upload(infos) {
      for (const { dataId } of infos) backend.uploadToGPU(dataId);
      await wait();
    },
    wait,
  };
}

async function webgpuContender(): Promise<Contender | { name: string; absent: string }> {
  const name = 'webgpu';
  const { WebGPUBackend } = await import('@tensorflow/tfjs-backend-webgpu');
  const adapter = await globalThis.navigator?.gpu?.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) return { name, absent: 'webgpu: there is no adapter' };
  tf.registerBackend(name, async () => {
    const { maxBufferSize, maxStorageBufferBindingSize, maxComputeWorkgroupStorageSize } = adapter.limits;
    const { maxComputeWorkgroupsPerDimension, maxComputeWorkgroupSizeX, maxComputeInvocationsPerWorkgroup } =
      adapter.limits;
    // As tfjs asks for them.
    const requiredLimits = {
      ...{ maxBufferSize, maxStorageBufferBindingSize, maxComputeWorkgroupStorageSize },
      ...{ maxComputeWorkgroupsPerDimension, maxComputeWorkgroupSizeX, maxComputeInvocationsPerWorkgroup },
    };
    return new WebGPUBackend(await adapter.requestDevice({ requiredLimits }), adapter.info);
  });
  const backend = await started(name);
  if (!(backend instanceof WebGPUBackend)) return { name, absent: 'webgpu: tfjs starts no such backend' };
  const { vendor, architecture, description } = adapter.info;
  const wait = async (): Promise<void> => {
    // tfjs submits only a recording that has begun and has no open pass.
    backend.ensureCommandEncoderReady();
    backend.endComputePassEncoder();
    backend.submitQueue();
    await backend.queue.onSubmittedWorkDone();
  };
  return {
    ...onBackend(name),
    renderer: [vendor, architecture, description].filter((word) => word !== '').join(' '),
    name,
    async upload(infos) {
      for (const { dataId } of infos) backend.uploadToGPU(dataId);
      await wait();
    },
    wait,
  };
}

/** The backend, once it has started; the one before is tfjs's current one again. */
async function started(name: string): Promise<tf.KernelBackend | undefined> {
  const before = tf.getBackend();
  const starts = await tf.setBackend(name).catch(() => false);
  const backend = starts ? tf.backend() : undefined;
  if (before) await tf.setBackend(before);
  return backend;
}
