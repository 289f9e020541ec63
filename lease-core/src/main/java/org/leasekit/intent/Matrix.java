package org.leasekit.intent;

/** A small symmetric matrix. */
final class Matrix {
  private final double[][] cells;

  private Matrix(double[][] cells) {
    this.cells = cells;
  }

  static Matrix zero(int size) {
    return new Matrix(new double[size][size]);
  }

  /** Adds a weighted row times itself. */
  void addOuter(double[] row, double weight) {
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < row.length; j++) {
        cells[i][j] += weight * row[i] * row[j];
      }
    }
  }

  void addToDiagonal(int index, double value) {
    cells[index][index] += value;
  }

  /** The quadratic form of a row. */
  double form(double[] row) {
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < row.length; j++) {
        sum += row[i] * cells[i][j] * row[j];
      }
    }
    return Math.max(0, sum);
  }

  /** The vector that this matrix takes to another one, by Cholesky's decomposition; the matrix is positive definite. */
  double[] solve(double[] right) {
    double[][] lower = cholesky();
    int n = right.length;
    double[] half = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = right[i];
      for (int k = 0; k < i; k++) {
        sum -= lower[i][k] * half[k];
      }
      half[i] = sum / lower[i][i];
    }
    double[] solution = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      double sum = half[i];
      for (int k = i + 1; k < n; k++) {
        sum -= lower[k][i] * solution[k];
      }
      solution[i] = sum / lower[i][i];
    }
    return solution;
  }

  Matrix inverse() {
    Matrix inverse = zero(cells.length);
    for (int column = 0; column < cells.length; column++) {
      double[] unit = new double[cells.length];
      unit[column] = 1;
      double[] solved = solve(unit);
      for (int row = 0; row < cells.length; row++) {
        inverse.cells[row][column] = solved[row];
      }
    }
    return inverse;
  }

  private double[][] cholesky() {
    int n = cells.length;
    double[][] lower = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = cells[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
      }
    }
    return lower;
  }
}
