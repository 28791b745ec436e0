/** How the program ends. What was typed wrong and what the machine refuses are told in one line, without a stack. */
export const EXIT = { fine: 0, unproven: 1, usage: 2, machine: 3, fault: 70 } as const;

/** What was typed is wrong. */
export class WrongUsage extends Error {
  readonly exitCode = EXIT.usage;
}

/** The machine refuses: an unwritable file, containment below what was asked for. */
export class MachineRefuses extends Error {
  readonly exitCode = EXIT.machine;
}

/** What an error tells the shell; null where it is a fault of the program itself. */
export function exitCodeOf(error: unknown): number | null {
  const code = (error as { exitCode?: unknown } | null)?.exitCode;
  return error instanceof Error && typeof code === 'number' ? code : null;
}
