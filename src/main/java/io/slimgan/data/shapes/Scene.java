package io.slimgan.data.shapes;

/**
 * One built-in image before it is drawn, in coordinates from -1 to 1, so the same picture exists at every size.
 *
 * @param figure the class
 * @param x the figure's middle
 * @param y the figure's middle
 * @param scale the figure's radius
 * @param up the figure's turn; (1, 0) stands upright
 * @param ink the figure's first colour
 * @param secondInk the figure's second colour
 * @param texture what mixes them, in the figure's own coordinates
 * @param rim the width of a darker rim in the figure's own units, 0 for none
 * @param ground the background's first colour
 * @param secondGround the background's second colour
 * @param backdrop what mixes them
 * @param shadow how dark the figure's shadow is, 0 for none
 */
record Scene(
        Figure figure,
        double x,
        double y,
        double scale,
        Direction up,
        Colour ink,
        Colour secondInk,
        Paint texture,
        double rim,
        Colour ground,
        Colour secondGround,
        Paint backdrop,
        double shadow) {

    private static final double FULL_TURN = 2 * Math.PI;
    private static final double LEAST_CONTRAST = 0.28;
    private static final int TRIES = 24;

    /** The image of this place in the set; classes take turns. */
    static Scene of(int index) {
        Dice dice = new Dice(index);
        Figure figure = Figure.values()[Math.floorMod(index, Figure.values().length)];
        double scale = dice.between(0.56, 0.84);
        double room = Math.min(0.3, 0.96 - scale);
        boolean darkGround = dice.chance(0.45);
        double groundHue = dice.between(0, 1);
        Colour ground = groundColour(dice, groundHue, darkGround);
        Colour secondGround = groundColour(dice, groundHue + dice.between(-0.12, 0.12), darkGround);
        double inkHue = dice.between(0, 1);
        Colour ink = inkColour(dice, inkHue, ground, secondGround, darkGround);
        return new Scene(
                figure,
                dice.between(-room, room),
                dice.between(-room, room),
                scale,
                dice.direction(-FULL_TURN / 14, FULL_TURN / 14),
                ink,
                secondInk(dice, inkHue, ink, darkGround),
                texture(dice),
                dice.chance(0.3) ? dice.between(0.08, 0.14) : 0,
                ground,
                secondGround,
                backdrop(dice),
                dice.chance(0.4) ? dice.between(0.2, 0.4) : 0);
    }

    private static Colour groundColour(Dice dice, double hue, boolean dark) {
        return dark
                ? Colour.hsl(hue, dice.between(0.25, 0.65), dice.between(0.1, 0.3))
                : Colour.hsl(hue, dice.between(0.25, 0.75), dice.between(0.74, 0.94));
    }

    /** A vivid colour that stands out from the background. */
    private static Colour inkColour(Dice dice, double hue, Colour ground, Colour second, boolean darkGround) {
        Colour ink = Colour.BLACK;
        for (int i = 0; i < TRIES; i++) {
            double depth = (double) i / TRIES;
            // Each try moves a little farther from the background, so the last ones always stand out.
            ink = darkGround
                    ? Colour.hsl(hue, dice.between(0.65, 1), dice.between(0.5, 0.62) + 0.3 * depth)
                    : Colour.hsl(hue, dice.between(0.65, 1), dice.between(0.42, 0.54) - 0.3 * depth);
            double contrast = Math.min(
                    Math.abs(ink.brightness() - ground.brightness()), Math.abs(ink.brightness() - second.brightness()));
            if (contrast >= LEAST_CONTRAST) {
                return ink;
            }
        }
        return ink;
    }

    /** A neighbour of the first colour, away from the background so that the figure stays one thing. */
    private static Colour secondInk(Dice dice, double hue, Colour ink, boolean darkGround) {
        Colour away = darkGround ? new Colour(1, 1, 1) : Colour.BLACK;
        Colour neighbour = Colour.hsl(hue + dice.between(-0.16, 0.16), dice.between(0.6, 1), darkGround ? 0.6 : 0.42);
        return ink.mix(neighbour, dice.between(0.3, 0.9)).mix(away, dice.between(0.25, 0.5));
    }

    private static Paint texture(Dice dice) {
        Direction turn = dice.direction(0, FULL_TURN);
        double shift = dice.between(0, 1);
        return switch (dice.among(0.34, 0.18, 0.16, 0.14, 0.08)) {
            case 0 -> Paint.plain();
            case 1 -> Paint.gradient(turn, -0.9, 0.9);
            case 2 -> Paint.stripes(turn, dice.between(0.45, 0.8), shift);
            case 3 -> Paint.dots(turn, dice.between(0.5, 0.75), dice.between(0.26, 0.36), shift);
            case 4 -> Paint.checks(turn, dice.between(0.9, 1.3), shift);
            default -> Paint.marble(new Noise(dice.bits()), dice.between(0.5, 0.9));
        };
    }

    private static Paint backdrop(Dice dice) {
        Direction turn = dice.direction(0, FULL_TURN);
        return switch (dice.among(0.3, 0.26, 0.16, 0.12, 0.08)) {
            case 0 -> Paint.plain();
            case 1 -> Paint.gradient(turn, -1.2, 1.2);
            case 2 -> Paint.glow(dice.between(-0.4, 0.4), dice.between(-0.4, 0.4), dice.between(1.1, 1.6));
            case 3 -> Paint.halves(turn, dice.between(-0.4, 0.4));
            case 4 -> Paint.stripes(turn, dice.between(0.5, 0.9), dice.between(0, 1));
            default -> Paint.marble(new Noise(dice.bits()), dice.between(0.6, 1.1));
        };
    }
}
