/** A platform of its own, ready to be asked; `stop` removes its data too. */
export type Throwaway = {
  url: string;
  password: string;
  /** The installation's folder: ports, secrets, logs and the note of what runs. */
  local: string;
  stop: () => Promise<void>;
};

export function startThrowaway(wishes?: {
  args?: string[];
  env?: Record<string, string>;
  patience?: number;
}): Promise<Throwaway>;
