package org.crossborough.gateway.connections;

import io.netty.buffer.ByteBuf;

/**
 * Follows the frames that a caller sends in HTTP/2 just far enough to know whether he is in the
 * middle of something that is not a body (RFC 9113, sections 3.4, 4.1, 6.1, 6.2 and 6.10). It reads
 * nothing away and judges nothing: that is for the codec behind it.
 */
final class Http2Frames {

  private static final int PREFACE = 24;
  private static final int FRAME_HEAD = 9;
  private static final int UP_TO_TYPE = 4;
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int CONTINUATION = 9;
  private static final int END_HEADERS = 4;

  private int prefaceRead;
  private int headRead;
  private int payload;
  private int type;
  private int flags;
  private boolean inHeaders;

  /**
   * Whether something has begun that others wait for: the preface, the head of a request over all
   * its frames, or any frame but one of a body.
   */
  boolean isUnfinished() {
    boolean inPreface = prefaceRead > 0 && prefaceRead < PREFACE;
    boolean inBody = headRead >= UP_TO_TYPE && type == DATA;
    return inPreface || inHeaders || (headRead > 0 && !inBody);
  }

  /**
   * Follows what has arrived.
   *
   * @return whether at some place in it nothing was unfinished
   */
  boolean follow(ByteBuf bytes) {
    boolean finished = false;
    int at = bytes.readerIndex();
    while (at < bytes.writerIndex()) {
      int arrived = bytes.writerIndex() - at;
      if (prefaceRead < PREFACE) {
        int read = Math.min(PREFACE - prefaceRead, arrived);
        prefaceRead += read;
        at += read;
      } else if (headRead < FRAME_HEAD) {
        take(bytes.getUnsignedByte(at));
        at++;
      } else {
        int read = Math.min(payload, arrived);
        payload -= read;
        at += read;
      }
      endFrame();
      finished |= !isUnfinished();
    }
    return finished;
  }

  private void take(int octet) {
    switch (headRead) {
      case 0, 1, 2 -> payload = payload << 8 | octet;
      case 3 -> type = octet;
      case 4 -> flags = octet;
      default -> {
        // The stream's number: whose frame it is makes no difference.
      }
    }
    headRead++;
  }

  private void endFrame() {
    if (headRead < FRAME_HEAD || payload > 0) {
      return;
    }
    if (type == HEADERS || type == CONTINUATION) {
      inHeaders = (flags & END_HEADERS) == 0;
    }
    headRead = 0;
  }
}
