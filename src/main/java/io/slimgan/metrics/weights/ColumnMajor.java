package io.slimgan.metrics.weights;

/** From arrays whose first index runs fastest to row-major ones. */
final class ColumnMajor {

    private ColumnMajor() {}

    static float[] toRows(float[] columns, long[] shape) {
        float[] rows = new float[columns.length];
        int[] from = places(shape, columns.length);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = columns[from[i]];
        }
        return rows;
    }

    static double[] toRows(double[] columns, long[] shape) {
        double[] rows = new double[columns.length];
        int[] from = places(shape, columns.length);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = columns[from[i]];
        }
        return rows;
    }

    /** For each element in row-major order its place in column-major order. */
    private static int[] places(long[] shape, int count) {
        int[] places = new int[count];
        int[] index = new int[shape.length];
        for (int i = 0; i < count; i++) {
            int place = 0;
            for (int d = shape.length - 1; d >= 0; d--) {
                place = place * (int) shape[d] + index[d];
            }
            places[i] = place;
            for (int d = shape.length - 1; d >= 0 && ++index[d] == shape[d]; d--) {
                index[d] = 0;
            }
        }
        return places;
    }
}
