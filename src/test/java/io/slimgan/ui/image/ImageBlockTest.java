package io.slimgan.ui.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.RgbImages;
import io.slimgan.ui.FakeImages;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ImageBlockTest {

    @Test
    void everyPixelIsASquareOfItsOwnColour() {
        RgbImages images = FakeImages.of(8, 0.5, 7, 1, 2, 3);
        ImageBlock block = painted(images, 1, 3, 8, 5);
        for (int column = 0; column < 3; column++) {
            for (int y = 0; y < 40; y++) {
                for (int x = 0; x < 40; x++) {
                    assertThat(block.argbAt(block.cellX(column) + x, y)).isEqualTo(images.argb(column, y / 5, x / 5));
                }
            }
        }
        assertThat(block.argbAt(40, 3)).as("the gap").isZero();
    }

    @Test
    void largeGridsAreTiledWithoutLosingAnImage() {
        RgbImages images = FakeImages.of(64, 0.5, 7, 1, 2);
        ImageBlock block = painted(images, 2, 20, 64, 8);
        assertThat(block.prefWidth(-1)).isGreaterThan(10_000);
        for (int column = 0; column < 20; column++) {
            for (int row = 0; row < 2; row++) {
                int there = block.argbAt(block.cellX(column) + 500, block.cellY(row) + 300);
                assertThat(there).isEqualTo(images.argb(column % 2, 300 / 8, 500 / 8));
            }
        }
    }

    @Test
    void knowsTheCellUnderAPoint() {
        ImageBlock block = painted(FakeImages.of(8, 1, 0, 1), 2, 3, 8, 4);
        assertThat(block.cellAt(0, 0)).contains(new ImageBlock.Cell(0, 0));
        assertThat(block.cellAt(block.cellX(2) + 1, block.cellY(1) + 31)).contains(new ImageBlock.Cell(1, 2));
        assertThat(block.cellAt(-1, 0)).isEmpty();
        assertThat(block.cellAt(block.cellX(3) + 1, 0)).isEmpty();
    }

    @Test
    void paintingFourTimes64ImagesStaysWithinAFrame() {
        RgbImages images = FakeImages.of(
                32, 0.5, 7, java.util.stream.LongStream.range(0, 64).toArray());
        ImageBlock block = painted(images, 4, 64, 32, 2);
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 15; round++) {
            long begun = System.nanoTime();
            run(() -> block.paint((row, column) -> Optional.of(new CellImage(images, column))));
            best = Math.min(best, (System.nanoTime() - begun) / 1e6);
        }
        // A few milliseconds; the bound leaves room for a busy machine.
        assertThat(best).isLessThan(16);
    }

    private static ImageBlock painted(RgbImages images, int rows, int columns, int size, int scale) {
        ImageBlock block = new ImageBlock();
        run(() -> {
            block.shape(rows, columns, size, scale);
            block.paint((row, column) -> Optional.of(new CellImage(images, column % images.count())));
        });
        return block;
    }

    private static void run(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    }
}
