package io.slimgan.models;

import io.slimgan.base.Width;
import io.slimgan.config.RunSettings;
import io.slimgan.models.network.Discriminator;
import io.slimgan.models.network.Generator;
import io.slimgan.nn.CostCounter;
import io.slimgan.nn.ParameterSpec;
import io.slimgan.nn.Parameters;
import io.slimgan.nn.Pass;
import java.util.ArrayList;
import java.util.List;

/**
 * Parameters and multiply-accumulates of a run's networks (method A.9). Any thread; needs no engine.
 *
 * @param generatorParameters stored parameters of the generator with all its widths
 * @param widths cost of each width, narrowest first
 * @param discriminatorParameters parameters of all discriminators, shared ones once
 * @param discriminatorMacs per image through the whole discriminator of the widest width, "arith" convention
 */
public record NetworkCosts(
        long generatorParameters, List<WidthCosts> widths, long discriminatorParameters, long discriminatorMacs) {

    /**
     * One width of the generator.
     *
     * @param parameters those that are active
     * @param macs per image, "arith" convention
     * @param macsExecuted the same as this program computes, less where convolutions move to a smaller map (method H.3)
     * @param macsProfiler per image, "profiler" convention
     */
    public record WidthCosts(Width width, long parameters, long macs, long macsExecuted, long macsProfiler) {}

    /** Counts the networks of these settings. */
    public static NetworkCosts of(RunSettings settings) {
        Networks networks = Networks.of(settings);
        Generator generator = networks.generator();
        List<ParameterSpec> specs = generator.parameters();
        List<WidthCosts> widths = new ArrayList<>();
        for (Width width : generator.widths()) {
            CostCounter counter = new CostCounter();
            generator
                    .layers()
                    .apply(
                            counter,
                            CostCounter.shapes(specs),
                            new long[] {generator.latentSize()},
                            pass(generator, width));
            widths.add(new WidthCosts(
                    width, counter.parameters(), counter.macs(), counter.macsExecuted(), counter.macsProfiler()));
        }
        return new NetworkCosts(
                stored(specs),
                widths,
                stored(networks.discriminator().parameters()),
                macs(networks.discriminator(), settings));
    }

    private static long macs(Discriminator discriminator, RunSettings settings) {
        CostCounter counter = new CostCounter();
        Parameters<long[]> shapes = CostCounter.shapes(discriminator.parameters());
        Width widest = settings.model().widthList().widest();
        Pass<long[]> pass = Pass.at(widest, new long[] {settings.model().classes()});
        long size = settings.data().imageSize();
        long[] image = {settings.data().channels(), size, size};
        long[] features = discriminator.trunk().apply(counter, shapes, image, pass);
        discriminator.head(widest).apply(counter, shapes, features, pass);
        return counter.macs();
    }

    private static Pass<long[]> pass(Generator generator, Width width) {
        return Pass.at(width, new long[] {generator.classes()});
    }

    private static long stored(List<ParameterSpec> specs) {
        return specs.stream()
                .filter(ParameterSpec::trained)
                .mapToLong(ParameterSpec::size)
                .sum();
    }
}
