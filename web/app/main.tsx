import { createRoot } from 'react-dom/client';
import { followAddress } from '../state/address.ts';
import { loadRights } from '../state/judge.ts';
import { loadGraph } from '../state/load.ts';
import { App } from './app.tsx';
import '../style/base.css';
import '../style/layout.css';
import '../style/panel.css';
import '../style/profile.css';
import '../style/console.css';
import '../style/explore.css';
import '../style/time.css';
import '../style/review.css';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
followAddress();
void loadGraph();
void loadRights();
