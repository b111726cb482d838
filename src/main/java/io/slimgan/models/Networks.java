package io.slimgan.models;

import io.slimgan.base.Width;
import io.slimgan.base.WidthList;
import io.slimgan.config.ModelSettings;
import io.slimgan.config.RunSettings;
import io.slimgan.models.network.Discriminator;
import io.slimgan.models.network.Generator;
import io.slimgan.models.sndcgan.Sndcgan;

/**
 * The networks that a run's settings describe; the only place that knows all backbones.
 *
 * @param generator with all widths
 * @param discriminator with the heads of all judged widths
 */
public record Networks(Generator generator, Discriminator discriminator) {

    /** Builds them as values; nothing is allocated. */
    public static Networks of(RunSettings settings) {
        ModelSettings model = settings.model();
        int size = settings.data().imageSize();
        int channels = model.individualNarrowDiscriminator()
                ? individual(model).channels(model.discriminatorChannels())
                : model.discriminatorChannels();
        WidthList widths = model.widthList();
        return switch (model.backbone()) {
            case SNDCGAN ->
                new Networks(
                        generator(model, size),
                        Sndcgan.discriminator(size, channels, settings.discriminator(), widths));
        };
    }

    /** Builds the generator alone. */
    public static Generator generator(ModelSettings model, int imageSize) {
        int channels = individual(model).channels(model.generatorChannels());
        return switch (model.backbone()) {
            case SNDCGAN -> Sndcgan.generator(imageSize, channels, model.latentSize(), model.widthList());
        };
    }

    /** An individual run's generator is an ordinary one with fewer channels (method C, rows 1 and 2). */
    private static Width individual(ModelSettings model) {
        return new Width(model.individualWidth(), 0);
    }
}
