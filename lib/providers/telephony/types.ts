/** The port to the phone network: what can be done to a call that is going on, and to what it recorded. */

export interface TransferRequest {
  callSid: string;
  /** E.164 */
  to: string;
  /** The number the other side sees, E.164. */
  callerId: string;
  /** Where the network reports how the dialling ended. */
  resultUrl: string;
  timeoutSeconds: number;
}

export interface Telephony {
  readonly name: string;
  /** Ends the call; a call that has already ended is not an error. Throws ProviderFailed. */
  hangUp(callSid: string): Promise<void>;
  /** Dials `to` and connects the caller; false when the call has already ended. Throws ProviderFailed. */
  transfer(request: TransferRequest): Promise<boolean>;
  /** The recording as WAV. Refuses hosts that are not the network's own. Throws ProviderFailed. */
  downloadRecording(url: string, signal: AbortSignal): Promise<Uint8Array>;
  /** A recording that is already gone is not an error. Throws ProviderFailed. */
  deleteRecording(recordingSid: string): Promise<void>;
}
