package io.slimgan.ui.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridFitTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void showsEveryColumnWithinTheViewOrAtScaleOne(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            double width = 300 + random.nextInt(3000);
            double height = 200 + random.nextInt(1500);
            int rows = 1 + random.nextInt(8);
            int columns = 1 + random.nextInt(64);
            int size = 16 * (1 + random.nextInt(8));
            GridFit.Space space = new GridFit.Space(width, height, 128, cell -> cell < 60 ? 70 : 24, 12);
            GridFit fit = GridFit.fit(space, rows, columns, size);
            assertThat(fit.blocks() * fit.perBlock()).isGreaterThanOrEqualTo(columns);
            assertThat((fit.blocks() - 1) * fit.perBlock()).isLessThan(columns);
            if (fit.scale() > 1) {
                int cell = size * fit.scale();
                double head = cell < 60 ? 70 : 24;
                assertThat(128 + fit.perBlock() * (cell + 2) - 2).isLessThanOrEqualTo((int) width);
                double high = fit.blocks() * (head + rows * (cell + 2) - 2) + (fit.blocks() - 1) * 12;
                assertThat(high).isLessThanOrEqualTo(height);
            }
        }
    }
}
