const findMyThumbnail = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Find my thumbnail</title>
<style>
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; accent-color: #2f9e63 }
  body { margin: 0 auto; padding: 16px; max-width: 880px } main { display: grid; gap: 16px }
  figure { position: relative; margin: 0; aspect-ratio: 1; border-radius: 8px; overflow: hidden }
  #photo, svg { position: absolute; width: 100%; height: 100%; touch-action: none; cursor: crosshair }
  polygon { fill: none; stroke-linejoin: round; filter: drop-shadow(0 0 1px #000) }
  #mine { stroke: #fff; stroke-width: 2; stroke-dasharray: 5 4; fill: #fff0; cursor: move }
  #mine:focus-visible { stroke-width: 4; outline: none } #there { stroke: #3fd98b; stroke-width: 5 }
  .side { display: grid; gap: 4px; align-content: start }
  .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px }
  canvas { display: block; width: 100%; height: 148px; object-fit: contain; object-position: 0 50% }
  #small { image-rendering: pixelated } p { margin: 0; min-height: 3em }
  label { display: grid; grid-template-columns: 8em minmax(0, 1fr); gap: 8px; align-items: center; min-height: 44px }
  @media (min-width: 580px) { main { grid-template-columns: minmax(0, 3fr) minmax(230px, 2fr) } }
</style>
<main>
  <figure>
    <img id="photo" src="photos/astronaut.webp" alt="The astronaut Eileen Collins, a model of the Shuttle behind her">
    <svg viewBox="0 0 512 512">
      <polygon id="there" />
      <polygon id="mine" tabindex="0" role="button" aria-label="The box: arrow keys move it, with shift they size it" />
    </svg>
  </figure>
  <div class="side">
    <p>Draw a box on the photo, or move this one. Its thumbnail alone tells where it was cut from.</p>
    <div class="pair">
      <span>Thumbnail<canvas id="small" role="img" aria-label="The thumbnail"></canvas></span>
      <span>What was found<canvas id="sharp" role="img" aria-label="The photo where it was found"></canvas></span>
    </div>
    <p><b id="said" role="status">Starting…</b></p>
    <label>Pixels <input id="pixels" type="range" min="16" max="64" value="32"></label>
    <label>Light <input id="light" type="range" min="25" max="100" value="70"></label>
    <label>Turn <input id="turn" type="range" min="-10" max="10" value="0"></label>
    <label>Another photo <input id="isOther" type="checkbox" style="width: 20px; height: 20px"></label>
  </div>
</main>
<img id="other" src="photos/rocket.webp" alt="" hidden>
<script type="module">
  import { affineSample, crop, findCrop, rotatedBoxToTheta, tf, transformPoints } from '@cropgrad/bundle/register';

  const { photo, other, mine, there, small, sharp, said, pixels, light, turn, isOther } = window; // by their ids
  const SIDE = 512; // the photo's width and height
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  for (const kind of ['error', 'unhandledrejection'])
    addEventListener(kind, (event) => (said.textContent = event.reason?.message ?? event.message));

  await tf.setBackend('cpu');
  await Promise.all([photo.decode(), other.decode()]);
  const [large, foreign] = [photo, other].map((image) => tf.browser.fromPixels(image).expandDims(0));
  // The search goes over a smaller photo: a seventh of the work, and still exact to a part of a pixel.
  const photo192 = tf.tidy(() => crop(large, [[-1, -1, 1, 1]], [192, 192], { antialias: true }).squeeze([0]));
  const corners = tf.tensor([[[-1, -1], [1, -1], [1, 1], [-1, 1]]]);

  let [box, latest, drag] = [{ x: 172, y: 46, w: 112, h: 128 }, 0, null];
  /** What so many pixels show: they are square, so a box of other sides is made to fit. */
  const thetaOfBox = ({ x, y, w, h }, size) => {
    const [height, width] = size.map((count) => (2 * Math.max(w, h) * count) / Math.max(...size) / SIDE);
    const [middleX, middleY] = [x + w / 2, y + h / 2].map((value) => (2 * value) / SIDE - 1);
    return rotatedBoxToTheta([[middleX, middleY, width, height, (turn.value * Math.PI) / 180]], [SIDE, SIDE]);
  };
  /** Where a theta puts the thumbnail's corners, in pixels of the photo. */
  const cornersOf = (theta) => tf.tidy(() => transformPoints(theta, corners).add(1).mul(SIDE / 2).arraySync()[0]);
  /** Draws what an image shows through a theta, in so much of its light. */
  const draw = (canvas, image, theta, size, light) => tf.tidy(() => {
    const seen = affineSample(image, theta, size, { antialias: true, paddingMode: 'border' }).squeeze([0]);
    tf.browser.draw(seen.mul(light / 100).clipByValue(0, 255).cast('int32'), canvas);
  });
  const sizeOf = ({ w, h }, longest) => [h, w].map((side) => Math.round((longest * side) / Math.max(w, h)));

  /** Shows the new thumbnail at once, and looks for it when nothing has changed for a moment. */
  function show() {
    const change = ++latest;
    there.setAttribute('points', '');
    tf.tidy(() => {
      // A thumbnail has fewer pixels than what it shows in the photo that is searched.
      const size = sizeOf(box, Math.min(pixels.value, 0.3 * Math.max(box.w, box.h)));
      const theta = thetaOfBox(box, size);
      mine.setAttribute('points', cornersOf(theta).join(' '));
      draw(small, isOther.checked ? foreign : large, theta, size, light.value);
    });
    said.textContent = 'Looking…';
    sharp.width = 0;
    document.documentElement.dataset.ready = '';
    setTimeout(() => change === latest && find(change), 120);
  }

  async function find(change) {
    // Thumbnails are JPEGs, so this one becomes one, too.
    const jpeg = new Image();
    jpeg.src = small.toDataURL('image/jpeg', 0.8);
    await jpeg.decode();
    if (change !== latest) return;
    const thumbnail = tf.browser.fromPixels(jpeg);
    const start = performance.now();
    const model = Number(turn.value) ? 'rotatedBox' : 'box'; // to look for turned ones takes longer
    const { found, reason, box: edges, theta } = await findCrop(photo192, thumbnail, { model });
    const time = \`\${Math.round(performance.now() - start)} ms\`;
    if (found) {
      const is = cornersOf(theta);
      const off = Math.max(...is.map(([x, y], k) => Math.hypot(x - mine.points[k].x, y - mine.points[k].y))).toFixed(2);
      said.textContent = \`Found in \${time}: each corner is right to \${off} pixels of the photo.\`;
      document.documentElement.dataset.result = \`\${off} px\`;
      draw(sharp, large, theta, sizeOf(box, 296), 100);
      closeIn(is, change);
    } else {
      said.textContent = \`Not found, after \${time}: '\${reason}'. Nothing here looks like it.\`;
      document.documentElement.dataset.result = reason;
    }
    tf.dispose([thumbnail, edges, theta]);
  }
  /** Closes the photo's frame in on the place that was found. */
  function closeIn(place, change, start = performance.now()) {
    const far = isStill ? 0 : Math.max(0, 1 - (performance.now() - start) / 600) ** 3;
    const frame = [[0, 0], [SIDE, 0], [SIDE, SIDE], [0, SIDE]];
    const points = place.map(([x, y], k) => [x + far * (frame[k][0] - x), y + far * (frame[k][1] - y)]);
    there.setAttribute('points', points.join(' '));
    if (far > 0) requestAnimationFrame(() => change === latest && closeIn(place, change, start));
  }

  function place(x, y, width, height) {
    const [w, h] = [width, height].map((side) => Math.min(Math.max(side, 72), SIDE));
    box = { x: Math.max(0, Math.min(x, SIDE - w)), y: Math.max(0, Math.min(y, SIDE - h)), w, h };
    show();
  }
  const stage = mine.ownerSVGElement;
  const at = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(stage.getScreenCTM().inverse());
  stage.onpointerdown = (event) => {
    stage.setPointerCapture(event.pointerId);
    const [from, first] = [at(event), box];
    drag = ({ x, y }) => event.target === mine // move it, or draw another
      ? place(first.x + x - from.x, first.y + y - from.y, first.w, first.h)
      : place(Math.min(x, from.x), Math.min(y, from.y), Math.abs(x - from.x), Math.abs(y - from.y));
  };
  stage.onpointermove = (event) => drag?.(at(event));
  stage.onpointerup = stage.onpointercancel = () => (drag = null);
  mine.onkeydown = (event) => {
    const [x, y] = { ArrowLeft: [-8, 0], ArrowRight: [8, 0], ArrowUp: [0, -8], ArrowDown: [0, 8] }[event.key] ?? [];
    if (event.shiftKey && x !== undefined) place(box.x, box.y, box.w + x, box.h + y);
    else if (x !== undefined) place(box.x + x, box.y + y, box.w, box.h);
    if (x !== undefined) event.preventDefault();
  };
  for (const control of [pixels, light, turn, isOther]) control.oninput = show;
  show();
<\/script></html>
`;
export {
  findMyThumbnail as default
};
