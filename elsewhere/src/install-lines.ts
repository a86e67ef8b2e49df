import { readFileSync } from 'node:fs';

const guide = new URL('../../apps/docs/guide/getting-started.md', import.meta.url);

/** The install lines of the guide, each one command, by the package manager that its tab names. */
export function installLines(): ReadonlyMap<string, string> {
  const blocks = readFileSync(guide, 'utf8').matchAll(/^```sh \[(.+)\]\n([\s\S]*?)^```$/gm);
  return new Map([...blocks].map(([, name, line]) => [name, line.replaceAll('\\\n', ' ').trim().replace(/\s+/g, ' ')]));
}
