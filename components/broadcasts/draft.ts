import type { CreateBroadcastInput } from "#lib/broadcasts/schemas/broadcast.ts";
import type { TemplateValues } from "#lib/templates/schemas/template.ts";

/** A new broadcast as it is being filled in: both audiences are kept while one changes one's mind. */
export interface Draft {
  name: string;
  templateId: string;
  variables: TemplateValues;
  kind: "tag" | "list";
  tag: string;
  numbers: string;
  perMinute: string;
  /** Of this form: sent twice, it is one broadcast. */
  onceKey: string;
}

export function emptyDraft(hasTags: boolean): Draft {
  return {
    ...{ name: "", templateId: "", variables: {}, kind: hasTags ? "tag" : "list", tag: "", numbers: "" },
    ...{ perMinute: "60", onceKey: crypto.randomUUID() },
  };
}

/** As the API takes it; what is wrong with it is said there, and by its schema here. */
export function toInput({ kind, tag, numbers, ...rest }: Draft): CreateBroadcastInput {
  return { ...rest, audience: kind === "tag" ? { kind, tag } : { kind, text: numbers } };
}
