import { readFile } from 'node:fs/promises';
import { classify, classOf, inputOf, loadNet, readPhoto } from './classify.js';

const MODEL = new URL('../model/', import.meta.url);
const { boxes }: { boxes: number[][] } = JSON.parse(await readFile(new URL('expected.json', MODEL), 'utf8'));

const photo = await readPhoto(new URL('photo.png', MODEL));
const net = await loadNet(new URL('shapes.onnx', MODEL));
const logits = await classify(net, inputOf(photo, boxes));
for (const [n, box] of boxes.entries()) console.log(`${box.join(', ')}: ${classOf(logits[n])}`);
await net.release();
