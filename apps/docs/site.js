import { readdirSync, readFileSync } from 'node:fs';

const workspace = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** Where the sources are. */
export const repository = workspace.repository.url.replace(/^git\+|\.git$/g, '');

/** Where the site will be; its path is the base of every link. */
export const address = new URL(process.env.DOCS_URL ?? 'https://cropgrad.github.io/');

/** The folder of the public packages. */
export const packagesFolder = new URL('../../packages/', import.meta.url);

/** The README that the tutorial on backends is made from. */
export const tutorialSource = 'examples/custom-backend/README.md';

// Core, which everyone needs, is the first one.
const folders = readdirSync(packagesFolder).sort((a, b) => Number(b === 'core') - Number(a === 'core'));

/** The manifests of the public packages, each with the name of its `folder`. */
export const packages = folders.map((folder) => {
  const manifest = readFileSync(new URL(`${folder}/package.json`, packagesFolder), 'utf8');
  return { folder, ...JSON.parse(manifest) };
});

/** What programs call. */
const FOR_USERS = ['core', 'drop-in', 'layers', 'register', 'arrays'].map((folder) => `@cropgrad/${folder}`);

/** What only those import who write a backend. */
const FOR_AUTHORS = ['@cropgrad/core/backend', '@cropgrad/conformance'];

/** Who imports a module: users call it, authors of backends write for it, and the rest are backends and tools. */
function readersOf(name) {
  if (FOR_USERS.includes(name)) return 'users';
  return FOR_AUTHORS.includes(name) ? 'authors' : 'others';
}

/** What is imported, e.g. `@cropgrad/backend-cpu/kernels`, by whom, and the source file that says what it exports. */
export const modules = packages.flatMap(({ folder, name: packageName, exports }) =>
  Object.entries(exports).flatMap(([subpath, { 'cropgrad-source': source }]) => {
    // The files for script tags export what other packages do.
    if (source === undefined) return [];
    const name = packageName + subpath.slice(1);
    return [{ name, readers: readersOf(name), source: new URL(`${folder}/${source}`, packagesFolder) }];
  }),
);

/** The version of all packages, which are released together. */
export const { version } = packages.find(({ folder }) => folder === 'core');
