export const order: Record<string, Record<string, string[]>>;
export function groupsOf(module: string): [group: string, members: string[]][] | undefined;
export function groupOf(module: string, member: string): string | undefined;
