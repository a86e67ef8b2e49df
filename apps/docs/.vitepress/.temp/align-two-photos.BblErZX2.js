const alignTwoPhotos = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Align two photos</title>
<style>
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; accent-color: #2f9e63 }
  body { margin: 0 auto; padding: 16px; max-width: 880px }
  main { display: grid; gap: 16px; align-items: start }
  figure { position: relative; margin: 0; aspect-ratio: 1; border-radius: 8px; overflow: hidden }
  figure > * { position: absolute; width: 100%; height: 100%; border-radius: 8px }
  svg { touch-action: none }
  polygon { fill: none; stroke: #fff; stroke-width: 2.5; filter: drop-shadow(0 0 1px #000) }
  #wanted { stroke-dasharray: 6 5 }
  #lies { stroke: #ffb224; stroke-width: 4 } #lies.found { stroke: #3fd98b } #lies.lost { stroke: #ff6b6b }
  circle { fill: #fff8; stroke: #fff; stroke-width: 3; cursor: grab; filter: drop-shadow(0 0 2px #000) }
  circle:focus-visible { outline: none; stroke: #4dabf7; stroke-width: 6 }
  .blink { animation: blink 1s step-end infinite } @keyframes blink { 50% { opacity: 0 } }
  #second { display: block; width: 170px; margin-top: 8px; border-radius: 4px }
  p { margin: 4px 0; min-height: 4.5em }
  label { display: flex; gap: 12px; align-items: center; min-height: 44px }
  [type=range] { flex: 1; min-width: 0 } [type=checkbox] { width: 20px; height: 20px; margin: 0 }
  @media (max-width: 579px) { circle { r: 17px } }
  @media (min-width: 580px) { main { grid-template-columns: minmax(0, 2fr) minmax(210px, 1fr) } }
</style>
<main>
  <figure>
    <img id="photo" src="photos/astronaut.webp" alt="The astronaut Eileen Collins, a model of the Shuttle behind her">
    <canvas id="above" role="img" aria-label="The second photo, laid onto the first"></canvas>
    <svg id="stage" viewBox="0 0 512 512">
      <polygon id="wanted" /><polygon id="lies" />
      <circle r="11" tabindex="0" role="button" aria-label="Top left corner: arrow keys move it" />
      <circle r="11" tabindex="0" role="button" aria-label="Top right corner" />
      <circle r="11" tabindex="0" role="button" aria-label="Bottom right corner" />
      <circle r="11" tabindex="0" role="button" aria-label="Bottom left corner" />
    </svg>
  </figure>
  <div>
    Drag a corner: the second photo then shows that part of the first.
    <canvas id="second" role="img" aria-label="The second photo"></canvas>
    <p><b id="said" role="status">Starting…</b></p>
    <label>Compare <input id="wipe" type="range" min="0" max="100" value="100"></label>
    <label><input id="blinks" type="checkbox"> Blink</label>
    <label><input id="isOther" type="checkbox"> Of something else</label>
  </div>
</main>
<img id="other" src="photos/rocket.webp" alt="" hidden>
<script type="module">
  import { crop, cropQuads, invertTheta, perspectiveSample, quadToTheta, registerSteps, tf, transformPoints }
    from '@cropgrad/bundle/register';

  const { photo, other, above, stage, wanted, lies, second, said, wipe, blinks, isOther } = window; // by their ids
  const handles = stage.querySelectorAll('circle');
  for (const kind of ['error', 'unhandledrejection'])
    addEventListener(kind, (event) => (said.textContent = event.reason?.message ?? event.message));

  await tf.setBackend('cpu');
  await Promise.all([photo.decode(), other.decode()]);
  const SIDE = 512; // the first photo's width and height
  const [large, foreign] = [photo, other].map((image) => tf.browser.fromPixels(image).expandDims(0));
  // Half of its size is enough to align to a small part of a pixel.
  const fixed = tf.tidy(() => crop(large, [[-1, -1, 1, 1]], [SIDE / 2, SIDE / 2], { antialias: true }).squeeze([0]));
  const noise = tf.randomNormal([240, 240, 3], 0, 5, 'float32', 1);
  const square = tf.tensor([[[-1, -1], [1, -1], [1, 1], [-1, 1]]]);
  let [corners, moving, run, drag] = [[[98, 60], [424, 24], [458, 352], [50, 400]], null, 0, null];

  /** Where a theta, from the first photo to the second, puts the second one's corners, in pixels of the first. */
  const cornersThrough = (theta) =>
    tf.tidy(() => transformPoints(invertTheta(theta), square).add(1).mul(SIDE / 2).squeeze([0]).arraySync());

  /** Another camera sees the scene: from the side, darker, and with noise. */
  function takeSecond() {
    moving?.dispose();
    moving = tf.tidy(() => {
      const quad = tf.tensor([corners]).div(SIDE / 2).sub(1);
      const seen = cropQuads(isOther.checked ? foreign : large, quad, [240, 240], { paddingMode: 'border' });
      return seen.squeeze([0]).mul(0.72).add(noise).clipByValue(0, 255).cast('int32');
    });
    tf.browser.draw(moving, second);
  }
  /** Lays the second photo onto the first as a theta says, with nothing where it ends. */
  function lay(theta) {
    tf.tidy(() => {
      const opaque = moving.pad([[0, 0], [0, 0], [0, 1]], 255).expandDims(0);
      const seen = perspectiveSample(opaque, theta, [320, 320], { paddingMode: 'border', outside: 'fill' });
      tf.browser.draw(seen.squeeze([0]).clipByValue(0, 255).cast('int32'), above);
      lies.setAttribute('points', cornersThrough(theta).join(' '));
    });
  }
  async function align(mine) {
    const steps = registerSteps(moving, fixed, { model: 'homography' });
    let step = await steps.next();
    for (let k = 1; !step.done; k++, step = await steps.next()) {
      tf.tidy(() => lay(tf.tensor([...step.value.theta], [1, 3, 3])));
      said.textContent = \`Step \${k}: correlation \${step.value.score.toFixed(3)}\`;
      await new Promise((goOn) => setTimeout(goOn, 60)); // slow enough to be seen
      if (mine !== run) return steps.return();
    }
    const { theta, found, reason, sigma } = step.value; // sigma: how far off it may be, in pixels of fixed
    lay(theta);
    const off = Math.max(...cornersThrough(theta).map(([x, y], k) => Math.hypot(x - corners[k][0], y - corners[k][1])));
    theta.dispose();
    lies.classList.add(found ? 'found' : 'lost');
    said.textContent = found
      ? \`Aligned: the worst corner is \${off.toFixed(2)} pixels off; expected were \${(2 * sigma).toFixed(2)}.\`
      : \`Not aligned: '\${reason}'.\`;
    document.documentElement.dataset.result = found ? \`\${off.toFixed(2)} px\` : reason;
  }
  /** Takes the second photo anew, and aligns it when nothing has changed for a moment. */
  function change() {
    const mine = ++run;
    takeSecond();
    lies.classList.remove('found', 'lost');
    tf.tidy(() => lay(tf.eye(3).expandDims(0))); // as if both showed the same
    wanted.setAttribute('points', isOther.checked ? '' : corners.join(' '));
    for (const [k, [x, y]] of corners.entries()) handles[k].setAttribute('transform', \`translate(\${x} \${y})\`);
    said.textContent = 'Two photos of one scene…';
    document.documentElement.dataset.ready = '';
    setTimeout(() => mine === run && align(mine), 500);
  }

  function place(k, x, y) {
    corners = corners.with(k, [x, y].map((value) => Math.min(Math.max(value, 0), SIDE)));
    change();
  }
  const at = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(stage.getScreenCTM().inverse());
  stage.onpointerdown = (event) => {
    stage.setPointerCapture(event.pointerId);
    const from = at(event);
    const far = corners.map(([x, y]) => Math.hypot(x - from.x, y - from.y));
    const k = far.indexOf(Math.min(...far)); // the nearest corner: fingers are thick
    const [x, y] = corners[k];
    setTimeout(() => handles[k].focus()); // after the browser has taken the focus away
    drag = (to) => place(k, x + to.x - from.x, y + to.y - from.y);
  };
  stage.onpointermove = (event) => drag?.(at(event));
  stage.onpointerup = stage.onpointercancel = () => (drag = null);
  for (const [k, handle] of handles.entries())
    handle.onkeydown = (event) => {
      const [x, y] = { ArrowLeft: [-8, 0], ArrowRight: [8, 0], ArrowUp: [0, -8], ArrowDown: [0, 8] }[event.key] ?? [];
      if (x === undefined) return;
      event.preventDefault(); // or the page scrolls
      place(k, corners[k][0] + x, corners[k][1] + y);
    };
  wipe.oninput = () => (above.style.clipPath = \`inset(0 \${100 - wipe.value}% 0 0)\`);
  blinks.oninput = () => above.classList.toggle('blink', blinks.checked);
  isOther.oninput = change;
  change();
<\/script></html>
`;
export {
  alignTwoPhotos as default
};
