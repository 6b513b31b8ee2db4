import { SingleBar } from 'cli-progress';

/** How the reading goes, for the person waiting. */
export type Progress = { show(records: number, file: string): void; end(): void };

/** Records between two plain lines. */
const STEP = 50_000;

/** A counter on a terminal, a line now and then elsewhere; never on standard output. */
export function showProgress(to: NodeJS.WriteStream): Progress {
  if (!to.isTTY) {
    return {
      show(records, file) {
        if (records % STEP === 0) to.write(`${records} records read, now ${file}\n`);
      },
      end() {},
    };
  }
  const bar = new SingleBar({
    format: '{value} records read in {duration_formatted} · {file}',
    stream: to,
  });
  let isShown = false;
  return {
    show(records, file) {
      if (!isShown) bar.start(0, 0);
      isShown = true;
      bar.update(records, { file });
    },
    end: () => bar.stop(),
  };
}
