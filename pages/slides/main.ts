/** The deck's page: reveal.js over the slides that are in the document, and two keys of our own. */
import 'reveal.js/reveal.css';
import './style.css';
import Reveal from 'reveal.js';

const N = 78;
const T = 84;
let notes = false;

const deck = new Reveal({
  width: 1280,
  height: 720,
  margin: 0,
  center: false,
  hash: true,
  transition: 'none',
  slideNumber: 'c/t',
  pdfSeparateFragments: false,
  // On a phone, too, one slide at a time.
  scrollActivationWidth: 0,
  keyboard: {
    [N]: () => {
      notes = !notes;
      deck.configure({ showNotes: notes });
    },
    [T]: () => {
      const { dataset } = document.documentElement;
      const dark = matchMedia('(prefers-color-scheme: dark)').matches;
      dataset.theme = (dataset.theme ?? (dark ? 'dark' : 'light')) === 'dark' ? 'light' : 'dark';
    },
  },
});

deck.initialize();
