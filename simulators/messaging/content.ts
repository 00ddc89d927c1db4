/** The Content API, on the real thing at content.twilio.com: https://www.twilio.com/docs/content/content-api-resources */
import { z } from "zod";
import { jsonBody, type SimRequest } from "../common/http.ts";
import { authenticate, type Json, notFound, type RestAnswer, RestError } from "../twilio/rest.ts";
import type { Messaging } from "./messaging.ts";
import type { Template } from "./templates.ts";

const CONTENT_PATH =
  /^\/(v[12])\/(Content|ContentAndApprovals)(?:\/(HX[0-9a-f]{32})(\/ApprovalRequests(?:\/whatsapp)?)?)?$/;

export function isContentPath(path: string): boolean {
  return CONTENT_PATH.test(path);
}

/** Throws RestError. */
export function answerContent(messaging: Messaging, request: SimRequest): RestAnswer {
  const { accountSid, webhooks, templates } = messaging;
  const { method, path } = request;
  authenticate({ accountSid, authToken: webhooks.authToken }, request);
  const [, , list, sid, approvals] = CONTENT_PATH.exec(path) ?? [];
  if (!sid) {
    if (method === "POST" && list === "Content") {
      const made = checked(() => templates.create(jsonBody(request)));
      return { status: 201, json: contentJson(messaging, made) };
    }
    if (method !== "GET") throw notFound(path);
    return { status: 200, json: listJson(messaging, request, list === "ContentAndApprovals") };
  }
  const template = templates.get(sid);
  if (!template || list !== "Content") throw notFound(path);
  switch (`${method} ${approvals ?? ""}`) {
    case "GET ":
      return { status: 200, json: contentJson(messaging, template) };
    case "DELETE ":
      templates.delete(sid);
      return { status: 204, json: null };
    case "GET /ApprovalRequests":
      return { status: 200, json: approvalJson(messaging, template) };
    case "POST /ApprovalRequests/whatsapp":
      checked(() => templates.submit(template, jsonBody(request)));
      return { status: 201, json: requestJson(template) };
    default:
      throw notFound(path);
  }
}

function checked<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof z.ZodError) throw new RestError(400, 20001, z.prettifyError(error));
    if (error instanceof SyntaxError) throw new RestError(400, 20001, error.message);
    throw error;
  }
}

function listJson(messaging: Messaging, { path, query }: SimRequest, withApprovals: boolean): Json {
  const pageSize = Number(query.get("PageSize")) || 50;
  const page = Number(query.get("Page")) || 0;
  const all = messaging.templates.all();
  const urlOf = (wanted: number) => `${messaging.apiUrl}${path}?PageSize=${pageSize}&Page=${wanted}`;
  return {
    meta: {
      key: "contents",
      page,
      page_size: pageSize,
      url: urlOf(page),
      first_page_url: urlOf(0),
      previous_page_url: page > 0 ? urlOf(page - 1) : null,
      next_page_url: all.length > (page + 1) * pageSize ? urlOf(page + 1) : null,
    },
    contents: all.slice(page * pageSize, (page + 1) * pageSize).map((template) => ({
      ...contentJson(messaging, template),
      ...(withApprovals ? { approval_requests: requestJson(template) } : {}),
    })),
  };
}

function contentJson({ accountSid, apiUrl }: Messaging, template: Template): Json {
  const url = `${apiUrl}/v1/Content/${template.sid}`;
  return {
    sid: template.sid,
    account_sid: accountSid,
    friendly_name: template.friendlyName,
    language: template.language,
    variables: template.variables,
    types: template.types,
    date_created: new Date(template.createdAt).toISOString(),
    date_updated: new Date(template.updatedAt).toISOString(),
    url,
    links: { approval_fetch: `${url}/ApprovalRequests`, approval_create: `${url}/ApprovalRequests/whatsapp` },
  };
}

function approvalJson({ accountSid, apiUrl }: Messaging, template: Template): Json {
  return {
    sid: template.sid,
    account_sid: accountSid,
    whatsapp: { type: "whatsapp", ...requestJson(template) },
    url: `${apiUrl}/v1/Content/${template.sid}/ApprovalRequests`,
  };
}

function requestJson({ approval, types }: Template): Json {
  return {
    name: approval.name,
    category: approval.category,
    content_type: Object.keys(types)[0] ?? "",
    status: approval.status,
    rejection_reason: approval.rejectionReason,
    allow_category_change: true,
  };
}
