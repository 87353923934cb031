import { applicationRows } from '../fault-table.ts';

applicationRows('eve');
