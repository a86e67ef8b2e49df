const antialias = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Shrink without moiré</title>
<style>
  :root { color-scheme: light dark; font: 15px/1.4 system-ui, sans-serif; }
  body { margin: 12px; }
  main { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
  h2 { margin: 0 0 6px; font-size: 1em; }
  p { margin: 12px 0 0; }
  canvas { display: block; width: 100%; aspect-ratio: 1; border-radius: 6px; image-rendering: pixelated; }
  output { font-variant-numeric: tabular-nums; }
  .controls { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; margin-top: 12px; }
  select, button { font: inherit; min-height: 44px; padding: 0 12px; }
  label { display: flex; gap: 8px; align-items: center; min-height: 44px; }
  label:has([type=range]) { flex: 1 1 240px; }
  [type=range] { flex: 1; min-width: 0; }
  :focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
</style>
<img id="photo" src="photos/brick.webp" alt="" hidden>
<main>
  <section>
    <h2>The usual taps</h2>
    <canvas role="img" aria-label="The picture, shrunk without antialias: lines break and bend"></canvas>
    <output></output>
  </section>
  <section>
    <h2>antialias: true</h2>
    <canvas role="img" aria-label="The picture, shrunk with antialias: what is too fine is an even grey"></canvas>
    <output></output>
  </section>
</main>
<div class="controls">
  <label>Picture
    <select id="which"><option value="rings">Rings</option><option value="bricks">Bricks</option></select></label>
  <button type="button" id="glide" aria-pressed="true">Glide</button>
  <label>Size <input id="size" type="range" min="24" max="256" value="96"> <output id="pixels"></output></label>
</div>
<p>Flicker is how much an output changes as the picture moves by one pixel; black to white is 255.</p>
<p id="problem" role="alert"></p>

<script type="module">
  import { crop, tf } from '@cropgrad/bundle/cpu';

  const SIDE = 512; // of both pictures, in pixels
  const ROOM = 16; // around what is shown, to glide in
  const ids = ['photo', 'which', 'size', 'glide', 'pixels', 'problem'];
  const [photo, which, size, glide, pixels, problem] = ids.map((id) => document.getElementById(id));
  addEventListener('unhandledrejection', ({ reason }) => (problem.textContent = reason));
  const panels = [...document.querySelectorAll('section')].map((section, k) => ({
    canvas: section.querySelector('canvas'),
    said: section.querySelector('output'),
    antialias: k === 1,
  }));

  /** Rings around the middle that are ever finer, down to two pixels each at the edges: cos(r² π / SIDE). */
  const rings = () => {
    const square = tf.linspace(-SIDE / 2, SIDE / 2, SIDE).square().mul(Math.PI / SIDE);
    return square.reshape([1, SIDE, 1, 1]).add(square.reshape([1, 1, SIDE, 1])).cos().add(1).div(2);
  };
  const bricks = () => tf.browser.fromPixels(photo, 1).div(255).expandDims(0);

  /** What the picture [1,SIDE,SIDE,1] is in fewer pixels, moved by a part of a pixel of itself. */
  function shrink(picture, n, antialias, [x, y] = [0, 0]) {
    const [left, top] = [x, y].map((by) => (2 * (ROOM + by)) / SIDE - 1);
    const box = [[left, top, left + 2 - (4 * ROOM) / SIDE, top + 2 - (4 * ROOM) / SIDE]];
    return crop(picture, box, [n, n], { paddingMode: 'border', antialias });
  }

  /** How much the outputs change, of 255, as the picture moves by a pixel. */
  const flicker = (picture, n, antialias) =>
    tf.tidy(() => {
      const moved = shrink(picture, n, antialias, [1, 0]);
      return tf.abs(moved.sub(shrink(picture, n, antialias))).mean().mul(255);
    });

  let isAsked = true; // whether what is said below the pictures is of other settings
  let time = 0;

  async function show() {
    const n = Number(size.value);
    const picture = pictures[which.value];
    // Around a circle, a quarter of a pixel a frame.
    const at = [Math.cos(time), Math.sin(time)].map((along) => along * (ROOM - 1));
    for (const { canvas, antialias } of panels) {
      if (canvas.width !== n) canvas.width = canvas.height = n;
      tf.tidy(() => tf.browser.draw(shrink(picture, n, antialias, at).squeeze([0]).clipByValue(0, 1), canvas));
    }
    if (isAsked) {
      isAsked = false;
      const changes = [];
      for (const { said, antialias } of panels) {
        const change = flicker(picture, n, antialias);
        changes.push((await change.data())[0].toFixed(1));
        change.dispose();
        said.value = \`flicker \${changes.at(-1)} of 255\`;
      }
      pixels.value = \`\${n} of \${SIDE}\`;
      document.documentElement.dataset.result = \`usual \${changes[0]}, antialias \${changes[1]}\`;
    }
    document.documentElement.dataset.ready = '';
  }

  async function run() {
    for (;;) {
      const glides = glide.ariaPressed === 'true';
      if (glides) time += 0.25 / ROOM;
      if (glides || isAsked) await show();
      await new Promise(requestAnimationFrame);
    }
  }

  for (const control of [which, size]) control.oninput = () => (isAsked = true);
  glide.onclick = () => (glide.ariaPressed = String(glide.ariaPressed !== 'true'));
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) glide.ariaPressed = 'false';
  await photo.decode();
  await tf.setBackend('cpu');
  const pictures = tf.tidy(() => ({ rings: rings(), bricks: bricks() }));
  await run();
<\/script>
</html>
`;
export {
  antialias as default
};
