/** What leaves the program: image grids with their recipe inside, and below it the mIC reports. */
@NullMarked
package io.slimgan.report;

import org.jspecify.annotations.NullMarked;
