/**
 * Lets the page work without its server from the second visit on, where the browser allows it: over https, or from this
 * machine. Elsewhere the page works as long as its server does.
 */
export async function keepOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  // It is a convenience: a browser that refuses shows the same page.
  await navigator.serviceWorker.register('service-worker.js').catch(() => undefined);
}
