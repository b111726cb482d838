package io.slimgan.models;

import io.slimgan.base.UserError;
import io.slimgan.base.Width;
import io.slimgan.config.BackbonePlan;
import io.slimgan.config.ImageFormat;
import io.slimgan.config.ModelSettings;
import io.slimgan.config.RunSettings;
import io.slimgan.models.biggan.Biggan;
import io.slimgan.models.network.Discriminator;
import io.slimgan.models.network.Generator;
import io.slimgan.models.sndcgan.Sndcgan;
import io.slimgan.models.sngan.Sngan;
import io.slimgan.nn.Layer;
import java.util.Locale;

/**
 * The networks that a run's settings describe; the only place that knows all backbones.
 *
 * @param generator with all widths
 * @param discriminator with the heads of all judged widths
 */
public record Networks(Generator generator, Discriminator discriminator) {

    /**
     * Builds them as values; nothing is allocated.
     *
     * @throws UserError if the backbone does not draw images of this size
     */
    public static Networks of(RunSettings settings) {
        ModelSettings model = settings.model();
        int size = settings.data().imageSize();
        int channels = model.individualNarrowDiscriminator()
                ? individual(model).channels(model.discriminatorChannels())
                : model.discriminatorChannels();
        BackbonePlan plan = plan(model, size);
        Discriminator discriminator = switch (model.backbone()) {
            case SNDCGAN -> Sndcgan.discriminator(settings, plan, channels);
            case SNGAN, CGANPD -> Sngan.discriminator(settings, plan, channels);
            case BIGGAN -> Biggan.discriminator(settings, plan, channels);
        };
        return new Networks(generator(model, settings.data().format()), discriminator);
    }

    /**
     * Builds the generator alone.
     *
     * @throws UserError if the backbone does not draw images of this size
     */
    public static Generator generator(ModelSettings model, ImageFormat format) {
        int channels = individual(model).channels(model.generatorChannels());
        BackbonePlan plan = plan(model, format.size());
        Layer layers = switch (model.backbone()) {
            case SNDCGAN -> Sndcgan.generator(model, plan, channels, format.channels());
            case SNGAN, CGANPD -> Sngan.generator(model, plan, channels, format.channels());
            case BIGGAN -> Biggan.generator(model, plan, channels, format.channels());
        };
        return new Generator(
                layers,
                model.latentSize(),
                format.size(),
                model.widthList(),
                model.classes(),
                model.generatorSpectralNorm());
    }

    private static BackbonePlan plan(ModelSettings model, int imageSize) {
        return model.backbone()
                .plan(imageSize)
                .orElseThrow(() -> new UserError("data.image_size is " + imageSize + ", but model.backbone "
                        + model.backbone().name().toLowerCase(Locale.ROOT) + " draws images of "
                        + model.backbone().imageSizes() + " pixels; choose one of these."));
    }

    /** An individual run's generator is an ordinary one with fewer channels (method C, rows 1 and 2). */
    private static Width individual(ModelSettings model) {
        return new Width(model.individualWidth(), 0);
    }
}
