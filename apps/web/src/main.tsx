import './nonce.ts';
import './new-release.ts';
import './no-eval.ts';
import './font.css';
import './base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startSession } from './session/session.ts';

void startSession();
createRoot(document.getElementById('root')!).render(<App />);
