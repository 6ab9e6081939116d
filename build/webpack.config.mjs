import GasPlugin from 'gas-webpack-plugin';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * The add-on as one file of ES2019 whose top-level functions are the doors of src/main.ts. `smaller.mjs` removes
 * unused code.
 */
export default {
  mode: 'production',
  // The file does not name its map, because Apps Script does not read one. See `trace.mjs`.
  devtool: 'hidden-source-map',
  context: root,
  entry: './src/main.ts',
  output: {
    path: join(root, 'build/gas.new'),
    filename: 'main.js',
    sourceMapFilename: 'main.js.map',
    clean: true,
    environment: { globalThis: true },
  },
  resolve: { extensions: ['.ts'] },
  module: {
    rules: [
      { test: /\.ts$/, loader: 'esbuild-loader', options: { target: 'es2019' } },
      // Libraries use a newer language than Apps Script is sure to understand.
      { test: /\.mjs$/, loader: 'esbuild-loader', options: { target: 'es2019', loader: 'js' } },
    ],
  },
  optimization: { minimize: false },
  performance: { hints: false },
  plugins: [new GasPlugin({ comment: true })],
};
