import { TypedField } from './typed-field';

/** Where the pane is, beside the grid. */
export class PanePlace {
  readonly element = document.createElement('div');
  readonly #field = new TypedField(this.element);

  /** Whether a field of the pane holds what nobody has taken over yet. */
  get isTyping(): boolean {
    return this.#field.isTyped;
  }

  /** What of the pane has the keyboard; null where nothing has. */
  get focused(): HTMLElement | null {
    const { activeElement } = document;
    return activeElement instanceof HTMLElement && this.element.contains(activeElement)
      ? activeElement
      : null;
  }

  /** Ends what is being typed in a field of the pane, which takes it over. */
  endTyping(): void {
    this.focused?.blur();
  }

  /** Puts the keyboard into the pane: its open tab, or the first thing that can be reached. */
  focus(): void {
    const target =
      this.element.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]') ??
      this.element.querySelector<HTMLElement>('button');
    target?.focus();
  }
}
