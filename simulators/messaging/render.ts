/** What a person sees of a template: https://www.twilio.com/docs/content/content-types-overview */

export interface Action {
  title: string;
  /** Comes back as ButtonPayload. */
  id?: string | undefined;
  url?: string | undefined;
}

/** A template's content by its type; what this network can show of it. */
export type TemplateTypes = Record<
  string,
  { body?: string | undefined; actions?: Action[] | undefined; media?: string[] | undefined }
>;

export interface RenderedTemplate {
  body: string;
  buttons: Action[];
  mediaUrls: string[];
}

/** Fills the variables in; those that are not given have the template's own samples. */
export function renderTemplate(
  template: { types: TemplateTypes; variables: Record<string, string> },
  given: Record<string, string>,
): RenderedTemplate {
  const values = { ...template.variables, ...given };
  const fill = (text: string) => text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
  const [content] = Object.values(template.types);
  return {
    body: fill(content?.body ?? ""),
    buttons: (content?.actions ?? []).map((action) => ({
      ...action,
      ...(action.url ? { url: fill(action.url) } : {}),
    })),
    mediaUrls: (content?.media ?? []).map(fill),
  };
}
