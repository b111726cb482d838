package io.slimgan.nn;

import io.slimgan.base.Width;

/** How many channels a place in a network has at each width. */
@FunctionalInterface
public interface Channels {

    /** The channels at this width. */
    int at(Width width);

    /** The channels of the whole network. */
    default int full() {
        return at(new Width(1, 0));
    }

    /** floor(full x multiplier), then halved {@code halvings} times by shifting, as the reference does. */
    static Channels slim(int full, int halvings) {
        return width -> width.channels(full) >> halvings;
    }

    /** A place of a discriminator: all its channels, unless the discriminator itself is slimmable. */
    static Channels ofDiscriminator(int full, boolean slimmable) {
        return slimmable ? slim(full, 0) : fixed(full);
    }

    /** The same at every width: latents, colour planes. */
    static Channels fixed(int count) {
        return width -> count;
    }
}
