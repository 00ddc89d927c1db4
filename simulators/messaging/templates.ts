/** The account's message templates, and what WhatsApp said of them. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { newSid } from "../twilio/ids.ts";

const APPROVALS = ["unsubmitted", "received", "pending", "approved", "rejected", "paused", "disabled"] as const;

const action = z.looseObject({ title: z.string(), id: z.string().optional(), url: z.string().optional() });
const content = z.looseObject({
  body: z.string().optional(),
  actions: z.array(action).optional(),
  media: z.array(z.string()).optional(),
});

/** What the Content API takes for a new template. */
const templateInput = z.looseObject({
  friendly_name: z.string().min(1),
  language: z.string().min(2),
  variables: z.record(z.string(), z.string()).default({}),
  types: z.record(z.string(), content).refine((types) => Object.keys(types).length > 0, "no type of content"),
});
export type TemplateInput = z.input<typeof templateInput>;

const approvalInput = z.looseObject({
  name: z.string().regex(/^[a-z0-9_]+$/, "only small letters, digits and _"),
  category: z.enum(["UTILITY", "MARKETING", "AUTHENTICATION"]),
});

const decisionInput = z.strictObject({ status: z.enum(APPROVALS), rejectionReason: z.string().default("") });

export interface Template {
  sid: string;
  friendlyName: string;
  language: string;
  variables: Record<string, string>;
  types: z.infer<typeof templateInput>["types"];
  approval: { name: string; category: string; status: (typeof APPROVALS)[number]; rejectionReason: string };
  /** Epoch milliseconds. */
  createdAt: number;
  updatedAt: number;
}

export class Templates {
  #bySid = new Map<string, Template>();

  constructor() {
    for (const [category, input] of SEEDED) {
      // The same in every world, so that it can be written down.
      const sid = `HX${createHash("md5").update(input.friendly_name).digest("hex")}`;
      const template = this.create(input, sid);
      template.approval = { name: template.friendlyName, category, status: "approved", rejectionReason: "" };
    }
  }

  /** Throws a ZodError. */
  create(input: unknown, sid: string = newSid("HX")): Template {
    const { friendly_name, language, variables, types } = templateInput.parse(input);
    const now = Date.now();
    const template: Template = {
      sid,
      friendlyName: friendly_name,
      language,
      variables,
      types,
      approval: { name: friendly_name, category: "", status: "unsubmitted", rejectionReason: "" },
      createdAt: now,
      updatedAt: now,
    };
    this.#bySid.set(sid, template);
    return template;
  }

  /** The application asks for WhatsApp's approval. Throws a ZodError. */
  submit(template: Template, input: unknown): void {
    const { name, category } = approvalInput.parse(input);
    template.approval = { name, category, status: "received", rejectionReason: "" };
    template.updatedAt = Date.now();
  }

  /** WhatsApp decides. Throws a ZodError. */
  decide(template: Template, input: unknown): Template {
    template.approval = { ...template.approval, ...decisionInput.parse(input) };
    template.updatedAt = Date.now();
    return template;
  }

  get(sid: string): Template | undefined {
    return this.#bySid.get(sid);
  }

  all(): Template[] {
    return [...this.#bySid.values()];
  }

  /** False when there is no such template. */
  delete(sid: string): boolean {
    return this.#bySid.delete(sid);
  }
}

const SEEDED: readonly (readonly ["UTILITY" | "MARKETING", TemplateInput])[] = [
  [
    "UTILITY",
    {
      friendly_name: "viewing_reminder",
      language: "he",
      variables: { "1": "נועה", "2": "הרצל 12, תל אביב", "3": "יום שלישי", "4": "17:30" },
      types: {
        "twilio/quick-reply": {
          body: "שלום {{1}}, תזכורת לסיור בנכס ב{{2}}, ב{{3}} בשעה {{4}}. נתראה שם?",
          actions: [
            { title: "מאשרים הגעה", id: "viewing_confirm" },
            { title: "צריך מועד אחר", id: "viewing_move" },
          ],
        },
      },
    },
  ],
  [
    "UTILITY",
    {
      friendly_name: "payment_link",
      language: "he",
      variables: { "1": "נועה", "2": "250.00", "3": "דמי שריון", "4": "https://example.com/pay/abc" },
      types: {
        "twilio/text": {
          body: "שלום {{1}}, מצורף קישור לתשלום של {{2}} ש״ח עבור {{3}}: {{4}} . הקישור אישי, נא לא להעביר אותו הלאה.",
        },
      },
    },
  ],
  [
    "MARKETING",
    {
      friendly_name: "we_missed_you",
      language: "he",
      variables: { "1": "נועה", "2": "שי דירות ומשרדים" },
      types: {
        "twilio/text": {
          body: "שלום {{1}}, לא דיברנו הרבה זמן. יש ב{{2}} נכסים חדשים שיכולים להתאים, נשמח לעדכן. להסרה אפשר להשיב: הסר.",
        },
      },
    },
  ],
];
