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

    /** Whether a penalty on the discriminators' gradient belongs to it. */
    default boolean penalised() {
        return false;
    }

    /** The loss of this setting. */
    static AdversarialLoss of(TrainingSettings.Loss loss) {
        return switch (loss) {
            case HINGE -> new Hinge();
            case NON_SATURATING -> new NonSaturating();
            case LEAST_SQUARES -> new LeastSquares();
            case WASSERSTEIN -> new Wasserstein();
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

    /** softplus(-D(x)) + softplus(D(G(z))); G: softplus(-D(G(z))) (Goodfellow et al. 2014). */
    record NonSaturating() implements AdversarialLoss {
        @Override
        public double real(double logit) {
            return softplus(-logit);
        }

        @Override
        public double realSlope(double logit) {
            return -sigmoid(-logit);
        }

        @Override
        public double fake(double logit) {
            return softplus(logit);
        }

        @Override
        public double fakeSlope(double logit) {
            return sigmoid(logit);
        }

        @Override
        public double generator(double logit) {
            return softplus(-logit);
        }

        @Override
        public double generatorSlope(double logit) {
            return -sigmoid(-logit);
        }

        /** log(1 + e^x) without overflow. */
        private static double softplus(double x) {
            return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
        }

        private static double sigmoid(double x) {
            return 1 / (1 + Math.exp(-x));
        }
    }

    /** ((D(x) - 1)^2 + D(G(z))^2) / 2; G: (D(G(z)) - 1)^2 / 2 (Mao et al. 2017). */
    record LeastSquares() implements AdversarialLoss {
        @Override
        public double real(double logit) {
            return (logit - 1) * (logit - 1) / 2;
        }

        @Override
        public double realSlope(double logit) {
            return logit - 1;
        }

        @Override
        public double fake(double logit) {
            return logit * logit / 2;
        }

        @Override
        public double fakeSlope(double logit) {
            return logit;
        }

        @Override
        public double generator(double logit) {
            return real(logit);
        }

        @Override
        public double generatorSlope(double logit) {
            return realSlope(logit);
        }
    }

    /** D(G(z)) - D(x), to which {@link GradientPenalty} is added; G: -D(G(z)) (Gulrajani et al. 2017). */
    record Wasserstein() implements AdversarialLoss {
        @Override
        public double real(double logit) {
            return -logit;
        }

        @Override
        public double realSlope(double logit) {
            return -1;
        }

        @Override
        public double fake(double logit) {
            return logit;
        }

        @Override
        public double fakeSlope(double logit) {
            return 1;
        }

        @Override
        public double generator(double logit) {
            return -logit;
        }

        @Override
        public double generatorSlope(double logit) {
            return -1;
        }

        @Override
        public boolean penalised() {
            return true;
        }
    }
}
