package io.slimgan.nn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.HostTensor;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class HostSlicesTest {

    @RepeatedTest(100)
    void everyEntryOfASliceIsTheTensorsEntryAtTheSamePlace(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        long[] shape = new long[random.nextInt(5)];
        long[] leading = new long[shape.length == 0 ? 0 : random.nextInt(shape.length + 1)];
        for (int d = 0; d < shape.length; d++) {
            shape[d] = 1 + random.nextInt(5);
            if (d < leading.length) {
                leading[d] = 1 + random.nextInt((int) shape[d]);
            }
        }
        float[] values = new float[(int) HostTensor.elements(shape)];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        HostTensor slice = HostSlices.leading(new HostTensor(values, shape), leading);
        for (int i = 0; i < slice.values().length; i++) {
            assertThat(slice.values()[i]).isEqualTo(placeInWhole(i, slice.shape(), shape));
        }
    }

    private static float placeInWhole(int index, long[] sliceShape, long[] shape) {
        int place = 0;
        int stride = 1;
        int rest = index;
        for (int d = shape.length - 1; d >= 0; d--) {
            place += rest % (int) sliceShape[d] * stride;
            rest /= (int) sliceShape[d];
            stride *= (int) shape[d];
        }
        return place;
    }
}
