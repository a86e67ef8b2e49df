import '@cropgrad/backend-wasm';
import * as tf from '@tensorflow/tfjs';
import { readDigits } from './read-digits.js';
import { Training } from './training.js';
import { NET_NAMES } from './nets.js';
function kernels(){
tf.registerKernel({ kernelName:'Conv2DBackpropFilter', backendName:'wasm', kernelFunc: ({inputs,attrs}:any)=>tf.tidy(()=>{
  return tf.transpose(tf.conv2d(tf.transpose(inputs.x,[3,1,2,0]) as any, tf.transpose(inputs.dy,[1,2,0,3]) as any,1,attrs.pad),[1,2,0,3]) as any;})});
tf.unregisterKernel('Conv2DBackpropInput','wasm');
tf.registerKernel({ kernelName:'Conv2DBackpropInput', backendName:'wasm', kernelFunc: ({inputs,attrs}:any)=>tf.tidy(()=>{
  const w=inputs.filter; const k=w.shape[0]; const pad = attrs.pad==='valid'?0:attrs.pad;
  return tf.conv2d(inputs.dy, tf.transpose(tf.reverse(w,[0,1]),[0,1,3,2]) as any,1,k-1-pad) as any;})});
}
tf.enableProdMode();
await tf.setBackend('wasm'); kernels();
const digits = await readDigits('training');
console.log(digits.labels.length);
for (const set of ['R','RTS'] as const) for (const net of NET_NAMES) {
  const t = new Training({set,net,seed:1,steps:300,rates:{classifying:3e-3,locating:3e-3}}, digits);
  const n=[...t.net.classifying,...t.net.locating].reduce((s,w)=>s+w.size,0);
  const times:number[]=[]; let mean=0; const S=net.endsWith('FCN')?60:25;
  for(let s=0;s<S;s++){const b=performance.now(); const l=t.step(s); mean=(await l.data())[0]; l.dispose(); times.push(performance.now()-b);}
  times.sort((a,b)=>a-b);
  console.log(set,net,n,'loss',mean.toFixed(3),'ms',times[S>>1].toFixed(1),times[0].toFixed(1),tf.memory().numTensors);
  t.dispose(); console.log("after", tf.memory().numTensors);
}
