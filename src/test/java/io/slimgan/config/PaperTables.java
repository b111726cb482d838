package io.slimgan.config;

import io.slimgan.config.PaperBed.Scores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All runs of the paper's Tables 1, 2 and 4 and of its class-conditional results: networks of method A, sizes and
 * hyper-parameters of B.3, what is shared of A.8, results of B.4.
 */
final class PaperTables {

    private static final List<String> FOUR = List.of("0.25", "0.5", "0.75", "1");

    static final String UNSHARED =
            "not in the paper: n_share of this network. Here the cut lies where the published one of the 32-pixel residual"
                    + " network (2 of 4 blocks) lies: after two halvings of the image";

    private PaperTables() {}

    /** Every run, in the order of the tables. */
    static List<PaperCell> cells() {
        List<PaperCell> cells = new ArrayList<>();
        table1(cells);
        conditional(cells);
        table2(cells);
        cells.addAll(AblationTable.cells(sndcgan("CIFAR-10", "table4", "Table 4")));
        return cells;
    }

    private static void table1(List<PaperCell> cells) {
        PaperBed bed = sndcgan("CIFAR-10", "table1", "Table 1");
        cells.add(bed.slimmable(
                "slimmable",
                "slimmable",
                Scores.of("37.3/28.5/25.8/25.2", "6.90/7.31/7.43/7.44"),
                mic("231.3", "282.7"),
                Map.of()));
        cells.addAll(bed.individual(Scores.of("46.9/34.6/30.4/26.7", "6.08/6.95/7.39/7.43")));
        bed = sndcgan("STL-10", "table1", "Table 1");
        cells.add(bed.slimmable(
                "slimmable",
                "slimmable",
                Scores.of("68.9/60.9/56.2/55.1", "7.67/8.00/8.34/8.38"),
                mic("243.2", "277.4"),
                Map.of()));
        cells.addAll(bed.individual(Scores.of("93.1/69.1/61.8/57.4", "6.51/7.82/7.96/8.38")));
        bed = sndcgan("CelebA", "table1", "Table 1");
        cells.add(bed.slimmable(
                "slimmable", "slimmable", Scores.fid("23.3/13.3/10.6/9.4"), mic("96.1", "110.2"), Map.of()));
        cells.addAll(bed.individual(Scores.fid("24.4/13.2/10.4/9.8")));
        bed = sngan("CIFAR-10");
        cells.add(bed.slimmable(
                "slimmable",
                "slimmable",
                Scores.of("29.9/21.6/19.6/20.0", "7.32/8.02/8.15/8.09"),
                mic("241.4", "285.7"),
                Map.of()));
        cells.addAll(bed.individual(Scores.of("41.8/24.1/21.6/20.3", "7.36/7.68/7.93/7.91")));
        bed = sngan("STL-10");
        cells.add(bed.slimmable(
                "slimmable",
                "slimmable",
                Scores.of("69.1/59.0/50.8/50.6", "7.60/8.23/8.83/8.81"),
                mic("248.7", "342.4"),
                Map.of()));
        cells.addAll(bed.individual(Scores.of("66.6/58.5/56.3/52.9", "7.90/8.52/8.30/8.60")));
        bed = sngan("CelebA");
        cells.add(bed.slimmable(
                "slimmable", "slimmable", Scores.fid("13.9/10.6/9.8/8.5"), mic("97.9", "116.9"), Map.of()));
        cells.addAll(bed.individual(Scores.fid("18.0/11.9/9.9/8.9")));
    }

    private static void conditional(List<PaperCell> cells) {
        PaperBed bed = cganpd("CIFAR-10", "10", "10");
        both(
                cells,
                bed,
                Scores.of("19.5/14.5/13.6/14.2", "7.88/8.38/8.67/8.59"),
                Scores.of("21.7/17.2/16.1/16.2", "7.87/8.31/8.49/8.34"));
        cells.addAll(bed.individual(Scores.of("55.1/33.5/16.5/15.5", "6.46/7.90/8.22/8.52")));
        bed = cganpd("CIFAR-100", "100", "20");
        both(
                cells,
                bed,
                Scores.of("23.8/18.9/18.6/17.9", "8.26/9.08/9.17/9.29"),
                Scores.of("26.8/19.9/18.9/19.0", "8.13/8.90/9.14/9.22"));
        cells.addAll(bed.individual(Scores.of("45.8/23.7/22.5/19.9", "7.26/8.49/8.50/9.11")));
    }

