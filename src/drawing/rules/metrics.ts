/**
 * How wide the letters of the paper's font are, so that lines can be broken here without a font and without a page. A
 * test measures the font itself against this table.
 */

/** The letters of the table: printable ASCII, Latin with its accents, and the signs of a sentence. */
// prettier-ignore
export const letters: readonly string[] = [
  ...range(0x20, 0x7e),
  ...range(0xa0, 0x17f),
  '–', '—', '‘', '’', '“', '”', '…', '•', '×', '−', '\u202f',
];

function range(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
}

/** Two signs for each letter: its width in thousandths of the size, in base 36. */
// prettier-ignore
export const widths = {
  plain:
    '787hbchyfwn3kc698c8cfbfw7g8y7gacfwfwfwfwfwfwfwfwfwfw7g7gfwfwfwc2ozhri2hkkafgefk8kl9f7lh7ekp7l4lpgtlp' +
    'haf9fgkbgopugafqfw95ac95fwcc7tflh3dch3fo9kh3h67676eu76pzh6gth3h3bhdba1h6e4luepe6d2akfbakfw787hfwfwfw' +
    'fwfbe9g4n49xe5fw8yn4dwbwfw9q9q7thbi77g699qage5kplflpc2hrhrhrhrhrhrohhkfgfgfgfg9f9f9f9fkal4lplplplplp' +
    'fwlpkbkbkbkbfqgthjflflflflflflo0dcfofofofo76767676gth6gtgtgtgtgtfwgth6h6h6h6e6h3e6hrflhrflhrflhkdchk' +
    'dchkdchkdckah3kah5fgfofgfofgfofgfofgfok8h3k8h3k8h3k8h3klh6klh69f769f769f769f769f76h0ec7l76h7eueuek76' +
    'ek76ek76ek7gek76l4h6l4h6l4h6j4l4h6lpgtlpgtlpgtpsqahabhhabhhabhf9dbf9dbf9dbf9dbfga1fga1fga1kbh6kbh6kb' +
    'h6kbh6kbh6kbh6pulufqe6fqfwd2fwd2fwd292dwrs4v4v9z9zlzagfwfw4m',
  bold:
    '787udbhyfwp2ku7e9f9ff2fw7x8w7tbjfwfwfwfwfwfwfwfwfwfw7t7xfwfwfwd9oyj8ihhukcfkf9k4l9at97igfjq7mllzh9lz' +
    'i8fbg1l0i2qvimheg397bj97fwbfa5gnhkechkglarhki28b8ah88ar3i2hdhkhkcfdyc2i2fvnsg2fvdpayfbayfw787yfwfwfs' +
    'fwfbdighn4alh2fw8wn4dwbsfwajaka5i5i07t7bakaqh2n2oanhd9j8j8j8j8j8j8qghufkfkfkfkatatatatkcmdlzlzlzlzlz' +
    'fwlzl0l0l0l0hehgjkgngngngngngnphecglglglgl8b8b8b8bhfi2hdhdhdhdhdfwh7i2i2i2i2fvhkfvj8gnj8gnj8gnhuechu' +
    'echuechueckchkkchxfkglfkglfkglfkgffkglk4hkk4hkk4hkk4hkl9i2lai9at8bat8bat8bat8bat8bk2gy978aich8h8fj8a' +
    'fj8afj8afja9fp8hmdi2mdi2mdi2ljmli2lzhdlzhdlzhdr1r6i8cfi8cfi8cffbdyfbdyfbdyfbdyg1c2g1c2g1c2l0i2l0i2l0' +
    'i2l0i2l0i2l0i2qvnyhefvheg3dpg3dpg3dpandwrs6161cdcdnragfwg54m',
};
