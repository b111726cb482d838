package io.slimgan.data.catalogue;

import io.slimgan.base.UserError;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The published datasets that the program reads: files, addresses, sizes and sums as in method G. Immutable. */
public final class Catalogue {

    private static final List<PublishedSet> SETS =
            List.of(cifar10(), cifar100(), stl10(), celeba(), mnist(), imagenet());

    private Catalogue() {}

    /** All of them. */
    public static List<PublishedSet> all() {
        return SETS;
    }

    /**
     * The set of a name such as {@code cifar10}; {@code CIFAR-10} is understood too.
     *
     * @throws UserError if there is none
     */
    public static PublishedSet named(String typed) {
        String plain = typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return SETS.stream().filter(set -> set.name().equals(plain)).findFirst().orElseThrow(() -> {
            String names = SETS.stream().map(PublishedSet::name).collect(Collectors.joining(", "));
            return new UserError("There is no dataset '" + typed + "' to fetch; there are " + names + ".");
        });
    }

    private static PublishedSet cifar10() {
        return toronto(
                "cifar10",
                "CIFAR-10",
                "60,000 colour images of 32 x 32 pixels in 10 classes",
                new PublishedFile(
                        "cifar-10-binary.tar.gz",
                        addresses("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz"),
                        170_052_171,
                        "c32a1d4ab5d03f1284b67883e8d87530"));
    }

    private static PublishedSet cifar100() {
        return toronto(
                "cifar100",
                "CIFAR-100",
                "60,000 colour images of 32 x 32 pixels in 100 classes of 20 kinds",
                new PublishedFile(
                        "cifar-100-binary.tar.gz",
                        addresses("https://www.cs.toronto.edu/~kriz/cifar-100-binary.tar.gz"),
                        168_513_733,
                        "03b5dce01913d631647c71ecec9e9cb8"));
    }

    private static PublishedSet toronto(String name, String title, String holds, PublishedFile file) {
        return new PublishedSet(
                name,
                title,
                holds,
                URI.create("https://www.cs.toronto.edu/~kriz/cifar.html"),
                "Collected by Alex Krizhevsky, Vinod Nair and Geoffrey Hinton, University of Toronto. The page names no"
                        + " licence; it asks those who use the set to cite A. Krizhevsky, Learning Multiple Layers of"
                        + " Features from Tiny Images, 2009. The copyright of each image stays with its owner.",
                "",
                List.of(file));
    }

    private static PublishedSet stl10() {
        return new PublishedSet(
                "stl10",
                "STL-10",
                "100,000 unlabelled and 13,000 labelled colour images of 96 x 96 pixels, 10 classes",
                URI.create("https://cs.stanford.edu/~acoates/stl10/"),
                "Collected by Adam Coates, Honglak Lee and Andrew Ng, Stanford University, from images of ImageNet, whose"
                        + " terms hold for them. The page asks those who use the set to cite A. Coates, H. Lee, A. Y. Ng,"
                        + " An Analysis of Single Layer Networks in Unsupervised Feature Learning, AISTATS 2011.",
                "",
                List.of(new PublishedFile(
                        "stl10_binary.tar.gz",
                        addresses("http://ai.stanford.edu/~acoates/stl10/stl10_binary.tar.gz"),
                        2_640_397_119L,
                        "91f7769df0f17e558f3565bffb0c7dfb")));
    }

    private static PublishedSet celeba() {
        return new PublishedSet(
                "celeba",
                "CelebA",
                "202,599 aligned faces of 178 x 218 pixels",
                URI.create("https://mmlab.ie.cuhk.edu.hk/projects/CelebA.html"),
                "Collected by Ziwei Liu, Ping Luo, Xiaogang Wang and Xiaoou Tang, The Chinese University of Hong Kong."
                        + " For non-commercial research only; the images may not be copied, published or distributed"
                        + " further; they come from the Internet and are not the property of its authors. Cite Z. Liu et"
                        + " al., Deep Learning Face Attributes in the Wild, ICCV 2015.",
                "its authors hand it out by Google Drive, which asks a person to confirm. Open"
                        + " https://mmlab.ie.cuhk.edu.hk/projects/CelebA.html, choose \"Align&Cropped Images\", take img_align_celeba.zip from the folder Img and list_eval_partition.txt"
                        + " from the folder Eval, leave the zip packed, put both into FOLDER and fetch again to have them checked.",
                List.of(
                        new PublishedFile(
                                "img_align_celeba.zip", List.of(), 1_443_490_838, "00d2c5bc6d35e252742224ab0c1e8fcb"),
                        new PublishedFile(
                                "list_eval_partition.txt", List.of(), 2_836_386, "d32c9cbf5e040fd4025c592c306e6668")));
    }

    private static PublishedSet mnist() {
        return new PublishedSet(
                "mnist",
                "MNIST",
                "70,000 grey handwritten digits of 28 x 28 pixels",
                URI.create("http://yann.lecun.com/exdb/mnist/"),
                "Collected by Yann LeCun, Corinna Cortes and Christopher Burges from databases of NIST; handed out under"
                        + " the Creative Commons licence Attribution-ShareAlike 3.0. Cite Y. LeCun, L. Bottou, Y. Bengio,"
                        + " P. Haffner, Gradient-Based Learning Applied to Document Recognition, 1998.",
                "",
                List.of(
                        digits("train-images-idx3-ubyte.gz", 9_912_422, "f68b3c2dcbeaaa9fbdd348bbdeb94873"),
                        digits("train-labels-idx1-ubyte.gz", 28_881, "d53e105ee54ea40749a09fcbcd1e9432"),
                        digits("t10k-images-idx3-ubyte.gz", 1_648_877, "9fb629c4189551a2d022fa330f9573f3"),
                        digits("t10k-labels-idx1-ubyte.gz", 4_542, "ec29112dd5afa0611ce80d1b7f02629c")));
    }

    private static PublishedFile digits(String name, long bytes, String md5) {
        List<URI> addresses = addresses(
                "http://yann.lecun.com/exdb/mnist/" + name, "https://ossci-datasets.s3.amazonaws.com/mnist/" + name);
        return new PublishedFile(name, addresses, bytes, md5);
    }

    private static PublishedSet imagenet() {
        return new PublishedSet(
                "imagenet",
                "ImageNet (ILSVRC 2012)",
                "1.28 million training and 50,000 validation photographs in 1,000 classes",
                URI.create("https://image-net.org/download-images"),
                "Collected by Stanford and Princeton Universities. For non-commercial research and teaching only, after"
                        + " agreeing to its terms of access with an account; the copyright of each image stays with its"
                        + " owner. Cite O. Russakovsky et al., ImageNet Large Scale Visual Recognition Challenge, 2015.",
                "it takes an account. Open https://image-net.org/download-images, sign in, take ILSVRC2012_img_train.tar and"
                        + " ILSVRC2012_img_val.tar, put both into FOLDER and fetch again to have them checked; then unpack"
                        + " the training archive into the folder train beside it, and each archive in it into a folder of"
                        + " its name.",
                List.of(
                        new PublishedFile(
                                "ILSVRC2012_img_train.tar",
                                List.of(),
                                147_897_477_120L,
                                "1d675b47d978889d74fa0da5fadfb00e"),
                        new PublishedFile(
                                "ILSVRC2012_img_val.tar",
                                List.of(),
                                6_744_924_160L,
                                "29b22e2961454d5413ddabcf34fc5622")));
    }

    private static List<URI> addresses(String... addresses) {
        return Stream.of(addresses).map(URI::create).toList();
    }
}
