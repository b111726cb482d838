package io.slimgan.training;

import ai.djl.ndarray.NDArray;
import io.slimgan.base.HostTensor;
import io.slimgan.base.KeyedRandom;
import io.slimgan.base.KeyedRandom.Purpose;
import io.slimgan.base.Width;
import io.slimgan.training.Critics.PenaltyGradients;
import io.slimgan.training.DiscriminatorUpdate.Labelled;
import io.slimgan.training.Workers.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The gradient penalty of the Wasserstein loss (Gulrajani et al. 2017, equation (3)): each width's discriminator is held to
 * a slope of length 1 at images between the real ones and that width's own. Not the paper's. Device thread.
 */
final class GradientPenalty {

    private final Game game;

    GradientPenalty(Game game) {
        this.game = game;
    }

    /**
     * Adds the penalty's gradients, of normalised weights, to the discriminators' sums.
     *
     * @return the penalty of each width, weight included
     */
    Map<Width, Double> add(Labelled real, Map<Width, Labelled> fakes, long step, int update) {
        List<Width> widths = new ArrayList<>(fakes.keySet());
        List<Part<PenaltyGradients>> parts = new ArrayList<>();
        List<Width> widthOf = new ArrayList<>();
        long rows = real.images().getShape().get(0);
        double weight = game.settings().training().gradientPenaltyWeight();
        fakes.forEach((width, fake) -> {
            NDArray between = between(real.images(), fake.images(), mix(step, update, width, rows));
            for (Share share : Share.of(rows, game.workers().count())) {
                widthOf.add(width);
                parts.add(new Part<>(
                        share.size(),
                        () -> game.critics()
                                .penaltyGradients(width, between, real.classes(), weight, share.from(), share.to())));
            }
        });
        Map<Width, Double> penalties = new LinkedHashMap<>();
        widths.forEach(width -> penalties.put(width, 0.0));
        List<PenaltyGradients> results = game.workers().run(parts);
        for (int i = 0; i < results.size(); i++) {
            PenaltyGradients result = results.get(i);
            game.discriminator().addGradients(result.names(), result.gradients());
            result.gradients().forEach(NDArray::close);
            penalties.merge(widthOf.get(i), result.penalty(), Double::sum);
        }
        return penalties;
    }

    /** fake + mix * (real - fake), one number per image. */
    private static NDArray between(NDArray real, NDArray fake, NDArray mix) {
        return real.sub(fake).mul(mix).add(fake);
    }

    private NDArray mix(long step, int update, Width width, long rows) {
        RandomGenerator random =
                KeyedRandom.stream(game.settings().seed(), Purpose.GRADIENT_PENALTY, step, update, width.index());
        float[] values = new float[(int) rows];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
        return game.ops().fromHost(game.manager(), new HostTensor(values, new long[] {rows, 1, 1, 1}));
    }
}
