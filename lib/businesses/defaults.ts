/** What a new business starts with: a real-estate agency, the first field that Moked knows. */
const weekday = [{ from: "09:00", to: "18:00" }];

export const realEstateDefaults = {
  field: "תיווך דירות ומשרדים, מכירה והשכרה",
  tone: "חם, ענייני וקצר, בגובה העיניים",
  instructions: [
    "לברר מה מחפשים: קנייה, השכרה או מכירה; באיזה אזור; כמה חדרים; מה התקציב; ומתי.",
    "לשאול שאלה אחת בכל פעם.",
    "כשיש די פרטים, או כשמבקשים שיחזרו אליהם: לקחת שם ולרשום הודעה לצוות.",
    "לא להבטיח מחירים, נכסים או מועדים שלא נמסרו לך.",
  ].join("\n"),
  greeting: (name: string) => `שלום, הגעתם אל ${name}. במה אפשר לעזור?`,
  openingHours: {
    0: weekday,
    1: weekday,
    2: weekday,
    3: weekday,
    4: weekday,
    5: [{ from: "09:00", to: "13:00" }],
    6: [],
  },
};
