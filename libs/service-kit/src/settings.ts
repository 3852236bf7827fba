/** Token of a service's own settings: `@Inject(Settings) private readonly settings: …`. */
export const Settings = Symbol('settings');
