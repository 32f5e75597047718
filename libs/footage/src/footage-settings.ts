/** What a process tells this lib about itself. */
export abstract class FootageSettings {
  /** Public address of the media edge, an origin of its own; without a slash at the end. */
  abstract readonly edgeUrl: string;
  /** Name of the process in the log. */
  abstract readonly producer: string;
}
