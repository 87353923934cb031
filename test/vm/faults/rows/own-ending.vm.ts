import { endingRows } from '../fault-table.ts';

endingRows('own');
