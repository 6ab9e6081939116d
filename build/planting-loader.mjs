import { PLANTED, plantedText, switchOf } from './planting.mjs';

/** For webpack: what planting.mjs does for esbuild. */
export default function plant(source) {
  const { variants } = this.getOptions();
  const texts = variants.get(this.resourcePath);
  if (texts === undefined) return source;
  return (
    plantedText(variants, this.resourcePath + this.resourceQuery) ??
    switchOf(this.resourcePath, texts, `globalThis.${PLANTED}`)
  );
}
