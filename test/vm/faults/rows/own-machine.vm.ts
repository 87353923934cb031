import { machineRows } from '../fault-table.ts';

machineRows('own');
