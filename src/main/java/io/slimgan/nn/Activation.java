package io.slimgan.nn;

import java.util.List;

/** Layers without tensors. */
public enum Activation implements Layer {
    RELU {
        @Override
        public <T> T apply(TensorOps<T> ops, Parameters<T> parameters, T x, Pass<T> pass) {
            return ops.relu(x);
        }
    },
    /** Slope 0.1 below zero, as in SNDCGAN's discriminator. */
    LEAKY_RELU {
        @Override
        public <T> T apply(TensorOps<T> ops, Parameters<T> parameters, T x, Pass<T> pass) {
            return ops.leakyRelu(x, 0.1);
        }
    },
    TANH {
        @Override
        public <T> T apply(TensorOps<T> ops, Parameters<T> parameters, T x, Pass<T> pass) {
            return ops.tanh(x);
        }
    },
    FLATTEN {
        @Override
        public <T> T apply(TensorOps<T> ops, Parameters<T> parameters, T x, Pass<T> pass) {
            return ops.flatten(x);
        }
    };

    @Override
    public List<ParameterSpec> parameters() {
        return List.of();
    }
}
