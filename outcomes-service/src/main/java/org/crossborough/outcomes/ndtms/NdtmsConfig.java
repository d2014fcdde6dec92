package org.crossborough.outcomes.ndtms;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import org.crossborough.outcomes.form.FormVersion;

/** What the national system's file looks like where it is not the same for everybody. */
@ConfigMapping(prefix = "crossborough.ndtms")
public interface NdtmsConfig {

  /**
   * Headers of items whose official header is not publicly confirmed, by the item's path, such as
   * {@code social.volunteering}; none by default, so that none is invented. They follow the others.
   */
  Map<String, String> extraHeaders();

  /** The form that files are taken to be of; its later items are not asked. */
  @WithDefault("TOP_2007")
  FormVersion formVersion();
}
