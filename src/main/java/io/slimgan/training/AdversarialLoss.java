package io.slimgan.training;

import io.slimgan.config.TrainingSettings;

/** An adversarial loss as functions of one logit, with their derivatives; batches take the mean (method B.1). */
interface AdversarialLoss {

    /** D's loss of a logit on a real image. */
    double real(double logit);

    /** Derivative of {@link #real}. */
    double realSlope(double logit);

    /** D's loss of a logit on a fake image. */
    double fake(double logit);

    /** Derivative of {@link #fake}. */
    double fakeSlope(double logit);

    /** G's loss of a logit on its image. */
    double generator(double logit);

    /** Derivative of {@link #generator}. */
    double generatorSlope(double logit);

    /** The loss of this setting. */
    static AdversarialLoss of(TrainingSettings.Loss loss) {
        return switch (loss) {
            case HINGE -> new Hinge();
        };
    }

    /** relu(1 - D(x)) + relu(1 + D(G(z))); G: -D(G(z)). The paper's, equations (1) and (2). */
    record Hinge() implements AdversarialLoss {
        @Override
        public double real(double logit) {
            return Math.max(0, 1 - logit);
        }

        @Override
        public double realSlope(double logit) {
            return logit < 1 ? -1 : 0;
        }

        @Override
        public double fake(double logit) {
            return Math.max(0, 1 + logit);
        }

        @Override
        public double fakeSlope(double logit) {
            return logit > -1 ? 1 : 0;
        }

        @Override
        public double generator(double logit) {
            return -logit;
        }

        @Override
        public double generatorSlope(double logit) {
            return -1;
        }
    }
}
