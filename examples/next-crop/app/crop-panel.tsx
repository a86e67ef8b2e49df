'use client';

import { useEffect, useRef, useState } from 'react';
import { CROP_SIZE } from './face-box.ts';

/**
 * The crop, with a slider. The server renders client components, too, and runs all that they import. So tfjs is
 * imported in an effect, which only browsers run.
 */
export function CropPanel({ photo }: { photo: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [zoom, setZoom] = useState(1);
  const [problem, setProblem] = useState('');

  useEffect(() => {
    let isOutdated = false;
    const draw = async () => {
      const { cropPhoto } = await import('./crop-photo.ts');
      const face = await cropPhoto(photo, zoom);
      if (!isOutdated) canvas.current?.getContext('2d')?.putImageData(face, 0, 0);
    };
    draw().catch((error: unknown) => setProblem(String(error)));
    return () => {
      isOutdated = true;
    };
  }, [photo, zoom]);

  const [height, width] = CROP_SIZE;
  return (
    <>
      <p role="alert">{problem}</p>
      <label>
        Zoom{' '}
        <input
          type="range"
          min={1}
          max={3}
          step={0.1}
          value={zoom}
          onChange={({ target }) => setZoom(Number(target.value))}
        />
      </label>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 16, marginTop: 16 }}>
        <canvas ref={canvas} width={width} height={height} role="img" aria-label="By this browser" />
        {/* biome-ignore lint/performance/noImgElement: the crop as the server made it, pixel by pixel */}
        <img src={`/thumbnail?zoom=${zoom}`} width={width} height={height} alt="By the server" />
      </div>
    </>
  );
}
