import { markdownTable } from 'markdown-table';
import type { Memory } from '../results.js';

/** The peak memory of one workload, one column per backend. */
export function memoryTable(memory: readonly Memory[]): string {
  const row = (title: string, of: (backend: Memory) => number): string[] => [
    title,
    ...memory.map((backend) => `${of(backend).toFixed(1)} MB`),
  ];
  const table = markdownTable(
    [
      ['', ...memory.map(({ backend }) => backend)],
      row('the photo', ({ photo }) => photo),
      row('a photo per crop would be', ({ onePhotoPerCrop }) => onePhotoPerCrop),
      row('crops and their gradient', ({ cropsAndTheirGradient }) => cropsAndTheirGradient),
      row('peak in tensors', ({ peakInTensors }) => peakInTensors),
      row('peak of the process', ({ peakResident }) => peakResident),
      row('the process with the inputs alone', ({ residentWithInputs }) => residentWithInputs),
    ],
    { align: ['l', ...memory.map(() => 'r')] },
  );
  return `The workload **many**, forward and backward, in a process of its own.\n\n${table}`;
}
