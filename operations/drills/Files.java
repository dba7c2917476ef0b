import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes the largest files that the app accepts: {@code java Files.java FOLDER}. A picture of 64 megapixels, a PDF of 20 pages. */
class LargestFiles {

    private static final int LARGEST = 5 * 1024 * 1024 - 1024;

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        Files.write(folder.resolve("picture.jpg"), padded(jpeg(9200, 7000, 0.3f)));
        Files.write(folder.resolve("pages.pdf"), pdf(jpeg(2480, 3508, 0.3f)));
    }

    private static byte[] jpeg(int width, int height, float quality) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int noise = (x & 15) == 0 ? random.nextInt(24) : 0;
                row[x] = ((x * 255 / width) << 16) | ((y * 255 / height) << 8) | (100 + noise);
            }
            picture.setRGB(0, y, width, 1, row, 0, width);
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(quality);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), settings);
        }
        return bytes.toByteArray();
    }

    /** With comments after the start of the picture, up to the largest size. */
    private static byte[] padded(byte[] jpeg) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        for (int left = LARGEST - jpeg.length; left > 70_000; left -= 65_537) {
            out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0xff, (byte) 0xff});
            out.writeBytes(new byte[65_533]);
        }
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static byte[] pdf(byte[] page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> places = new ArrayList<>();
        text(out, "%PDF-1.4\n");
        int pages = Math.min(20, LARGEST / (page.length + 500));
        StringBuilder kids = new StringBuilder();
        for (int n = 0; n < pages; n++) {
            kids.append(3 + 3 * n).append(" 0 R ");
        }
        object(out, places, "<</Type/Catalog/Pages 2 0 R>>");
        object(out, places, "<</Type/Pages/Count " + pages + "/Kids[" + kids + "]>>");
        for (int n = 0; n < pages; n++) {
            int first = 3 + 3 * n;
            object(out, places, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents " + (first + 1)
                    + " 0 R/Resources<</XObject<</P " + (first + 2) + " 0 R>>>>>>");
            object(out, places, "<</Length 28>>stream\nq 595 0 0 842 0 0 cm /P Do Q\nendstream");
            places.add(out.size());
            text(out, places.size() + " 0 obj<</Type/XObject/Subtype/Image/Width 2480/Height 3508/ColorSpace/DeviceRGB/BitsPerComponent 8"
                    + "/Filter/DCTDecode/Length " + page.length + ">>stream\n");
            out.writeBytes(page);
            text(out, "\nendstream endobj\n");
        }
        int table = out.size();
        text(out, "xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
        places.forEach(place -> text(out, "%010d 00000 n \n".formatted(place)));
        text(out, "trailer<</Size " + (places.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + table + "\n%%EOF\n");
        return out.toByteArray();
    }

    private static void object(ByteArrayOutputStream out, List<Integer> places, String body) {
        places.add(out.size());
        text(out, places.size() + " 0 obj" + body + "endobj\n");
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
