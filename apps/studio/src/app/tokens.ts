/** Colours that antd knows, under its own token names; each is also the CSS variable `--color-…`. */
export interface Palette {
  readonly colorBgLayout: string
  readonly colorBgContainer: string
  readonly colorBgElevated: string
  readonly colorFillQuaternary: string
  readonly colorFillTertiary: string
  readonly colorFillSecondary: string
  readonly colorBorder: string
  readonly colorBorderSecondary: string
  readonly colorText: string
  readonly colorTextSecondary: string
  readonly colorTextTertiary: string
  readonly colorTextQuaternary: string
  readonly colorTextLightSolid: string
  readonly colorPrimary: string
  readonly colorPrimaryHover: string
  readonly colorPrimaryActive: string
  readonly colorPrimaryBg: string
  readonly colorPrimaryBorder: string
  readonly colorError: string
  readonly colorErrorBg: string
  readonly colorErrorBorder: string
  readonly colorWarning: string
  readonly colorWarningBg: string
  readonly colorWarningBorder: string
  readonly colorSuccess: string
  readonly colorSuccessBg: string
  readonly colorSuccessBorder: string
  readonly colorInfo: string
  readonly colorInfoBg: string
  readonly colorInfoBorder: string
}

/** Our own colours: each is the CSS variable of its name; `mr-<family>` and `mr-<family>-bg` colour the nodes. */
export type OwnColours = { readonly [name: `mr-${string}`]: string }

/** One mode of the look. */
export interface Mode {
  readonly palette: Palette
  readonly own: OwnColours
}

const light: Mode = {
  palette: {
    colorBgLayout: '#F6F7F5',
    colorBgContainer: '#FFFFFF',
    colorBgElevated: '#FFFFFF',
    colorFillQuaternary: '#F7F8F7',
    colorFillTertiary: '#EEF1EF',
    colorFillSecondary: '#E3E8E5',
    colorBorder: '#C6CECA',
    colorBorderSecondary: '#E1E6E3',
    colorText: '#14201C',
    colorTextSecondary: '#44514C',
    colorTextTertiary: '#5D6964',
    colorTextQuaternary: '#97A19D',
    colorTextLightSolid: '#FFFFFF',
    colorPrimary: '#0B6A5B',
    colorPrimaryHover: '#0E7D6B',
    colorPrimaryActive: '#085247',
    colorPrimaryBg: '#E3F0EC',
    colorPrimaryBorder: '#9BC8BC',
    colorError: '#B3301F',
    colorErrorBg: '#FBECE8',
    colorErrorBorder: '#E9B9AE',
    colorWarning: '#875600',
    colorWarningBg: '#FAF1DD',
    colorWarningBorder: '#E2CA93',
    colorSuccess: '#37742A',
    colorSuccessBg: '#EAF3E5',
    colorSuccessBorder: '#BAD6AE',
    colorInfo: '#2C5A9A',
    colorInfoBg: '#E9F0F9',
    colorInfoBorder: '#B5CBE8',
  },
  own: {
    'mr-canvas': '#F1F3F1',
    'mr-canvas-dot': '#D0D7D3',
    'mr-flow': '#BBD6CD',
    'mr-flow-core': '#6B877F',
    'mr-flow-ghost': '#D6DEDA',
    'mr-note': '#FBF6E3',
    'mr-note-border': '#E6DBB3',
    'mr-entry': '#0B6A5B',
    'mr-entry-bg': '#E3F0EC',
    'mr-reach': '#2C5A9A',
    'mr-reach-bg': '#E8EFF8',
    'mr-reward': '#875600',
    'mr-reward-bg': '#F9F0DC',
    'mr-contact': '#54631D',
    'mr-contact-bg': '#EFF2DF',
    'mr-people': '#96452A',
    'mr-people-bg': '#F8ECE6',
    'mr-time': '#4F5B73',
    'mr-time-bg': '#ECEEF3',
    'mr-logic': '#78427F',
    'mr-logic-bg': '#F4EAF5',
    'mr-end': '#3F4A46',
    'mr-end-bg': '#E8ECEA',
    'mr-arm-a': '#5A6662',
    'mr-arm-b': '#0B6A5B',
    'mr-arm-b-band': '#CFE4DD',
    'mr-hatch': '#DDE3E0',
    'mr-control': '#84908B',
    'mr-shadow': '0 4px 16px rgb(0 0 0 / .08)',
  },
}

const dark: Mode = {
  palette: {
    colorBgLayout: '#0D1211',
    colorBgContainer: '#131918',
    colorBgElevated: '#19211F',
    colorFillQuaternary: '#171E1C',
    colorFillTertiary: '#1D2523',
    colorFillSecondary: '#29322F',
    colorBorder: '#3A4642',
    colorBorderSecondary: '#26302D',
    colorText: '#E3EAE7',
    colorTextSecondary: '#B0BBB7',
    colorTextTertiary: '#909C97',
    colorTextQuaternary: '#5F6B66',
    colorTextLightSolid: '#06201A',
    colorPrimary: '#52BCA6',
    colorPrimaryHover: '#6CCBB7',
    colorPrimaryActive: '#3FA28E',
    colorPrimaryBg: '#14302A',
    colorPrimaryBorder: '#2C6357',
    colorError: '#F08A78',
    colorErrorBg: '#351B16',
    colorErrorBorder: '#6B352B',
    colorWarning: '#DDB15A',
    colorWarningBg: '#2F2511',
    colorWarningBorder: '#5F4C22',
    colorSuccess: '#8CC47C',
    colorSuccessBg: '#1B2A17',
    colorSuccessBorder: '#3B5732',
    colorInfo: '#86B0E8',
    colorInfoBg: '#172436',
    colorInfoBorder: '#324C70',
  },
  own: {
    'mr-canvas': '#0D1211',
    'mr-canvas-dot': '#26302D',
    'mr-flow': '#23473F',
    'mr-flow-core': '#6FA195',
    'mr-flow-ghost': '#26302D',
    'mr-note': '#25210F',
    'mr-note-border': '#4A411E',
    'mr-entry': '#52BCA6',
    'mr-entry-bg': '#14302A',
    'mr-reach': '#86B0E8',
    'mr-reach-bg': '#182639',
    'mr-reward': '#DDB15A',
    'mr-reward-bg': '#302611',
    'mr-contact': '#B4C36C',
    'mr-contact-bg': '#232812',
    'mr-people': '#E29A7B',
    'mr-people-bg': '#331F16',
    'mr-time': '#A8B4CC',
    'mr-time-bg': '#222732',
    'mr-logic': '#CE9AD6',
    'mr-logic-bg': '#2F1E32',
    'mr-end': '#B0BBB7',
    'mr-end-bg': '#242C2A',
    'mr-arm-a': '#A9B4B0',
    'mr-arm-b': '#52BCA6',
    'mr-arm-b-band': '#1B3B34',
    'mr-hatch': '#222B28',
    'mr-control': '#66736E',
    'mr-shadow': '0 4px 16px rgb(0 0 0 / .4)',
  },
}

/** Both modes of the look. */
export const modes = { light, dark } as const

/** Which mode is shown. */
export type ModeName = keyof typeof modes
