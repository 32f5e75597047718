/** RFC 8785 for values without fractions: keys in UTF-16 order, no space, ECMAScript's own string and number forms. */

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object that this text canonically says; null for any other text. */
export function readCanonical(text: string): Record<string, unknown> | null {
  const value = readCanonicalValue(text);
  return isObject(value) ? value : null;
}

/** As `readCanonical`, for any value; undefined when the text is not canonical. */
export function readCanonicalValue(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return hasSortedKeys(value) && JSON.stringify(value) === text && text.isWellFormed() ? value : undefined;
}

function hasSortedKeys(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(hasSortedKeys);
  if (!isObject(value)) return true;
  let before: string | null = null;
  for (const key in value) {
    if (before !== null && key <= before) return false;
    before = key;
    if (!hasSortedKeys(value[key])) return false;
  }
  return true;
}
