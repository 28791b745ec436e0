import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { LANGUAGES, type Words } from './words/index.js';

/** The catalogue of the language that the page speaks. */
export const WordsContext = createContext<Words>(LANGUAGES.en);

export const useWords = (): Words => useContext(WordsContext);
