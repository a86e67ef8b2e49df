import { useEffect, useState } from 'react';

/** The picture at an address, once it is decoded; until then, undefined. */
export function usePhoto(address: string): HTMLImageElement | undefined {
  const [photo, setPhoto] = useState<HTMLImageElement>();
  useEffect(() => {
    let isOutdated = false;
    const image = new Image();
    image.src = address;
    void image.decode().then(() => {
      if (!isOutdated) setPhoto(image);
    });
    return () => {
      isOutdated = true;
    };
  }, [address]);
  return photo;
}
