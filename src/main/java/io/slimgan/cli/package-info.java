/**
 * The command line: one class per command. It asks the session for everything that needs the engine and knows no window.
 */
@NullMarked
package io.slimgan.cli;

import org.jspecify.annotations.NullMarked;
