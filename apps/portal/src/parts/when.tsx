import { useMemo } from 'react';
import { useLanguage } from '../words/words-provider.js';
import { type Detail, hanoiTime } from './hanoi-time.js';

/** An instant as people here read it; the UTC instant stays in the markup and in the tooltip. */
export function When({ at, detail = 'minute' }: { readonly at: string; readonly detail?: Detail }) {
  const { language } = useLanguage();
  const ms = useMemo(() => Date.parse(at), [at]);
  if (Number.isNaN(ms)) return <span>{at}</span>;
  return (
    <time dateTime={at} title={`${at.replace('T', ' ').replace('Z', '')} UTC`}>
      {hanoiTime(ms, detail, language)}
    </time>
  );
}
