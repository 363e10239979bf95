/** The three certificate columns with the number column that follows each: 17–18, 19–20, 21–22. */
export const CERTIFICATE_PAIRS = [
  ['skillCertificate', 'skillCertificateNo'],
  ['titleCertificate', 'titleCertificateNo'],
  ['assessorCard', 'assessorCardNo'],
] as const;
