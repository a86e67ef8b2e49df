import { createHash } from 'node:crypto';
import { expectVector } from '../src/vectors/expect-vector.js';
import type { Expected, Vector } from '../src/vectors/vector.js';
import { vectorCall } from '../src/vectors/vector-call.js';
import { GROUPS, type Group } from './groups.js';

/** Every file of the vectors by its path, the manifest too; the same bytes every time. */
export function makeVectors(): Map<string, string> {
  const files = new Map<string, string>();
  const groups = GROUPS.map((group) => {
    const vectors = group
      .vectors()
      .map((vector) => ({ ...vector, id: `${group.function}/${group.name}/${vector.id}` }));
    const unique = new Set(vectors.map(({ id }) => id));
    if (unique.size !== vectors.length) throw new Error(`${group.function}/${group.name}: two vectors have one id`);
    const answers = Object.fromEntries(vectors.map((vector) => [vector.id, expectedOf(group, vector)]));
    return {
      function: group.function,
      group: group.name,
      about: group.about,
      vectors: vectors.length,
      cases: added(
        files,
        `${group.function}/${group.name}.cases.json`,
        lines(vectors.map((one) => JSON.stringify(one))),
      ),
      expected: added(files, `${group.function}/${group.name}.expected.json`, entries(answers)),
    };
  });
  files.set('manifest.json', `${JSON.stringify({ version: 1, groups }, undefined, 2)}\n`);
  return files;
}

function expectedOf({ function: name, exactCoordinates }: Group, vector: Vector): Expected {
  return expectVector(vectorCall(name, vector), { exactCoordinates });
}

function added(files: Map<string, string>, path: string, text: string): { file: string; sha256: string } {
  files.set(path, text);
  return { file: path, sha256: createHash('sha256').update(text).digest('hex') };
}

/** One vector a line, so that a difference is a line. */
function lines(texts: readonly string[]): string {
  return `[\n${texts.join(',\n')}\n]\n`;
}

function entries(answers: Readonly<Record<string, Expected>>): string {
  const texts = Object.entries(answers).map(([id, answer]) => `${JSON.stringify(id)}:${JSON.stringify(answer)}`);
  return `{\n${texts.join(',\n')}\n}\n`;
}
