/**
 * A release of what is committed, on a registry of this machine: versions and changelogs in a clone, all packages built,
 * checked and published; then what users do with them. Two steps are left out, as they need continuous integration and the
 * public registry: trusted publishing and provenance.
 */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pnpmCommand } from '../../commands/pnpm-command.js';
import { publicPackages, root } from './public-packages.js';
import { succeed } from './succeed.js';
import { tryCommands, tryPrograms } from './user-project.js';
import { startRegistry } from './verdaccio.js';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cropgrad-rehearsal-')));
const clone = join(folder, 'clone');
mkdirSync(join(folder, 'registry'));

/** Does a part of the release, and says how long it took. */
async function step<Result>(title: string, part: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  const result = await part();
  console.log(`${title}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
  return result;
}

async function pnpm(...args: string[]): Promise<string> {
  const { file, args: before } = pnpmCommand();
  return succeed(file, [...before, ...args], clone);
}

const registry = await step('a registry', () => startRegistry(join(folder, 'registry')));
try {
  await step('a clone of what is committed', async () => {
    await succeed('git', ['clone', '--quiet', root, clone], folder);
    // Who tags the release.
    await succeed('git', ['config', 'user.name', 'rehearsal'], clone);
    await succeed('git', ['config', 'user.email', 'rehearsal@localhost'], clone);
    await pnpm('install', '--frozen-lockfile', '--prefer-offline');
  });
  await step('versions and changelogs', () => pnpm('version-packages'));
  const { version } = JSON.parse(readFileSync(join(clone, 'packages/core/package.json'), 'utf8'));
  await step(`all packages ${version}, built and checked`, () => pnpm('packages'));
  await step('published', async () => {
    // It asks nobody who they are, but npm sends nothing without a token.
    writeFileSync(join(clone, '.npmrc'), `${registry.origin.replace('http:', '')}/:_authToken=anybody\n`);
    const said = await pnpm('publish-packages', '--registry', registry.origin);
    for (const { manifest } of publicPackages()) {
      for (const line of [`${manifest.name}@${version} is published`, `New tag:  ${manifest.name}@${version}`]) {
        if (!said.includes(line)) throw new Error(`It did not say "${line}" but\n${said}`);
      }
    }
  });
  await step('published again, which does nothing', async () => {
    const said = await pnpm('publish-packages', '--registry', registry.origin);
    if (said.includes('is published')) throw new Error(said);
  });
  for (const manager of ['npm', 'pnpm'] as const) {
    await step(`the READMEs' programs, installed by ${manager}, type-checked and run`, () =>
      tryPrograms(manager, registry.origin, join(folder, manager)),
    );
  }
  await step('cropgrad-find and cropgrad-align by npx', () => tryCommands(registry.origin, join(folder, 'commands')));
} finally {
  registry.stop();
}
rmSync(folder, { recursive: true });
console.log('Left out: trusted publishing and provenance, which need continuous integration and the public registry.');
