import { MachineRefuses } from './exit.js';

export async function run(): Promise<number> {
  throw new MachineRefuses('the report is still being written');
}
