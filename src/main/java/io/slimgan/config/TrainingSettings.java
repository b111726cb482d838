package io.slimgan.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * Algorithm 1's numbers.
 *
 * @param steps generator updates, T
 * @param batchSize real images per discriminator update, and fakes per width
 * @param discriminatorSteps discriminator updates per generator update, K
 * @param loss the adversarial loss
 * @param distillation what each narrow width imitates
 * @param gradientPenaltyWeight of the Wasserstein loss: how strongly the gradient's length is held at 1
 * @param averageDecay of the exponential moving average of the generator, from which images are then drawn; 0 for none
 * @param averageFromStep until this step the average is the generator itself
 * @param distillationWeight lambda; the mean form of method I.1; 0 switches distillation off
 */
public record TrainingSettings(
        @Min(1) @Max(10_000_000) long steps,
        @Min(2) @Max(4096) int batchSize,
        @Min(1) @Max(20) int discriminatorSteps,
        Loss loss,
        Distillation distillation,
        @DecimalMin("0") @DecimalMax("100000") double distillationWeight,
        @Valid OptimizerSettings optimizer,

        @DecimalMin("0") @DecimalMax("100000") double gradientPenaltyWeight,

        @DecimalMin("0") @DecimalMax(value = "1", inclusive = false)
        double averageDecay,

        @Min(0) @Max(10_000_000) long averageFromStep) {

    /** Training without an average of the generator. */
    public TrainingSettings(
            long steps,
            int batchSize,
            int discriminatorSteps,
            Loss loss,
            Distillation distillation,
            double distillationWeight,
            OptimizerSettings optimizer) {
        this(steps, batchSize, discriminatorSteps, loss, distillation, distillationWeight, optimizer, 10, 0, 0);
    }

    /** The adversarial losses. */
    public enum Loss {
        /** relu(1 - D(x)) + relu(1 + D(G(z))), and -D(G(z)) for G; the paper's in all its rows. */
        HINGE,
        /** softplus(-D(x)) + softplus(D(G(z))), and softplus(-D(G(z))) for G (Goodfellow et al. 2014). */
        NON_SATURATING,
        /** ((D(x) - 1)^2 + D(G(z))^2) / 2, and (D(G(z)) - 1)^2 / 2 for G (Mao et al. 2017). */
        LEAST_SQUARES,
        /** D(G(z)) - D(x) with a penalty on D's gradient, and -D(G(z)) for G (Gulrajani et al. 2017). */
        WASSERSTEIN
    }

    /** Which image a narrow width is held against. */
    public enum Distillation {
        /** The next wider one, the paper's. */
        STEPWISE,
        /** Always the widest. */
        NAIVE
    }

    /**
     * Adam, for generator and discriminators.
     *
     * @param learningRate step size
     * @param beta1 decay of the first moment
     * @param beta2 decay of the second moment
     * @param epsilon added to the denominator, after the bias correction (PyTorch's formula)
     * @param discriminatorLearningRate step size of the discriminators; 0 for the generator's, as in the paper
     */
    public record OptimizerSettings(
            @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
            double learningRate,

            @DecimalMin("0") @DecimalMax(value = "1", inclusive = false)
            double beta1,

            @DecimalMin("0") @DecimalMax(value = "1", inclusive = false)
            double beta2,

            @DecimalMin(value = "0", inclusive = false) @DecimalMax("0.001")
            double epsilon,

            @DecimalMin("0") @DecimalMax("1") double discriminatorLearningRate) {

        /** One step size for both. */
        public OptimizerSettings(double learningRate, double beta1, double beta2, double epsilon) {
            this(learningRate, beta1, beta2, epsilon, 0);
        }

        /** What the discriminators are trained with: their own step size where they have one. */
        public OptimizerSettings ofDiscriminators() {
            double rate = discriminatorLearningRate > 0 ? discriminatorLearningRate : learningRate;
            return new OptimizerSettings(rate, beta1, beta2, epsilon);
        }
    }
}
