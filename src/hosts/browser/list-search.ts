import { IConfigService, type Injector } from '@univerjs/core';
import { IEditorBridgeService } from '@univerjs/preset-sheets-core';

const OF_LISTS = 'sheets-data-validation-ui.config';

/**
 * A list has a field to search in where it was asked for. Where it opens because somebody types into its cell, it has none:
 * the field takes the keyboard a moment later, and with it the rest of what is typed.
 */
export function searchUnlessTyping(injector: Injector): void {
  const configs = injector.get(IConfigService);
  configs.setConfig(OF_LISTS, {
    ...configs.getConfig<object>(OF_LISTS),
    get showSearchOnDropdown(): boolean {
      return !injector.get(IEditorBridgeService).isVisible().visible;
    },
  });
}
