/** What a run noticed about its own training, as marks in its log that any process can read. */
@NullMarked
package io.slimgan.runs.watches;

import org.jspecify.annotations.NullMarked;
