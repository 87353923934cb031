import { endingRows } from '../fault-table.ts';

endingRows('eve');
