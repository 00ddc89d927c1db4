interface Card {
  displayName?: string | null;
  vcard?: string | null;
}

/** Names and numbers of the contacts that somebody sent: vCard 3.0, of which only these two lines are read. */
export function contactsOf(cards: readonly (Card | null | undefined)[]): { name: string; phones: string[] }[] {
  return cards.flatMap((card) => {
    if (!card) return [];
    const lines = (card.vcard ?? "").split(/\r?\n/);
    const name = card.displayName || valuesOf(lines, /^FN[;:]/i)[0] || "";
    return [{ name: name.slice(0, 200), phones: valuesOf(lines, /^(?:[\w-]+\.)?TEL[;:]/i).slice(0, 10) }];
  });
}

function valuesOf(lines: readonly string[], field: RegExp): string[] {
  return lines
    .filter((line) => field.test(line))
    .map((line) =>
      line
        .slice(line.lastIndexOf(":") + 1)
        .trim()
        .slice(0, 100),
    )
    .filter((value) => value !== "");
}
