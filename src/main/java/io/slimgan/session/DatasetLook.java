package io.slimgan.session;

import io.slimgan.base.RgbImages;
import java.util.List;

/**
 * A first look at a dataset.
 *
 * @param name such as "CIFAR-10"
 * @param count training images found
 * @param samples the first images, at the training size
 * @param classNames in label order; empty without labels
 * @param notes remarks such as a skipped file's name, one sentence each
 */
public record DatasetLook(String name, int count, RgbImages samples, List<String> classNames, List<String> notes) {

    public DatasetLook {
        classNames = List.copyOf(classNames);
        notes = List.copyOf(notes);
    }
}
