/** How a caller is named to the staff. */
import { formatPhone } from "../hebrew/phone.ts";

/** The name, else the number, else that it was withheld. */
export function whoCalled(name: string | null, fromNumber: string | null): string {
  return name ?? (fromNumber ? formatPhone(fromNumber) : "מספר חסוי");
}

/** The task that says: a message was left. */
export function messageTaskTitle(name: string | null, fromNumber: string | null): string {
  return `להתקשר אל ${whoCalled(name, fromNumber)}: השאירו הודעה`;
}
