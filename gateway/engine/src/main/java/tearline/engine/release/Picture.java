package tearline.engine.release;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** A picture made of the pixels of another: no camera data, thumbnail, comment or second frame comes along. */
record Picture(String mediaType, byte[] bytes) {

    private static final long MOST_PIXELS = 16_000_000;
    private static final Set<String> READ = Set.of("png", "jpeg", "gif", "bmp");
    /** SHA-1 is what CAP 1.2 §3.2.3 asks for; how long a digest is tells which one it is. */
    private static final Map<Integer, String> DIGESTS = Map.of(40, "SHA-1", 64, "SHA-256", 128, "SHA-512");

    /** Nothing where it is no picture that we can read, or too large a one. The size is read before a pixel is. */
    static Optional<Picture> drawnAnew(byte[] source) {
        ImageReader reader = null;
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(source))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) return Optional.empty();
            reader = readers.next();
            var format = reader.getFormatName().toLowerCase(Locale.ROOT);
            reader.setInput(input, true, true);
            if (!READ.contains(format) || (long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) return Optional.empty();
            return write(reader.read(0), format.equals("jpeg") ? "jpeg" : "png");
        } catch (IOException | RuntimeException e) { // a reader may throw anything at a file made to hurt it
            return Optional.empty();
        } finally {
            if (reader != null) reader.dispose();
        }
    }

    private static Optional<Picture> write(BufferedImage image, String format) throws IOException {
        boolean clear = format.equals("png") && image.getColorModel().hasAlpha();
        var pixels = new BufferedImage(image.getWidth(), image.getHeight(), clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) pixels.setRGB(x, y, image.getRGB(x, y));
        }
        var out = new ByteArrayOutputStream();
        return ImageIO.write(pixels, format, out) ? Optional.of(new Picture("image/" + format, out.toByteArray())) : Optional.empty();
    }

    /** A digest of the new bytes, of the kind that the old one was; nothing where that is not to be seen from it. */
    Optional<String> digestLike(String old) {
        return Optional.ofNullable(DIGESTS.get(old.strip().length())).map(this::digest);
    }

    private String digest(String algorithm) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
