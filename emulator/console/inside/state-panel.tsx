import { useState } from 'preact/hooks';
import { forgetAccounts } from '../shell/accounts';
import { CLOCK_MOVED } from '../shell/clock';
import { Dialog } from '../shell/dialog';
import { Field } from '../shell/field';
import { toast } from '../shell/toast';
import { control } from '../shell/workspace-client';

/** The whole company as a file: save it, load it, or reset it. */
export function StatePanel() {
  const [resetting, setResetting] = useState(false);
  const load = async (file: File | undefined) => {
    if (!file) return;
    try {
      await control('state', JSON.parse(await file.text()) as object, 'PUT');
      refresh(`${file.name} was loaded.`);
    } catch (error) {
      toast(`${file.name} was not loaded: ${(error as Error).message}`);
    }
  };
  return (
    <section class="panel">
      <h2>State</h2>
      <p class="soft">
        The whole company is one JSON file. Save it before you try something, and load it to go
        back.
      </p>
      <div class="toolbar">
        <a class="button outlined" href="/_workspace/state" download="workspace.json">
          Save
        </a>
        <label class="button outlined">
          Load
          <input
            type="file"
            accept="application/json,.json"
            class="visually-hidden"
            onChange={({ currentTarget }) => void load(currentTarget.files?.[0])}
          />
        </label>
        <button type="button" class="button danger" onClick={() => setResetting(true)}>
          Reset
        </button>
      </div>
      {resetting && (
        <Dialog
          title="Start over?"
          action="Reset"
          danger
          close={() => setResetting(false)}
          submit={async (form) => {
            const seed = String(form.get('seed') ?? '').trim();
            await control('reset', seed === '' ? {} : { seed: Number(seed) });
            refresh('The Workspace was reset.');
          }}
        >
          <p>Everything done since the start is lost, including executions and mails.</p>
          <Field
            label="Seed number"
            name="seed"
            inputMode="numeric"
            pattern="[0-9]*"
            hint="Leave empty for the one it was started with."
          />
        </Dialog>
      )}
    </section>
  );
}

function refresh(words: string): void {
  forgetAccounts();
  dispatchEvent(new Event(CLOCK_MOVED));
  toast(words);
}
