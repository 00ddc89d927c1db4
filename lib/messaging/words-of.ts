import type { attachment, message } from "#drizzle/schema/index.ts";

type Row = Pick<typeof message.$inferSelect, "body" | "content" | "transcript">;
type File = Pick<typeof attachment.$inferSelect, "kind" | "fileName">;

const KIND = { image: "תמונה", audio: "הודעה קולית", video: "סרטון", document: "מסמך", sticker: "מדבקה" } as const;

/** A message as somebody would read it out, pictures and places included. */
export function wordsOf({ body, content, transcript }: Row, files: readonly File[]): string {
  const attached = files.map(({ kind, fileName }) => `[${KIND[kind]}${fileName ? `: ${fileName}` : ""}]`);
  return [...attached, besides(content), transcript ?? "", body].filter(Boolean).join(" ") || "[הודעה ריקה]";
}

function besides(content: Row["content"]): string {
  switch (content.kind) {
    case "location":
      return `[מיקום: ${[content.label, content.address].filter(Boolean).join(", ") || `${content.latitude}, ${content.longitude}`}]`;
    case "contact":
      return content.contacts.map(({ name, phones }) => `[איש קשר: ${[name, ...phones].join(" ")}]`).join(" ");
    case "unsupported":
      return "[הודעה שאי אפשר להציג]";
    case "text":
    case "choice":
    case "note":
    case "template":
    case "event":
      return "";
    default:
      return content satisfies never;
  }
}
