import { render } from 'preact';
import { apiWith } from './api.js';
import { App } from './app.js';
import './studio.css';
import { takeToken } from './token.js';

render(<App api={apiWith(takeToken())} />, document.getElementById('app')!);
