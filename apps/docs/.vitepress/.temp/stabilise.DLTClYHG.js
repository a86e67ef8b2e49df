const stabilise = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Stabilise</title>
<style>
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; accent-color: #2f9e63 }
  body { margin: 0 auto; padding: 16px; max-width: 920px }
  main { display: grid; grid-template-columns: 1fr 1fr; gap: 12px }
  figure { margin: 0 }
  canvas { display: block; width: 100%; aspect-ratio: 4 / 3; border-radius: 8px; background: #8882 }
  figcaption { margin-top: 4px; font-weight: 600; font-variant-numeric: tabular-nums }
  svg { display: block; width: 100%; height: 130px; margin: 12px 0 4px; border-radius: 8px; background: #8881 }
  svg * { fill: none; stroke-width: 2.5; vector-effect: non-scaling-stroke; stroke-linejoin: round }
  #shakyPath { stroke: #e8590c } #steadyPath { stroke: #2f9e63 } #now { stroke: GrayText; stroke-width: 1 }
  form { display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center }
  label { display: flex; flex: 1 1 220px; gap: 12px; align-items: center; min-height: 44px }
  [type=range] { flex: 1; min-width: 0 }
  [type=checkbox] { width: 20px; height: 20px }
</style>
<main>
  <figure><canvas id="shaky" aria-label="The shaky film"></canvas><figcaption id="before"></figcaption></figure>
  <figure><canvas id="steady" aria-label="The same, steadied"></canvas><figcaption id="after"></figcaption></figure>
</main>
<svg id="chart" viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label="How high the camera looks">
  <polyline id="shakyPath" /><polyline id="steadyPath" /><line id="now" y2="100" />
</svg>
<p id="said" role="status">Starting…</p>
<form>
  <label>Shake <input id="shake" type="range" min="0" max="2" step="0.1" value="1"></label>
  <label>Smooth over <input id="reach" type="range" min="0.3" max="10" step="0.1" value="4"></label>
  <label><input id="play" type="checkbox"> Play</label>
</form>
<img id="photo" src="photos/astronaut.webp" alt="" hidden>
<script type="module">
  import { affineSample, boxToTheta, composeTheta, crop, invertTheta, register, rotatedBoxToTheta, tf,
    transformPoints } from '@cropgrad/bundle/register';

  const { photo, shaky, steady, before, after, shakyPath, steadyPath, now, said, shake, reach, play } = window;
  for (const kind of ['error', 'unhandledrejection'])
    addEventListener(kind, (event) => (said.textContent = event.reason?.message ?? event.message));

  await tf.setBackend('cpu');
  await photo.decode();
  const [COUNT, H, W] = [24, 192, 256];
  const KEPT = 0.84; // so much of each frame is shown: the rest is for the shake
  const image = tf.tidy(() => tf.browser.fromPixels(photo).expandDims(0));
  const places = tf.tensor([[[-0.1, -0.5], [0.3, -0.5], [-0.1, -0.2], [0.3, -0.2]]]); // of the photo

  let [run, film, path, views] = [0, {}, [], []];

  /** What somebody with a shaky hand films who pans over the photo, and where the camera really was. */
  const shoot = () => tf.tidy(() => {
    const part = tf.linspace(0, 1, COUNT);
    const pan = [part.mul(0.5).sub(0.15), part.mul(0.2).sub(0.45), tf.fill([COUNT], 0.9), tf.fill([COUNT], 0.675)];
    const jitter = tf.randomNormal([COUNT, 3], 0, 1, 'float32', 7).mul([0.025, 0.025, 0.02]).mul(Number(shake.value));
    const boxes = tf.concat([tf.stack(pan, 1).add(jitter.slice([0, 0], [COUNT, 2]).pad([[0, 0], [0, 2]])),
      jitter.slice([0, 2], [COUNT, 1])], 1);
    const truth = rotatedBoxToTheta(boxes, [512, 512]);
    const frames = affineSample(image, truth, [H, W], { paddingMode: 'border' });
    return { truth, frames, small: crop(frames, [[-1, -1, 1, 1]], [H / 2, W / 2]) };
  });

  /** Registers each frame to the one before. These thetas chain: path says where each frame lies in the first. */
  async function follow() {
    const mine = ++run;
    tf.dispose(film);
    film = shoot();
    path = [[1, 0, 0, 0, 1, 0]];
    for (let n = 1; n < COUNT; n++) {
      steadyAll();
      await new Promise(requestAnimationFrame);
      if (mine !== run) return;
      const [last, next] = tf.tidy(() => [n - 1, n].map((k) => film.small.gather(k)));
      const { theta, reason } = await register(next, last, { model: 'similarity' });
      path.push(tf.tidy(() => composeTheta(theta, tf.tensor(path[n - 1], [1, 2, 3])).flatten().arraySync()));
      tf.dispose([last, next, theta]);
      said.textContent = \`Frame \${n + 1} of \${COUNT} is registered to the one before…\`;
      if (!reason) continue;
      said.textContent = \`Frame \${n + 1} does not follow the one before: '\${reason}'. Shake less.\`;
      return;
    }
    const [shook, shakes] = steadyAll();
    said.textContent = \`Each frame was registered to the one before, and the way of the camera smoothed.\`;
    document.documentElement.dataset.result = \`\${shook} px → \${shakes} px\`;
  }

  /** The way of a steady camera: through each frame's neighbours the line that fits them best. */
  const smooth = () => path.map((_, n) => {
    const weights = path.map((_, k) => Math.exp(-0.5 * ((k - n) / reach.value) ** 2));
    const [s0, s1, s2] = [0, 1, 2].map((p) => weights.reduce((sum, weight, k) => sum + weight * (k - n) ** p, 0));
    const fit = (entry) => weights.reduce((sum, weight, k) => sum + weight * (s2 - s1 * (k - n)) * path[k][entry], 0);
    return s2 > 1e-6 ? path[n].map((_, entry) => fit(entry) / (s0 * s2 - s1 * s1)) : path[n];
  });

  /** How a film shakes: how far places are from halfway between where they were and will be, in pixels. */
  const shakeOf = (theta) => tf.tidy(() => {
    const [at, n] = [transformPoints(invertTheta(theta), places).mul([W / 2, H / 2]), theta.shape[0] - 2];
    if (n < 1) return '…';
    const [then, now, soon] = [0, 1, 2].map((k) => at.slice([k], [n]));
    return now.sub(then.add(soon).div(2)).square().sum(-1).mean().sqrt().arraySync().toFixed(1);
  });

  /** From the steady camera to the first frame, and on to where the shaky one saw that. */
  function steadyAll() {
    const isSteady = smooth();
    return tf.tidy(() => {
      const [lies, ought] = [path, isSteady].map((entries) => tf.tensor(entries).reshape([-1, 2, 3]));
      const inner = boxToTheta([[-KEPT, -KEPT, KEPT, KEPT]]).tile([path.length, 1, 1]);
      const theta = composeTheta(composeTheta(lies, invertTheta(ought)), inner);
      views = theta.arraySync();
      const truth = film.truth.slice([0], [path.length]);
      const shakes = [shakeOf(truth), shakeOf(composeTheta(truth, theta))];
      before.textContent = \`Shaky: \${shakes[0]} pixels\`;
      after.textContent = \`Steady: \${shakes[1]} pixels\`;
      const line = (entries) => entries.map((entry, n) => [(100 * n) / (COUNT - 1), 30 - 62 * entry[5]].join());
      shakyPath.setAttribute('points', line(path).join(' '));
      steadyPath.setAttribute('points', line(isSteady).join(' '));
      return shakes;
    });
  }

  let [time, last, shown] = [0, 0, null];
  /** Shows one frame of both films, there and back again. */
  function show(clock) {
    time += play.checked ? (clock - last) / 70 : 0;
    last = clock;
    const turn = Math.max(1, 2 * path.length - 2);
    const n = path.length - 1 - Math.abs(path.length - 1 - (Math.floor(time) % turn));
    if (shown !== views[n]) tf.tidy(() => {
      shown = views[n];
      const frame = film.frames.slice([n], [1]);
      const seen = affineSample(frame, [views[n]], [H, W], { paddingMode: 'border' });
      for (const [canvas, image] of [[shaky, frame], [steady, seen]])
        tf.browser.draw(image.squeeze([0]).clipByValue(0, 255).cast('int32'), canvas);
    });
    for (const end of ['x1', 'x2']) now.setAttribute(end, (100 * n) / (COUNT - 1));
    document.documentElement.dataset.ready = '';
    requestAnimationFrame(show);
  }
  play.checked = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  reach.oninput = steadyAll;
  shake.oninput = follow;
  requestAnimationFrame(show);
  follow();
<\/script></html>
`;
export {
  stabilise as default
};
