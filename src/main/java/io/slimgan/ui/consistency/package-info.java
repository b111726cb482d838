/** The same latents at every width, side by side (the paper's Figure 2): live, enlarged, exported and made again. */
@NullMarked
package io.slimgan.ui.consistency;

import org.jspecify.annotations.NullMarked;
