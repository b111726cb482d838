package io.slimgan.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({
        "12.3456, 12.35",
        "12, 12.00",
        "999.96, 1000",
        "0.0123, 0.01230",
        "-0.00123456, −0.001235",
        "0, 0",
        "0.9999999, 1.000",
        "0.00000123, 1.230e-06",
        "NaN, not finite",
        "Infinity, not finite"
    })
    void fourDigits(double value, String text) {
        assertThat(Figures.number(value).replace("\u202f", "")).isEqualTo(text);
    }

    @Test
    void thousandsStandApart() {
        assertThat(Figures.number(1234.6)).isEqualTo("1\u202f235");
        assertThat(Figures.count(3_812_355)).isEqualTo("3\u202f812\u202f355");
        assertThat(Figures.count(-1234)).isEqualTo("\u22121\u202f234");
        assertThat(Figures.millions(103_481_344)).isEqualTo("103.5\u00a0M");
    }

    @Test
    void aDeviationDecidesTheDigits() {
        assertThat(Figures.number(34, OptionalDouble.of(0.4))).isEqualTo("34.00 ± 0.40");
        assertThat(Figures.number(0.0492, OptionalDouble.of(0.00111))).isEqualTo("0.0492 ± 0.0011");
        assertThat(Figures.number(1234.5, OptionalDouble.of(123))).isEqualTo("1\u202f234 ± 123");
        assertThat(Figures.number(3.5, OptionalDouble.of(0))).isEqualTo("3.500 ± 0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.24, 0.5, 0.77, 1, 2})
    void heatColoursAreReadAndDarken(double share) {
        int rgb = HeatColour.of(share, 1);
        assertThat(contrast(rgb, HeatColour.ink(rgb))).isGreaterThan(4.0);
        assertThat(luminance(HeatColour.of(share + 0.2, 1))).isLessThanOrEqualTo(luminance(rgb));
    }

    private static double contrast(int a, int b) {
        double high = Math.max(luminance(a), luminance(b));
        double low = Math.min(luminance(a), luminance(b));
        return (high + 0.05) / (low + 0.05);
    }

    private static double luminance(int rgb) {
        double sum = 0;
        double[] weights = {0.2126, 0.7152, 0.0722};
        for (int c = 0; c < 3; c++) {
            double v = (rgb >> (16 - 8 * c) & 255) / 255.0;
            sum += weights[c] * (v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
