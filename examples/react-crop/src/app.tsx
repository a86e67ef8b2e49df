import { useState } from 'react';
import type { Box } from './box.ts';
import { BoxEditor } from './box-editor.tsx';
import { CropView } from './crop-view.tsx';
import { TensorCount } from './tensor-count.tsx';
import { usePhoto } from './use-photo.ts';

const PHOTOS = {
  astronaut: new URL('../../find-the-crop/astronaut.png', import.meta.url).href,
  page: new URL('../../straighten-a-page/page.png', import.meta.url).href,
};

/** The face, and a part of the page. */
const START: Box = [130, 16, 322, 208];

/** A photo with a box to move, and its crop. */
export function App() {
  const [name, setName] = useState<keyof typeof PHOTOS>('astronaut');
  const [box, setBox] = useState(START);
  const [isShown, setIsShown] = useState(true);
  const photo = usePhoto(PHOTOS[name]);

  const choose = (chosen: keyof typeof PHOTOS) => {
    setName(chosen);
    setBox(START);
  };
  return (
    <>
      <h1>Crop in React</h1>
      <p>Drag the box or its corner, or focus them and use the arrow keys.</p>
      <p className="controls">
        <button type="button" onClick={() => choose(name === 'page' ? 'astronaut' : 'page')}>
          Another photo
        </button>
        <label>
          <input type="checkbox" checked={isShown} onChange={({ target }) => setIsShown(target.checked)} /> Show the
          crop
        </label>
        <TensorCount />
      </p>
      <div className="views">
        {photo && <BoxEditor photo={photo} box={box} onChange={setBox} />}
        {isShown && <CropView photo={photo} box={box} />}
      </div>
      <p className="quiet">The portrait of Eileen Collins is NASA’s, in the public domain.</p>
    </>
  );
}
