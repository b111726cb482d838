@NullMarked
package io.slimgan.runs.queue;

import org.jspecify.annotations.NullMarked;
