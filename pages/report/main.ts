/** The report's page: filters, the theme, and a dialog that opens a trial. Without it the report is a plain document. */
import './style.css';
import { readData } from './data.js';
import { filters } from './filters.js';
import { theme } from './theme.js';
import { trials } from './trials.js';

theme();
readData(document.querySelector('#data')!.textContent).then((data) => {
  filters(data.texts);
  trials(data);
});