    private static void both(List<PaperCell> cells, PaperBed bed, Scores sliceable, Scores naive) {
        cells.add(bed.slimmable("slimmable", "slimmable (+), sliceable normalisation", sliceable, "", Map.of()));
        PaperCell times = bed.slimmable(
                "slimmable-naive",
                "slimmable (×), naive normalisation",
                naive,
                "",
                Map.of("model.conditional_norm", "naive"));
        Map<String, String> notes = new LinkedHashMap<>(times.notes());
        notes.put("model.conditional_norm", "a table of classes per width");
        cells.add(new PaperCell(
                times.name(), times.group(), times.row(), times.about(), times.settings(), notes, times.small()));
    }

    private static void table2(List<PaperCell> cells) {
        PaperBed bed = biggan();
        cells.add(bed.slimmable("slimmable", "slimmable", Scores.of("32.8/30.8", "32.7/36.1"), "", Map.of()));
        cells.addAll(bed.individual(Scores.of("48.1/33.9", "18.8/29.9")));
    }

    private static String mic(String with, String without) {
        return "mIC " + with + "; " + without + " without distillation (training.distillation_weight 0).";
    }

    private static Map<String, String> settings(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static String key(String dataset) {
        return dataset.replace("-", "").toLowerCase(java.util.Locale.ROOT);
    }

    private static Map<String, String> data(String dataset) {
        String size = switch (dataset) {
            case "STL-10" -> "48";
            case "CelebA" -> "64";
            case "ImageNet" -> "128";
            default -> "32";
        };
        return settings(
                "data.dataset",
                key(dataset),
                "data.path",
                "../../datasets/" + key(dataset),
                "data.image_size",
                size,
                "logging.samples_every_steps",
                "1000",
                "checkpoints.every_steps",
                "10000");
    }

    private static Map<String, String> notes(String dataset) {
        Map<String, String> notes = settings(
                "seed",
                "not in the paper: the authors fixed none",
                "model.initialisation",
                "not in the paper: the authors' code",
                "discriminator.spectral_norm",
                "not in the paper: the authors' code has per_forward; per_step is faster and ends at the same norm");
        if (dataset.equals("STL-10")) {
            notes.put(
                    "data.split",
                    "not in the paper: the authors' code measures against the 8,000 test images, its text"
                            + " speaks of 8,000 unlabelled ones (paper)");
        } else if (dataset.equals("CelebA")) {
            notes.put(
                    "data.split",
                    "not in the paper: the authors' code trains on the official 162,770 images; its text"
                            + " speaks of 182,637 (paper). Both measure against the last 19,962");
        }
        return notes;
    }

    private static String reference(String dataset) {
        return switch (dataset) {
            case "STL-10" -> "8,000 generated images against 8,000";
            case "ImageNet" -> "after 50,000 steps";
            default -> "10,000 generated images against 10,000";
        };
    }

    static PaperBed sndcgan(String dataset, String table, String tableTitle) {
        boolean faces = dataset.equals("CelebA");
        Map<String, String> settings = data(dataset);
        settings.putAll(settings(
                "model.backbone", "sndcgan",
                "model.generator_channels", faces ? "1024" : "512",
                "model.discriminator_channels", faces ? "1024" : "512",
                "discriminator.shared_layers", "4",
                "training.distillation_weight", dataset.equals("STL-10") ? "10" : "20",
                "training.optimizer.learning_rate", faces ? "0.0001" : "0.0002"));
        Map<String, String> notes = notes(dataset);
        notes.put("discriminator.shared_layers", UNSHARED);
        Map<String, String> small = switch (dataset) {
            case "STL-10" -> CpuSizes.of(64, 64, 2000, 16);
            case "CelebA" -> CpuSizes.of(128, 128, 600, 16);
            default -> CpuSizes.of(64, 64, 3000, 32);
        };
        return new PaperBed(
                table + "-sndcgan-" + key(dataset),
                tableTitle,
                "SNDCGAN on " + dataset,
                reference(dataset),
                FOUR,
                settings,
                notes,
                small);
    }

    private static Map<String, String> residual(Map<String, String> data, String generator, String discriminator) {
        Map<String, String> settings = new LinkedHashMap<>(data);
        settings.putAll(settings(
                "model.generator_channels", generator,
                "model.discriminator_channels", discriminator,
                "discriminator.shared_layers", "2",
                "training.discriminator_steps", "5",
                "training.optimizer.beta1", "0",
                "training.optimizer.beta2", "0.9"));
        return settings;
    }

    private static Map<String, String> residualNotes(String dataset) {
        Map<String, String> notes = notes(dataset);
        notes.put("model.shortcut_after_relu", "not in the paper: the authors' code, where the textbook has false");
        return notes;
    }

    private static PaperBed sngan(String dataset) {
        boolean small = dataset.equals("CIFAR-10");
        String generator = switch (dataset) {
            case "CIFAR-10" -> "256";
            case "STL-10" -> "512";
            default -> "1024";
        };
        Map<String, String> settings = residual(data(dataset), generator, small ? "128" : "1024");
        settings.put("model.backbone", "sngan");
        settings.put("training.distillation_weight", dataset.equals("STL-10") ? "30" : "20");
        Map<String, String> notes = residualNotes(dataset);
        if (!small) {
            notes.put("discriminator.shared_layers", UNSHARED);
        }
        Map<String, String> sizes = switch (dataset) {
            case "CIFAR-10" -> CpuSizes.of(32, 16, 600, 16);
            case "STL-10" -> CpuSizes.of(64, 128, 500, 8);
            default -> CpuSizes.of(128, 128, 400, 8);
        };
        return new PaperBed(
                "table1-sngan-" + key(dataset),
                "Table 1",
                "SNGAN (ResNet) on " + dataset,
                reference(dataset),
                FOUR,
                settings,
                notes,
                sizes);
    }

    private static PaperBed cganpd(String dataset, String classes, String lambda) {
        Map<String, String> settings = residual(data(dataset), "256", "128");
        settings.put("model.backbone", "cganpd");
        settings.put("model.classes", classes);
        settings.put("training.distillation_weight", lambda);
        Map<String, String> notes = residualNotes(dataset);
        notes.put(
                "model.conditional_norm",
                "not in the paper: this form of scBN is the authors' code; its equation (6) is sliceable_paper");
        return new PaperBed(
                "conditional-cganpd-" + key(dataset),
                "",
                "cGAN-pd on " + dataset,
                reference(dataset),
                FOUR,
                settings,
                notes,
                CpuSizes.of(32, 16, 600, 16));
    }

    /** The paper names widths, steps and results; the rest is BigGAN's own recipe (method A.7). */
    private static PaperBed biggan() {
        Map<String, String> settings = data("ImageNet");
        settings.putAll(settings(
                "model.backbone", "biggan",
                "model.latent_size", "120",
                "model.generator_channels", "1536",
                "model.discriminator_channels", "1536",
                "model.widths", "[0.5, 1]",
                "model.classes", "1000",
                "model.shortcut_after_relu", "false",
                "model.initialisation", "orthogonal",
                "model.generator_spectral_norm", "true",
                "discriminator.shared_layers", "2",
                "training.steps", "50000",
                "training.batch_size", "256",
                "training.optimizer.learning_rate", "0.0001",
                "training.optimizer.discriminator_learning_rate", "0.0004",
                "training.optimizer.beta1", "0",
                "training.optimizer.epsilon", "1e-6",
                "training.average_decay", "0.9999",
                "training.average_from_step", "20000"));
        Map<String, String> small = CpuSizes.of(64, 64, 100, 4);
        small.put("training.average_decay", "0.9");
        small.put("training.average_from_step", "50");
        return new PaperBed(
                "table2-biggan-imagenet",
                "Table 2",
                "BigGAN on ImageNet",
                reference("ImageNet"),
                List.of("0.5", "1"),
                settings,
                bigganNotes(),
                small);
    }

    private static Map<String, String> bigganNotes() {
        Map<String, String> notes = notes("ImageNet");
        String own = "not in the paper: BigGAN's own";
        for (String path : List.of(
                "model.latent_size",
                "model.generator_channels",
                "model.shortcut_after_relu",
                "model.initialisation",
                "model.generator_spectral_norm",
                "training.discriminator_steps",
                "training.optimizer.beta1",
                "training.optimizer.epsilon",
                "training.average_decay",
                "training.average_from_step")) {
            notes.put(path, own);
        }
        notes.put("model.generator_channels", own + ", 16 times 96");
        notes.put("model.discriminator_channels", own + ", 16 times 96");
        notes.put(
                "discriminator.shared_layers",
                "not in the paper: n_share; here the blocks up to two halvings of the image");
        notes.put("training.batch_size", "not in the paper: BigGAN's own is 2048, in eight parts of 256");
        notes.put("training.distillation_weight", "not in the paper: lambda of BigGAN; here that of CIFAR-10");
        notes.put("training.optimizer.learning_rate", own + ", for the generator");
        notes.put("training.optimizer.discriminator_learning_rate", own);
        return notes;
    }
}
