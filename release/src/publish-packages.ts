/**
 * Publishes every public package whose version the registry lacks, as it was packed, and tags what is new. npm does it: it
 * knows trusted publishing. `--registry` is another registry than npm's own choice; `--provenance` has npm attest who
 * built the packages, which works where continuous integration runs; with `--dry-run` nothing is sent.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../../commands/input-error.js';
import { parseFlags } from '../../commands/parse-flags.js';
import { runCommand } from '../../commands/run-command.js';
import { runProgram } from '../../commands/run-program.js';
import { packPackages } from '../../elsewhere/src/pack-packages.js';
import { publicPackages, root } from './public-packages.js';
import { succeed } from './succeed.js';

await runCommand(async () => {
  const { values } = parseFlags({
    options: { registry: { type: 'string' }, provenance: { type: 'boolean' }, 'dry-run': { type: 'boolean' } },
  });
  const registry = values.registry === undefined ? [] : ['--registry', values.registry];
  const flags = Object.entries(values).flatMap(([name, value]) => (value === true ? [`--${name}`] : []));

  const folder = mkdtempSync(join(tmpdir(), 'cropgrad-publish-'));
  const folders = publicPackages().map((of) => of.folder);
  let published = 0;
  for (const { manifest, tarball } of await packPackages(folders, folder)) {
    const { name, version } = manifest;
    if (await isPublished(`${name}@${version}`, registry)) {
      console.log(`${name}@${version} is there already`);
      continue;
    }
    await succeed('npm', ['publish', tarball, '--access', 'public', ...flags, ...registry], root);
    console.log(`${name}@${version} ${values['dry-run'] ? 'would be' : 'is'} published`);
    published += 1;
  }
  rmSync(folder, { recursive: true });
  if (published === 0 || values['dry-run']) return;

  console.log(await succeed(join(root, 'node_modules/.bin/changeset'), ['tag'], root));
});

/** Whether the registry has a version of a package. Throws an InputError where it does not answer. */
async function isPublished(spec: string, registry: readonly string[]): Promise<boolean> {
  const { exitCode, stdout, stderr } = await runProgram('npm', ['view', spec, 'version', ...registry], root);
  if (exitCode === 0) return stdout.trim() !== '';
  if (stderr.includes('E404')) return false;
  throw new InputError(`npm cannot ask the registry for ${spec}: ${stderr}`);
}
