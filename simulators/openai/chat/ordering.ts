/** Orders in free words, in Hebrew and English: understood from the list and the cart in the prompt, done by the tool. */
import { readFacts } from "./facts.ts";
import type { Knowledge } from "./knowledge.ts";
import { orderSayings } from "./order-sayings.ts";
import { type Clause, readClauses } from "./order-words.ts";
import type { Reply } from "./reply.ts";
import type { ChatTool } from "./shape.ts";
import { type CartLine, type Product, readShop, type Shop } from "./shop.ts";
import { toolFor } from "./tools.ts";
import type { Turn } from "./turns.ts";

/** What is asked of the tool; the names are those of its parameters. */
interface Order {
  add: { product: number; quantity: number; options: string }[];
  change: { line: number; quantity: number }[];
  remove: number[];
  empty: boolean;
  note: string;
  show: boolean;
  place: boolean;
}

/** Undefined when no order can be taken here, or when the customer's last words are about something else. */
export function takeOrder(known: Knowledge, tools: ChatTool[]): Reply | undefined {
  const tool = toolFor("order", tools);
  const shop = readShop(known.conversation.prompt);
  if (!tool || shop.products.length === 0) return undefined;
  const { order, questions } = new OrderTaker(known, shop).take();
  const asked = Object.entries(order).filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value));
  if (asked.length === 0 && questions.length === 0) return undefined;
  const sayings = orderSayings[known.persona.language];
  const text = [...(asked.length > 0 ? [sayings.gladly] : []), ...questions].join(" ");
  const call = { name: tool.name, arguments: JSON.stringify(Object.fromEntries(asked)) };
  return { text, calls: asked.length > 0 ? [call] : [] };
}

/** The same without what was ordered: it is in the cart, and nobody has to be told of it. */
export function besideOrders(known: Knowledge): Knowledge {
  const { products } = readShop(known.conversation.prompt);
  if (products.length === 0) return known;
  const isOrder = (text: string) =>
    !/\p{L}{2}/u.test(text) ||
    OF_CART.test(text) ||
    SHOW.test(text) ||
    readClauses(text, products).some((clause) => clause.products.length > 0);
  const turns = known.conversation.turns.map((turn) =>
    turn.speaker === "caller" && isOrder(turn.text) ? { ...turn, text: "" } : turn,
  );
  return { ...known, facts: readFacts(turns, known.persona) };
}

const SHOW =
  /עגלה|(?<![א-ת])ה?סל(?![א-ת])|מה הזמנתי|כמה זה (?:יוצא|עולה)|מה הסכום|\b(?:cart|basket|total)\b|what did i order|how much is (?:it|that|everything)/i;
/** What they wrote was for the cart, even where it names nothing. */
const OF_CART = /(?<![א-ת])ו?(?:תוסיפ[וי]|להוסיף|תוריד[וי]|תשנ[וי]|תזמינו|להזמין|זהו)(?![א-ת])|\b(?:add|order)\b/i;
/** What is sold here at all. */
const LIST =
  /(?<![א-ת])(?:ה?מוצרים|מוכרים|תפריט)(?![א-ת])|^\W*מה יש (?:לכם|אצלכם)[?\s]*$|\bproducts\b|what do you (?:have|sell)/i;
/** What the product does in exact words alone is told, not done. */
const CANCEL = /(?<![א-ת])(?:תבטל[וי]?|לבטל)(?![א-ת]).*הזמנה|\bcancel\b.*\border\b/i;
const ADDRESS = /(?<![א-ת])[לב]?רחוב(?![א-ת])|\bstreet\b/i;
const STATUS =
  /(?:מה (?:עם|קורה עם)|מה מצב|מה ה?סטטוס(?: של)?|איפה|מתי (?:תגיע|מגיעה)) ה?הזמנה|\b(?:where|when|status)\b.*\border\b/i;
/** About paying for what was ordered, and not about a price. */
const PAYING =
  /(?<![א-ת])(?:שילמתי|שולם|קישור (?:ל|ה)?תשלום|ה?קישור|איך (?:אפשר )?(?:משלמים|לשלם))(?![א-ת])|\b(?:did i pay|how (?:do|can) (?:i|we) pay|pay(?:ment)? link)\b/i;
