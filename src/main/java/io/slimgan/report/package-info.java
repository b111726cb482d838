/**
 * What leaves the program: image grids with their recipe inside.
 */
@NullMarked
package io.slimgan.report;

import org.jspecify.annotations.NullMarked;
