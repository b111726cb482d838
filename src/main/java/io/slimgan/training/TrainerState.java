package io.slimgan.training;

import io.slimgan.base.HostTensor;
import java.util.Map;

/**
 * Everything that a training needs to go on exactly: with it, the settings and the data, step t + 1 is bit for bit what
 * it would have been.
 *
 * @param step finished steps
 * @param generator parameters and running statistics, names of the PyTorch reference
 * @param discriminator parameters and singular vectors
 * @param optimizer Adam's moments and counts of both
 */
public record TrainerState(
        long step,
        Map<String, HostTensor> generator,
        Map<String, HostTensor> discriminator,
        Map<String, HostTensor> optimizer) {}
