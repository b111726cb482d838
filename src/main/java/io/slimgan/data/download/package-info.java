/** Fetches files that the user asked for: checked, resumable, cancellable. */
@NullMarked
package io.slimgan.data.download;

import org.jspecify.annotations.NullMarked;
