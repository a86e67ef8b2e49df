const spatialTransformer = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>A spatial transformer</title>
<style>
  :root { color-scheme: light dark; font: 15px/1.4 system-ui, sans-serif; }
  body { margin: 12px; }
  main { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(22%, 150px), 1fr)); gap: 10px; }
  figure { margin: 0; }
  canvas { display: block; width: 100%; border-radius: 4px; image-rendering: pixelated; }
  canvas + canvas { width: 50%; margin: 6px auto 0; }
  figure:first-child canvas:first-child { outline: 3px solid #ffb224; }
  .controls { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; margin-top: 12px; }
  label { display: grid; grid-template-columns: auto 1fr; flex: 1 1 130px; align-items: center; min-height: 44px; }
  button { font: inherit; min-height: 44px; padding: 0 16px; }
  svg { display: block; width: 100%; height: 80px; margin-top: 8px; border-bottom: 1px solid; }
  polyline { fill: none; stroke: LinkText; stroke-width: 2; vector-effect: non-scaling-stroke; }
</style>
<main></main>
<div class="controls">
  <label>Across <input type="range" min="-0.4" max="0.4" step="any" value="-0.2"></label>
  <label>Down <input type="range" min="-0.4" max="0.4" step="any" value="0.2"></label>
  <label>Turn <input type="range" min="-1.2" max="1.2" step="any" value="0.8"></label>
  <button type="button">Learn again</button>
  <output></output>
</div>
<svg viewBox="0 0 400 100" preserveAspectRatio="none" role="img" aria-label="The loss falls"><polyline /></svg>
<p id="problem" role="alert"></p>

<script type="module">
  import { affineSample, crop, invertTheta, rotatedBoxToTheta, tf } from '@cropgrad/bundle/cpu';

  const SIZE = 24; // of a picture, in pixels
  const VIEW = 12; // of what the network looks at in it
  const STEPS = 400;
  let round = 0; // how often learning has begun

  addEventListener('unhandledrejection', ({ reason }) => (document.querySelector('#problem').textContent = reason));
  const [main, again, said, line] = ['main', 'button', 'output', 'polyline'].map((x) => document.querySelector(x));
  await tf.setBackend('cpu');

  /** The letter [1,VIEW,VIEW,1], upright and in the middle: what a good view shows. */
  const letter = tf.tidy(() => {
    const rows = ['1111', '1000', '1110', '1000', '1000', '1000'];
    return crop(tf.tensor4d([...rows.join('')].map(Number), [1, 6, 4, 1]), [[-2, -1.35, 2, 1.35]], [VIEW, VIEW]);
  });

  /** The boxes of views at poses [N,3] = (x, y, radians): turned, and a bit more than half a picture wide. */
  function thetaOf(poses) {
    const [x, y, radians] = tf.split(poses, 3, 1);
    return rotatedBoxToTheta(tf.concat([x, y, tf.fill([poses.shape[0], 2], 1.1), radians], 1), [SIZE, SIZE]);
  }

  /** Pictures [N,SIZE,SIZE,1] of the letter at poses, with noise. */
  function pictures(poses, seed) {
    const drawn = affineSample(letter, invertTheta(thetaOf(poses)), [SIZE, SIZE]);
    return drawn.add(tf.randomNormal(drawn.shape, 0, 0.05, 'float32', seed));
  }
  const randomPoses = (n, seed) => tf.randomUniform([n, 3], -1, 1, 'float32', seed).mul([[0.4, 0.4, 1.2]]);

  /** What a network with these weights says of pictures: a pose for each. It starts with the middle, upright. */
  function poseOf(images, [w1, b1, w2, b2]) {
    const halved = crop(images, [[-1, -1, 1, 1]], [SIZE / 2, SIZE / 2]).reshape([-1, SIZE ** 2 / 4]);
    return halved.matMul(w1).add(b1).relu().matMul(w2).add(b2);
  }
  const newWeights = () => {
    const inner = tf.randomNormal([SIZE ** 2 / 4, 64], 0, 0.08, 'float32', 1);
    return [inner, ...[[64], [64, 3], [3]].map((shape) => tf.zeros(shape))].map((start) => tf.variable(start));
  };
  const views = (images, poses) => affineSample(images, thetaOf(poses), [VIEW, VIEW]);

  /** One step of learning. No one says where the letter is: the loss is of what is seen alone. */
  function learn(weights, adam, step) {
    return tf.tidy(() => {
      const images = pictures(randomPoses(32, step), step);
      const loss = () => views(images, poseOf(images, weights)).squaredDifference(letter).mean();
      return adam.minimize(loss, true, weights);
    });
  }

  /** How far off the poses of 256 new pictures are: in pixels, and in degrees. */
  async function mistakes(weights) {
    const off = tf.tidy(() => {
      const truth = randomPoses(256, 1e6);
      const [x, y, radians] = tf.split(poseOf(pictures(truth, 1e6), weights).sub(truth), 3, 1);
      const pixels = tf.sqrt(x.square().add(y.square())).mul(SIZE / 2);
      return tf.stack([pixels.mean(), radians.abs().mean().mul(180 / Math.PI)]);
    });
    const [pixels, degrees] = await off.data();
    off.dispose();
    return \`\${pixels.toFixed(1)} px and \${degrees.toFixed(0)}° off\`;
  }

  const panels = Array.from({ length: 8 }, () => {
    const figure = document.createElement('figure');
    figure.innerHTML = '<canvas width="192" height="192"></canvas><canvas></canvas>';
    main.append(figure);
    return { canvas: figure.firstChild, view: figure.lastChild, small: document.createElement('canvas') };
  });

  /** Draws eight pictures, the box that the network looks at in each, and what it sees there. */
  async function show(weights) {
    const [images, seen, theta] = tf.tidy(() => {
      const own = Array.from(document.querySelectorAll('input'), ({ value }) => Number(value));
      const poses = tf.concat([[own], randomPoses(7, 2e6)]);
      const images = pictures(poses, 2e6);
      const found = poseOf(images, weights);
      return [images.clipByValue(0, 1), views(images, found).clipByValue(0, 1), thetaOf(found)];
    });
    const thetas = await theta.array();
    for (const [k, { canvas, view, small }] of panels.entries()) {
      tf.tidy(() => [tf.browser.draw(images.gather(k), small), tf.browser.draw(seen.gather(k), view)]);
      const pen = canvas.getContext('2d');
      Object.assign(pen, { imageSmoothingEnabled: false, strokeStyle: '#2ee59d', lineWidth: 5 });
      pen.drawImage(small, 0, 0, 192, 192);
      pen.beginPath();
      // The upper edge is left open, so that one sees which way is up.
      for (const [u, v] of [[-1, -1], [-1, 1], [1, 1], [1, -1]]) {
        pen.lineTo(...thetas[k].map(([a, b, c]) => 96 * (a * u + b * v + c + 1)));
      }
      pen.stroke();
    }
    tf.dispose([images, seen, theta]);
  }

  async function run() {
    const mine = ++round;
    const [weights, adam, losses] = [newWeights(), tf.train.adam(0.01), []];
    while (mine === round) {
      if (losses.length < STEPS) {
        const loss = learn(weights, adam, losses.length);
        losses.push((await loss.data())[0]);
        loss.dispose();
        line.setAttribute('points', losses.map((l, x) => \`\${x},\${100 - 700 * l}\`).join(' '));
        if (losses.length % 20 === 0) said.value = \`Step \${losses.length}: \${await mistakes(weights)}\`;
      }
      await show(weights);
      document.documentElement.dataset.ready = '';
      if (losses.length === STEPS) document.documentElement.dataset.result = said.value;
      await new Promise(requestAnimationFrame);
    }
    tf.dispose(weights);
    adam.dispose();
  }
  again.onclick = run;
  await run();
<\/script>
</html>
`;
export {
  spatialTransformer as default
};
