import { enUS } from './en-US';
import { addLanguage } from './message';

/** To be imported where English may be asked for. */
addLanguage('en-US', enUS);
