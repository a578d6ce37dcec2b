/** Solves a small system of linear equations by elimination. */
function solve(matrix, right) {
  const rows = matrix.map((row, i) => [...row, right[i]]);
  for (let i = 0; i < rows.length; i++) {
    let pivot = i;
    for (let j = i; j < rows.length; j++) if (Math.abs(rows[j][i]) > Math.abs(rows[pivot][i])) pivot = j;
    [rows[i], rows[pivot]] = [rows[pivot], rows[i]];
    for (const [j, row] of rows.entries()) {
      const factor = j === i ? 0 : row[i] / rows[i][i];
      for (let k = i; k < row.length; k++) row[k] -= factor * rows[i][k];
    }
  }
  return rows.map((row, i) => row[rows.length] / row[i]);
}

/**
 * The weights of features in log-odds: logistic regression by Newton's steps. An example has the `values` of the features,
 * whether it is `one`, and how much it counts (`weight`); `l2` holds each feature's weight near zero.
 */
export function learn(examples, l2) {
  const count = examples[0].values.length;
  let weights = new Array(count).fill(0);
  for (let step = 0; step < 30; step++) {
    const gradient = weights.map((weight, i) => l2[i] * weight);
    const curve = weights.map((_, i) => weights.map((_, j) => (i === j ? l2[i] : 0)));
    for (const { values, one, weight } of examples) {
      const odds = values.reduce((sum, value, k) => sum + value * weights[k], 0);
      const chance = 1 / (1 + Math.exp(-odds));
      const spread = weight * chance * (1 - chance);
      for (let i = 0; i < count; i++) {
        gradient[i] += weight * (chance - (one ? 1 : 0)) * values[i];
        for (let j = 0; j < count; j++) curve[i][j] += spread * values[i] * values[j];
      }
    }
    const change = solve(curve, gradient);
    weights = weights.map((weight, i) => weight - change[i]);
  }
  return weights;
}
