import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, noBrowser } from './browser.js';
import { openBundled } from './bundled-page.js';
import { componentPlugins } from './component-plugins.js';
import { type Program, programsOf, root } from './markdown-programs.js';

const project = join(root, 'apps/docs/test/.frameworks');
const GUIDE = 'apps/docs/guide/frameworks.md';

if (noBrowser) console.warn(`The guide's components are not tested in a browser: ${noBrowser}`);

/** Mounts a component, moves its box, changes its photo and takes it away; prints the middle of the crop and the tensors. */
const DRIVE = `
const colours = ['rgb(200 0 0)', 'rgb(0 150 0)'];
const photos = colours.map((colour) => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 64 });
  const context = canvas.getContext('2d');
  context.fillStyle = colour;
  context.fillRect(0, 0, 32, 64);
  return canvas.toDataURL();
});
const component = await mount({ photo: photos[0], box: [0, 0, 32, 32] });
async function shows(wanted) {
  for (let tries = 0; tries < 200; tries++) {
    const pixel = document.querySelector('canvas').getContext('2d').getImageData(96, 96, 1, 1).data.join(' ');
    if (pixel === wanted) return console.log(wanted, tf.memory().numTensors);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The canvas never showed ' + wanted);
}
await shows('200 0 0 255');
component.set({ box: [32, 0, 64, 32] });
await shows('0 0 0 255');
component.set({ photo: photos[1], box: [0, 0, 32, 32] });
await shows('0 150 0 255');
component.unmount();
await new Promise((resolve) => setTimeout(resolve));
console.log(tf.memory().numTensors);
`;

/** How each framework mounts its component. */
const MOUNT = {
  vue: `
import { createApp, h, shallowReactive } from 'vue';
import Crop from './crop.vue';
import * as tf from '@tensorflow/tfjs-core';
async function mount(first) {
  const props = shallowReactive(first);
  const app = createApp({ render: () => h(Crop, props) });
  app.mount(document.getElementById('app'));
  return { set: (next) => Object.assign(props, next), unmount: () => app.unmount() };
}`,
  svelte: `
import { mount as mountSvelte, unmount } from 'svelte';
import Host from './host.svelte';
import * as tf from '@tensorflow/tfjs-core';
async function mount(first) {
  const host = mountSvelte(Host, { target: document.getElementById('app'), props: { first } });
  return { set: host.set, unmount: () => unmount(host) };
}`,
};

/** What changes the properties of the guide's Svelte component. */
const HOST = `<script>
  import Crop from './crop.svelte';
  let { first } = $props();
  // svelte-ignore state_referenced_locally
  let props = $state.raw(first);
  export function set(next) { props = { ...props, ...next }; }
</script>
<Crop {...props} />`;

describe.skipIf(noBrowser)("the guides' programs in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(project, { recursive: true, force: true });
  });

  it.each(['vue', 'svelte'] as const)(
    'the component of %s shows its crop, follows, and leaves nothing',
    async (name) => {
      const { code } = programWith(GUIDE, 'drawCrop');
      const files = {
        'draw-crop.ts': code,
        'use-crop.ts': code,
        [`crop.${name}`]: block(name),
        'host.svelte': HOST,
        'page.ts': MOUNT[name] + DRIVE,
      };
      const { page, printed } = await openBundled(browser, project, files, '<div id="app"></div>', componentPlugins);
      await page.close();
      expect(printed).toBe('200 0 0 255 1\n0 0 0 255 1\n0 150 0 255 1\n0\n');
    },
  );

  it('the texture of three.js shows each corner where it is', async () => {
    const program = programWith('apps/docs/guide/three.md', 'cropTexture');
    const { page, printed } = await openBundled(browser, project, { 'page.ts': program.code }, '');
    await page.close();
    expect(printed).toBe(program.printed);
  });

  it('the loop over video frames sees each frame once, and leaves nothing', async () => {
    const program = programWith('apps/docs/guide/video.md', 'requestVideoFrameCallback');
    const video = readFileSync(join(root, 'examples/live-crop/face.webm')).toString('base64');
    const body = `<video src="data:video/webm;base64,${video}" muted playsinline></video>`;
    const { page, printed } = await openBundled(browser, project, { 'page.ts': program.code }, body);
    await page.close();
    expect(printed).toBe(program.printed);
  });
});

function programWith(page: string, text: string): Program {
  const program = programsOf(page).find(({ code }) => code.includes(text));
  if (!program) throw new Error(`${page} has no program with ${text}`);
  return program;
}

/** The guide's component of a framework. */
function block(language: 'vue' | 'svelte'): string {
  const [, code] = readFileSync(join(root, GUIDE), 'utf8').match(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``)) ?? [];
  if (!code) throw new Error(`${GUIDE} has no component of ${language}`);
  return code;
}
