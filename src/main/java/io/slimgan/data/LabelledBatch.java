package io.slimgan.data;

import io.slimgan.base.HostTensor;

/**
 * Training images with their classes. The arrays are not copied.
 *
 * @param images (N, 3, H, W) in [-1, 1]
 * @param labels the class of each image; -1 in a set without labels
 */
public record LabelledBatch(HostTensor images, int[] labels) {}
