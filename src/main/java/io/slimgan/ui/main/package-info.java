/** The shell: the window, its commands, navigation and status bar, and what it remembers; composes the other features. */
@NullMarked
package io.slimgan.ui.main;

import org.jspecify.annotations.NullMarked;
