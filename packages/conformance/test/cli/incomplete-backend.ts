/** A backend that says nothing but its modes. */
export default { tfBackend: 'cpu', capabilities: { modes: ['bilinear'] }, kernels: {} };
