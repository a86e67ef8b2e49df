const learnFromFarAway = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Learn from far away</title>
<style>
  :root { color-scheme: light dark; font: 15px/1.4 system-ui, sans-serif; }
  body { margin: 12px; }
  main { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
  h2 { margin: 0 0 6px; font-size: 1em; }
  figure { display: flex; gap: 12px; align-items: center; margin: 8px 0 0; }
  canvas { display: block; width: 100%; border-radius: 6px; }
  .photo { cursor: crosshair; }
  .crop { width: 30%; image-rendering: pixelated; }
  output { font-variant-numeric: tabular-nums; }
  .controls { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; margin-top: 12px; }
  button { font: inherit; min-height: 44px; padding: 0 16px; }
  label { display: flex; flex: 1 1 240px; gap: 8px; align-items: center; min-height: 44px; }
  input { flex: 1; min-width: 0; }
  :focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
</style>
<img id="photo" src="photos/astronaut.webp" alt="" hidden>
<main></main>
<div class="controls">
  <button type="button">Start again</button>
  <label>Widest filter <input type="range" min="1" max="32" value="32"> <output id="times"></output></label>
</div>
<p id="problem" role="alert"></p>

<script type="module">
  import { crop, tf } from '@cropgrad/bundle/cpu';

  const SIDE = 256; // of the photo that is searched, in pixels
  const HALF = 40; // of the box
  const SIZE = [20, 20]; // of what is read of it: four pixels each
  const STEPS = 120;
  const TARGET = [113, 62]; // the middle of the box that is looked for: the face
  let start = [196, 190];
  let round = 0;

  addEventListener('unhandledrejection', ({ reason }) => (document.querySelector('#problem').textContent = reason));
  const names = ['button', 'input', '#times', '#photo'];
  const [again, widest, times, image] = names.map((name) => document.querySelector(name));
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;

  /** The box [1,4] around a middle that is given in pixels. */
  const boxAt = ([x, y]) => tf.tensor2d([[x - HALF, y - HALF, x + HALF, y + HALF].map((p) => (2 * p) / SIDE - 1)]);

  /** What a box shows of the photo. A wide filter blurs it, so that it changes slowly as the box moves. */
  const look = (box, antialias) => crop(photo, box, SIZE, { paddingMode: 'border', antialias });

  /** How wide the filter is, and how far a step goes: both are halved every ten steps. */
  const reachAt = (step) => widest.value * 0.5 ** (step / 10);

  const off = ([x, y]) => Math.hypot(x - TARGET[0], y - TARGET[1]);

  /** One search: its canvas, what it sees, and how far off it is. */
  function panel(title, colour, antialiasAt) {
    const section = document.createElement('section');
    section.innerHTML = \`<h2>\${title}</h2>
      <canvas class="photo" tabindex="0" role="img" width="512" height="512"></canvas>
      <figure><canvas class="crop" width="20" height="20"></canvas><output></output></figure>\`;
    document.querySelector('main').append(section);
    const [canvas, seen] = section.querySelectorAll('canvas');
    canvas.ariaLabel = \`\${title}: the photo and the box. Click, or press an arrow key, to start elsewhere\`;
    canvas.onclick = ({ offsetX, offsetY }) => restart([offsetX, offsetY].map((p) => (p * SIDE) / canvas.clientWidth));
    canvas.onkeydown = (event) => {
      const way = { ArrowLeft: [-8, 0], ArrowRight: [8, 0], ArrowUp: [0, -8], ArrowDown: [0, 8] }[event.key];
      if (!way) return;
      event.preventDefault();
      restart(start.map((p, k) => p + way[k]));
    };
    return { canvas, seen, said: section.querySelector('output'), colour, antialiasAt };
  }

  /** Moves a box one step along the gradient of the squared differences to what it looks for. */
  async function learn(search, step) {
    const antialias = search.antialiasAt(step);
    const slopes = tf.tidy(() => {
      const wanted = look(boxAt(TARGET), antialias);
      const loss = (box) => tf.squaredDifference(look(box, antialias), wanted).mean();
      return tf.grad(loss)(boxAt(search.at));
    });
    const [x1, y1, x2, y2] = await slopes.data();
    slopes.dispose();
    const way = [x1 + x2, y1 + y2];
    const length = Math.hypot(...way) || 1;
    search.at = search.at.map((p, k) => Math.min(Math.max(p - (0.4 * reachAt(step) * way[k]) / length, 0), SIDE));
    search.path.push(search.at);
  }

  function draw({ canvas, seen, said, colour, at, path, antialiasAt }, step) {
    const pen = canvas.getContext('2d');
    const scale = canvas.width / SIDE;
    const square = ([x, y]) => pen.strokeRect(...[x - HALF, y - HALF, 2 * HALF, 2 * HALF].map((p) => p * scale));
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    pen.lineWidth = 4;
    pen.strokeStyle = 'white';
    pen.setLineDash([10, 8]);
    square(TARGET);
    pen.setLineDash([]);
    pen.strokeStyle = colour;
    square(at);
    pen.beginPath();
    for (const [x, y] of path) pen.lineTo(x * scale, y * scale);
    pen.stroke();
    said.value = \`\${off(at).toFixed(off(at) < 10 ? 2 : 0)} px off\`;
    tf.tidy(() => tf.browser.draw(look(boxAt(at), antialiasAt(step)).squeeze([0]).clipByValue(0, 1), seen));
  }

  /** Runs both searches from a place inside the photo, until they are done or started again. */
  async function restart(from = start) {
    const mine = ++round;
    start = from.map((p) => Math.min(Math.max(p, HALF), SIDE - HALF));
    for (const search of searches) Object.assign(search, { at: start, path: [start] });
    for (let step = 0; step <= STEPS; step++) {
      if (step > 0) await Promise.all(searches.map((search) => learn(search, step)));
      if (mine !== round) return;
      if (!isCalm || step % STEPS === 0) for (const search of searches) draw(search, step);
      document.documentElement.dataset.ready = '';
      await new Promise(requestAnimationFrame);
    }
    const [usual, wide] = searches.map(({ at }) => \`\${off(at).toFixed(2)} px\`);
    document.documentElement.dataset.result = \`usual \${usual}, widened \${wide}\`;
  }

  await image.decode();
  await tf.setBackend('cpu');
  const photo = tf.tidy(() => {
    const pixels = tf.browser.fromPixels(image).div(255).expandDims(0);
    return crop(pixels, [[-1, -1, 1, 1]], [SIDE, SIDE], { paddingMode: 'border', antialias: true });
  });
  const searches = [
    panel('The usual taps', '#ff9f1c', () => false),
    panel('A wide filter', '#2ee59d', (step) => ({ widen: Math.max(1, reachAt(step)) })),
  ];
  again.onclick = () => restart();
  widest.oninput = () => {
    times.value = \`\${widest.value} ×\`;
    restart();
  };
  widest.oninput();
<\/script>
</html>
`;
export {
  learnFromFarAway as default
};
