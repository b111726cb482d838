/** Tests of the command line. */
@NullMarked
package io.slimgan.cli;

import org.jspecify.annotations.NullMarked;
