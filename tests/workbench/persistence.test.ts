import { askToPersist, forgetPersistence } from '../../src/workbench/store/persistence';

let asked: number;

/** A page of a browser that keeps this, and answers so when it is asked. */
function page(keeps: Map<string, string> | null, persist?: () => Promise<boolean>): void {
  asked = 0;
  const refuse = (): never => {
    throw new DOMException('denied', 'SecurityError');
  };
  const localStorage = {
    getItem: (key: string) => (keeps === null ? refuse() : (keeps.get(key) ?? null)),
    setItem: (key: string, value: string) => (keeps === null ? refuse() : keeps.set(key, value)),
    removeItem: (key: string) => (keeps === null ? refuse() : keeps.delete(key)),
  };
  const storage =
    persist === undefined
      ? undefined
      : {
          persist: () => {
            asked++;
            return persist();
          },
        };
  Object.defineProperty(globalThis, 'localStorage', { value: localStorage, configurable: true });
  Object.defineProperty(globalThis, 'navigator', { value: { storage }, configurable: true });
}

afterEach(() => {
  page(new Map());
  forgetPersistence();
});

test('a browser is asked once, whatever it answers, and no more by later pages', async () => {
  const keeps = new Map<string, string>();
  page(keeps, () => Promise.resolve(false));
  await askToPersist();
  await askToPersist();
  expect(asked).toBe(1);
  const [key] = [...keeps.keys()];
  expect(key).toBe('kpy.persistence-asked');
});

test('once all is wiped, the next first work asks again', async () => {
  const keeps = new Map<string, string>();
  page(keeps, () => Promise.resolve(true));
  await askToPersist();
  forgetPersistence();
  expect(keeps.size).toBe(0);
  await askToPersist();
  expect(asked).toBe(2);
});

test('one that keeps nothing, refuses, or cannot be asked is no fault', async () => {
  page(null, () => Promise.reject(new Error('no')));
  await askToPersist();
  await askToPersist();
  expect(asked).toBe(1);
  forgetPersistence();
  page(new Map());
  await expect(askToPersist()).resolves.toBeUndefined();
});
