/** The width slider: images of chosen seeds at one width, drawn anew while the slider moves, with what the width costs. */
@NullMarked
package io.slimgan.ui.explore;

import org.jspecify.annotations.NullMarked;
