/**
 * The metrics as mathematics on features, in double precision; no images but for sharpness, no files.
 *
 * <p>Everything here may be called from any thread and uses the cores that the thread was given. A thread that is
 * interrupted leaves the long ones with a {@link java.util.concurrent.CancellationException} within a second or so. Too
 * few images, features that are not finite and sets that do not fit each other are refused with a sentence for the user.
 */
@NullMarked
package io.slimgan.metrics.statistics;

import org.jspecify.annotations.NullMarked;
