/** What a changelog says of a change: its text alone. All packages are released together, so new versions of each other are no news. */
module.exports = {
  getReleaseLine: async ({ summary }) => `- ${summary.trim().replaceAll('\n', '\n  ')}`,
  getDependencyReleaseLine: async () => '',
};
