package io.slimgan.models.network;

import io.slimgan.base.Width;
import io.slimgan.base.WidthList;
import io.slimgan.config.DiscriminatorSettings;
import io.slimgan.config.DiscriminatorSettings.JudgedWidths;
import io.slimgan.config.DiscriminatorSettings.Kind;
import io.slimgan.nn.Initial;
import io.slimgan.nn.Layer;
import io.slimgan.nn.ParameterSpec;
import io.slimgan.nn.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The discriminators of a run as one network with a trunk and a head per judged width (method A.8, C). Images (N, 3, H,
 * W) to logits (N, 1).
 *
 * <p>Every weight is spectrally normalised. Only branches that are used exist.
 *
 * @param trunk the leading layers that are one for all widths; empty where nothing is shared
 * @param heads for each judged width, narrowest first, the layers after the trunk
 */
public record Discriminator(Layer trunk, Map<Width, Layer> heads) {

    private static final String WEIGHT = ".weight";

    /** Makes one stage of the backbone. The branch is part of its tensors' names: ".at.2", or empty. */
    @FunctionalInterface
    public interface StageFactory {
        /** Stage {@code index}, 0 first; the last gives the logit. */
        Layer stage(int index, String branch);
    }

    /** Puts the stages of a backbone together as the settings say. */
    public static Discriminator of(int stages, StageFactory factory, DiscriminatorSettings settings, WidthList widths) {
        boolean slimmable = settings.kind() == Kind.SLIMMABLE;
        int shared = switch (settings.kind()) {
            case SAME -> stages;
            case SLIMMABLE -> 0;
            case SHARED -> Math.min(settings.sharedLayers(), stages - 1);
        };
        List<Width> judged = settings.judgedWidths() == JudgedWidths.ALL ? widths.widths() : List.of(widths.widest());
        Layer trunk = new Sequence(IntStream.range(0, shared)
                .mapToObj(i -> factory.stage(i, ".at.0"))
                .toList());
        Map<Width, Layer> heads = new LinkedHashMap<>();
        for (Width width : judged) {
            String branch = slimmable ? "" : ".at." + width.index();
            heads.put(
                    width,
                    new Sequence(IntStream.range(shared, stages)
                            .mapToObj(i -> factory.stage(i, branch))
                            .toList()));
        }
        return new Discriminator(trunk, heads);
    }

    /** The widths that have an adversarial loss, narrowest first. */
    public List<Width> judged() {
        return List.copyOf(heads.keySet());
    }

    /**
     * The head of a judged width.
     *
     * @throws IllegalArgumentException if the width is not judged
     */
    public Layer head(Width width) {
        Layer head = heads.get(width);
        if (head == null) {
            throw new IllegalArgumentException("Width " + width + " has no discriminator in this run.");
        }
        return head;
    }

    /** Prefixes of all layers whose weight is spectrally normalised, each once. */
    public List<String> normalisedLayers() {
        return Stream.concat(Stream.of(trunk), heads.values().stream())
                .flatMap(part -> normalisedLayers(part).stream())
                .distinct()
                .toList();
    }

    /** All tensors, each once, with the singular vectors of spectral normalisation. */
    public List<ParameterSpec> parameters() {
        Map<String, ParameterSpec> specs = new LinkedHashMap<>();
        trunk.parameters().forEach(spec -> specs.put(spec.name(), spec));
        heads.values().forEach(head -> head.parameters().forEach(spec -> specs.put(spec.name(), spec)));
        List<ParameterSpec> all = new ArrayList<>(specs.values());
        for (ParameterSpec spec : specs.values()) {
            if (spec.name().endsWith(WEIGHT)) {
                long[] shape = {1, spec.shape()[0]};
                all.add(new ParameterSpec(layerOf(spec) + ".sn_u", shape, new Initial.UnitVector(), false));
            }
        }
        return all;
    }

    /** Prefixes of the layers of a part of this network whose weight is spectrally normalised. */
    public static List<String> normalisedLayers(Layer part) {
        return part.parameters().stream()
                .filter(spec -> spec.name().endsWith(WEIGHT))
                .map(Discriminator::layerOf)
                .toList();
    }

    private static String layerOf(ParameterSpec weight) {
        return weight.name().substring(0, weight.name().length() - WEIGHT.length());
    }
}
