function latestOnly(work) {
  let isBusy = false;
  let next;
  return async (input) => {
    next = { input };
    if (isBusy) return;
    isBusy = true;
    while (next) {
      const { input: newest } = next;
      next = void 0;
      await work(newest);
    }
    isBusy = false;
  };
}
export {
  latestOnly as l
};
