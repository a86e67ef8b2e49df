const straightenAPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Straighten a page</title>
<style>
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
  body { margin: 0 auto; padding: 16px; max-width: 920px }
  main { display: grid; gap: 16px; align-items: start }
  figure { position: relative; margin: 0 }
  #photo { display: block; width: 100%; height: auto; border-radius: 8px }
  svg { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; touch-action: none }
  #outline { fill: #4dabf714; stroke: #fff; stroke-width: 3; filter: drop-shadow(0 0 2px #000) }
  path { stroke: #ffb224; stroke-width: 7; stroke-linecap: round; filter: drop-shadow(0 0 2px #000) }
  circle { fill: #fff6; stroke: #fff; stroke-width: 4; cursor: grab; filter: drop-shadow(0 0 2px #000) }
  g:focus-visible { outline: none; circle { stroke: #4dabf7; stroke-width: 8 } }
  canvas { display: block; width: 100%; aspect-ratio: 297 / 420; border-radius: 4px; box-shadow: 0 2px 16px #0005 }
  p { min-height: 3em; margin: 8px 0 }
  button { font: 600 1em system-ui; min-height: 44px; padding: 0 20px; margin-right: 8px; border-radius: 8px }
  @media (max-width: 559px) { circle { r: 28px; stroke-width: 8 } #outline { stroke-width: 6 } }
  @media (min-width: 560px) { main { grid-template-columns: minmax(0, 1.85fr) minmax(0, 1fr) } }
</style>
<main>
  <div>
    <figure>
      <img id="photo" src="photos/sheet.webp" width="800" height="600" alt="A recipe on gravel, seen from the side">
      <svg id="stage" viewBox="0 0 800 600">
        <polygon id="outline" />
        <g tabindex="0" role="button" aria-label="Top left corner: arrow keys move it"><path /><circle r="15" /></g>
        <g tabindex="0" role="button" aria-label="Top right corner"><path /><circle r="15" /></g>
        <g tabindex="0" role="button" aria-label="Bottom right corner"><path /><circle r="15" /></g>
        <g tabindex="0" role="button" aria-label="Bottom left corner"><path /><circle r="15" /></g>
      </svg>
    </figure>
    <p id="said" role="status">Starting…</p>
    <button type="button" id="refine">Refine</button><button type="button" id="again">Start again</button>
  </div>
  <canvas id="page" role="img" aria-label="The page, straightened"></canvas>
</main>
<script type="module">
  import { composeTheta, crop, cropQuads, perspectiveSample, quadToTheta, tf } from '@cropgrad/bundle/cpu';

  const { photo, stage, outline, said, refine, again, page } = window; // by their ids
  const handles = stage.querySelectorAll('g');
  for (const kind of ['error', 'unhandledrejection'])
    addEventListener(kind, (event) => (said.textContent = event.reason?.message ?? event.message));

  await tf.setBackend('cpu');
  await photo.decode();
  const [W, H] = [photo.naturalWidth, photo.naturalHeight];
  const CLICKED = [[240, 128], [541, 41], [656, 531], [130, 510]]; // from the top left, clockwise
  const TRUTH = [[206, 91], [566, 61], [698, 507], [92, 551]]; // where the sheet was drawn on the photo
  const image = tf.tidy(() => tf.browser.fromPixels(photo).expandDims(0));

  // Blurred photos pull from far away, the sharp one says where exactly: so go from one to the other, ever slower.
  const halve = (x) => crop(x, [[-1, -1, 1, 1]], [x.shape[1] / 2, x.shape[2] / 2].map(Math.ceil));
  const levels = [{ seen: tf.tidy(() => image.mean(3, true).div(255)), rate: 0.0007 }];
  for (const rate of [0.002, 0.005, 0.01]) levels.unshift({ seen: tf.tidy(() => halve(levels[0].seen)), rate });

  // What is right: a white margin, and a dark ground around it. What is printed inside does not count.
  const [SIDE, AROUND] = [64, 1.25];
  const [isPaper, counts] = tf.tidy(() => {
    const axis = tf.linspace(-AROUND, AROUND, SIDE).mul(1 - 1 / SIDE).abs();
    const far = tf.maximum(axis.reshape([SIDE, 1]), axis).reshape([1, SIDE, SIDE, 1]);
    const edge = tf.sub(1, far).mul(SIDE / (2 * AROUND)).add(0.5).clipByValue(0, 1);
    return [edge.mul(0.65).add(0.2), far.greater(0.84).toFloat()];
  });
  /** How unlike a page on a dark ground the photo is at these corners, [1,4,2]. */
  const unlikeness = (seen, quad) => {
    const around = composeTheta(quadToTheta(quad), [[[AROUND, 0, 0], [0, AROUND, 0]]]);
    const view = perspectiveSample(seen, around, [SIDE, SIDE], { paddingMode: 'border' });
    return view.sub(isPaper).square().mul(counts).sum().div(counts.sum());
  };

  let [corners, run, drag] = [CLICKED, 0, null];
  const toQuad = (corners) => tf.tensor([corners]).div([W / 2, H / 2]).sub(1);

  /** Shows the page at the corners, and which way each would go to fit better. */
  function show(antialias = false) {
    const slopes = tf.tidy(() => {
      const quad = toQuad(corners);
      const straight = cropQuads(image, quad, [420, 297], { antialias });
      tf.browser.draw(straight.squeeze([0]).clipByValue(0, 255).cast('int32'), page);
      return tf.grad((quad) => unlikeness(levels[2].seen, quad))(quad).squeeze([0]).arraySync();
    });
    outline.setAttribute('points', corners.join(' '));
    for (const [k, [x, y]] of corners.entries()) {
      handles[k].setAttribute('transform', \`translate(\${x} \${y})\`);
      handles[k].firstChild.setAttribute('d', \`M0 0L\${slopes[k].map((slope) => -130 * slope)}\`);
    }
    document.documentElement.dataset.ready = '';
  }

  const worst = () => Math.max(...corners.map(([x, y], k) => Math.hypot(x - TRUTH[k][0], y - TRUTH[k][1])));
  const say = (what) => (said.textContent = \`\${what}: the worst corner is \${worst().toFixed(1)} pixels off.\`);
  /** Moves the corners by gradient descent, one step per frame. */
  async function descend() {
    const mine = ++run;
    const quad = tf.tidy(() => tf.variable(toQuad(corners)));
    for (const { seen, rate } of levels) {
      const adam = tf.train.adam(rate);
      for (let step = 0; step < 30 && mine === run; step++) {
        adam.minimize(() => unlikeness(seen, quad), false, [quad]);
        corners = tf.tidy(() => quad.add(1).mul([W / 2, H / 2]).squeeze([0]).arraySync());
        show();
        say('The gradient moves the corners');
        await new Promise(requestAnimationFrame);
      }
      adam.dispose();
    }
    quad.dispose();
    if (mine !== run) return;
    show(true); // smoother, and slower
    say('Straight');
    document.documentElement.dataset.result = \`\${worst().toFixed(1)} px\`;
  }

  function move(to) {
    run++; // who drags a corner stops the descent
    corners = to.map(([x, y]) => [Math.min(Math.max(x, 0), W), Math.min(Math.max(y, 0), H)]);
    show();
    say('Let the gradient refine them');
  }

  const at = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(stage.getScreenCTM().inverse());
  stage.onpointerdown = (event) => {
    stage.setPointerCapture(event.pointerId);
    const from = at(event);
    const far = corners.map(([x, y]) => Math.hypot(x - from.x, y - from.y));
    const k = far.indexOf(Math.min(...far)); // the nearest corner: fingers are thick
    const [x, y] = corners[k];
    setTimeout(() => handles[k].focus()); // after the browser has taken the focus away
    drag = (to) => move(corners.with(k, [x + to.x - from.x, y + to.y - from.y]));
  };
  stage.onpointermove = (event) => drag?.(at(event));
  stage.onpointerup = stage.onpointercancel = () => (drag = null);
  for (const [k, handle] of handles.entries())
    handle.onkeydown = (event) => {
      const [x, y] = { ArrowLeft: [-4, 0], ArrowRight: [4, 0], ArrowUp: [0, -4], ArrowDown: [0, 4] }[event.key] ?? [];
      if (x === undefined) return;
      event.preventDefault(); // or the page scrolls
      move(corners.with(k, [corners[k][0] + x, corners[k][1] + y]));
    };
  refine.onclick = descend;
  again.onclick = () => move(CLICKED);
  show();
  say('As clicked');
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches) setTimeout(() => run === 0 && descend(), 900);
<\/script></html>
`;
export {
  straightenAPage as default
};
