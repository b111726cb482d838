/**
 * The way in: picks window or command line, prepares the engine's surroundings and the log, wires the rooms by hand, and
 * owns the order of start and shutdown.
 */
@NullMarked
package io.slimgan.app;

import org.jspecify.annotations.NullMarked;
