/** Where tests choose, the host says whether a crop may go a way that accepts it, and so hears that it does. */
declare function ask(way: i32): bool;

/** Whether a crop may go a way that accepts it. */
export function mayTake(way: i32): bool {
  return HOST_CHOOSES === 0 || ask(way);
}
