/** A name asks for the group of that name and for those of its family: "call" for "call.turns" and "call.soak". */
export function groupsNamed(name: string, known: readonly string[]): string[] {
  return known.filter((group) => group === name || group.startsWith(`${name}.`));
}
