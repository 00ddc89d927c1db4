"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, startTransition, useOptimistic, useState } from "react";
import { toast } from "sonner";
import { saveGateway } from "#lib/client/payments.ts";
import { type GatewaysView, type SaveGatewayInput, saveGatewayInput } from "#lib/payments/schemas/gateways.ts";
import { Ltr } from "../../ui/bidi.tsx";
import { Button } from "../../ui/button.tsx";
import { Card, CardTitle } from "../../ui/card.tsx";
import { Chip } from "../../ui/chip.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useAction } from "../../ui/use-action.ts";
import { Choice } from "../choice.tsx";
import { useUnsaved } from "../unsaved-guard.tsx";

type Gateway = GatewaysView["gateways"][number];
type Keys = Record<string, string>;

/** The keys of each provider, as they are called in its own console; what is no secret is shown while it is typed. */
const FIELDS = {
  tranzila: [
    { name: "terminal", secret: false },
    { name: "appKey", secret: true },
    { name: "secret", secret: true },
  ],
  paypal: [
    { name: "clientId", secret: false },
    { name: "clientSecret", secret: true },
    { name: "webhookId", secret: false },
  ],
} as const;

interface GatewayCardProps {
  gateway: Gateway;
  writable: boolean;
  /** What has to be done in the provider's own console. */
  children: ReactNode;
}

/** One provider: whether it is used, and the keys, which are kept and never shown again. */
export function GatewayCard({ gateway, writable, children }: GatewayCardProps) {
  const { provider, keysHint } = gateway;
  const t = useTranslations("payments");
  const [enabled, showEnabled] = useOptimistic(gateway.enabled);
  const { busy, problem, run, setProblem } = useAction();
  const [typing, setTyping] = useState(false);
  const [keys, setKeys] = useState<Keys>({});
  const [errors, setErrors] = useState<Keys>({});
  useUnsaved(Object.values(keys).some((typed) => typed !== ""));
  const isReady = enabled && keysHint !== null;
  const shows = writable && (typing || keysHint === null) && enabled;

  function forget() {
    setTyping(false);
    setKeys({});
    setErrors({});
    setProblem(null);
  }

  async function save(input: SaveGatewayInput) {
    const done = await run(() => saveGateway(input));
    if (!done) return;
    forget();
    toast.success(t("saved"));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    setErrors({});
    setProblem(null);
    const parsed = saveGatewayInput.safeParse({ provider, enabled: true, keys });
    if (parsed.success) void save(parsed.data);
    else setErrors(Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[1]), message])));
  }

  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] gap-4 p-4 sm:p-5" aria-labelledby={`gateway-${provider}`}>
      <div className="flex flex-wrap items-center gap-3">
        <CardTitle id={`gateway-${provider}`}>{t(provider)}</CardTitle>
        <Chip tone={isReady ? "good" : "plain"} role="status">
          {t(!enabled ? "off" : keysHint === null ? "noKeys" : "on")}
        </Chip>
        {keysHint === null ? null : <Ltr className="text-ink-3 text-sm">{keysHint}</Ltr>}
      </div>
      <Choice
        label={t(`use_${provider}`)}
        hint={t(`hint_${provider}`)}
        checked={enabled}
        disabled={!writable || busy}
        onChange={(on) =>
          startTransition(async () => {
            showEnabled(on);
            await save({ provider, enabled: on });
          })
        }
      />
      {shows ? (
        <form noValidate onSubmit={submit} className="grid gap-4 border-line border-t pt-4">
          {children}
          {FIELDS[provider].map(({ name, secret }) => (
            <Field key={name} label={t(`key_${name}`)} error={errors[name]}>
              {(tied) => (
                <Input
                  {...tied}
                  value={keys[name] ?? ""}
                  onChange={({ target }) => setKeys((before) => ({ ...before, [name]: target.value }))}
                  type={secret ? "password" : "text"}
                  autoComplete="off"
                  spellCheck={false}
                  dir="ltr"
                />
              )}
            </Field>
          ))}
          <div className="flex flex-wrap justify-end gap-2">
            {typing ? (
              <Button look="bare" onClick={forget}>
                {t("keepKeys")}
              </Button>
            ) : null}
            <Button type="submit" look="primary" aria-disabled={busy}>
              {t(busy ? "checking" : "saveKeys")}
            </Button>
          </div>
        </form>
      ) : null}
      {problem ? (
        <Notice tone="wrong" urgent>
          {problem}
        </Notice>
      ) : null}
      {writable && enabled && keysHint !== null && !typing ? (
        <Button className="justify-self-start" onClick={() => setTyping(true)}>
          {t("replaceKeys")}
        </Button>
      ) : null}
    </Card>
  );
}
