import { getSharedFile } from "#lib/messaging/attachments/get-file.ts";
import { errorResponse } from "#lib/web/errors.ts";
import { fileResponse } from "#lib/web/file-response.ts";
import { requestId } from "#lib/web/request.ts";

/** A carrier fetches what it is to deliver. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  try {
    return fileResponse(await getSharedFile((await params).token));
  } catch (error) {
    return errorResponse(error, requestId(request.headers));
  }
}
