import { encode } from 'uqr'

/** A QR code as rows of dark and light, its quiet border included. */
export function qrRows(text: string): readonly (readonly boolean[])[] {
  return encode(text, { border: 4 }).data
}
