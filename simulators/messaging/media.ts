/** Pictures, voice messages and files of messages, and the host from which they are downloaded. */
import { randomBytes } from "node:crypto";
import { newSid } from "../twilio/ids.ts";

export interface Medium {
  sid: string;
  messageSid: string;
  /** What the API and webhooks say it is. */
  contentType: string;
  /** What the media host says it is: the same, unless somebody wants to see what a lie does. */
  servedAs: string;
  /** Null when it could not be had from the application. */
  bytes: Buffer | null;
  /** The last part of its address on the media host: nobody guesses it, so that host asks for no credentials. */
  key: string;
  createdAt: number;
}

/** Where the media host is, beside the API. */
export const MEDIA_HOST_PATH = "/twiliocdn/";

export function newMedium(given: Pick<Medium, "contentType" | "bytes"> & { servedAs?: string | undefined }): Medium {
  return {
    sid: newSid("ME"),
    messageSid: "",
    contentType: given.contentType,
    servedAs: given.servedAs ?? given.contentType,
    bytes: given.bytes,
    key: randomBytes(20).toString("hex"),
    createdAt: Date.now(),
  };
}

// A picture may have 16 MB; old ones go first.
const CAPACITY = 300;

export class MediaStore {
  #bySid = new Map<string, Medium>();

  /** Keeps the media of a message that has its identifier now. */
  add(media: Medium[], messageSid: string): void {
    for (const medium of media) {
      medium.messageSid = messageSid;
      this.#bySid.set(medium.sid, medium);
    }
    for (const sid of this.#bySid.keys()) {
      if (this.#bySid.size <= CAPACITY) break;
      this.delete(sid);
    }
  }

  get(messageSid: string, sid: string): Medium | undefined {
    const medium = this.#bySid.get(sid);
    return medium?.messageSid === messageSid ? medium : undefined;
  }

  byKey(key: string): Medium | undefined {
    return [...this.#bySid.values()].find((medium) => medium.key === key);
  }

  ofMessage(messageSid: string): Medium[] {
    return [...this.#bySid.values()].filter((medium) => medium.messageSid === messageSid);
  }

  /** Its message still tells that it was there. */
  delete(sid: string): void {
    const medium = this.#bySid.get(sid);
    if (medium) medium.bytes = null;
    this.#bySid.delete(sid);
  }
}
