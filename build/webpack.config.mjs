import GasPlugin from 'gas-webpack-plugin';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The add-on as Apps Script takes it: one readable file of ES2019 whose top-level functions are the doors of src/main.ts. */
export default {
  mode: 'production',
  devtool: false,
  context: root,
  entry: './src/main.ts',
  output: {
    path: join(root, 'build/gas'),
    filename: 'main.js',
    clean: true,
    environment: { globalThis: true },
  },
  resolve: { extensions: ['.ts'] },
  module: {
    rules: [{ test: /\.ts$/, loader: 'esbuild-loader', options: { target: 'es2019' } }],
  },
  // Apps Script has no need for small code, and stack traces of readable code can be read.
  optimization: { minimize: false },
  performance: { hints: false },
  plugins: [new GasPlugin({ comment: true })],
};
