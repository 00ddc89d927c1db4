"use client";
import { type ComponentProps, useState } from "react";
import type { CustomerCard } from "#lib/customers/schemas.ts";
import type { TemplateList } from "#lib/templates/schemas/template.ts";
import { Composer } from "./composer.tsx";
import { TemplateForm } from "./template-form.tsx";

interface WriterProps extends Omit<ComponentProps<typeof Composer>, "onTemplate"> {
  customer: Pick<CustomerCard, "name" | "marketing">;
  templates: TemplateList;
}

/** One's own words while they come through, an approved text when they do not, or when it is chosen. */
export function Writer({ customer, templates, ...composer }: WriterProps) {
  const { conversation, freeWords, draft, change } = composer;
  const possible = templates.carried && conversation.channel === "whatsapp";
  const [chosen, setChosen] = useState<{ whileOpen: boolean; template: boolean } | null>(null);
  // What was chosen holds until the window opens or closes.
  const template = chosen?.whileOpen === freeWords.open ? chosen.template : possible && !freeWords.open;
  const choose = (wanted: boolean) => setChosen({ whileOpen: freeWords.open, template: wanted });
  if (template && draft.replyTo === null)
    return (
      <TemplateForm
        conversationId={conversation.id}
        customer={customer}
        templates={templates.items.filter(({ approval }) => approval === "approved")}
        windowClosed={!freeWords.open}
        onWords={() => choose(false)}
      />
    );
  return (
    <Composer
      {...composer}
      onTemplate={
        possible
          ? () => {
              change({ replyTo: null });
              choose(true);
            }
          : undefined
      }
    />
  );
}
