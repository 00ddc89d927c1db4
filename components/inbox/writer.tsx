"use client";
import { type ComponentProps, useState } from "react";
import type { CustomerCard } from "#lib/customers/schemas.ts";
import type { ConversationView } from "#lib/messaging/schemas/views.ts";
import type { TemplateList } from "#lib/templates/schemas/template.ts";
import { Composer } from "./composer.tsx";
import { TemplateForm } from "./template-form.tsx";

type ComposerProps = ComponentProps<typeof Composer>;

interface WriterProps extends Omit<ComposerProps, "conversationId" | "windowClosed" | "onTemplate"> {
  conversation: Pick<ConversationView, "id" | "channel" | "windowOpen">;
  customer: Pick<CustomerCard, "name" | "marketing">;
  templates: TemplateList;
}

/** One's own words while they come through, an approved text when they do not, or when it is chosen. */
export function Writer({ conversation, customer, templates, ...composer }: WriterProps) {
  const { id, channel, windowOpen } = conversation;
  const possible = templates.carried && channel === "whatsapp";
  const [withTemplate, setWithTemplate] = useState(possible && !windowOpen);
  if (withTemplate)
    return (
      <TemplateForm
        conversationId={id}
        customer={customer}
        templates={templates.items.filter(({ approval }) => approval === "approved")}
        windowClosed={!windowOpen}
        onWords={() => setWithTemplate(false)}
      />
    );
  return (
    <Composer
      {...composer}
      conversationId={id}
      windowClosed={!windowOpen}
      onTemplate={possible ? () => setWithTemplate(true) : undefined}
    />
  );
}
