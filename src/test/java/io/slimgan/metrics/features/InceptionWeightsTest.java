package io.slimgan.metrics.features;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.HostTensor;
import io.slimgan.base.UserError;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InceptionWeightsTest {

    private static final String FIRST = "Conv2d_1a_3x3";

    private static HostTensor filled(float value, long... shape) {
        float[] values = new float[(int) HostTensor.elements(shape)];
        Arrays.fill(values, value);
        return new HostTensor(values, shape);
    }

    @ParameterizedTest
    @CsvSource({
        "conv.weight, NaN, Conv2d_1a_3x3.conv.weight",
        "bn.bias, Infinity, Conv2d_1a_3x3.bn.bias",
        "bn.running_var, -1, Conv2d_1a_3x3",
    })
    void whatIsNotFiniteIsRefusedByName(String damaged, float value, String named) {
        Map<String, HostTensor> tensors = new HashMap<>();
        tensors.put(FIRST + ".conv.weight", filled(0.5f, 32, 3, 3, 3));
        for (String part : new String[] {"weight", "bias", "running_mean", "running_var"}) {
            tensors.put(FIRST + ".bn." + part, filled(1, 32));
        }
        Objects.requireNonNull(tensors.get(FIRST + "." + damaged)).values()[7] = value;
        assertThatThrownBy(() -> InceptionNetwork.of("mine.pth", tensors))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("mine.pth")
                .hasMessageContaining("tensor " + named)
                .hasMessageContaining("finite");
    }
}
