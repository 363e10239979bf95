/** Pictures in the code of the grid that are larger than any icon. */
const PICTURE = /data:image\/[a-z+]+;base64,[A-Za-z0-9+/=]{2000,}/g;
const NOTHING = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';

/**
 * A loader that leaves out the pictures that the grid brings along for its permission panel and for lists in documents: a
 * workbook of ours shows neither, and they are a seventh of what is downloaded.
 */
export default function withoutPictures(source) {
  return source.replace(PICTURE, NOTHING);
}
