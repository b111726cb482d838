/**
 * The engine room: training sessions and the device thread, previews, looks at data; its outward types are plain records and arrays.
 */
@NullMarked
package io.slimgan.session;

import org.jspecify.annotations.NullMarked;
