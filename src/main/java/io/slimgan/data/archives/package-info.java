/** Packed files: archives unpacked once beside themselves, or read in place. */
@NullMarked
package io.slimgan.data.archives;

import org.jspecify.annotations.NullMarked;
