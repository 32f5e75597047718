type Outcome = { kind: 'opened' } | { kind: 'refused' };

export function inWords(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'opened':
      return 'opened';
  }
  return '';
}
