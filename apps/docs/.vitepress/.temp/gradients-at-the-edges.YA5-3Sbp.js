const gradientsAtTheEdges = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Gradients at the edges</title>
<style>
  :root { color-scheme: light dark; font: 15px/1.4 system-ui, sans-serif; }
  body { margin: 12px; }
  main { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(46%, 240px), 1fr)); gap: 12px; }
  h2 { margin: 0 0 4px; font-size: 1em; }
  canvas { display: block; width: 100%; border-radius: 6px; cursor: move; }
  button { font: inherit; min-height: 44px; padding: 0 16px; margin: 12px 12px 0 0; }
</style>
<img id="photo" src="photos/astronaut.webp" alt="" hidden>
<main></main>
<button type="button" id="go">Follow the arrows</button><button type="button" id="back">Start again</button>
<p id="problem" role="alert"></p>

<script type="module">
  import { crop, tf } from '@cropgrad/bundle/cpu';

  const SIDE = 48; // of the photo that is read, in pixels
  const HALF = 0.35; // of the box; the photo is from -1 to 1
  const AROUND = 1.8; // how far the drawing goes
  const TARGET = [0.55, -0.4]; // the middle of the box that is looked for, dashed
  const START = [0.85, -0.3];
  const STEPS = 90;
  let isFollowing = false;

  addEventListener('unhandledrejection', ({ reason }) => (document.querySelector('#problem').textContent = reason));
  const [image, go, back] = ['#photo', '#go', '#back'].map((id) => document.querySelector(id));
  const boxAt = ([x, y]) => tf.tensor2d([[x - HALF, y - HALF, x + HALF, y + HALF]]);
  const look = (box, paddingMode) => crop(photo, box, [16, 16], { paddingMode, antialias: { widen: 4 } });
  const pixelsOff = ([x, y]) => (Math.hypot(x - TARGET[0], y - TARGET[1]) * SIDE) / 2;

  /** How the difference to what is looked for changes with each edge of a box: left, top, right, bottom. */
  async function slopesOf({ at, paddingMode }) {
    const slopes = tf.tidy(() => {
      const wanted = look(boxAt(TARGET), paddingMode);
      return tf.grad((box) => tf.squaredDifference(look(box, paddingMode), wanted).mean())(boxAt(at));
    });
    const values = await slopes.data();
    slopes.dispose();
    return [...values];
  }

  /** The photo with what a padding mode reads around it, and a box to drag. */
  function panel(paddingMode) {
    const section = document.createElement('section');
    section.innerHTML = \`<h2>\${paddingMode}</h2>
      <canvas tabindex="0" role="img" width="400" height="400"></canvas><output></output>\`;
    document.querySelector('main').append(section);
    const [canvas, said] = section.querySelectorAll('canvas, output');
    const around = [[-AROUND, -AROUND, AROUND, AROUND]];
    const field = document.createElement('canvas');
    const read = () => crop(pixels, around, [180, 180], { paddingMode }).squeeze([0]).clipByValue(0, 1);
    tf.tidy(() => tf.browser.draw(read(), field));
    return { paddingMode, canvas, said, field, at: START };
  }

  function listen(view) {
    const { canvas, paddingMode } = view;
    canvas.ariaLabel = \`\${paddingMode}: the photo and the box. Drag it, or press the arrow keys\`;
    const placeOf = (event) => [event.offsetX, event.offsetY].map((p) => AROUND * ((2 * p) / canvas.clientWidth - 1));
    let held; // from the finger to the middle
    canvas.onpointerdown = (event) => {
      const by = placeOf(event).map((p, k) => view.at[k] - p);
      held = by.every((p) => Math.abs(p) < HALF + 0.1) ? by : undefined;
      if (held) canvas.setPointerCapture(event.pointerId);
    };
    // A finger beside the box scrolls the page.
    canvas.addEventListener('touchstart', (event) => held && event.preventDefault(), { passive: false });
    canvas.onpointermove = (event) => event.buttons && held && moveTo(placeOf(event).map((p, k) => p + held[k]));
    canvas.onkeydown = (event) => {
      const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (!way) return;
      event.preventDefault();
      moveTo(view.at.map((p, k) => p + way[k] / 16));
    };
  }

  async function draw(view) {
    const slopes = await slopesOf(view);
    const pen = view.canvas.getContext('2d');
    const scale = view.canvas.width / 2 / AROUND;
    const square = ([x, y], half, style) => {
      Object.assign(pen, { lineWidth: 4, ...style });
      pen.strokeRect(...[x - half + AROUND, y - half + AROUND, 2 * half, 2 * half].map((p) => p * scale));
    };
    pen.drawImage(view.field, 0, 0, view.canvas.width, view.canvas.height);
    square([0, 0], 1, { lineWidth: 2, strokeStyle: '#fff8' });
    pen.setLineDash([8, 6]);
    square(TARGET, HALF, { strokeStyle: 'white' });
    pen.setLineDash([]);
    square(view.at, HALF, { strokeStyle: '#2ee59d' });
    // Each edge's arrow is against its gradient, to where the difference is less.
    const [x, y] = view.at.map((p) => (p + AROUND) * scale);
    const edges = [[x - HALF * scale, y], [x, y - HALF * scale], [x + HALF * scale, y], [x, y + HALF * scale]];
    for (const [k, edge] of edges.entries()) arrow(pen, edge, -600 * slopes[k], k % 2 ? Math.PI / 2 : 0);
    view.said.value = \`\${pixelsOff(view.at).toFixed(1)} px off\${slopes.some(Boolean) ? '' : ', no gradient'}\`;
    return slopes;
  }

  function arrow(pen, [x, y], length, angle) {
    if (Math.abs(length) < 3) return;
    pen.save();
    pen.translate(x, y);
    pen.rotate(length < 0 ? angle + Math.PI : angle);
    const end = Math.min(Math.abs(length), 150);
    pen.fillStyle = '#ffb224';
    pen.fill(new Path2D(\`M0-3H\${end - 12}V-10L\${end} 0L\${end - 12} 10V3H0Z\`));
    pen.restore();
  }

  /** Puts the boxes of all padding modes at one place. */
  function moveTo(at) {
    isFollowing = false;
    for (const view of views) view.at = at.map((p) => Math.min(Math.max(p, -AROUND), AROUND));
    return Promise.all(views.map(draw));
  }

  async function follow() {
    isFollowing = true;
    for (let step = 0; step <= STEPS; step++) {
      for (const view of views) {
        const [x1, y1, x2, y2] = await draw(view);
        const by = (0.06 * 0.95 ** step) / (Math.hypot(x1 + x2, y1 + y2) || 1);
        if (isFollowing && step < STEPS) view.at = [view.at[0] - by * (x1 + x2), view.at[1] - by * (y1 + y2)];
      }
      if (!isFollowing) return;
      await new Promise(requestAnimationFrame);
    }
    const ends = views.map(({ paddingMode, at }) => \`\${paddingMode} \${pixelsOff(at).toFixed(1)} px\`);
    document.documentElement.dataset.result = ends.join(', ');
  }

  await image.decode();
  await tf.setBackend('cpu');
  const pixels = tf.tidy(() => tf.browser.fromPixels(image).div(255).expandDims(0));
  const photo = crop(pixels, [[-1, -1, 1, 1]], [SIDE, SIDE], { paddingMode: 'border', antialias: true });
  const views = ['zeros', 'border', 'reflection', 'wrap'].map(panel);
  views.forEach(listen);
  await moveTo(START);
  document.documentElement.dataset.ready = '';
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches) follow();
  go.onclick = follow;
  back.onclick = () => moveTo(START);
<\/script>
</html>
`;
export {
  gradientsAtTheEdges as default
};
