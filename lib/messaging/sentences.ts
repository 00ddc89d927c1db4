/** The fixed sentences that customers are written; neutral in gender, like everything that is said. */
export const SIGNED_OFF = "הוסרתם מרשימת התפוצה, ולא יישלחו אליכם עוד הודעות פרסום.";
export const SIGNED_ON = "נרשמתם לקבלת עדכונים. להסרה בכל שלב אפשר להשיב: הסר";
export const PASSED_ON = "ההתכתבות עוברת לצוות, ויחזרו אליכם כאן בהקדם.";
/** When nobody can think of an answer now. */
export const KEPT_FOR_STAFF = "קיבלנו את ההודעה. הצוות יחזור אליכם כאן בהקדם.";
