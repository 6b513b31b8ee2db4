import { SingleBar } from 'cli-progress';

/** How the loading goes, for the person waiting. */
export type Progress = { show(loaded: number, of: number): void; end(): void };

/** Documents between two plain lines. */
const STEP = 50_000;

/** A bar on a terminal, a line now and then elsewhere; never on standard output. */
export function showLoading(to: NodeJS.WriteStream): Progress {
  if (!to.isTTY) {
    let told = 0;
    return {
      show(loaded, of) {
        if (loaded - told < STEP) return;
        told = loaded;
        to.write(`${loaded} of ${of} documents loaded\n`);
      },
      end() {},
    };
  }
  const bar = new SingleBar({
    format: '{bar} {percentage}% · {value} of {total} documents · {eta_formatted} left',
    stream: to,
  });
  let isShown = false;
  return {
    show(loaded, of) {
      if (!isShown) bar.start(of, 0);
      isShown = true;
      bar.update(loaded);
    },
    end() {
      if (isShown) bar.stop();
      isShown = false;
    },
  };
}
