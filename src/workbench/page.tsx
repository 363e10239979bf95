import { createRoot } from 'react-dom/client';
import { App } from './app';
import './look/workbench.css';
import { keepOffline } from './offline/keep-offline';
import { Workbench } from './workbench';

const element = document.getElementById('workbench');
if (element === null) throw new Error('The page has no place for the workbench.');
const workbench = new Workbench();
createRoot(element).render(<App workbench={workbench} />);
await workbench.start();
await keepOffline();
