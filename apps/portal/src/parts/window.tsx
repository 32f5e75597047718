import { useLanguage } from '../words/words-provider.js';
import { hanoiTime } from './hanoi-time.js';

/** A stretch of time; the day is said once where both ends lie in it. */
export function Window({ from, to }: { readonly from: string; readonly to: string }) {
  const { language } = useLanguage();
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const isOneDay = hanoiTime(start, 'day', language) === hanoiTime(end, 'day', language);
  const until = hanoiTime(end, 'minute', language);
  return (
    <span title={`${from.replace('T', ' ').replace('Z', '')} – ${to.replace('T', ' ').replace('Z', '')} UTC`}>
      <time dateTime={from}>{hanoiTime(start, 'minute', language)}</time>
      {' – '}
      <time dateTime={to}>{isOneDay ? until.slice(-5) : until}</time>
    </span>
  );
}
