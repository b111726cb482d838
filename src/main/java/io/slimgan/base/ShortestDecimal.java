package io.slimgan.base;

import java.math.BigDecimal;
import java.math.MathContext;

/** The shortest decimal of a double, the same on every Java: Double.toString's answer changed with Java 19. */
public final class ShortestDecimal {

    private static final int ENOUGH_DIGITS = 17;

    private ShortestDecimal() {}

    /** The decimal with the fewest digits that reads back as {@code value}, which is finite. */
    public static BigDecimal of(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < ENOUGH_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(ENOUGH_DIGITS));
    }
}
