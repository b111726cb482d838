/** What an mIC report says, as plain values, and the two forms of it that programs read: JSON and CSV. */
@NullMarked
package io.slimgan.report.mic;

import org.jspecify.annotations.NullMarked;
