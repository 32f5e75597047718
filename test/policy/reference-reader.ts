// Reads the sentences of reference.law: words, refusals and permissions over the facts of one question.

type Row = Readonly<Record<string, unknown>>;
export type Tables = Row;
/** What a sentence is asked about; words are worked out once a question. */
export interface Situation {
  readonly q: Row;
  readonly tables: Tables;
  readonly now: number;
  readonly known: Map<string, unknown>;
  readonly named: Row;
}
export type Sentence = (s: Situation) => unknown;
type Functions = Readonly<Record<string, (s: Situation, given: readonly Sentence[]) => unknown>>;

export const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const numberOf = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);
/** What stands under a name or a position; what is not there is undefined, and null says the same as not there. */
export function inside(from: unknown, key: unknown): unknown {
  if (Array.isArray(from)) return typeof key === 'number' ? (from[key] as unknown) : undefined;
  return isRow(from) && typeof key === 'string' && Object.hasOwn(from, key) ? (from[key] ?? undefined) : undefined;
}

/** Turns the text of one sentence into a function of the situation. */
export class Reader {
  private at = 0;
  private tokens: string[] = [];

  constructor(
    private readonly words: ReadonlyMap<string, Sentence>,
    private readonly functions: Functions,
  ) {}

  read(text: string): Sentence {
    this.tokens = text.match(/"[^"]*"|[\w$]+|<=|\S/g) ?? [];
    this.at = 0;
    const sentence = this.either();
    if (this.at < this.tokens.length) throw new Error(`"${this.tokens.slice(this.at).join(' ')}" is left over in: ${text}`);
    return sentence;
  }

  private take(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at += 1;
    return true;
  }
  private must(token: string): void {
    if (!this.take(token)) throw new Error(`wanted ${token} at: ${this.tokens.slice(this.at).join(' ')}`);
  }
  private next(): string {
    return this.tokens[this.at++] ?? '';
  }

  private either(): Sentence {
    const parts = [this.both()];
    while (this.take('or')) parts.push(this.both());
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : (s) => parts.some((part) => part(s) === true);
  }
  private both(): Sentence {
    const parts = [this.one()];
    while (this.take('and')) parts.push(this.one());
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : (s) => parts.every((part) => part(s) === true);
  }
  private one(): Sentence {
    if (this.take('not')) {
      const inner = this.one();
      return (s) => inner(s) !== true;
    }
    const word = ['some', 'every', 'all'].find((one) => this.take(one));
    if (word === undefined) return this.compared();
    const name = this.next();
    this.must('in');
    const of = this.sum();
    this.must(word === 'all' ? 'where' : ':');
    const body = this.either();
    const holds = (s: Situation) => (item: unknown) => body({ ...s, named: { ...s.named, [name]: item } }) === true;
    if (word === 'some') return (s) => listOf(of(s)).some(holds(s));
    return word === 'every' ? (s) => listOf(of(s)).every(holds(s)) : (s) => listOf(of(s)).filter(holds(s));
  }
  private compared(): Sentence {
    const left = this.sum();
    const sign = ['=', '<', '<=', 'in'].find((one) => this.take(one));
    if (sign === undefined) return left;
    const right = this.sum();
    if (sign === 'in') return (s) => left(s) !== undefined && listOf(right(s)).includes(left(s));
    if (sign === '=') return (s) => left(s) !== undefined && left(s) === right(s);
    return sign === '<' ? (s) => numberOf(left(s)) < numberOf(right(s)) : (s) => numberOf(left(s)) <= numberOf(right(s));
  }
  private sum(): Sentence {
    let sum = this.place();
    for (let sign = ['+', '-'].find((one) => this.take(one)); sign !== undefined; sign = ['+', '-'].find((one) => this.take(one))) {
      const [left, right, times] = [sum, this.place(), sign === '+' ? 1 : -1];
      sum = (s) => numberOf(left(s)) + times * numberOf(right(s));
    }
    return sum;
  }
  private place(): Sentence {
    let place = this.simple();
    for (;;) {
      const from = place;
      if (this.take('.')) {
        const key = this.next();
        place = (s) => inside(from(s), key);
      } else if (this.take('[')) {
        const key = this.either();
        this.must(']');
        place = (s) => inside(from(s), key(s));
      } else return place;
    }
  }
  private listUntil(end: string): Sentence[] {
    const items: Sentence[] = [];
    while (!this.take(end)) {
      items.push(this.either());
      this.take(',');
    }
    return items;
  }
  private simple(): Sentence {
    const token = this.next();
    if (token === '(') {
      const [inner, ...more] = this.listUntil(')');
      if (inner === undefined || more.length > 0) throw new Error('brackets hold one sentence');
      return inner;
    }
    if (token === '[') {
      const items = this.listUntil(']');
      return (s) => items.map((item) => item(s));
    }
    if (token.startsWith('"')) return () => token.slice(1, -1);
    if (/^\d+$/.test(token)) return () => Number(token);
    if (token === 'true' || token === 'false') return () => token === 'true';
    if (token.startsWith('$')) return (s) => inside(s.tables, token.slice(1));
    if (this.take('(')) {
      const [apply, given] = [this.functions[token], this.listUntil(')')];
      if (apply === undefined) throw new Error(`no function ${token}`);
      return (s) => apply(s, given);
    }
    if (!/^[a-z]\w*$/i.test(token)) throw new Error(`what is ${token}?`);
    return (s) => this.named(s, token);
  }

  /** What is being counted through, a word of the law, or a fact of the question. */
  private named(s: Situation, name: string): unknown {
    if (Object.hasOwn(s.named, name)) return s.named[name];
    if (name === 'now') return s.now;
    const word = this.words.get(name);
    if (word === undefined) return inside(s.q, name);
    if (!s.known.has(name)) s.known.set(name, word({ ...s, named: {} }));
    return s.known.get(name);
  }
}
