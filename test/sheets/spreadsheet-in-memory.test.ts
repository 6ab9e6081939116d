import { CONTRACT_SHEETS, spreadsheetContract } from '../contract/spreadsheet-contract';
import { MemorySpreadsheet } from './memory-spreadsheet';

spreadsheetContract('in memory', () => new MemorySpreadsheet(CONTRACT_SHEETS, {}));
