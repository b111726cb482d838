package io.slimgan.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.slimgan.config.TrainingSettings.Loss;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdversarialLossTest {

    private static final double STEP = 1e-6;

    @ParameterizedTest
    @EnumSource(Loss.class)
    void slopesAreTheDerivatives(Loss setting) {
        AdversarialLoss loss = AdversarialLoss.of(setting);
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            double logit = random.nextGaussian() * 3;
            if (Math.abs(Math.abs(logit) - 1) > 1e-3) { // hinges have no derivative there
                assertThat(loss.realSlope(logit)).isCloseTo(slope(loss::real, logit), within(1e-6));
                assertThat(loss.fakeSlope(logit)).isCloseTo(slope(loss::fake, logit), within(1e-6));
                assertThat(loss.generatorSlope(logit)).isCloseTo(slope(loss::generator, logit), within(1e-6));
            }
        }
    }

    private static double slope(DoubleUnaryOperator function, double at) {
        return (function.applyAsDouble(at + STEP) - function.applyAsDouble(at - STEP)) / (2 * STEP);
    }
}
