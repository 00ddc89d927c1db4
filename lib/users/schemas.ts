import { z } from "zod";

export const emailAddress = z.string().trim().toLowerCase().pipe(z.email("כתובת הדוא״ל אינה תקינה"));
export const newPassword = z
  .string({ error: "חסרה סיסמה" })
  .min(10, "הסיסמה קצרה מדי: לפחות 10 תווים")
  .max(200, "הסיסמה ארוכה מדי");

export const loginInput = z.object({ email: emailAddress, password: z.string().min(1).max(1000) });
export const forgotPasswordInput = z.object({ email: emailAddress });
export const resetPasswordInput = z.object({ token: z.string().min(20).max(200), password: newPassword });

export const sessionView = z.object({
  id: z.uuid(),
  userAgent: z.string(),
  address: z.string(),
  createdAt: z.iso.datetime(),
  current: z.boolean(),
});
export type SessionView = z.infer<typeof sessionView>;
