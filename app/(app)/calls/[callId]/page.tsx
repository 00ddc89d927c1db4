import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { CallPage } from "#components/calls/call-page.tsx";
import { callerName } from "#components/calls/caller.tsx";
import { getCall } from "#lib/calls/get-call.ts";
import { callView } from "#lib/calls/schemas/views.ts";
import { NotFound } from "#lib/errors.ts";
import { may } from "#lib/permissions.ts";
import { pageContext } from "#lib/web/page.ts";

interface CallProps {
  params: Promise<{ callId: string }>;
}

const callOfRequest = cache(async (callId: string) => {
  const { ctx } = await pageContext();
  if (!callView.shape.id.safeParse(callId).success) notFound();
  try {
    return await getCall(ctx, callId);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: CallProps): Promise<Metadata> {
  const call = await callOfRequest((await params).callId);
  const t = await getTranslations("calls");
  return { title: callerName(call, t("unknownCaller")) };
}

export default async function OneCallPage({ params }: CallProps) {
  const { role } = await pageContext();
  return <CallPage call={await callOfRequest((await params).callId)} writable={may(role, "calls.write")} />;
}
