/** What is said about an order, in the language of the conversation. What the tool does is told by the product itself. */
interface OrderSayings {
  gladly: string;
  what: string;
  which: (names: readonly string[]) => string;
  howMany: (name: string) => string;
  about: (name: string, facts: string) => string;
  notInCart: (name: string) => string;
  notSold: string;
  list: (names: readonly string[]) => string;
  cancel: string;
  address: string;
  status: string;
  note: string;
  /** Whether an agent's words are one of these questions. */
  asks: RegExp;
}

const all = (names: readonly string[]): string => [...new Set(names)].join(", ");

export const orderSayings: Record<"he" | "en", OrderSayings> = {
  he: {
    gladly: "בשמחה.",
    what: "בשמחה. מה להוסיף לעגלה?",
    which: (names) => `לאיזה מהם הכוונה: ${all(names)}?`,
    howMany: (name) => `${name}, כמה יחידות?`,
    about: (name, facts) => `${name}: ${facts}. להוסיף לעגלה?`,
    notInCart: (name) => `בעגלה אין ${name}.`,
    notSold: "את זה אין אצלנו. לרשימת המוצרים אפשר לכתוב: מוצרים",
    list: (names) => `יש לנו: ${all(names)}. לרשימה המלאה אפשר לכתוב: מוצרים`,
    cancel: "סיכום שעוד לא אישרתם מבטלים במילה: לא. הזמנה שכבר התקבלה מבטל רק אדם, ואפשר לכתוב: נציג",
    address: "לכתובת למשלוח אפשר לכתוב כך: ״כתובת:״, ואחריה רחוב, מספר ויישוב",
    status: "למצב ההזמנה אפשר לכתוב: סטטוס",
    note: "להערה אפשר לכתוב כך: ״הערה:״, ואחריה ההערה",
    asks: /כמה יחידות\?|להוסיף לעגלה\?/,
  },
  en: {
    gladly: "Gladly.",
    what: "Gladly. What would you like to add to your cart?",
    which: (names) => `Which of these do you mean: ${all(names)}?`,
    howMany: (name) => `${name}: how many would you like?`,
    about: (name, facts) => `${name}: ${facts}. Shall we add it to your cart?`,
    notInCart: (name) => `There is no ${name} in your cart.`,
    notSold: "We do not sell that. To see what we have write: products",
    list: (names) => `We have: ${all(names)}. For the whole list write: products`,
    cancel: "To cancel before you confirm write: no. An order that was placed is cancelled by our team: write agent",
    address: "For the delivery write “address:” and then the street, number and town",
    status: "To see how your order is doing write: status",
    note: "For a note write “note:” and then the note",
    asks: /how many would you like\?|Shall we add it to your cart\?/,
  },
};