/** The note itself stands behind the word for it. */
const NOTE = /(?:הערה|\bnote\b)(?: להזמנה)?[:,]?(?: ש-?| that | )?(.*)/i;
const EXCEPT = /(?<![א-ת])(?:חוץ|למעט)(?![א-ת])|\bexcept\b/i;
const EMPTY = /(?<![א-ת])(?:לרוקן|תרוקנ[וי]|רוקנו)(?![א-ת])|\b(?:empty|clear)\b/i;
const EVERYTHING = /(?<![א-ת])(?:את )?הכו?ל(?![א-ת])|\beverything\b/i;
const FINISHED =
  /(?<![א-ת])ו?(?:זהו|זה הכו?ל|לסכם|תסכמו|לתשלום|לשלם|לסיים)(?![א-ת])|(?:לבצע|לסגור) (?:את )?ה?הזמנה|that['’]?s (?:all|it)\b|\bcheck ?out\b|\bplace (?:the |my |an )?order\b/i;
const TO_ORDER = /(?<![א-ת])ו?(?:להזמין|תזמינו|מזמינ(?:ה|ים))(?![א-ת])|\border\b/i;
const QUESTION =
  /(?<![א-ת])ו?(?:כמה|מה|מתי|איך|האם|למה|איזה|איזו|אילו|יש (?:לכם|אצלכם)|לדעת|לשאול|לברר|שאלה|לגבי)(?![א-ת])|\b(?:how|what|when|which|why|question|about|do you|is there|are there|are the|is the)\b/i;
/** Who says these wants something of the list. */
const FROM_LIST = /(?<![א-ת])ו?(?:תוסיפ[וי]|להוסיף|תביא[וי]|תשימו)(?![א-ת])|\b(?:add|order)\b/i;
const YES = /^(?:כן|בטח|בסדר|סבבה|יאללה|yes|yeah|sure|ok|okay)(?!\p{L})/iu;

/** So many names fit into an answer; the whole list is the product's own to send. */
const MOST_LISTED = 8;

class OrderTaker {
  readonly #shop: Shop;
  readonly #said: string;
  readonly #before: Turn[];
  readonly #sayings;
  readonly #order: Order = { add: [], change: [], remove: [], empty: false, note: "", show: false, place: false };
  readonly #questions: string[] = [];

  constructor({ conversation: { turns }, persona }: Knowledge, shop: Shop) {
    this.#shop = shop;
    this.#sayings = orderSayings[persona.language];
    // Several short messages in a row are one.
    const from = turns.findLastIndex(({ speaker }) => speaker === "agent") + 1;
    this.#said = turns
      .slice(from)
      .map(({ text }) => text)
      .join("\n");
    this.#before = turns.slice(0, from);
  }

  take(): { order: Order; questions: string[] } {
    const clauses = readClauses(this.#said, this.#shop.products);
    const hasCart = this.#shop.cart.length > 0;
    const names = clauses.some(({ products }) => products.length > 0);
    const all = EVERYTHING.test(this.#said) && clauses.some(({ verb }) => verb === "remove");
    const isQuestion = QUESTION.test(this.#said);
    const [, note] = NOTE.exec(this.#said) ?? [];
    if (!names && (EMPTY.test(this.#said) || all)) this.#order.empty = hasCart;
    else if (all && EXCEPT.test(this.#said)) this.#removeOthers(clauses);
    else if (note !== undefined && !names) this.#note(note);
    else if (!names && (STATUS.test(this.#said) || PAYING.test(this.#said))) this.#tellOfOrders();
    else if (CANCEL.test(this.#said)) this.#questions.push(this.#sayings.cancel);
    else if (ADDRESS.test(this.#said) && !names && hasCart) this.#questions.push(this.#sayings.address);
    else if (SHOW.test(this.#said) && (isQuestion || !names)) this.#order.show = true;
    else if (isQuestion) this.#tellOf(clauses);
    else this.#takeAll(clauses);
    return { order: this.#order, questions: this.#questions };
  }

  #tellOfOrders(): void {
    const { orders } = this.#shop;
    this.#questions.push(orders.length > 0 ? orders.join("\n") : this.#sayings.status);
  }

  #removeOthers(clauses: readonly Clause[]): void {
    const kept = clauses.flatMap(({ products }) => products);
    this.#order.remove = this.#shop.cart.filter(({ product }) => !kept.includes(product)).map(({ line }) => line);
  }

  #note(note: string): void {
    if (/\p{L}/u.test(note)) this.#order.note = note.trim();
    else this.#questions.push(this.#sayings.note);
  }

  /** What the list says of the one thing that is asked about. */
  #tellOf(clauses: readonly Clause[]): void {
    const products = clauses.flatMap((clause) => clause.products);
    const [product] = products;
    if (!product && LIST.test(this.#said))
      this.#questions.push(this.#sayings.list(this.#shop.products.slice(0, MOST_LISTED).map(({ name }) => name)));
    if (product && products.length === 1) this.#questions.push(this.#sayings.about(product.name, product.about));
  }

  #takeAll(clauses: readonly Clause[]): void {
    let verb: Clause["verb"] = null;
    for (const clause of clauses) {
      verb = clause.verb ?? verb;
      this.#take({ ...clause, verb });
    }
    const { add, change, remove } = this.#order;
    const isChanged = add.length + change.length + remove.length > 0;
    const isNamed = clauses.some(({ products }) => products.length > 0);
    const isBare = !isNamed && clauses.every(({ hasMore }) => !hasMore);
    const isFinished = FINISHED.test(this.#said) || (TO_ORDER.test(this.#said) && isBare);
    if (isFinished && this.#questions.length === 0) this.#order.place = isChanged || this.#shop.cart.length > 0;
    if (isFinished && isBare && !this.#order.place && TO_ORDER.test(this.#said))
      this.#questions.push(this.#sayings.what);
  }

  #take(clause: Clause): void {
    const { verb, quantity, hasMore } = clause;
    const inCart = clause.products.filter((product) => this.#linesOf(product).length > 0);
    const named = verb === "add" || verb === null || inCart.length === 0 ? clause.products : inCart;
    if (named.length > 1) {
      if (verb !== null || quantity !== null) this.#questions.push(this.#sayings.which(named.map(({ name }) => name)));
      return;
    }
    const product = named[0] ?? (hasMore ? undefined : this.#meant(clause));
    if (product) this.#act(product, clause);
    else if (hasMore && verb === "add" && FROM_LIST.test(this.#said)) this.#questions.push(this.#sayings.notSold);
  }

  #act(product: Product, { verb, quantity, choices, isOne, hasMore, products }: Clause): void {
    const lines = this.#linesOf(product).filter(
      ({ options }) => choices.length === 0 || choices.every((choice) => options.includes(choice)),
    );
    const [line] = lines;
    if (verb === "remove") {
      if (!line) this.#questions.push(this.#sayings.notInCart(product.name));
      else if (quantity !== null && lines.length === 1 && quantity < line.quantity)
        this.#order.change.push({ line: line.line, quantity: line.quantity - quantity });
      else this.#order.remove.push(...lines.map((one) => one.line));
      return;
    }
    if (verb === "change" && line) {
      if (quantity === null) this.#questions.push(this.#sayings.howMany(product.name));
      else this.#order.change.push({ line: line.line, quantity });
      return;
    }
    // A product that is only spoken of is not ordered.
    if (verb === null && quantity === null && hasMore) return;
    const isNamed = products.length > 0;
    if (quantity === null && isNamed && (verb === null || !isOne)) {
      this.#questions.push(this.#sayings.howMany(product.name));
      return;
    }
    const options = isNamed ? choices.join(", ") : (line?.options ?? "");
    this.#order.add.push({ product: product.number, quantity: quantity ?? 1, options });
  }

  /** What "one more" or "yes, two" is about: what was just asked about, the one thing in the cart, or the last one named. */
  #meant({ verb, quantity }: Clause): Product | undefined {
    const last = this.#before.at(-1)?.text ?? "";
    const isAsked = this.#sayings.asks.test(last) && (quantity !== null || YES.test(this.#said));
    if (!isAsked && (verb === null || (verb === "add" && quantity === null))) return undefined;
    const spokenOf = this.#before.toReversed().flatMap(({ text }) => {
      const found = new Set(readClauses(text, this.#shop.products).flatMap(({ products }) => products));
      return found.size === 1 ? [...found] : [];
    });
    const { cart } = this.#shop;
    const isKnown = (product: Product) => isAsked || cart.some((line) => line.product === product);
    return spokenOf.find(isKnown) ?? (cart.length === 1 ? cart[0]?.product : undefined) ?? this.#which(cart);
  }

  #which(cart: readonly CartLine[]): undefined {
    if (cart.length > 0) this.#questions.push(this.#sayings.which(cart.map(({ product }) => product.name)));
  }

  #linesOf(product: Product): CartLine[] {
    return this.#shop.cart.filter((line) => line.product === product);
  }
}
