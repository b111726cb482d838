package io.slimgan.nn.engine;

import io.slimgan.base.HostTensor;

/** Leading slices of tensors in Java memory. */
final class HostSlices {

    private HostSlices() {}

    /** A copy of the leading {@code sizes} of each dimension; dimensions beyond {@code sizes} are whole. */
    static HostTensor leading(HostTensor tensor, long... sizes) {
        long[] shape = tensor.shape().clone();
        System.arraycopy(sizes, 0, shape, 0, sizes.length);
        float[] values = new float[Math.toIntExact(HostTensor.elements(shape))];
        if (values.length > 0) {
            copy(tensor.values(), tensor.shape(), values, shape, 0, 0, 0);
        }
        return new HostTensor(values, shape);
    }

    /** A copy of columns {@code from} to {@code to} of a matrix. */
    static HostTensor columns(HostTensor matrix, int from, int to) {
        int rows = (int) matrix.shape()[0];
        int columns = (int) matrix.shape()[1];
        float[] values = new float[rows * (to - from)];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(matrix.values(), row * columns + from, values, row * (to - from), to - from);
        }
        return new HostTensor(values, new long[] {rows, to - from});
    }

    private static void copy(
            float[] from, long[] fromShape, float[] to, long[] toShape, int dimension, int fromAt, int toAt) {
        if (dimension == toShape.length) {
            to[toAt] = from[fromAt];
            return;
        }
        int fromStride = stride(fromShape, dimension);
        int toStride = stride(toShape, dimension);
        if (fromStride == toStride) {
            System.arraycopy(from, fromAt, to, toAt, (int) toShape[dimension] * toStride);
            return;
        }
        for (int i = 0; i < toShape[dimension]; i++) {
            copy(from, fromShape, to, toShape, dimension + 1, fromAt + i * fromStride, toAt + i * toStride);
        }
    }

    private static int stride(long[] shape, int dimension) {
        int stride = 1;
        for (int i = dimension + 1; i < shape.length; i++) {
            stride *= (int) shape[i];
        }
        return stride;
    }
}
