import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, it } from 'vitest';
import { example, UserFolder } from '../demo.js';

const user = new UserFolder();
afterAll(() => user.remove());

it('takes a photo of 48 megapixels', async () => {
  const photo = sharp(join(example, 'astronaut.png')).resize(8000, 6000, { fit: 'fill' });
  await photo.jpeg().toFile(user.path('large.jpg'));
  expect(await user.demo('--image', 'large.jpg', '--out', 'large')).toMatchObject({ status: 0, stderr: '' });
  expect(user.resultIn('large')).toMatchObject({ imageSize: [8000, 6000], true: [2000, 1500, 6000, 4500] });
  const { format, width, height } = await sharp(user.path('large/path.png')).metadata();
  expect({ format, width, height }).toEqual({ format: 'png', width: 768, height: 576 + 60 });
});
