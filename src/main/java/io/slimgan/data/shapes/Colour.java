package io.slimgan.data.shapes;

/**
 * A colour; all of it is in 0..1, mixed as stored, not as light.
 *
 * @param red share of red
 * @param green share of green
 * @param blue share of blue
 */
record Colour(double red, double green, double blue) {

    static final Colour BLACK = new Colour(0, 0, 0);

    /**
     * A colour by hue.
     *
     * @param hue a turn of the colour circle, any number; 0 is red
     * @param saturation 0 grey to 1 vivid
     * @param lightness 0 black to 1 white
     */
    static Colour hsl(double hue, double saturation, double lightness) {
        double reach = saturation * Math.min(lightness, 1 - lightness);
        double turn = hue - Math.floor(hue);
        return new Colour(
                channel(turn * 12, reach, lightness),
                channel(turn * 12 + 8, reach, lightness),
                channel(turn * 12 + 4, reach, lightness));
    }

    private static double channel(double place, double reach, double lightness) {
        double k = place >= 12 ? place - 12 : place;
        return lightness - reach * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
    }

    /** How bright it looks, 0..1, by the weights of Rec. 709. */
    double brightness() {
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }

    /** This where share is 0, the other where it is 1. */
    Colour mix(Colour other, double share) {
        return new Colour(
                red + (other.red - red) * share,
                green + (other.green - green) * share,
                blue + (other.blue - blue) * share);
    }
}
