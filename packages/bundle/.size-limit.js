/** The most that files may take, compressed by gzip: a bit above what they take today. */
const ONE_FILE = { cpu: '165 kB', register: '181 kB', wasm: '285 kB', webgl: '222 kB', webgpu: '206 kB' };
const ADDED = { cpu: '29 kB', wasm: '147 kB', webgl: '34 kB', webgpu: '29 kB', gpujs: '201 kB' };
const BESIDE = '144 kB';

export default [
  ...Object.entries(ONE_FILE).map(([name, limit]) => file(`one file, ${name}`, `dist/${name}.js`, limit)),
  file('beside it, wasm', 'dist/tfjs-backend-wasm-simd.wasm', BESIDE),
  ...Object.entries(ADDED).map(([backend, limit]) => added(backend, limit)),
];

/** A file of the package as it is. */
function file(name, path, limit) {
  return { name, path, limit, gzip: true, disablePlugins: ['@size-limit/esbuild'] };
}

/** What `crop` and a backend add to a page that has tfjs; all that they need besides is in it. */
function added(backend, limit) {
  return {
    name: `added, ${backend}`,
    import: {
      'node_modules/@cropgrad/core/dist/index.js': '{ crop }',
      [`node_modules/@cropgrad/backend-${backend}/dist/index.js`]: '*',
    },
    ignore: ['@tensorflow/*'],
    modifyEsbuildConfig: (config) => ({ ...config, format: 'esm', target: 'es2022' }),
    limit,
    gzip: true,
  };
}
