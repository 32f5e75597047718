export { countTerm, type CountedTerm, type SkippedDay, type Term, type TermCount, type TermUnit, type UncountableTerm } from './term.js';
export { CalendarYearUnknown, vietnameseCalendar, WorkingCalendar, type DayOfCalendar } from './working-calendar.js';
