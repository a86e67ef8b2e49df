const liveVideo = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Live video</title>
<style>
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
  body { margin: 0 auto; padding: 16px; max-width: 900px }
  main { display: grid; grid-template-columns: 4fr 3fr; gap: 12px; align-items: start }
  figure { position: relative; margin: 0; overflow: hidden; border-radius: 8px }
  canvas { display: block; width: 100%; aspect-ratio: 4 / 3; border-radius: 8px }
  @media (max-width: 459px) { main { grid-template-columns: 1fr } #near { width: 60% } }
  svg { position: absolute; inset: 0; touch-action: none; cursor: grab }
  rect { fill: none; stroke: #3fd98b; stroke-width: 3; filter: drop-shadow(0 0 1px #000) }
  rect.lost { stroke: #ff6b6b; stroke-dasharray: 6 5 } rect:focus-visible { stroke-width: 5; outline: none }
  p { margin: 12px 0; min-height: 3em }
  label { display: inline-flex; gap: 8px; align-items: center; min-height: 44px; margin-right: 16px }
  button { font: 600 1em system-ui; min-height: 44px; padding: 0 16px; margin: 0 8px 8px 0; border-radius: 8px }
</style>
<main>
  <figure>
    <canvas id="film" width="320" height="240" role="img" aria-label="A portrait, filmed"></canvas>
    <svg id="stage" viewBox="0 0 320 240">
      <rect id="rect" tabindex="0" role="button" aria-label="The box that follows: arrow keys shove it away" />
    </svg>
  </figure>
  <canvas id="near" style="aspect-ratio: 1" role="img" aria-label="What the box shows"></canvas>
</main>
<p><b id="said" role="status">Starting…</b></p>
<label><input id="play" type="checkbox"> Play</label>
<button type="button" id="take">Follow what is in it</button>
<button type="button" id="camera" hidden>My camera</button>
<img id="photo" src="photos/astronaut.webp" alt="" hidden>
<script type="module">
  import { boxesFromPixels, crop, tf } from '@cropgrad/bundle/cpu';

  const { film, stage, rect, near, said, play, take, camera, photo } = window;
  for (const kind of ['error', 'unhandledrejection'])
    addEventListener(kind, (event) => (said.textContent = event.reason?.message ?? event.message));
  await tf.setBackend('cpu');
  await photo.decode();
  const [W, H, SIDE] = [320, 240, 96]; // of the film, and of the box, in pixels
  const paint = film.getContext('2d', { willReadFrequently: true });

  /** What the camera sees of the photo at a time in seconds: it looks around, and comes nearer and goes back. */
  const viewAt = (time) => {
    const zoom = 1 + 0.1 * Math.sin(0.8 * time + 1);
    const [x, y] = [240 + 45 * Math.sin(0.8 * time), 152 + 14 * Math.sin(1.6 * time)]; // the middle
    return { x: x - W / zoom / 2, y: y - H / zoom / 2, w: W / zoom, h: H / zoom, zoom };
  };

  // What is learned: where the box's middle is, in sides of it, and the logarithm of how large it is.
  const place = tf.variable(tf.tensor([[0, 0, 0]]));
  const toBox = tf.tensor([[SIDE, 0, SIDE, 0], [0, SIDE, 0, SIDE], [-SIDE / 2, -SIDE / 2, SIDE / 2, SIDE / 2]]);
  const boxInPixels = () => tf.concat([place.slice([0, 0], [1, 2]), place.slice([0, 2]).exp()], 1).matMul(toBox);
  // From coarse to fine: a few blurred pixels pull from far away, and many sharp ones say where exactly.
  const LEVELS = [{ size: 6, rate: 0.06 }, { size: 12, rate: 0.016 }, { size: 32, rate: 0.004 }];
  const look = (frame, { size }) => {
    const box = boxesFromPixels(boxInPixels(), [H, W]);
    return crop(frame, box, [size, size], { antialias: { widen: size > 6 ? 1 : 2 }, paddingMode: 'border' });
  };
  let [wanted, target, isHeld, isNew, badFrames] = [[], null, false, true, 0];

  /** Remembers what the box shows, and where that is in the photo. */
  function learn(frame, { x, y, zoom }) {
    tf.dispose(wanted);
    wanted = tf.tidy(() => LEVELS.map((level) => look(frame, level)));
    isNew = false;
    target = tf.tidy(() => boxInPixels().div(zoom).add([[x, y, x, y]]).arraySync()[0]);
  }
  /** Moves the box to where the frame looks like what it remembers, by gradient descent. */
  function follow(frame) {
    for (const [k, level] of LEVELS.entries()) {
      const adam = tf.train.adam(level.rate, 0.5, 0.9);
      for (let step = 0; step < 5; step++)
        adam.minimize(() => tf.losses.meanSquaredError(wanted[k], look(frame, level)), false, [place]);
      adam.dispose();
    }
  }
  /** How alike what the box shows is to what it should show: the correlation of both. */
  const likeness = (frame) => tf.tidy(() => {
    const [a, b] = [look(frame, LEVELS[1]), wanted[1]].map((image) => image.sub(image.mean()));
    return a.mul(b).mean().div(a.square().mean().mul(b.square().mean()).sqrt()).arraySync();
  });

  let [time, last, speed, video] = [0, 0, 30, null];
  /** Shows one frame, and follows it. */
  function tick(now) {
    const [passed, view] = [now - last, viewAt(time)];
    if (play.checked) time += Math.min(passed, 50) / 1000; // a slow machine sees a slow film
    speed += 0.1 * (1000 / passed - speed);
    last = now;
    if (video) paint.drawImage(video, 0, 0, W, H);
    else paint.drawImage(photo, view.x, view.y, view.w, view.h, 0, 0, W, H);
    const frame = tf.tidy(() => tf.browser.fromPixels(paint.getImageData(0, 0, W, H)).expandDims(0));
    if (isNew) learn(frame, view);
    if (badFrames % 40 === 39) shove(W / 2, H / 2);
    if (!isHeld) follow(frame);
    badFrames = likeness(frame) < 0.8 && !isHeld ? badFrames + 1 : 0;
    const box = tf.tidy(() => {
      const seen = look(frame, { size: 176 }).squeeze([0]);
      tf.browser.draw(seen.clipByValue(0, 255).cast('int32'), near);
      return boxInPixels().arraySync()[0];
    });
    frame.dispose();
    tell(box, view);
    requestAnimationFrame(tick);
  }
  function tell([x, y, x2, y2], view) {
    for (const [name, value] of Object.entries({ x, y, width: x2 - x, height: y2 - y })) rect.setAttribute(name, value);
    rect.classList.toggle('lost', badFrames > 0);
    const ought = target.map((value, k) => (value - (k % 2 ? view.y : view.x)) * view.zoom);
    const off = Math.max(...[x, y, x2, y2].map((value, k) => Math.abs(value - ought[k]))).toFixed(1);
    said.textContent = isHeld ? 'Let go, and the gradient takes it back.'
      : badFrames > 0 ? 'Lost: this is not it. It looks on downhill, and after a while again from the middle.'
      : \`Follows at \${Math.round(speed)} frames a second\${video ? '' : \`: no edge is more than \${off} pixels off\`}.\`;
    document.documentElement.dataset.ready = '';
    if (time > 1) document.documentElement.dataset.result = badFrames > 0 ? 'lost' : \`\${off} px\`;
  }
  /** Puts the middle of the box somewhere, in pixels. */
  const shove = (x, y, size = 0) => tf.tidy(() => place.assign(tf.tensor([[x / SIDE, y / SIDE, size]])));
  const at = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(stage.getScreenCTM().inverse());
  stage.onpointerdown = stage.onpointermove = (event) => {
    if (event.type === 'pointerdown') stage.setPointerCapture(event.pointerId);
    isHeld = stage.hasPointerCapture(event.pointerId);
    if (isHeld) shove(at(event).x, at(event).y);
  };
  stage.onpointerup = stage.onpointercancel = () => (isHeld = false);
  rect.onkeydown = (event) => {
    const [x, y] = { ArrowLeft: [-40, 0], ArrowRight: [40, 0], ArrowUp: [0, -40], ArrowDown: [0, 40] }[event.key] ?? [];
    if (x === undefined) return;
    event.preventDefault(); // or the page scrolls
    shove(place.dataSync()[0] * SIDE + x, place.dataSync()[1] * SIDE + y);
  };
  play.checked = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  take.onclick = () => (isNew = true);
  camera.hidden = window.top !== window || !navigator.mediaDevices; // a frame may not use it
  camera.onclick = async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 } });
    const element = Object.assign(document.createElement('video'), { srcObject: stream, playsInline: true });
    await element.play();
    shove(W / 2, H / 2);
    [video, isNew] = [element, true];
  };
  const { x, y, zoom } = viewAt(0);
  shove((226 - x) * zoom, (112 - y) * zoom, Math.log(zoom)); // the face
  requestAnimationFrame(tick);
<\/script></html>
`;
export {
  liveVideo as default
};
