package io.slimgan.config;

import java.util.Optional;

/** Whether a class-conditional network draws the classes that its images have. For any thread. */
public final class ClassCount {

    private ClassCount() {}

    /**
     * What is wrong, in one sentence.
     *
     * @param wanted {@code model.classes}; a network with 0 takes any images
     * @param images what the images are called, such as "CIFAR-10"
     * @param found how many classes they have; 0 without labels
     */
    public static Optional<String> problem(int wanted, String images, int found) {
        if (wanted == 0 || wanted == found) {
            return Optional.empty();
        }
        return Optional.of("model.classes is " + wanted + ", but " + images
                + (found == 0
                        ? " has no labels; choose a dataset with classes, or a network without."
                        : " has " + found + " classes; set model.classes to " + found + "."));
    }
}
