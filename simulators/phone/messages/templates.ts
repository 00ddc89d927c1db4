/** The Content API: texts that WhatsApp has approved. https://www.twilio.com/docs/content/content-api-resources */
import { z } from "zod";
import { RestError } from "../rest-json.ts";

interface Template {
  sid: string;
  name: string;
  body: string;
  variables: Record<string, string>;
  category: "UTILITY" | "MARKETING";
  status: "approved" | "pending" | "rejected";
}

const templates: readonly Template[] = [
  {
    sid: "HX11111111111111111111111111111111",
    name: "viewing_reminder",
    body: "שלום {{1}}, מזכירים שקבענו ביקור בנכס ברחוב {{2}} ביום {{3}}. לשינוי המועד אפשר להשיב להודעה הזאת.",
    variables: { "1": "דנה", "2": "הרצל 12", "3": "שלישי בשעה 17:00" },
    category: "UTILITY",
    status: "approved",
  },
  {
    sid: "HX22222222222222222222222222222222",
    name: "talk_again",
    body: "שלום {{1}}, כאן {{2}}. רצינו להמשיך את הפנייה שלכם. אפשר להשיב להודעה הזאת ונחזור אליכם.",
    variables: { "1": "דנה", "2": "שי דירות ומשרדים" },
    category: "UTILITY",
    status: "approved",
  },
  {
    sid: "HX33333333333333333333333333333333",
    name: "new_listings",
    body: "שלום {{1}}, יש אצלנו נכסים חדשים באזור {{2}}. לפרטים אפשר להשיב כאן. להסרה השיבו הסר.",
    variables: { "1": "דנה", "2": "המרכז" },
    category: "MARKETING",
    status: "approved",
  },
  {
    sid: "HX44444444444444444444444444444444",
    name: "holiday_sale",
    body: "שלום {{1}}, מבצע לחג.",
    variables: { "1": "דנה" },
    category: "MARKETING",
    status: "pending",
  },
];

/** The words that a person gets. Throws RestError for a template that is not there or not filled in. */
export function renderTemplate(sid: string, variablesJson: string | null): string {
  const template = templates.find((one) => one.sid === sid);
  if (!template) throw new RestError(400, 20422, `Content SID ${sid} was not found`);
  if (template.status !== "approved") throw new RestError(400, 63040, "Template is not approved");
  const parsed = z.record(z.string(), z.string()).safeParse(variablesJson === null ? {} : parseJson(variablesJson));
  if (!parsed.success) throw new RestError(400, 21656, "The ContentVariables Parameter is invalid.");
  return template.body.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = parsed.data[name];
    if (!value) throw new RestError(400, 21656, `The ContentVariables Parameter is invalid: ${name} is missing`);
    return value;
  });
}

/** GET /v1/ContentAndApprovals. */
export function contentsJson(accountSid: string, url: string): Record<string, unknown> {
  const contents = templates.map(({ sid, name, body, variables, category, status }) => ({
    sid,
    account_sid: accountSid,
    friendly_name: name,
    language: "he",
    variables,
    types: { "twilio/text": { body } },
    date_created: "2026-01-01T00:00:00Z",
    date_updated: "2026-01-01T00:00:00Z",
    approval_requests: { name, category, content_type: "twilio/text", status, rejection_reason: "" },
  }));
  const meta = {
    page: 0,
    page_size: 50,
    first_page_url: url,
    previous_page_url: null,
    next_page_url: null,
    url,
    key: "contents",
  };
  return { contents, meta };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
