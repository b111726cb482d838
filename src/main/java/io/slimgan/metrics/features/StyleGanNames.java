package io.slimgan.metrics.features;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the TorchScript file of the StyleGAN family ({@code inception-2015-12-05.pt}) calls its convolutions: TensorFlow's
 * names of the original graph, numbered {@code conv}, {@code conv_1}, … Each has {@code weight}, {@code beta},
 * {@code mean} and {@code var}. The names are those of published ports of that file.
 */
final class StyleGanNames {

    static final String FIRST = "layers.conv";
    static final String CLASSIFIER = "output";

    private static final String[] STEM = {
        "Conv2d_1a_3x3", "Conv2d_2a_3x3", "Conv2d_2b_3x3", "Conv2d_3b_1x1", "Conv2d_4a_3x3"
    };
    private static final String[] BLOCKS = {
        "Mixed_5b",
        "Mixed_5c",
        "Mixed_5d",
        "Mixed_6a",
        "Mixed_6b",
        "Mixed_6c",
        "Mixed_6d",
        "Mixed_6e",
        "Mixed_7a",
        "Mixed_7b",
        "Mixed_7c"
    };

    private static final Map<String, String> BRANCHES = branches();

    private StyleGanNames() {}

    private static Map<String, String> branches() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("A.branch1x1", "conv");
        names.put("A.branch5x5_1", "tower.conv");
        names.put("A.branch5x5_2", "tower.conv_1");
        names.put("A.branch3x3dbl_1", "tower_1.conv");
        names.put("A.branch3x3dbl_2", "tower_1.conv_1");
        names.put("A.branch3x3dbl_3", "tower_1.conv_2");
        names.put("A.branch_pool", "tower_2.conv");
        names.put("B.branch3x3", "conv");
        names.put("B.branch3x3dbl_1", "tower.conv");
        names.put("B.branch3x3dbl_2", "tower.conv_1");
        names.put("B.branch3x3dbl_3", "tower.conv_2");
        names.put("C.branch1x1", "conv");
        names.put("C.branch7x7_1", "tower.conv");
        names.put("C.branch7x7_2", "tower.conv_1");
        names.put("C.branch7x7_3", "tower.conv_2");
        names.put("C.branch7x7dbl_1", "tower_1.conv");
        names.put("C.branch7x7dbl_2", "tower_1.conv_1");
        names.put("C.branch7x7dbl_3", "tower_1.conv_2");
        names.put("C.branch7x7dbl_4", "tower_1.conv_3");
        names.put("C.branch7x7dbl_5", "tower_1.conv_4");
        names.put("C.branch_pool", "tower_2.conv");
        names.put("D.branch3x3_1", "tower.conv");
        names.put("D.branch3x3_2", "tower.conv_1");
        names.put("D.branch7x7x3_1", "tower_1.conv");
        names.put("D.branch7x7x3_2", "tower_1.conv_1");
        names.put("D.branch7x7x3_3", "tower_1.conv_2");
        names.put("D.branch7x7x3_4", "tower_1.conv_3");
        names.put("E.branch1x1", "conv");
        names.put("E.branch3x3_1", "tower_conv");
        names.put("E.branch3x3_2a", "tower_mixed_conv");
        names.put("E.branch3x3_2b", "tower_mixed_conv_1");
        names.put("E.branch3x3dbl_1", "tower_1_conv");
        names.put("E.branch3x3dbl_2", "tower_1_conv_1");
        names.put("E.branch3x3dbl_3a", "tower_1_mixed_conv");
        names.put("E.branch3x3dbl_3b", "tower_1_mixed_conv_1");
        names.put("E.branch_pool", "tower_2_conv");
        return Map.copyOf(names);
    }

    /** Their name of the convolution that PyTorch ports call {@code name}. */
    static String of(String name) {
        for (int i = 0; i < STEM.length; i++) {
            if (STEM[i].equals(name)) {
                return "layers.conv" + numbered(i);
            }
        }
        int dot = name.indexOf('.');
        for (int i = 0; i < BLOCKS.length; i++) {
            if (BLOCKS[i].equals(name.substring(0, Math.max(0, dot)))) {
                String branch = BRANCHES.get(kind(i) + name.substring(dot));
                if (branch != null) {
                    return "layers.mixed" + numbered(i) + "." + branch;
                }
            }
        }
        throw new IllegalArgumentException("The network has no convolution " + name + ".");
    }

    private static String kind(int block) {
        if (block < 3) {
            return "A";
        }
        if (block == 3) {
            return "B";
        }
        if (block < 8) {
            return "C";
        }
        return block == 8 ? "D" : "E";
    }

    private static String numbered(int i) {
        return i == 0 ? "" : "_" + i;
    }
}
