/** A sheet that lives in Excel, over Office.js. */
export { createExcelHost, type ExcelDeps } from './excel-host';
