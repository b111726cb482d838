/** What the window's features share: the FX thread, dialogs, icons by meaning, formats, colours of widths. */
@NullMarked
package io.slimgan.ui.common;

import org.jspecify.annotations.NullMarked;
