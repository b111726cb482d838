/** What forms are made of: lines that say what is wrong beside their field, files to name, work to start and to end. */
@NullMarked
package io.slimgan.ui.form;

import org.jspecify.annotations.NullMarked;
