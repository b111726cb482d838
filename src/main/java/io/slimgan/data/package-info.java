/**
 * Datasets to batches: CIFAR-10's binaries, image folders and the built-in images, decoded once and held as unsigned
 * bytes, and the batches of a run, prepared ahead of the device thread.
 */
@NullMarked
package io.slimgan.data;

import org.jspecify.annotations.NullMarked;
