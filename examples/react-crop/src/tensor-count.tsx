import { memory } from '@tensorflow/tfjs-core';
import { useEffect, useState } from 'react';

/** How many tensors there are, several times a second: one while a photo is shown, whatever is done to its box. */
export function TensorCount() {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setCount(memory().numTensors), 100);
    return () => clearInterval(timer);
  }, []);
  return <output aria-label="Tensors">{count}</output>;
}
