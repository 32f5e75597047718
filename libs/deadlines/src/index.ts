export { vietnameseCalendar, WorkingCalendar } from './working-calendar.js';
