package io.slimgan.models.residual;

import io.slimgan.nn.Embedding;
import io.slimgan.nn.Layer;
import io.slimgan.nn.ParameterSpec;
import io.slimgan.nn.Parameters;
import io.slimgan.nn.Pass;
import io.slimgan.nn.SlimLinear;
import io.slimgan.nn.TensorOps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The end of a residual discriminator (method A.5, A.6): ReLU, sum h over the pixels, a linear logit, and with classes
 * the projection (Miyato and Koyama 2018): the inner product of h and the label's vector.
 *
 * @param labels empty for a network that knows no classes
 */
public record Verdict(SlimLinear logit, Optional<Embedding> labels) implements Layer {

    @Override
    public List<ParameterSpec> parameters() {
        List<ParameterSpec> specs = new ArrayList<>(logit.parameters());
        labels.ifPresent(table -> specs.addAll(table.parameters()));
        return specs;
    }

    @Override
    public <T> T apply(TensorOps<T> ops, Parameters<T> parameters, T x, Pass<T> pass) {
        T h = ops.sumPixels(ops.relu(x));
        T plain = logit.apply(ops, parameters, h, pass);
        return labels.map(table -> ops.add(plain, ops.rowProducts(table.lookup(ops, parameters, pass), h)))
                .orElse(plain);
    }
}
