import { TextInput } from '@mantine/core';
import { useLanguage } from '../words/words-provider.js';
import { hanoiInstant, hanoiTime } from './hanoi-time.js';

interface TimeFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly change: (wall: string) => void;
}

/** The browser's own field for day and time. Browsers write it by the machine's habits, so below it stands the time as Hà Nội writes it. */
export function TimeField({ label, hint, value, change }: TimeFieldProps) {
  const { language } = useLanguage();
  const instant = hanoiInstant(value);
  const echo = instant === null ? '\u00a0' : hanoiTime(Date.parse(instant), 'minute', language);
  return (
    <TextInput
      type="datetime-local"
      label={label}
      description={hint === undefined ? echo : `${hint} ${echo}`}
      inputWrapperOrder={['label', 'input', 'description']}
      value={value}
      max="2199-12-31T23:59"
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
