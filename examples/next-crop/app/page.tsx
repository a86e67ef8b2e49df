import photo from '../../find-the-crop/astronaut.png';
import { CropPanel } from './crop-panel.tsx';

/** A page that the server renders; what crops in it is a client component. */
export default function Page() {
  return (
    <main>
      <h1>Crop in Next</h1>
      <p>The same crop, once by the GPU of this browser and once by the server.</p>
      <CropPanel photo={photo.src} />
      <p>
        <small>The portrait of Eileen Collins is NASA’s, in the public domain.</small>
      </p>
    </main>
  );
}
