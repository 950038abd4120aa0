import { type ThemeConfig, theme } from 'antd'
import { type ModeName, modes } from './tokens.ts'

/** The type stack of the look; every platform's own Chinese face before a fallback. */
export const fontFamily =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", Inter, "PingFang SC", "HarmonyOS Sans SC", ' +
  '"Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif'

// antd takes these as seeds and derives its own shades of them; in the dark it would not give back what was asked for.
const kept = ['colorPrimary', 'colorError', 'colorWarning', 'colorSuccess', 'colorInfo'] as const

type Algorithm = typeof theme.defaultAlgorithm

const keeping =
  (name: ModeName, algorithm: Algorithm): Algorithm =>
  (seed) => {
    const { palette } = modes[name]
    return { ...algorithm(seed), ...Object.fromEntries(kept.map((token) => [token, palette[token]])) }
  }

// antd compares algorithms by identity.
const algorithms = {
  light: keeping('light', theme.defaultAlgorithm),
  dark: keeping('dark', theme.darkAlgorithm),
} as const satisfies Record<ModeName, Algorithm>

/** The look as an antd theme; `key` hangs antd's own variables on the root's class `millrace`. */
export function antdTheme(name: ModeName): ThemeConfig {
  const { palette, own } = modes[name]
  const control = own['mr-control'] ?? palette.colorBorder
  const field = {
    colorBorder: control,
    hoverBorderColor: palette.colorTextTertiary,
    activeBorderColor: palette.colorPrimary,
    activeShadow: `0 0 0 2px ${palette.colorPrimaryBorder}`,
    errorActiveShadow: `0 0 0 2px ${palette.colorErrorBorder}`,
    paddingInline: 8,
  }
  const shadow = own['mr-shadow'] ?? 'none'
  return {
    cssVar: { key: 'millrace' },
    hashed: false,
    algorithm: algorithms[name],
    token: {
      ...palette,
      colorLink: palette.colorPrimary,
      colorLinkHover: palette.colorPrimaryHover,
      colorTextPlaceholder: palette.colorTextTertiary,
      colorTextDescription: palette.colorTextTertiary,
      colorTextHeading: palette.colorText,
      colorSplit: palette.colorBorderSecondary,
      controlItemBgHover: palette.colorFillTertiary,
      controlItemBgActive: palette.colorPrimaryBg,
      controlOutline: palette.colorPrimaryBorder,
      fontFamily,
      fontSize: 13,
      fontSizeSM: 12,
      fontSizeLG: 14,
      lineHeight: 20 / 13,
      lineHeightSM: 16 / 12,
      fontWeightStrong: 600,
      controlHeight: 28,
      controlHeightSM: 24,
      controlHeightLG: 32,
      borderRadius: 4,
      borderRadiusSM: 3,
      borderRadiusLG: 6,
      boxShadow: shadow,
      boxShadowSecondary: shadow,
      boxShadowTertiary: 'none',
      motionDurationFast: '0.12s',
      motionDurationMid: '0.16s',
      motionDurationSlow: '0.2s',
      motionEaseInOut: 'cubic-bezier(.2,0,0,1)',
      motionEaseOut: 'cubic-bezier(.2,0,0,1)',
    },
    components: {
      Button: {
        fontWeight: 500,
        paddingInline: 10,
        paddingInlineSM: 8,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        defaultBorderColor: palette.colorBorder,
      },
      Input: field,
      InputNumber: field,
      Select: field,
      Checkbox: { colorBorder: control },
      Segmented: {
        trackBg: palette.colorFillTertiary,
        itemSelectedBg: palette.colorBgContainer,
        itemColor: palette.colorTextSecondary,
      },
      Form: { labelFontSize: 12, labelColor: palette.colorTextSecondary, itemMarginBottom: 12 },
      Tooltip: { fontSize: 12 },
    },
  }
}
