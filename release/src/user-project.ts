import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { programsOf } from '../../apps/docs/test/markdown-programs.js';
import { PACKAGE_MANAGERS } from '../../elsewhere/src/package-managers.js';
import { root } from './public-packages.js';
import { succeed } from './succeed.js';

/** READMEs whose first programs a user tries. */
const READMES = ['README.md', 'packages/backend-wasm/README.md', 'packages/register/README.md'];

/** What these programs import, and what compiles them. */
const DEPENDENCIES = [
  ...['core', 'backend-cpu', 'backend-wasm', 'register'].map((name) => `@cropgrad/${name}`),
  ...['tfjs', 'tfjs-core', 'tfjs-backend-cpu', 'tfjs-backend-wasm'].map((name) => `@tensorflow/${name}@4.22.0`),
  'typescript@6.0',
  '@types/node@20',
];

/** The commands of the guide. */
const INSTALL = { npm: ['install'], pnpm: ['add', '--ignore-scripts'] } as const;

const TYPESCRIPT = {
  compilerOptions: { strict: true, target: 'es2022', module: 'nodenext', skipLibCheck: true, types: ['node'] },
};

/**
 * Does in a new folder what a user does: installs our packages by name, type-checks the READMEs' programs and runs them.
 * Throws where a program does not print what its README says.
 */
export async function tryPrograms(manager: keyof typeof INSTALL, registry: string, folder: string): Promise<void> {
  newFolder(folder, registry);
  const [file, ...before] = await PACKAGE_MANAGERS[manager].start();
  await succeed(file, [...before, ...INSTALL[manager], ...DEPENDENCIES], folder);

  const programs = READMES.map((page, k) => ({ ...programsOf(page)[0], name: `program-${k}` }));
  for (const { name, code } of programs) writeFileSync(join(folder, `${name}.ts`), code);
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(TYPESCRIPT));
  await succeed(process.execPath, ['node_modules/typescript/bin/tsc'], folder);
  for (const { page, name, printed } of programs) {
    const out = await succeed(process.execPath, [`${name}.js`], folder);
    if (!out.endsWith(printed)) throw new Error(`${page} says\n${printed}\nand with ${manager} it printed\n${out}`);
  }
}

/** Runs both commands by npx, in a new folder with two photos. Throws where they do not find what is there. */
export async function tryCommands(registry: string, folder: string): Promise<void> {
  newFolder(folder, registry);
  for (const photo of ['astronaut.png', 'face.jpg'])
    cpSync(join(root, 'examples/find-the-crop', photo), join(folder, photo));
  await succeed('npx', ['--yes', 'cropgrad-find', 'astronaut.png', 'face.jpg'], folder);
  await succeed('npx', ['--yes', 'cropgrad-align', 'astronaut.png', 'astronaut.png'], folder);
}

/** A new folder, whose packages come from a registry, and are kept in it: another registry had others by these names. */
function newFolder(folder: string, registry: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  writeFileSync(join(folder, '.npmrc'), `registry=${registry}/\ncache=${join(folder, '.cache')}\n`);
}
