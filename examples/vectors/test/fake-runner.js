/** A runner for the tests of the driver: it reads the middle pixel of each image, and does what its argument says on the second vector. */
import { createInterface } from 'node:readline';

const [fault] = process.argv.slice(2);
if (fault === 'does not start') throw new Error('no such sampler');
console.log(JSON.stringify({ sampler: { name: 'fake', version: '1' } }));
for await (const line of createInterface({ input: process.stdin })) {
  const { id, inputs, dy } = JSON.parse(line).vector;
  if (id.startsWith('second') && fault === 'crashes') process.exit(3);
  if (id.startsWith('second') && fault === 'hangs') for (;;);
  const pixel = id.startsWith('second') && fault === 'is wrong' ? 0 : 1;
  const output = dy.data.map(() => inputs.image.data[pixel]);
  console.log(JSON.stringify({ id, answer: { output } }));
}
