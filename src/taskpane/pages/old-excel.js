/*
 * Plain ES5: runs in the IE webview of old Excel, which can read nothing newer. Where the webview is too old, the page
 * that says so takes the pane's place; where only a requirement set is missing, the pane itself goes there.
 */
(function () {
  'use strict';
  var modern =
    typeof window.Promise === 'function' &&
    typeof window.Map === 'function' &&
    typeof window.Symbol === 'function' &&
    'noModule' in document.createElement('script');
  if (!modern) window.location.replace('old-excel.html');
})();
