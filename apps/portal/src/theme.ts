import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Sơn son: the red lacquer of a gate's lettering and of an office seal. Used where somebody signs or begins something. */
const lacquer: MantineColorsTuple = [
  '#fbf0ec',
  '#f3dcd5',
  '#e6b9ae',
  '#d69384',
  '#c66e5e',
  '#b5503f',
  '#a2392c',
  '#932a21',
  '#84211b',
  '#681613',
];
/** Vàng: ochre of old plaster. Never text on paper below shade 8. */
const ochre: MantineColorsTuple = [
  '#fbf5e6',
  '#f4e6c2',
  '#ead194',
  '#dfbb65',
  '#d3a641',
  '#c08f2b',
  '#a5761f',
  '#8a6018',
  '#734e12',
  '#573a0c',
];
/** Rêu: the moss on the bricks; what is open and in force. */
const moss: MantineColorsTuple = [
  '#f0f4ec',
  '#dbe5d3',
  '#b9ccad',
  '#94b083',
  '#739660',
  '#5a7f49',
  '#476b3a',
  '#3a5a30',
  '#2f4c28',
  '#22391d',
];
/** Mực: ink and paper, instead of a cold grey. */
const ink: MantineColorsTuple = [
  '#faf6ec',
  '#f2ecde',
  '#e6ddca',
  '#d3c7af',
  '#b3a58a',
  '#8a7c63',
  '#6c5f4a',
  '#56493a',
  '#3a3028',
  '#241c17',
];

const sans = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif";
const serif = "'Noto Serif', Cambria, 'Times New Roman', Tinos, 'Liberation Serif', serif";
const mono = "ui-monospace, 'SF Mono', 'Cascadia Mono', Consolas, 'Noto Sans Mono', 'DejaVu Sans Mono', monospace";

export const theme = createTheme({
  primaryColor: 'lacquer',
  primaryShade: 8,
  colors: { lacquer, ochre, moss, gray: ink, dark: ink, red: lacquer },
  white: '#fffdf8',
  black: '#241c17',
  fontFamily: sans,
  fontFamilyMonospace: mono,
  headings: {
    fontFamily: serif,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.5' },
      h2: { fontSize: '1.25rem', lineHeight: '1.5' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.5' },
    },
  },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.6', lg: '1.6', xl: '1.6' },
  defaultRadius: 2,
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    Switch: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md' } },
    Alert: { defaultProps: { variant: 'outline' } },
  },
});
