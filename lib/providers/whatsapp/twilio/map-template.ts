/** Twilio's words for templates, and ours. https://www.twilio.com/docs/content/content-types-overview */
import { z } from "zod";
import type { CarriedTemplate } from "../types.ts";

const PLACE = /\{\{(\w+)\}\}/g;

const content = z.object({
  body: z.string().min(1),
  actions: z
    .array(z.object({ title: z.string(), url: z.string().nullish() }))
    .nullish()
    .catch(null),
  media: z.array(z.string()).nullish().catch(null),
});

const twilioTemplate = z.object({
  sid: z.string(),
  friendlyName: z.string(),
  language: z.string(),
  variables: z.record(z.string(), z.string()).nullish().catch(null),
  types: z.record(z.string(), z.unknown()),
  approvalRequests: z
    .object({
      status: z.string().default(""),
      category: z.string().default(""),
      content_type: z.string().default(""),
      rejection_reason: z.string().nullish(),
    })
    .nullish(),
});

/** Null for what has no text of its own (a carousel, a flow): it could not be shown before it is sent. */
export function toTemplate(given: unknown): CarriedTemplate | null {
  const { sid, friendlyName, language, variables, types, approvalRequests } = twilioTemplate.parse(given);
  const shown = contentOf(types, approvalRequests?.content_type ?? "");
  if (shown === null) return null;
  const buttons = (shown.actions ?? []).map(({ title, url }) => ({ title, url: url ?? null }));
  const places = placesIn([shown.body, ...buttons.map(({ url }) => url ?? ""), ...(shown.media ?? [])]);
  return {
    ...{ providerId: sid, name: friendlyName, language, body: shown.body, buttons },
    category: categoryOf(approvalRequests?.category),
    approval: approvalOf(approvalRequests?.status),
    rejectionReason: approvalRequests?.rejection_reason ?? "",
    variables: places.map((name) => ({ name, sample: variables?.[name] ?? "" })),
  };
}

/** The form that WhatsApp was asked to approve; the others are for other channels. */
function contentOf(types: Record<string, unknown>, approvedType: string): z.output<typeof content> | null {
  const candidates = approvedType in types ? [types[approvedType]] : Object.values(types);
  return candidates.map((one) => content.safeParse(one).data).find((one) => one !== undefined) ?? null;
}

function placesIn(texts: readonly string[]): string[] {
  const names = texts.flatMap((text) => [...text.matchAll(PLACE)].map(([, name]) => name ?? ""));
  return [...new Set(names)].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
}

/** What is not known counts as marketing, which asks for the most. */
function categoryOf(category = ""): CarriedTemplate["category"] {
  const name = category.toLowerCase();
  return name === "utility" || name === "authentication" ? name : "marketing";
}

function approvalOf(status = ""): CarriedTemplate["approval"] {
  switch (status) {
    case "approved":
    case "rejected":
    case "paused":
    case "unsubmitted":
      return status;
    case "received":
    case "pending":
      return "pending";
    case "":
      return "unsubmitted";
    default:
      return "disabled";
  }
}
