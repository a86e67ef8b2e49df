/** A backend that says nothing but its modes. */
export default {
  contract: 2,
  tfBackend: 'cpu',
  capabilities: { sampling: [{ modes: ['bilinear'] }] },
  kernels: {},
};
