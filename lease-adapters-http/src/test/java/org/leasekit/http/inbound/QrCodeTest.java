package org.leasekit.http.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {

  private static final int SCALE = 6;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "https://renew.example.com/r/AQAAAABpzABACHBhcmtzaWRlUEstMjAyNS0wMDAxLTIwMjYwMzMx.x-_"
      })
  void aScannerReadsBothDrawings(String text) throws Exception {
    QrCode code = QrCode.of(text);
    assertThat(read(ImageIO.read(new ByteArrayInputStream(code.png())))).isEqualTo(text);
    assertThat(read(drawn(code.svg()))).isEqualTo(text);
  }

  @Test
  void refusesATextThatNoCodeHolds() {
    assertThatThrownBy(() -> QrCode.of("x".repeat(3000))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isServedForTheLinkItself() throws Exception {
    try (Garage garage = new Garage()) {
      HttpResponse<byte[]> png =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(garage.at("/qr.png"))).build(),
                  HttpResponse.BodyHandlers.ofByteArray());
      assertThat(png.headers().firstValue("Content-Type")).contains("image/png");
      assertThat(png.headers().firstValue("Cache-Control")).contains("no-store");
      assertThat(read(ImageIO.read(new ByteArrayInputStream(png.body()))))
          .isEqualTo(garage.link.toString());
      HttpResponse<String> svg = garage.get(garage.at("/qr.svg"));
      assertThat(svg.headers().firstValue("Content-Type")).contains("image/svg+xml");
      assertThat(read(drawn(svg.body()))).isEqualTo(garage.link.toString());
    }
  }

  /** Draws the runs of the path, as a browser would. */
  private static BufferedImage drawn(String svg) {
    Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"").matcher(svg);
    assertThat(box.find()).isTrue();
    int size = Integer.parseInt(box.group(1)) * SCALE;
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    int[] white = new int[size * size];
    Arrays.fill(white, 0xffffff);
    image.setRGB(0, 0, size, size, white, 0, size);
    String path = svg.substring(svg.indexOf("fill=\"#000\""));
    for (MatchResult run :
        Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z").matcher(path).results().toList()) {
      int x = Integer.parseInt(run.group(1)) * SCALE;
      int y = Integer.parseInt(run.group(2)) * SCALE;
      int width = Integer.parseInt(run.group(3)) * SCALE;
      image.setRGB(x, y, width, SCALE, new int[width * SCALE], 0, width);
    }
    return image;
  }

  private static String read(BufferedImage image) throws ReaderException, IOException {
    int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }
}
