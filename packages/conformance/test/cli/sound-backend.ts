import { plainBackend } from '../self/plain-backend.js';

const plain = plainBackend();
const capabilities = { ...plain.capabilities, modes: ['bilinear'], paddingModes: ['zeros'], dimensions: [2] } as const;

/** A sound backend that declares little. */
export default { ...plain, capabilities };
