import { createRoot } from 'react-dom/client';
import { followAddress } from '../state/address.ts';
import { followSmallParts } from '../state/fresh-layout.ts';
import { loadRights } from '../state/judge.ts';
import { followGraph, loadGraph } from '../state/load.ts';
import { Boundary } from '../ui/boundary.tsx';
import { App } from './app.tsx';
import '../style/base.css';
import '../style/layout.css';
import '../style/overview.css';
import '../style/panel.css';
import '../style/profile.css';
import '../style/ledger.css';
import '../style/console.css';
import '../style/explore.css';
import '../style/time.css';
import '../style/review.css';
import '../style/find.css';
import '../style/phone.css';

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <Boundary>
      <App />
    </Boundary>,
  );
followAddress();
followSmallParts();
void loadGraph();
followGraph();
void loadRights();
